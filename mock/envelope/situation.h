// The errors that every contract has, whether it says something of them or not.
#pragma once

#include <string_view>

namespace standin::envelope {

struct Situation {
    std::string_view name;
    int status;
    std::string_view otherwise;  // the error that a contract's answer is taken from without its own
    std::string_view message;    // where the contract gives none; "" = the problem's wording
};

// The situation of that name; for a name that only a contract knows, one with status 400.
const Situation& situation(std::string_view name);

// The situation that a status alone tells of; "" where it tells of none.
std::string_view situation_of_status(int status);

}  // namespace standin::envelope
