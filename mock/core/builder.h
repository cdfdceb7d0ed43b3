// Fills a document from the outside in, as a reader meets its values.
#pragma once

#include <cassert>
#include <string_view>

#include "mock/core/document.h"
#include "mock/core/stack.h"

namespace standin {

// Builds the root of a document from a sequence of events. A value that is put whole (`value`) is
// shared, not copied: the document that owns it must outlive this one, or be deep-copied (`copy`).
// So is a name that is put with `shared_name`. For one thread at a time.
class Builder {
  public:
    explicit Builder(Document& document) : document_(document) {}

    // Of the next value, inside an object.
    void name(std::string_view name, Mark mark = {}) { shared_name(document_.keep(name), mark); }
    void shared_name(std::string_view name, Mark mark = {}) {
        Member& member = members_.raise();
        new (&member.name) std::string_view(name);
        new (&member.value) Value();
        new (&member.mark) Mark(mark);
    }
    void null(Mark mark = {}) { value(Value::null(mark)); }
    void boolean(bool flag, Mark mark = {}) { value(Value::of(flag, mark)); }
    void integer(int64_t integer, Mark mark = {});
    void number(std::string_view written, Mark mark = {});  // a JSON number, kept as written
    void string(std::string_view text, Mark mark = {}) {
        value(Value::of(document_.keep(text), mark));
    }
    void value(const Value& shared) { new (&next()) Value(shared); }
    // The same in one, to be written before anything else is put: where an object is open, and
    // where an array is.
    Member& next_member() { return members_.raise(); }
    Value& next_item() { return items_.raise(); }
    void copy(const Value& whole) { value(document_.copy(whole)); }
    void begin_array(Mark mark = {}) { begin(mark, items_.size(), false); }
    void begin_object(Mark mark = {}) { begin(mark, members_.size(), true); }
    // The same with what it begins with.
    void begin_array(Mark mark, std::span<const Value> items) {
        begin_array(mark);
        items_.push_all(items);
    }
    void begin_object(Mark mark, std::span<const Member> members) {
        begin_object(mark);
        members_.push_all(members);
    }
    // Of the innermost array or object.
    void end() {
        assert(!open_.empty());
        const Open& open = open_.back();
        open_.pop();
        if (open.object) {
            kept(document_.keep(members_.take(open.first)), open.mark);
        } else {
            kept(document_.keep(items_.take(open.first)), open.mark);
        }
    }
    // The whole object or array of what the document keeps already.
    template <class Thing>
    void kept(std::span<const Thing> things, Mark mark) {
        new (&next()) Value(Value::of(things, mark));
    }

    // Depth of nesting at this point, 0 outside of everything.
    size_t depth() const { return open_.size(); }
    // Whether the innermost of what is open is an object.
    bool in_object() const { return open_.back().object; }

  private:
    struct Open {
        Mark mark;
        uint32_t first;  // of what it holds, in members_ or items_
        bool object;
    };

    // What follows makes things where they belong: one that is made elsewhere and then copied is
    // waited for.
    void begin(Mark mark, size_t first, bool object) {
        Open& open = open_.raise();
        new (&open.mark) Mark(mark);
        open.first = static_cast<uint32_t>(first);
        open.object = object;
    }
    Value& next() {
        if (open_.empty()) return document_.next_root();
        return in_object() ? members_.back().value : items_.raise();
    }

    Document& document_;
    Stack<Open, 32> open_;
    Stack<Member, 32> members_;  // of all open objects, innermost last
    Stack<Value, 32> items_;     // of all open arrays
};

}  // namespace standin
