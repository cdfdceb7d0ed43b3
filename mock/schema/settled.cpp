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
    const auto next = static_cast<Context>(contexts_.size() + 1);
    return contexts_.try_emplace({context, thing, role}, next).first->second;
}

const Outcome* Settled::find(const Key& key) const {
    const auto at = table_.find(key);
    return at == table_.end() ? nullptr : &at->second;
}

}  // namespace standin::schema
