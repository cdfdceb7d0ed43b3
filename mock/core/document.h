// Where values live: an arena that owns their text, items and members.
#pragma once

#include <cassert>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/arena.h"
#include "mock/core/value.h"

namespace standin {

// Owns one JSON value with everything under it. Immutable once built; a shared_ptr<const Document>
// may be read by any number of threads.
class Document {
  public:
    explicit Document(size_t expected_bytes = 1024) : arena_(expected_bytes) {}
    // One that takes no further memory for its first so many bytes, at least: they lie beside it,
    // in a block (block.h).
    static std::shared_ptr<Document> with_room(size_t bytes);

    const Value& root() const { return root_; }
    void set_root(const Value& root) { root_ = root; }
    // The same, to be written by whoever asks for it.
    Value& next_root() { return root_; }
    // How many bytes of text, items and members it holds.
    size_t bytes() const { return bytes_; }

    // Each copies what it is given into the arena, one level deep: the view that comes back lives
    // as long as the document, what lies below the items and members as long as its own.
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* const kept = room_for_text(text.size());
        std::memcpy(kept, text.data(), text.size());
        return {kept, text.size()};
    }
    std::span<const Value> keep(std::span<const Value> items) { return keep_all(items); }
    std::span<const Member> keep(std::span<const Member> members) { return keep_all(members); }
    Value array(std::span<const Value> items, Mark mark = {}) {
        return Value::of(keep(items), mark);
    }
    Value object(std::span<const Member> members, Mark mark = {}) {
        return Value::of(keep(members), mark);
    }

    // A copy of a value with everything under it.
    Value copy(const Value& value);
    // How many bytes such a copy takes at most.
    static size_t size_of(const Value& value);

    // Where the next items or members would be kept, as far as there is room. Those that are
    // written there, from its begin on, are kept by keep_written: before anything else is.
    template <class Thing>
    std::span<char> free_room() const {
        return arena_.free_room(alignof(Thing));
    }
    template <class Thing>
    std::span<const Thing> keep_written(std::span<const Thing> things) {
        bytes_ += things.size_bytes();
        [[maybe_unused]] void* const kept = arena_.allocate(things.size_bytes(), alignof(Thing));
        assert(things.empty() || kept == things.data());
        return things;
    }

    // For text of so many bytes that is still to be written.
    char* room_for_text(size_t bytes) {
        bytes_ += bytes;
        return static_cast<char*>(arena_.allocate(bytes, 1));
    }

    // A document may share values of another one, which lives as long then, and whose further files
    // it knows by the same numbers. At most one.
    void share(std::shared_ptr<const Document> base);
    // The number by which marks of this document name a further file, from 1. Nothing where there
    // are as many as marks can tell.
    std::optional<uint8_t> add_file(std::string file);
    // The file in which a mark lies; `own` is the document's.
    const std::string& file_of(Mark mark, const std::string& own) const;

  private:
    // For values that are still to be written.
    template <class Thing>
    std::span<Thing> room_for(size_t things) {
        bytes_ += things * sizeof(Thing);
        return {static_cast<Thing*>(arena_.allocate(things * sizeof(Thing), alignof(Thing))),
                things};
    }
    // Where the memory beside a document begins, told by whoever allocates both.
    struct Room {
        char* begin = nullptr;
        size_t bytes = 0;
    };
    template <class Thing>
    struct WithRoom;

  public:
    // For with_room() alone, since nobody else can name a Room.
    explicit Document(const Room& room) : arena_(room.begin, room.bytes) {}

  private:
    template <class Thing>
    std::span<const Thing> keep_all(std::span<const Thing> things) {
        bytes_ += things.size_bytes();
        void* const kept = arena_.allocate(things.size_bytes(), alignof(Thing));
        if (!things.empty()) std::memcpy(kept, things.data(), things.size_bytes());
        return {static_cast<const Thing*>(kept), things.size()};
    }

    Arena arena_;
    size_t bytes_ = 0;
    Value root_;
    std::shared_ptr<const Document> base_;
    std::vector<std::string> files_;  // besides its own
};

}  // namespace standin
