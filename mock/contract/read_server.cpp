#include <algorithm>

#include "mock/contract/access.h"
#include "mock/contract/server.h"
#include "mock/http/headers.h"

namespace standin::contract {

namespace {

constexpr size_t max_urls = 32;

// What a variable may stand for, its default first. Swaps in what each URL becomes.
void fill(std::vector<std::string>& urls, std::string_view name, const Located& variable) {
    const std::string braced = "{" + std::string(name) + "}";
    std::vector<std::string> words = {text_member(variable, "default")};
    const Located listed = member(variable, "enum", Kind::array);
    for (size_t i = 0; listed && i < listed.value->items().size(); ++i) {
        const std::string word(listed.value->items()[i].text_or(""));
        if (std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
    std::vector<std::string> filled;
    for (const std::string& word : words) {
        for (const std::string& url : urls) {
            const size_t where = url.find(braced);
            if (where == url.npos && &word != &words.front()) continue;
            filled.push_back(url);
            if (where != url.npos) filled.back().replace(where, braced.size(), word);
            if (filled.size() == max_urls) break;
        }
        if (filled.size() == max_urls) break;
    }
    urls = std::move(filled);
}

std::string_view without_port(std::string_view authority) {
    const size_t colon = authority.rfind(':');
    const size_t bracket = authority.rfind(']');
    const bool port = colon != authority.npos && (bracket == authority.npos || colon > bracket);
    return port ? authority.substr(0, colon) : authority;
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host.starts_with("127.") || host == "[::1]" || host == "0.0.0.0";
}

}  // namespace

Server server_of(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    Server server{std::move(url), {}, {}};
    std::string_view path = server.url;
    const size_t scheme = path.find("://");
    if (scheme != path.npos) {
        const size_t start = scheme + 3;
        const size_t slash = std::min(path.find('/', start), path.size());
        std::string_view authority = path.substr(start, slash - start);
        authority.remove_prefix(authority.rfind('@') + 1);
        server.host = http::lower(authority);
        path.remove_prefix(slash);
    }
    path = path.substr(0, path.find_first_of("?#"));
    while (path.ends_with('/')) path.remove_suffix(1);
    if (path.starts_with("./")) path.remove_prefix(1);
    server.path = path.empty() || path[0] == '/' ? std::string(path) : "/" + std::string(path);
    return server;
}

Servers servers_at(const Located& holder) {
    Servers servers;
    const Located list = member(holder, "servers", Kind::array);
    for (size_t i = 0; list && i < list.value->items().size(); ++i) {
        const Located at = item(list, i);
        std::vector<std::string> urls = {text_member(at, "url")};
        if (const Located variables = member(at, "variables", Kind::object)) {
            for (const Member& each : variables.value->members()) {
                fill(urls, each.name, variables.find(each.name));
            }
        }
        for (std::string& url : urls) servers.push_back(server_of(std::move(url)));
    }
    return servers;
}

bool is_host(std::string_view field, const Server& server) {
    // Most hosts that differ do so in their first letter.
    const std::string_view own = server.host;
    if (own.empty() || !http::same_name(field.substr(0, 1), own.substr(0, 1))) return false;
    if (http::same_name(field, server.host)) return true;
    const std::string_view host = without_port(server.host);
    return !is_this_machine(host) && http::same_name(without_port(field), host);
}

}  // namespace standin::contract
