// One resource, as stored and as shown.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "mock/contract/contract.h"

namespace standin::state {

// What an item is one of; both outlive it.
struct Kin {
    const contract::Contract& contract;
    const contract::Resource& resource;
};

// Immutable: a change makes another one. Its value lies behind it, in one piece of memory, which
// whoever holds the item or its document keeps. May be used from several threads.
class Item {
  public:
    ~Item() { delete[] shown_.load(std::memory_order_relaxed); }
    Item(const Item&) = delete;
    Item& operator=(const Item&) = delete;

    uint64_t ordinal() const { return ordinal_; }  // of creation in its table, kept by changes
    std::string_view key() const { return key_; }  // "" where the resource's key member is none
    const Value& value() const { return document_.root(); }

    // JSON text, as its resource's shape shows it. Made when it is first asked for, once, and not
    // by who stores the item under its session's lock.
    std::string_view shown() const {
        const char* text = shown_.load(std::memory_order_acquire);
        return text_in(text ? text : show());
    }

  private:
    friend std::shared_ptr<const Item> make_item(const Value&, const Kin&, uint64_t);
    friend std::shared_ptr<const Document> document_of(std::shared_ptr<const Item>);
    template <class Thing>
    struct Behind;

    Item(const Kin& kin, uint64_t ordinal) : kin_(kin), ordinal_(ordinal) {}
    static std::string_view text_in(const char* shown);
    const char* show() const;

    const Kin kin_;
    const uint64_t ordinal_;
    std::string_view key_;
    Document document_{0};                             // its root and nothing else
    mutable std::atomic<const char*> shown_{nullptr};  // the text's size, then the text
};

using ItemPointer = std::shared_ptr<const Item>;

// An item with a copy of a value.
ItemPointer make_item(const Value& value, const Kin& kin, uint64_t ordinal);

// What is stored, for whoever wants to look at it after the item is gone.
std::shared_ptr<const Document> document_of(ItemPointer item);

// A key as text: a string's characters, a number as it is written; "" for anything else. Lives as
// long as the key.
std::string_view key_text(const Value* key);

}  // namespace standin::state
