#include "mock/check/fields.h"

#include "mock/contract/shape.h"

namespace standin::check {

using contract::Parameter;
using contract::Style;

namespace {

char separator_of(Style style) {
    switch (style) {
        case Style::space_delimited:
            return ' ';
        case Style::pipe_delimited:
            return '|';
        case Style::tab_delimited:
            return '\t';
        default:
            return ',';
    }
}

bool wants(const Parameter& parameter, Kind kind) {
    return parameter.shape && parameter.shape->kinds.has(kind);
}

// "a" of "a[b]"; all of it where there is no bracket.
std::string_view base_of(std::string_view name) {
    return name.substr(0, name.find('['));
}

// Whether items can hold no comma: one that is encoded parts them, too.
bool holds_no_comma(const Parameter& parameter) {
    return parameter.kind == Kind::array &&
           (parameter.item_kind == Kind::integer || parameter.item_kind == Kind::number ||
            parameter.item_kind == Kind::boolean);
}

}  // namespace

Fields::Fields(Pairs pairs, Notation notation, Decode decode)
    : pairs_(std::move(pairs)), notation_(notation), decode_(decode) {}

Sent Fields::take(const Parameter& parameter) {
    if (parameter.style == Style::content) return repeated(parameter.name);
    const bool array = parameter.kind == Kind::array;
    const bool object = wants(parameter, Kind::object) && !array;
    if (array) return take_array(parameter);
    if (object) return take_object(parameter);
    Sent sent = repeated(parameter.name);
    // One value that may also be several.
    return sent.empty() && wants(parameter, Kind::array) ? bracketed(parameter.name) : sent;
}

Sent Fields::take_array(const Parameter& parameter) {
    switch (notation_.array) {
        case ArrayFormat::repeat:
            return repeated(parameter.name);
        case ArrayFormat::comma:
            return joined(parameter, ',');
        case ArrayFormat::space:
            return joined(parameter, ' ');
        case ArrayFormat::pipe:
            return joined(parameter, '|');
        case ArrayFormat::brackets:
            return bracketed(parameter.name);
        case ArrayFormat::automatic:
            break;
    }
    const bool together = !parameter.explode && parameter.style != Style::deep_object;
    Sent sent =
        together ? joined(parameter, separator_of(parameter.style)) : repeated(parameter.name);
    // Many clients write a list as "name[]=a&name[]=b".
    return sent.empty() ? bracketed(parameter.name) : sent;
}

Sent Fields::take_object(const Parameter& parameter) {
    switch (notation_.object) {
        case ObjectFormat::flat:
            return flat(parameter);
        case ObjectFormat::flat_comma:
            return joined(parameter, ',');
        case ObjectFormat::brackets:
            return bracketed(parameter.name);
        case ObjectFormat::dots:
            return dotted(parameter.name);
        case ObjectFormat::automatic:
            break;
    }
    Sent sent = bracketed(parameter.name);
    if (!sent.empty()) return sent;
    if (parameter.style == Style::deep_object) return repeated(parameter.name);
    if (!parameter.explode) return joined(parameter, separator_of(parameter.style));
    sent = flat(parameter);
    return sent.empty() ? repeated(parameter.name) : sent;
}

// Texts of one name: "name=a&name=b".
Sent Fields::repeated(std::string_view name) {
    Sent sent;
    for (size_t i = 0; i < pairs_.size(); ++i) {
        if (pairs_[i].first != name) continue;
        taken_.insert(i);
        sent.texts.push_back(leaf(i));
    }
    return sent;
}

// One text that holds several; where the name stands several times all the same, each is one.
Sent Fields::joined(const Parameter& parameter, char separator) {
    Sent sent = repeated(parameter.name);
    if (sent.texts.size() != 1 || sent.texts.front().is_json) return sent;
    for (const auto& [name, value] : pairs_) {
        if (name != parameter.name) continue;
        // Many clients encode the comma as well, and nothing else says what it is.
        const bool encoded = separator == ',' && value.find(',') == value.npos &&
                             (notation_.array == ArrayFormat::comma || holds_no_comma(parameter));
        const Kind wanted = parameter.kind == Kind::array ? Kind::array : Kind::object;
        if (encoded) return take_apart(decode_(value), wanted, {separator});
        return take_apart(value, wanted, {separator, false, decode_});
    }
    return sent;
}

// "name[a]=1", "name[]=1".
Sent Fields::bracketed(std::string_view name) {
    Sent sent;
    for (size_t i = 0; i < pairs_.size(); ++i) {
        const std::string_view full = pairs_[i].first;
        if (full.size() <= name.size() || full[name.size()] != '[' || !full.starts_with(name)) {
            continue;
        }
        if (put_bracketed(sent, full.substr(name.size()), leaf(i))) taken_.insert(i);
    }
    const bool plain_list = sent.texts.empty() && sent.members.size() == 1 &&
                            sent.members[0].first.empty() && sent.members[0].second.members.empty();
    if (plain_list) return Sent(sent.members[0].second);
    return sent;
}

// "name.a=1".
Sent Fields::dotted(std::string_view name) {
    Sent sent;
    for (size_t i = 0; i < pairs_.size(); ++i) {
        std::string_view full = pairs_[i].first;
        if (full.size() <= name.size() || full[name.size()] != '.' || !full.starts_with(name)) {
            continue;
        }
        full.remove_prefix(name.size() + 1);
        Sent* at = &sent;
        for (size_t depth = 0; !full.empty() && depth < most_brackets; ++depth) {
            at = &at->member(std::string(check::take(full, '.')));
        }
        at->texts.push_back(leaf(i));
        taken_.insert(i);
    }
    return sent;
}

// Members that stand among the names: those that the schema names, and all that nobody claims where
// it takes others.
Sent Fields::flat(const Parameter& parameter) {
    Sent sent;
    const contract::Shape& shape = *parameter.shape;
    const bool open = shape.additional || shape.properties.empty();
    for (size_t i = 0; i < pairs_.size(); ++i) {
        const std::string& name = pairs_[i].first;
        if (!shape.find(name) && !(open && !belongs(name))) continue;
        sent.member(name).texts.push_back(leaf(i));
        taken_.insert(i);
    }
    return sent;
}

bool Fields::belongs(std::string_view name) const {
    const bool dots = notation_.object == ObjectFormat::dots;
    return declared_.contains(name) || declared_.contains(base_of(name)) ||
           (dots && declared_.contains(name.substr(0, name.find('.'))));
}

bool Fields::is_undeclared(size_t pair) const {
    const std::string_view name = pairs_[pair].first;
    const bool automatic =
        notation_.array == ArrayFormat::automatic && notation_.object == ObjectFormat::automatic;
    const auto& known = automatic ? declared_ : allowed_;
    return !taken_.contains(pair) && !known.contains(name);
}

Leaf Fields::leaf(size_t pair) const {
    return {text(pair), json_.contains(pair)};
}

}  // namespace standin::check
