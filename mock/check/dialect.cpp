#include "mock/check/dialect.h"

#include <algorithm>
#include <string>

namespace standin::check {

namespace {

template <class Format>
struct Named {
    std::string_view name;
    Format format;
};

constexpr Named<ArrayFormat> array_formats[] = {
    {"auto", ArrayFormat::automatic}, {"repeat", ArrayFormat::repeat},
    {"comma", ArrayFormat::comma},    {"space", ArrayFormat::space},
    {"pipe", ArrayFormat::pipe},      {"brackets", ArrayFormat::brackets},
};
constexpr Named<ObjectFormat> object_formats[] = {
    {"auto", ObjectFormat::automatic},
    {"flat", ObjectFormat::flat},
    {"flat-comma", ObjectFormat::flat_comma},
    {"brackets", ObjectFormat::brackets},
    {"dots", ObjectFormat::dots},
};

template <class Format, size_t size>
std::optional<Format> find(const Named<Format> (&formats)[size], std::string_view name) {
    const auto* found = std::ranges::find(formats, name, &Named<Format>::name);
    return found == std::end(formats) ? std::nullopt : std::optional(found->format);
}

constexpr std::string_view prefixes[] = {"X-Steady-", "X-Standin-"};

Notation notation_of(Notation notation, const http::Headers& headers, std::string_view part) {
    for (const std::string_view prefix : prefixes) {
        const std::string begin = std::string(prefix) + std::string(part);
        if (const std::string* name = headers.find(begin + "-Array-Format")) {
            notation.array = array_format(*name).value_or(notation.array);
        }
        if (const std::string* name = headers.find(begin + "-Object-Format")) {
            notation.object = object_format(*name).value_or(notation.object);
        }
    }
    return notation;
}

// Most requests name no dialect: one look at each field is enough to know.
bool names_dialect(const http::Headers& headers) {
    return std::any_of(headers.begin(), headers.end(), [](const http::Headers::Field& field) {
        const std::string_view name = field.first;
        return name.size() > 14 && http::same_name(name.substr(name.size() - 7), "-Format");
    });
}

}  // namespace

std::optional<ArrayFormat> array_format(std::string_view name) {
    return find(array_formats, name);
}

std::optional<ObjectFormat> object_format(std::string_view name) {
    return find(object_formats, name);
}

Dialect dialect_of(const Dialect& standard, const http::Headers& headers) {
    if (!names_dialect(headers)) return standard;
    return {notation_of(standard.query, headers, "Query"),
            notation_of(standard.form, headers, "Form")};
}

}  // namespace standin::check
