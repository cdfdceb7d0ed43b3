#include "mock/contract/remote.h"

namespace standin::contract {

bool is_remote(std::string_view uri) {
    return uri.starts_with("http://") || uri.starts_with("https://");
}

Source read_remote(const std::string& url, const Fetch& fetch) {
    if (!fetch) {
        throw ContractError(
            {url, {}, {}, "is on another host: --allow-remote-refs lets it be fetched"});
    }
    Fetched fetched = fetch(url);
    if (!fetched.mistake.empty()) {
        throw ContractError({url, {}, {}, "cannot be fetched: " + fetched.mistake});
    }
    Source source = read_source_text(url, fetched.text);
    source.uri = std::move(fetched.url);
    // A page of a site reads as YAML, of one text.
    if (source.root().is(Kind::string))
        source.refuse({}, "", "is a text, and neither JSON nor YAML");
    return source;
}

Source read_named(const std::string& name, const Reach& reach) {
    if (is_remote(name)) return read_remote(name, reach.fetch);
    reach.look_for(name);
    return read_source(name);
}

}  // namespace standin::contract
