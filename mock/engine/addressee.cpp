#include "mock/engine/addressee.h"

#include "mock/engine/sessions.h"

namespace standin::engine {

namespace {

constexpr std::string_view front = "/__session/";

// "/__session/NAME" of a path that begins so, "" of any other.
std::string_view front_of(std::string_view path) {
    if (!path.starts_with(front)) return {};
    return path.substr(0, path.find('/', front.size()));
}

Addressee refused(const std::string& name) {
    return {"", "A session's name is 1 to 128 letters, digits, '-', '.', '_' and '~', not \"" +
                    name + "\""};
}

}  // namespace

std::string_view without_session(std::string_view path) {
    return path.substr(front_of(path).size());
}

Addressee addressee_of(http::Request& request) {
    Addressee addressee;
    const std::string* header = request.headers.find("X-Standin-Session");
    if (header) addressee.session = *header;
    for (const auto& [name, value] : request.headers) {
        const bool another = http::same_name(name, "X-Standin-Session") && value != *header;
        if (another) addressee.mistake = "X-Standin-Session stands twice, with different names";
    }
    const std::string named(front_of(request.path()));
    if (!named.empty()) {
        addressee.session = http::decode_segment(std::string_view(named).substr(front.size()));
        request.base = named;
        request.target.erase(0, named.size());
        if (!request.target.starts_with('/')) request.target = '/' + request.target;
    }
    if (!addressee.mistake.empty()) return {"", addressee.mistake};
    if (!is_name(addressee.session)) return refused(addressee.session);
    if (!named.empty() && header && *header != addressee.session) {
        return {"", "X-Standin-Session names another session than the target does"};
    }
    return addressee;
}

}  // namespace standin::engine
