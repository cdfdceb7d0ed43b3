#include "mock/core/document.h"

#include <cassert>
#include <new>
#include <utility>

namespace standin {

// Allocates more than it is asked for: a room behind the document and what counts its holders.
template <class Thing>
struct Document::WithRoom {
    using value_type = Thing;

    explicit WithRoom(Room& beside) : room(&beside) {}
    template <class Other>
    WithRoom(const WithRoom<Other>& other) : room(other.room) {}

    Thing* allocate(size_t count) {
        auto* const memory =
            static_cast<char*>(::operator new(count * sizeof(Thing) + room->bytes));
        room->begin = memory + count * sizeof(Thing);
        return reinterpret_cast<Thing*>(memory);
    }
    void deallocate(Thing* thing, size_t) { ::operator delete(thing); }
    bool operator==(const WithRoom&) const = default;

    Room* room;  // needed while it allocates, no longer
};

std::shared_ptr<Document> Document::with_room(size_t bytes) {
    Room room{nullptr, bytes};
    return std::allocate_shared<Document>(WithRoom<Document>(room), std::as_const(room));
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
