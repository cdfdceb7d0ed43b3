#include "mock/check/sent.h"

#include <algorithm>
#include <span>

#include "mock/http/message.h"

namespace standin::check {

using contract::Parameter;

namespace {

// "R=100" in a list of such.
void put_pair(Sent& sent, std::string_view pair, Decode decode) {
    const std::string_view key = take(pair, '=');
    sent.member(decode(key)).texts.push_back({decode(pair)});
}

// "R,100,G,200". What is no object at all is left as one text.
Sent alternating(std::string_view text, const Joint& joint) {
    if (text.find(joint.separator) == text.npos) return sent_of({joint.decode(text)});
    Sent sent;
    while (!text.empty()) {
        const std::string_view key = take(text, joint.separator);
        sent.member(joint.decode(key)).texts.push_back({joint.decode(take(text, joint.separator))});
    }
    return sent;
}

Sent items(std::string_view text, const Joint& joint) {
    Sent sent;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(joint.separator, at), text.size());
        sent.texts.push_back({joint.decode(text.substr(at, end - at))});
        at = end + 1;
    }
    return sent;
}

Sent members(std::string_view text, const Joint& joint) {
    if (!joint.pairs) return alternating(text, joint);
    Sent sent;
    while (!text.empty()) put_pair(sent, take(text, joint.separator), joint.decode);
    return sent;
}

// Whether there is a text already where the keys lead; of a list there is room for another.
bool holds(const Sent& sent, std::span<const std::string> keys) {
    const Sent* at = &sent;
    for (const std::string& key : keys) {
        at = at->find(key);
        if (!at || key.empty()) return false;
    }
    return !at->texts.empty();
}

// The last item, or a further one where that has such a text already.
Sent& item_for(Sent& sent, std::span<const std::string> keys) {
    const bool another = sent.members.empty() || holds(sent.members.back().second, keys);
    return another ? sent.member(std::to_string(sent.members.size())) : sent.members.back().second;
}

}  // namespace

Sent& Sent::member(const std::string& key) {
    const auto [place, fresh] = places_.try_emplace(key, members.size());
    if (fresh) members.emplace_back(key, Sent());
    return members[place->second].second;
}

const Sent* Sent::find(const std::string& key) const {
    const auto place = places_.find(key);
    return place == places_.end() ? nullptr : &members[place->second].second;
}

Sent sent_of(Leaf leaf) {
    Sent sent;
    sent.texts.push_back(std::move(leaf));
    return sent;
}

std::string as_it_is(std::string_view text) {
    return std::string(text);
}

Sent take_apart(std::string_view text, Kind wanted, const Joint& joint) {
    if (wanted != Kind::array && wanted != Kind::object) return sent_of({joint.decode(text)});
    Joint plain = joint;
    std::string decoded;
    if (joint.separator == ' ' || joint.separator == '|' || joint.separator == '\t') {
        decoded = joint.decode(text);
        plain.decode = as_it_is;
        text = decoded;
    }
    return wanted == Kind::array ? items(text, plain) : members(text, plain);
}

// Older texts of OpenAPI write ".blue.black" for what is not exploded, newer ones ".blue,black".
Sent take_label(std::string_view text, const Parameter& parameter) {
    if (text.starts_with('.')) text.remove_prefix(1);
    const bool commas = !parameter.explode && text.find(',') != text.npos;
    return take_apart(text, parameter.kind,
                      {commas ? ',' : '.', parameter.explode, http::decode_segment});
}

Sent take_matrix(std::string_view text, const Parameter& parameter) {
    if (!text.starts_with(';')) return sent_of({http::decode_segment(text)});
    text.remove_prefix(1);
    const Joint pairs{';', true, http::decode_segment};
    Sent sent = members(text, pairs);
    if (parameter.kind == Kind::object && parameter.explode) return sent;
    const Sent* own = sent.find(parameter.name);
    if (!own) return sent_of({http::decode_segment(text)});
    if (parameter.explode || own->texts.size() > 1) return *own;
    const size_t equals = std::min(text.find('='), text.size() - 1);
    return take_apart(text.substr(equals + 1), parameter.kind, {',', false, http::decode_segment});
}

bool put_bracketed(Sent& sent, std::string_view rest, Leaf leaf) {
    std::vector<std::string> keys;
    while (!rest.empty()) {
        const size_t close = rest.find(']');
        if (rest[0] != '[' || close == rest.npos || keys.size() == most_brackets) return false;
        keys.emplace_back(rest.substr(1, close - 1));
        rest.remove_prefix(close + 1);
    }
    Sent* at = &sent;
    for (size_t i = 0; i < keys.size(); ++i) {
        const bool item = keys[i].empty() && i + 1 < keys.size();
        at = item ? &item_for(*at, std::span(keys).subspan(i + 1)) : &at->member(keys[i]);
    }
    at->texts.push_back(std::move(leaf));
    return true;
}

}  // namespace standin::check
