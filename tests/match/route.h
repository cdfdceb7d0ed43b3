// Contracts made of nothing but paths, for tests of the router.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "mock/match/router.h"

namespace standin::match {

struct Paths {
    std::string name;
    std::vector<std::string> servers;     // URLs
    std::vector<std::string> operations;  // "GET /things/{id}", each its own operationId
};

inline std::shared_ptr<const contract::Contract> contract_of(const Paths& paths) {
    std::string text = "openapi: 3.1.0\nx-standin: {name: " + paths.name + "}\nservers:\n";
    for (const std::string& server : paths.servers) text += "  - {url: \"" + server + "\"}\n";
    if (paths.servers.empty()) text += "  []\n";
    std::vector<std::string> names;
    for (const std::string& operation : paths.operations) {
        const std::string path = operation.substr(operation.find(' ') + 1);
        if (std::find(names.begin(), names.end(), path) == names.end()) names.push_back(path);
    }
    text += "paths:\n";
    for (const std::string& path : names) {
        text += "  \"" + path + "\":\n";
        for (const std::string& operation : paths.operations) {
            const size_t space = operation.find(' ');
            if (operation.substr(space + 1) != path) continue;
            std::string method = operation.substr(0, space);
            for (char& c : method) c = static_cast<char>(c + 32);
            text += "    " + method + ": {operationId: \"" + operation + "\", responses: {}}\n";
        }
    }
    return contract::load_contract_text(paths.name + ".yaml", text);
}

inline Router router_of(const std::vector<Paths>& contracts) {
    std::vector<std::shared_ptr<const contract::Contract>> loaded;
    for (const Paths& paths : contracts) loaded.push_back(contract_of(paths));
    return Router(std::move(loaded));
}

// "books: GET /books/{id} id=7", or of a miss "books: Allow: GET, PUT", "books: nothing", "nobody".
inline std::string told(const Match& match) {
    if (!match.contract) return "nobody";
    std::string text = match.contract->name + ": ";
    if (!match.operation)
        return text + (match.allowed.empty() ? "nothing" : "Allow: " + match.allowed);
    text += match.operation->id;
    for (const auto& [name, value] : match.path_values) {
        text += ' ' + std::string(name) + '=' + value;
    }
    return text;
}

}  // namespace standin::match
