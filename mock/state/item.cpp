#include "mock/state/item.h"

#include <cstring>
#include <new>
#include <string>

#include "mock/core/json_writer.h"

namespace standin::state {

namespace {

constexpr size_t usual_text = 1000;  // bytes of a resource as it is shown, about

// What copies of values take: items and members, which have to be aligned, and text, which has not.
struct Extent {
    size_t things = 0;
    size_t text = 0;

    void add(const Value& value) {
        switch (value.kind()) {
            case Kind::integer:
            case Kind::number:
            case Kind::string:
                text += value.text().size();
                return;
            case Kind::array:
                things += value.items().size_bytes();
                for (const Value& item : value.items()) add(item);
                return;
            case Kind::object:
                things += value.members().size_bytes();
                for (const Member& member : value.members()) {
                    text += member.name.size();
                    add(member.value);
                }
                return;
            default:
                return;
        }
    }
};

// Copies values and texts to where there is room for them.
class Copier {
  public:
    Copier(char* things, char* text) : things_(things), text_(text) {}

    std::string_view copy(std::string_view text) {
        char* const begin = text_;
        if (!text.empty()) std::memcpy(begin, text.data(), text.size());
        text_ += text.size();
        return {begin, text.size()};
    }

    Value copy(const Value& value) {
        switch (value.kind()) {
            case Kind::integer:
                return Value::of(value.integer(), copy(value.text()), value.mark());
            case Kind::number:
                return Value::of(value.number(), copy(value.text()), value.mark());
            case Kind::string:
                return Value::of(copy(value.text()), value.mark());
            case Kind::array: {
                Value* next = room_for<Value>(value.items().size());
                const std::span<const Value> items(next, value.items().size());
                for (const Value& item : value.items()) new (next++) Value(copy(item));
                return Value::of(items, value.mark());
            }
            case Kind::object: {
                Member* next = room_for<Member>(value.members().size());
                const std::span<const Member> members(next, value.members().size());
                for (const Member& member : value.members()) {
                    new (next++) Member{copy(member.name), copy(member.value), member.mark};
                }
                return Value::of(members, value.mark());
            }
            default:
                return value;
        }
    }

  private:
    template <class Thing>
    Thing* room_for(size_t count) {
        auto* const begin = reinterpret_cast<Thing*>(things_);
        things_ += count * sizeof(Thing);
        return begin;
    }

    char* things_;
    char* text_;
};

}  // namespace

// Allocates more than it is asked for: room behind an item and what counts its holders.
template <class Thing>
struct Item::Behind {
    using value_type = Thing;

    Behind(size_t bytes, char*& begin) : room_bytes(bytes), room(&begin) {}
    template <class Other>
    Behind(const Behind<Other>& other) : room_bytes(other.room_bytes), room(other.room) {}

    template <class Other>
    struct rebind {
        using other = Behind<Other>;
    };

    Thing* allocate(size_t count) {
        static_assert(alignof(Thing) >= alignof(Member));
        auto* const memory = static_cast<char*>(::operator new(count * sizeof(Thing) + room_bytes));
        *room = memory + count * sizeof(Thing);
        return reinterpret_cast<Thing*>(memory);
    }
    void deallocate(Thing* thing, size_t) { ::operator delete(thing); }
    // Only who may make an item can construct one.
    template <class... From>
    void construct(Item* item, From&&... from) {
        new (item) Item(std::forward<From>(from)...);
    }
    bool operator==(const Behind&) const = default;

    size_t room_bytes;
    char** room;  // where to tell of the room; needed while it allocates, no longer
};

ItemPointer make_item(const Value& value, const Kin& kin, uint64_t ordinal) {
    Extent extent;
    extent.add(value);
    char* room = nullptr;
    const auto item = std::allocate_shared<Item>(
        Item::Behind<Item>(extent.things + extent.text, room), kin, ordinal);
    item->document_.set_root(Copier(room, room + extent.things).copy(value));
    if (!kin.resource.is_single) item->key_ = key_text(kin.resource.key_of(item->value()));
    return item;
}

std::shared_ptr<const Document> document_of(ItemPointer item) {
    const Document* document = &item->document_;
    return {std::move(item), document};
}

std::string_view Item::text_in(const char* shown) {
    size_t size = 0;
    std::memcpy(&size, shown, sizeof size);
    return {shown + sizeof size, size};
}

// Several threads may come here at once: they make the same text, and the first one's is kept.
const char* Item::show() const {
    const contract::Contract& contract = kin_.contract;
    std::string text;
    text.reserve(usual_text);
    JsonWriter writer(text, contract.style);
    contract::show(writer, value(), kin_.resource.shape,
                   {contract.style, contract.unknown_members, kin_.resource.hidden});
    const size_t size = text.size();
    auto made = std::make_unique_for_overwrite<char[]>(sizeof size + size);
    std::memcpy(made.get(), &size, sizeof size);
    std::memcpy(made.get() + sizeof size, text.data(), size);
    const char* known = nullptr;
    const bool first = shown_.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel,
                                                      std::memory_order_acquire);
    return first ? made.release() : known;
}

std::string_view key_text(const Value* key) {
    if (!key || !(key->is(Kind::string) || key->is_number())) return {};
    return key->text();
}

}  // namespace standin::state
