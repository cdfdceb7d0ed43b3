// What loading says of a document that is written in a test.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "mock/contract/contract.h"
#include "mock/core/contract_error.h"
#include "mock/core/json.h"

namespace standin::contract {

// Every mistake that a step throws, a line each; "" where it throws none.
template <class Step>
std::string mistakes_of(const Step& step) {
    try {
        step();
    } catch (const ContractError& error) {
        return error.what();
    }
    return "";
}

// Every value with its kind and place: {@1:1 "a"@1:1 integer@1:4}.
inline std::string outline(const Value& value) {
    const auto at = [](Mark mark) {
        return '@' + std::to_string(mark.line) + ':' + std::to_string(mark.column);
    };
    std::string text;
    if (value.is(Kind::object)) {
        text = '{' + at(value.mark());
        for (const Member& member : value.members()) {
            text += " \"" + std::string(member.name) + '"' + at(member.mark) + ' ';
            text += outline(member.value);
        }
        return text + '}';
    }
    if (!value.is(Kind::array)) return std::string(name_of(value.kind())) + at(value.mark());
    text = '[' + at(value.mark());
    for (const Value& item : value.items()) text += ' ' + outline(item);
    return text + ']';
}

// A row of a table in which a text gives a text.
struct TextRow {
    const char* name;
    std::string text;
    std::string expected;
};

inline void PrintTo(const TextRow& row, std::ostream* out) {
    *out << row.name;
}

inline std::string name_of_row(const testing::TestParamInfo<TextRow>& row) {
    return row.param.name;
}

}  // namespace standin::contract
