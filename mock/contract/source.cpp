#include "mock/contract/source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "mock/core/json.h"

namespace standin::contract {

namespace {

std::string contents_of(const std::string& file) {
    if (std::filesystem::is_directory(file)) {
        throw ContractError({file, {}, {}, "is a folder, not a file"});
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw ContractError({file, {}, {}, std::string("cannot be read: ") + strerror(errno)});
    }
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

// The first member anywhere below a value whose name stands before it already. JSON leaves the
// meaning open (RFC 8259, section 4); in a file that people write it is always a mistake.
const Member* duplicate_in(const Value& value) {
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) {
            if (const Member* found = duplicate_in(item)) return found;
        }
    }
    if (!value.is(Kind::object)) return nullptr;
    std::set<std::string_view> names;
    const auto members = value.members();
    for (const Member& member : members) {
        const bool few = members.size() <= 16;  // looked through faster than a set is built
        const auto before = members.first(static_cast<size_t>(&member - members.data()));
        if (few ? std::ranges::find(before, member.name, &Member::name) != before.end()
                : !names.insert(member.name).second) {
            return &member;
        }
        if (const Member* found = duplicate_in(member.value)) return found;
    }
    return nullptr;
}

// What begins like JSON and is none may still be YAML in flow style, where the file's name says so;
// null where it is not.
std::shared_ptr<const Document> read_flow(const std::string& file, std::string_view text) {
    if (!file.ends_with(".yaml") && !file.ends_with(".yml")) return nullptr;
    try {
        return read_yaml(file, text);
    } catch (const ContractError&) {
        return nullptr;
    }
}

}  // namespace

void Source::refuse(Mark mark, std::string pointer, std::string message) const {
    throw ContractError({file_of(mark), mark, std::move(pointer), std::move(message)});
}

Source read_source(const std::string& file) {
    return read_source_text(file, contents_of(file));
}

Source read_source_text(std::string file, std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) throw ContractError({file, {}, {}, "is empty"});
    if (text[first] != '{' && text[first] != '[') {
        auto document = read_yaml(file, text);
        return {std::move(file), std::move(document)};
    }
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault, {.marks = true});
    if (!document) document = read_flow(file, text);
    if (!document) throw ContractError({file, fault.mark, {}, "is not JSON: " + fault.message});
    if (const Member* twice = duplicate_in(document->root())) {
        throw ContractError(
            {file, twice->mark, {}, "member \"" + std::string(twice->name) + "\" stands twice"});
    }
    return {std::move(file), std::move(document)};
}

}  // namespace standin::contract
