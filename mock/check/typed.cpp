#include "mock/check/typed.h"

#include <algorithm>
#include <charconv>

#include "mock/core/json.h"
#include "mock/core/pointer.h"

namespace standin::check {

using contract::Kinds;
using contract::Shape;

namespace {

const Kinds any_kind;

const Kinds& kinds_of(const Shape* shape) {
    return shape ? shape->kinds : any_kind;
}

// Keys that number items: "0", "1", … or "" for those that have no number.
bool is_index(const std::string& key) {
    return key.size() < 10 && key.find_first_not_of("0123456789") == key.npos;
}

// Whether what has members is a list: as the schema says, else by the keys.
bool is_list(const Sent& sent, const Kinds& kinds) {
    const bool indices = std::all_of(sent.members.begin(), sent.members.end(),
                                     [](const auto& member) { return is_index(member.first); });
    if (kinds.has(Kind::array)) return indices || !kinds.has(Kind::object);
    return kinds.any() && indices;
}

bool is_repeated(const Sent& sent, const Kinds& kinds) {
    return sent.texts.size() > 1 || (kinds.first == Kind::array && !sent.texts.empty());
}

// Objects, and arrays of what cannot be text, are written as JSON where no style takes them apart.
bool may_be_json(std::string_view text, const Shape* shape) {
    const Kinds& kinds = kinds_of(shape);
    if (kinds.has(Kind::string)) return false;
    if (kinds.has(Kind::object) && text.starts_with('{')) return true;
    const Kinds& items = kinds_of(shape ? shape->items : nullptr);
    const bool text_items = items.any() || items.has(Kind::string);
    return kinds.has(Kind::array) && text.starts_with('[') && !text_items;
}

}  // namespace

bool is_number(std::string_view text) {
    size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - from;
    };
    const size_t first = at;
    const size_t whole = digits();
    if (whole == 0 || (whole > 1 && text[first] == '0')) return false;
    if (at < text.size() && text[at] == '.' && (++at, digits() == 0)) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

Value Typist::value(const Sent& sent, const Shape* shape) {
    const Kinds& kinds = kinds_of(shape);
    if (!sent.members.empty()) {
        return is_list(sent, kinds) ? items(sent, shape) : object(sent, shape);
    }
    const bool alone = sent.texts.size() == 1;
    if (alone && guesses_ && may_be_json(sent.text(), shape)) return json(sent.text());
    if (is_repeated(sent, kinds)) return list(sent.texts, shape);
    return sent.texts.empty() ? document_.object({}) : leaf(sent.texts.front(), shape);
}

Value Typist::single(std::string_view text, const Kinds& kinds) {
    text = document_.keep(text);
    const bool boolean = kinds.has(Kind::boolean) && (text == "true" || text == "false");
    const bool number = kinds.has_number() && is_number(text);
    if (kinds.first == Kind::string) return Value::of(text);
    if (boolean) return Value::of(text == "true");
    return number ? Value::number_of(text) : Value::of(text);
}

Value Typist::json(std::string_view text) {
    JsonFault fault;
    const auto document = read_json(text, fault);
    if (!document) {
        unreadable_.push_back({pointer_, "line " + std::to_string(fault.mark.line) + ", column " +
                                             std::to_string(fault.mark.column) + ": " +
                                             fault.message});
        return Value::null();
    }
    Builder builder(document_);
    builder.copy(document->root());
    return document_.root();
}

Value Typist::leaf(const Leaf& leaf, const Shape* shape) {
    const bool is_json = leaf.is_json || (guesses_ && may_be_json(leaf.text, shape));
    return is_json ? json(leaf.text) : single(leaf.text, kinds_of(shape));
}

// An array may also come whole, as one JSON text.
Value Typist::list(const std::vector<Leaf>& texts, const Shape* shape) {
    const Leaf& first = texts.front();
    if (texts.size() == 1 && first.is_json && first.text.starts_with('[')) return json(first.text);
    const Shape* below = shape ? shape->items : nullptr;
    std::vector<Value> items;
    const size_t here = pointer_.size();
    for (const Leaf& each : texts) {
        pointer_ += '/' + std::to_string(items.size());
        items.push_back(leaf(each, below));
        pointer_.resize(here);
    }
    return document_.array(items);
}

// In the order of their numbers; those that share one, and those that have none, as they were sent.
Value Typist::items(const Sent& sent, const Shape* shape) {
    std::vector<std::pair<size_t, const Sent*>> numbered;
    for (const auto& [key, below] : sent.members) {
        size_t number = 0;
        std::from_chars(key.data(), key.data() + key.size(), number);
        numbered.emplace_back(number, &below);
    }
    std::stable_sort(numbered.begin(), numbered.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    const Shape* below = shape ? shape->items : nullptr;
    std::vector<Value> items;
    for (const auto& [number, item] : numbered) {
        // "a[]=1&a[]=2" are two items of one key.
        if (item->members.empty() && kinds_of(below).first != Kind::array) {
            for (const Leaf& each : item->texts) items.push_back(leaf(each, below));
        } else {
            items.push_back(value(std::to_string(items.size()), *item, below));
        }
    }
    return document_.array(items);
}

Value Typist::object(const Sent& sent, const Shape* shape) {
    std::vector<Member> members;
    for (const auto& [key, member] : sent.members) {
        const contract::Property* property = shape ? shape->find(key) : nullptr;
        const Shape* of = property ? property->shape : shape ? shape->additional : nullptr;
        members.push_back({document_.keep(key), value(key, member, of), {}});
    }
    return document_.object(members);
}

Value Typist::value(std::string_view name, const Sent& sent, const Shape* shape) {
    const size_t here = pointer_.size();
    append_token(pointer_, name);
    const Value made = value(sent, shape);
    pointer_.resize(here);
    return made;
}

}  // namespace standin::check
