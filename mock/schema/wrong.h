// What is wrong with a member of an instance, for keywords that ask for members in many ways.
#pragma once

#include <string>
#include <string_view>

namespace standin::schema {

// In the words of a keyword that need not be the one that asks for the member.
struct Wrong {
    std::string_view keyword;
    std::string_view member;
    std::string expected;
    std::string received;
};

}  // namespace standin::schema
