// In which order a list is shown.
#pragma once

#include <string>

#include "mock/state/behave.h"

namespace standin::state {

// The order that a listing has, or that the request asks for.
struct Order {
    std::string member;  // "" = as created
    bool descending = false;
};

// Of a turn of a list. What a request asks for is taken where it names a member, or a direction:
// "-name", "name:desc", "name desc", "desc" alone; of several the first.
Order order_of(const Turn& turn);

}  // namespace standin::state
