// A small library that the tests of this room ask: shelves, books on them, loans.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/engine/mock.h"

namespace standin::state {

// A document of these paths (indented by two), schemas (by four) and extension (by two).
inline std::string api(std::string_view paths, std::string_view schemas,
                       std::string_view extension) {
    std::string text = "openapi: 3.1.0\npaths:\n";
    text += paths;
    text += "components:\n  schemas:\n";
    text += schemas;
    text += "x-standin:\n  name: api\n";
    text += extension;
    return text;
}

// "  /books/{book}:" with these methods ("get post"), all of which speak of one schema. Lists are
// bare arrays.
inline std::string paths_of(const std::string& path, const std::string& schema,
                            const std::string& methods, const std::string& parameters = "[]") {
    const std::string content =
        "{content: {application/json: {schema: {$ref: \"#/components/schemas/" + schema + "\"}}}";
    const std::string list =
        "{content: {application/json: {schema: {type: array, items: {$ref: "
        "\"#/components/schemas/" +
        schema + "\"}}}}";
    std::string text = "  " + path + ":\n    parameters: " + parameters + "\n";
    for (size_t at = 0; at < methods.size();) {
        const size_t end = std::min(methods.find(' ', at), methods.size());
        const std::string method = methods.substr(at, end - at);
        at = end + 1;
        const bool lists = method == "get" && !path.ends_with('}');
        text += "    " + method + ":\n";
        if (method != "get" && method != "delete") text += "      requestBody: " + content + "}\n";
        text += "      responses: {\"200\": " + (lists ? list : content) + ", description: ok}}\n";
    }
    return text;
}

}  // namespace standin::state
