// The words of a JSONPath query: names, numbers and strings (RFC 9535, section 2.1.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standin::contract {

// What is wrong with a query, and at which byte. Caught by JsonPath, so nobody else sees it.
struct PathMistake {
    size_t offset = 0;
    std::string message;
};

// A place in a query that moves on with what is taken. Throws PathMistake.
class PathReader {
  public:
    explicit PathReader(std::string_view query) : query_(query) {}

    bool at_end() const { return at_ == query_.size(); }
    size_t offset() const { return at_; }
    // The next characters without those that were taken.
    std::string_view rest() const { return query_.substr(at_); }
    bool next_is(char c) const { return rest().starts_with(c); }
    bool next_is_quote() const { return next_is('\'') || next_is('"'); }
    bool next_is_number() const;

    [[noreturn]] void refuse(std::string message) const { refuse_at(at_, std::move(message)); }
    [[noreturn]] static void refuse_at(size_t offset, std::string message);

    void skip_blanks();
    bool take(std::string_view text);       // whether it was there
    void expect(std::string_view text);     // refuses where it is not
    std::string_view take_function_name();  // before "("; "" where there is none
    bool take_word(std::string_view word);  // that no letter follows
    std::optional<std::string_view> take_member_name();
    std::optional<int64_t> take_integer();  // within I-JSON's range (section 2.1)
    std::string_view take_number();         // as JSON writes it
    std::string take_string();              // in either quotes

  private:
    std::string_view query_;
    size_t at_ = 0;
};

}  // namespace standin::contract
