// A JSON value with the order of its members, numbers as they were written, and places.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "mock/core/kind.h"
#include "mock/core/mark.h"

namespace standin {

struct Member;

// A view of one JSON value. Its text, items and members live in the Document that made it, which
// must outlive the view; copying is cheap and shallow. Immutable, so safe to share among threads.
class Value {
  public:
    Value() = default;  // null
    static Value null(Mark mark = {}) { return {Kind::null, mark, {}, {.integer = 0}}; }
    static Value of(bool flag, Mark mark = {}) { return {Kind::boolean, mark, {}, {.flag = flag}}; }
    static Value of(int64_t integer, std::string_view written, Mark mark = {}) {
        return {Kind::integer, mark, written, {.integer = integer}};
    }
    static Value of(double number, std::string_view written, Mark mark = {}) {
        return {Kind::number, mark, written, {.number = number}};
    }
    static Value number_of(std::string_view written, Mark mark = {});  // a JSON number's text
    static Value of(std::string_view text, Mark mark = {}) {
        return {Kind::string, mark, text, {.integer = 0}};
    }
    static Value of(std::span<const Value> items, Mark mark = {}) {
        return {Kind::array, mark, bytes_of(items), {.items = items.data()}};
    }
    static Value of(std::span<const Member> members, Mark mark = {});

    Kind kind() const { return kind_; }
    bool is(Kind kind) const { return kind_ == kind; }
    bool is_number() const { return is(Kind::integer) || is(Kind::number); }
    Mark mark() const { return mark_; }

    // Each accessor asks for its own kind: anything else is a bug in the caller (assert). A number
    // has its text as it was written; number() is for integers too.
    bool boolean() const { return assert(is(Kind::boolean)), payload_.flag; }
    int64_t integer() const { return assert(is(Kind::integer)), payload_.integer; }
    double number() const {
        assert(is_number());
        return is(Kind::integer) ? static_cast<double>(payload_.integer) : payload_.number;
    }
    std::string_view text() const {
        return assert(is(Kind::string) || is_number()), std::string_view(text_, size_);
    }
    std::span<const Value> items() const {
        return assert(is(Kind::array)), std::span(payload_.items, size_);
    }
    std::span<const Member> members() const;

    // The member of that name, the last one where a name stands twice; null where there is none or
    // where this is no object. Linear in the number of members.
    const Value* find(std::string_view name) const;

    // As find, for the members of members: at("a", "b") is find("a")->find("b").
    template <class... Names>
    const Value* at(std::string_view name, Names... names) const {
        const Value* member = find(name);
        if constexpr (sizeof...(names) > 0) return member ? member->at(names...) : nullptr;
        return member;
    }
    // The text of a string; `fallback` for anything else.
    std::string_view text_or(std::string_view fallback) const;

  private:
    union Payload {
        bool flag;
        int64_t integer;
        double number;
        const Value* items;
        const Member* members;
    };

    // `text` is as long as there are items or members, where there are any.
    Value(Kind kind, Mark mark, std::string_view text, Payload payload)
        : text_(text.data()), payload_(payload), size_(narrow(text)), mark_(mark), kind_(kind) {}
    static uint32_t narrow(std::string_view text) {
        return assert(text.size() <= UINT32_MAX), static_cast<uint32_t>(text.size());
    }
    template <class Thing>
    static std::string_view bytes_of(std::span<const Thing> things) {
        return {reinterpret_cast<const char*>(things.data()), things.size()};
    }

    const char* text_ = nullptr;
    Payload payload_{.integer = 0};
    uint32_t size_ = 0;  // of text, items or members
    Mark mark_;
    Kind kind_ = Kind::null;
};

struct Member {
    std::string_view name;
    Value value;
    Mark mark;  // of the name
};

inline Value Value::of(std::span<const Member> members, Mark mark) {
    return {Kind::object, mark, bytes_of(members), {.members = members.data()}};
}

inline std::span<const Member> Value::members() const {
    return assert(is(Kind::object)), std::span(payload_.members, size_);
}

// Equality as JSON Schema has it (2020-12 core, section 4.2.2): numbers by value, exact however
// they are written, objects without regard to the order of members.
bool equal(const Value& left, const Value& right);

}  // namespace standin
