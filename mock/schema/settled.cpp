#include "mock/schema/settled.h"

namespace standin::schema {

size_t Settled::Hash::operator()(const Key& key) const {
    const auto schema = reinterpret_cast<uintptr_t>(key.schema) + key.context;
    const auto instance = reinterpret_cast<uintptr_t>(key.instance);
    const uint64_t hash = (schema ^ instance * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    return static_cast<size_t>(hash ^ hash >> 32);
}

// Sorted by addresses only to be found again: the numbers decide nothing.
Settled::Context Settled::extended(Context context, const void* thing, unsigned role) {
    auto& contexts = tables().contexts;
    const auto next = static_cast<Context>(contexts.size() + 1);
    return contexts.try_emplace({context, thing, role}, next).first->second;
}

const Outcome* Settled::find(const Key& key) const {
    if (!tables_) return nullptr;
    const auto at = tables_->outcomes.find(key);
    return at == tables_->outcomes.end() ? nullptr : &at->second;
}

void Settled::keep(const Key& key, Outcome outcome) {
    tables().outcomes.insert_or_assign(key, outcome);
}

Settled::Tables& Settled::tables() {
    if (!tables_) tables_ = std::make_unique<Tables>();
    return *tables_;
}

}  // namespace standin::schema
