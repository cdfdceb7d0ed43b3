#include "mock/schema/settled.h"

namespace standin::schema {

size_t Settled::Hash::operator()(const Key& key) const {
    const auto schema = reinterpret_cast<uintptr_t>(key.first);
    const auto instance = reinterpret_cast<uintptr_t>(key.second);
    const uint64_t hash = (schema ^ instance * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    return static_cast<size_t>(hash ^ hash >> 32);
}

std::optional<bool> Settled::look_up(const Schema& schema, const Value& instance) const {
    const auto at = table_->find({&schema, &instance});
    return at == table_->end() ? std::nullopt : std::optional(at->second);
}

void Settled::insert(const Schema& schema, const Value& instance, bool valid) {
    if (!table_) table_ = std::make_unique<Table>();
    table_->insert_or_assign({&schema, &instance}, valid);
}

}  // namespace standin::schema
