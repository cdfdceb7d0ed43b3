#include "mock/core/document.h"

#include <cassert>
#include <utility>

#include "mock/core/block.h"

namespace standin {

// Takes more than it is asked for: a room behind the document and what counts its holders.
template <class Thing>
struct Document::WithRoom {
    using value_type = Thing;

    explicit WithRoom(Room& beside) : room(&beside) {}
    template <class Other>
    WithRoom(const WithRoom<Other>& other) : room(other.room) {}

    Thing* allocate(size_t count) {
        const size_t own = count * sizeof(Thing);
        const std::span<char> memory = take_block(own + room->bytes);
        room->begin = memory.data() + own;
        room->bytes = memory.size() - own;
        return reinterpret_cast<Thing*>(memory.data());
    }
    void deallocate(Thing* thing, size_t) { give_back_block(reinterpret_cast<char*>(thing)); }
    bool operator==(const WithRoom&) const = default;

    Room* room;  // needed while it allocates, no longer
};

std::shared_ptr<Document> Document::with_room(size_t bytes) {
    Room room{nullptr, bytes};
    return std::allocate_shared<Document>(WithRoom<Document>(room), std::as_const(room));
}

Value Document::copy(const Value& value) {
    switch (value.kind()) {
        case Kind::integer:
            return Value::of(value.integer(), keep(value.text()), value.mark());
        case Kind::number:
            return Value::of(value.number(), keep(value.text()), value.mark());
        case Kind::string:
            return Value::of(keep(value.text()), value.mark());
        case Kind::array: {
            Value* next = room_for<Value>(value.items().size()).data();
            const std::span<const Value> items(next, value.items().size());
            for (const Value& item : value.items()) new (next++) Value(copy(item));
            return Value::of(items, value.mark());
        }
        case Kind::object: {
            Member* next = room_for<Member>(value.members().size()).data();
            const std::span<const Member> members(next, value.members().size());
            for (const Member& member : value.members()) {
                new (next++) Member{keep(member.name), copy(member.value), member.mark};
            }
            return Value::of(members, value.mark());
        }
        default:
            return value;
    }
}

size_t Document::size_of(const Value& value) {
    size_t size = alignof(Member);  // the gap before what has to be aligned
    switch (value.kind()) {
        case Kind::integer:
        case Kind::number:
        case Kind::string:
            return value.text().size();
        case Kind::array:
            for (const Value& item : value.items()) size += sizeof item + size_of(item);
            return size;
        case Kind::object:
            for (const Member& member : value.members()) {
                size += sizeof member + member.name.size() + size_of(member.value);
            }
            return size;
        default:
            return 0;
    }
}

void Document::share(std::shared_ptr<const Document> base) {
    assert(!base_ && files_.empty());
    files_ = base->files_;
    base_ = std::move(base);
}

std::optional<uint8_t> Document::add_file(std::string file) {
    if (files_.size() == UINT8_MAX) return std::nullopt;
    files_.push_back(std::move(file));
    return static_cast<uint8_t>(files_.size());
}

const std::string& Document::file_of(Mark mark, const std::string& own) const {
    assert(mark.file <= files_.size());
    return mark.file == 0 ? own : files_[mark.file - 1];
}

}  // namespace standin
