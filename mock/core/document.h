// Where values live: an arena that owns their text, items and members, and the builder that fills
// it from the outside in, as a reader meets them.
#pragma once

#include <cassert>
#include <cstring>
#include <string_view>

#include "mock/core/arena.h"
#include "mock/core/stack.h"
#include "mock/core/value.h"

namespace standin {

// Owns one JSON value with everything under it. Immutable once built; a shared_ptr<const Document>
// may be read by any number of threads.
class Document {
  public:
    explicit Document(size_t expected_bytes = 1024) : arena_(expected_bytes) {}

    const Value& root() const { return root_; }
    void set_root(const Value& root) { root_ = root; }
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
    Value array(std::span<const Value> items, Mark mark = {}) {
        return Value::of(keep_all(items), mark);
    }
    Value object(std::span<const Member> members, Mark mark = {}) {
        return Value::of(keep_all(members), mark);
    }

    // For text of so many bytes that is still to be written.
    char* room_for_text(size_t bytes) {
        bytes_ += bytes;
        return static_cast<char*>(arena_.allocate(bytes, 1));
    }

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
};

// Builds the root of a document from a sequence of events. A value that is put whole (`value`) is
// shared, not copied: the document that owns it must outlive this one, or be deep-copied (`copy`).
// So is a name that is put with `shared_name`. For one thread at a time.
class Builder {
  public:
    explicit Builder(Document& document) : document_(document) {}

    // Of the next value, inside an object.
    void name(std::string_view name, Mark mark = {}) { shared_name(document_.keep(name), mark); }
    void shared_name(std::string_view name, Mark mark = {}) { members_.push({name, {}, mark}); }
    void null(Mark mark = {}) { value(Value::null(mark)); }
    void boolean(bool flag, Mark mark = {}) { value(Value::of(flag, mark)); }
    void integer(int64_t integer, Mark mark = {});
    void number(std::string_view written, Mark mark = {});  // a JSON number, kept as written
    void string(std::string_view text, Mark mark = {}) {
        value(Value::of(document_.keep(text), mark));
    }
    void value(const Value& shared) {
        if (open_.empty()) {
            document_.set_root(shared);
        } else if (in_object()) {
            members_.back().value = shared;
        } else {
            items_.push(shared);
        }
    }
    // The same in one, where an object is open, and where an array is.
    void member(const Member& shared) { members_.push(shared); }
    void item(const Value& shared) { items_.push(shared); }
    void copy(const Value& value);
    void begin_array(Mark mark = {}) { open_.push({mark, items_.size(), false}); }
    void begin_object(Mark mark = {}) { open_.push({mark, members_.size(), true}); }
    // Of the innermost array or object.
    void end() {
        assert(!open_.empty());
        const Open open = open_.back();
        open_.pop();
        value(open.object ? document_.object(members_.take(open.first), open.mark)
                          : document_.array(items_.take(open.first), open.mark));
    }

    // Depth of nesting at this point, 0 outside of everything.
    size_t depth() const { return open_.size(); }
    // Whether the innermost of what is open is an object.
    bool in_object() const { return open_.back().object; }

  private:
    struct Open {
        Mark mark;
        size_t first;  // of what it holds, in members_ or items_
        bool object;
    };

    Document& document_;
    Stack<Open, 32> open_;
    Stack<Member, 32> members_;  // of all open objects, innermost last
    Stack<Value, 32> items_;     // of all open arrays
};

}  // namespace standin
