#include "mock/contract/answer.h"

#include "mock/contract/access.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

bool fits_pattern(std::string_view pattern, std::string_view pointer) {
    while (true) {
        if (pattern == "/**") return true;
        if (pattern.empty() || pointer.empty()) return pattern.empty() && pointer.empty();
        const size_t token = std::min(pattern.find('/', 1), pattern.size());
        const size_t other = std::min(pointer.find('/', 1), pointer.size());
        const std::string_view wanted = pattern.substr(0, token);
        if (wanted != "/*" && wanted != pointer.substr(0, other)) return false;
        pattern.remove_prefix(token);
        pointer.remove_prefix(other);
    }
}

}  // namespace

bool Wording::fits(const Problem& problem) const {
    return (keyword.empty() || keyword == problem.keyword) && (!part || *part == problem.part) &&
           (at.empty() || fits_pattern(at, problem.pointer)) &&
           (!expected || *expected == problem.expected) &&
           (!received || *received == problem.received);
}

std::optional<Part> part_named(std::string_view name) {
    for (Part part : {Part::path, Part::query, Part::header, Part::cookie, Part::body,
                      Part::credentials, Part::request}) {
        if (name_of(part) == name) return part;
    }
    return std::nullopt;
}

Catalogue read_catalogue(const Source& source, const Value& rows, const std::string& pointer) {
    Catalogue catalogue;
    if (!rows.is(Kind::array)) return catalogue;
    for (const Value& value : rows.items()) {
        const Located row{&value, pointer + '/' + std::to_string(catalogue.size()), &source};
        Wording wording;
        wording.keyword = text_member(row, "keyword");
        wording.part = part_named(text_member(row, "part"));
        wording.at = text_member(row, "at");
        if (row.find("expected")) wording.expected = text_member(row, "expected");
        if (row.find("received")) wording.received = text_member(row, "received");
        const auto compile = [&](std::string_view name) -> std::optional<Template> {
            const Located found = row.find(name);
            if (!found) return std::nullopt;
            return Template::compile(source, *found.value, found.pointer);
        };
        wording.code = compile("code");
        wording.message = compile("message");
        catalogue.push_back(std::move(wording));
    }
    return catalogue;
}

}  // namespace standin::contract
