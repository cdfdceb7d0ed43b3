#include "mock/sample/style.h"

#include "mock/core/json.h"
#include "mock/http/message.h"

namespace standin::sample {

using contract::Parameter;
using contract::Style;

namespace {

using Texts = std::vector<std::string>;

std::string joined(const Texts& texts, std::string_view separator) {
    std::string text;
    for (size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) text += separator;
        text += texts[i];
    }
    return text;
}

// The texts of a value: its own, those of its items, or names and values of its members, each pair
// in one where `pairs` says how to join it.
Texts texts_of(const Value& value, std::string_view pairs) {
    Texts texts;
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) texts.push_back(plain(item));
    } else if (value.is(Kind::object)) {
        for (const Member& member : value.members()) {
            const std::string name(member.name);
            if (pairs.empty()) {
                texts.push_back(name);
                texts.push_back(plain(member.value));
            } else {
                texts.push_back(name + std::string(pairs) + plain(member.value));
            }
        }
    } else {
        texts.push_back(plain(value));
    }
    return texts;
}

std::string_view separator_of(Style style) {
    switch (style) {
        case Style::space_delimited:
            return " ";
        case Style::pipe_delimited:
            return "|";
        case Style::tab_delimited:
            return "\t";
        default:
            return ",";
    }
}

std::string matrix(const Parameter& parameter, const Value& value) {
    const bool single = !value.is(Kind::array) && !value.is(Kind::object);
    if (single || !parameter.explode) {
        Texts texts = texts_of(value, "");
        for (std::string& text : texts) text = http::encode(text);
        return ";" + parameter.name + "=" + joined(texts, ",");
    }
    std::string text;
    for (const std::string& each : texts_of(value, "=")) {
        text += ";" + (value.is(Kind::array) ? parameter.name + "=" + http::encode(each) : each);
    }
    return text;
}

// Objects name by name, and items by their numbers, however deep: a[b][c]=1, a[d][0]=2.
void add_brackets(Pairs& pairs, const std::string& name, const Value& value) {
    if (value.is(Kind::object)) {
        for (const Member& member : value.members()) {
            add_brackets(pairs, name + '[' + std::string(member.name) + ']', member.value);
        }
    } else if (value.is(Kind::array)) {
        size_t number = 0;
        for (const Value& item : value.items()) {
            add_brackets(pairs, name + '[' + std::to_string(number++) + ']', item);
        }
    } else {
        pairs.emplace_back(name, plain(value));
    }
}

}  // namespace

std::string plain(const Value& value) {
    return value.is(Kind::string) ? std::string(value.text()) : to_json(value);
}

std::string in_path(const Parameter& parameter, const Value& value) {
    if (parameter.style == Style::content) return http::encode(to_json(value));
    if (parameter.style == Style::matrix) return matrix(parameter, value);
    Texts texts = texts_of(value, parameter.explode ? "=" : "");
    for (std::string& text : texts) {
        const size_t equals = parameter.explode && value.is(Kind::object) ? text.find('=') : 0;
        text = equals == 0 ? http::encode(text)
                           : http::encode(text.substr(0, equals)) + '=' +
                                 http::encode(text.substr(equals + 1));
    }
    if (parameter.style != Style::label) return joined(texts, ",");
    return "." + joined(texts, parameter.explode ? "." : ",");
}

std::string in_header(const Parameter& parameter, const Value& value) {
    if (parameter.style == Style::content) return to_json(value);
    return joined(texts_of(value, parameter.explode ? "=" : ""), ",");
}

Pairs in_query(const Parameter& parameter, const Value& value) {
    const std::string& name = parameter.name;
    if (parameter.style == Style::content) return {{name, to_json(value)}};
    const bool object = value.is(Kind::object);
    Pairs pairs;
    if (object && parameter.style == Style::deep_object) {
        add_brackets(pairs, name, value);
    } else if (object && parameter.explode) {
        for (const Member& member : value.members()) {
            pairs.emplace_back(member.name, plain(member.value));
        }
    } else if (value.is(Kind::array) && parameter.explode) {
        for (const Value& item : value.items()) pairs.emplace_back(name, plain(item));
    } else {
        pairs.emplace_back(name, joined(texts_of(value, ""), separator_of(parameter.style)));
    }
    return pairs;
}

std::string urlencoded(const Pairs& pairs) {
    std::string text;
    for (const auto& [name, value] : pairs) {
        if (!text.empty()) text += '&';
        text += http::encode(name) + '=' + http::encode(value);
    }
    return text;
}

}  // namespace standin::sample
