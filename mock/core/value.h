// A JSON value that keeps what nlohmann::json forgets: the order of members, numbers as they were
// written, and the place in the file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace standin {

// A place in a source file, counted from 1; {0, 0} when the value was not read from a file.
struct Mark {
    uint32_t line = 0;
    uint32_t column = 0;

    bool operator==(const Mark&) const = default;
};

enum class Kind : uint8_t { null, boolean, integer, number, string, array, object };

struct Member;

// A view of one JSON value. Its text, items and members live in the Document that made it, which
// must outlive the view; copying is cheap and shallow. Immutable, so safe to share among threads.
class Value {
  public:
    Value() = default;  // null
    static Value of(bool flag, Mark mark = {});
    static Value of(int64_t integer, std::string_view written, Mark mark = {});
    static Value of(double number, std::string_view written, Mark mark = {});
    static Value number_of(std::string_view written, Mark mark = {});  // a JSON number's text
    static Value of(std::string_view text, Mark mark = {});
    static Value of(std::span<const Value> items, Mark mark = {});
    static Value of(std::span<const Member> members, Mark mark = {});
    static Value null(Mark mark = {});

    Kind kind() const { return kind_; }
    bool is(Kind kind) const { return kind_ == kind; }
    bool is_number() const { return is(Kind::integer) || is(Kind::number); }
    Mark mark() const { return {line_, column_}; }

    // Each accessor asks for its own kind: anything else is a bug in the caller (assert).
    bool boolean() const;
    int64_t integer() const;        // Kind::integer only
    double number() const;          // Kind::integer or Kind::number
    std::string_view text() const;  // a string's characters; a number as it was written
    std::span<const Value> items() const;
    std::span<const Member> members() const;

    // The member of that name, the last one where a name stands twice; null where there is none or
    // where this is no object. Linear in the number of members.
    const Value* find(std::string_view name) const;

    // As find, for the members of members: at("a", "b") is find("a")->find("b").
    template <class... Names>
    const Value* at(std::string_view name, Names... names) const {
        const Value* member = find(name);
        if constexpr (sizeof...(names) == 0) {
            return member;
        } else {
            return member ? member->at(names...) : nullptr;
        }
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

    const char* text_ = nullptr;
    Payload payload_{.integer = 0};
    uint32_t size_ = 0;  // of text, items or members
    uint32_t line_ = 0;
    uint32_t column_ = 0;
    Kind kind_ = Kind::null;
};

struct Member {
    std::string_view name;
    Value value;
    Mark mark;  // of the name
};

// Equality as JSON Schema has it (2020-12 core, section 4.2.2): numbers by value, exact however
// they are written, objects without regard to the order of members.
bool equal(const Value& left, const Value& right);

// The JSON name of a kind: "null", "boolean", "integer", "number", "string", "array", "object".
std::string_view name_of(Kind kind);

}  // namespace standin
