// Header fields in the order in which they stand in a message (RFC 9110, section 5).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace standin::http {

// A text with its ASCII letters in lower case.
std::string lower(std::string_view text);

// ASCII case-insensitive equality, as names of fields and schemes are compared.
bool same_name(std::string_view left, std::string_view right);

class Headers {
  public:
    using Field = std::pair<std::string, std::string>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : fields_(fields) {}

    void add(std::string name, std::string value) {
        fields_.emplace_back(std::move(name), std::move(value));
    }
    void reserve(size_t fields) { fields_.reserve(fields); }
    void set(std::string_view name, std::string value);  // replaces every field of that name

    // The value of the first field of that name; null where there is none.
    const std::string* find(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    size_t size() const { return fields_.size(); }

    bool operator==(const Headers&) const = default;

  private:
    std::vector<Field> fields_;
};

}  // namespace standin::http
