#include "mock/contract/json_path.h"

#include "mock/contract/json_path_filter.h"
#include "mock/contract/json_path_parser.h"
#include "mock/contract/json_path_walk.h"

namespace standin::contract {

namespace {

void append_character(std::string& path, char c) {
    static constexpr std::string_view escaped = "\b\t\n\f\r'\\";
    static constexpr std::string_view letters = "btnfr'\\";
    static constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (const size_t at = escaped.find(c); at != escaped.npos) {
        path += {'\\', letters[at]};
    } else if (byte < 0x20) {
        path += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 0xFU]};
    } else {
        path += c;
    }
}

}  // namespace

std::string normalized(std::span<const PathStep> path) {
    std::string text = "$";
    for (const PathStep& step : path) {
        text += '[';
        if (step.name) {
            text += '\'';
            for (const char c : *step.name) append_character(text, c);
            text += '\'';
        } else {
            text += std::to_string(step.position);
        }
        text += ']';
    }
    return text;
}

JsonPath::JsonPath(std::string_view query) {
    auto compiled = std::make_unique<CompiledPath>();
    try {
        PathParser(query, *compiled).parse();
    } catch (const PathMistake& mistake) {
        mistake_ = mistake.message + " at offset " + std::to_string(mistake.offset);
    }
    compiled_ = std::move(compiled);
}

JsonPath::JsonPath(JsonPath&& other) noexcept = default;
JsonPath& JsonPath::operator=(JsonPath&& other) noexcept = default;
JsonPath::~JsonPath() = default;

std::optional<std::vector<PathNode>> JsonPath::select(const Value& root) const {
    std::vector<PathNode> nodes;
    PathFilter filter(*compiled_, root);
    PathWalk walk(compiled_->queries.front(), filter, [&](const Value& value) {
        nodes.push_back({&value, {walk.path().begin(), walk.path().end()}});
        return true;
    });
    walk.run(root);
    if (filter.is_tired()) return std::nullopt;
    return nodes;
}

}  // namespace standin::contract
