#include "mock/state/order.h"

#include <algorithm>

namespace standin::state {

using contract::Listing;

namespace {

// The member that a request calls so; "" where the resource has none.
std::string member_called(const Turn& turn, const std::string& name) {
    const contract::Shape* shape = turn.operation.resource->shape;
    if (!shape) return name;
    for (const std::string& each : {name, name + "_at", name + "At"}) {
        if (shape->find(each)) return each;
    }
    return "";
}

std::string asked(const Turn& turn, const std::string& parameter) {
    const Value* value = parameter.empty() ? nullptr : turn.input.query.find(parameter);
    return value ? std::string(value->text_or("")) : std::string();
}

}  // namespace

Order order_of(const Turn& turn) {
    const Listing& listing = turn.operation.listing;
    Order order{listing.order_by, listing.descending};
    std::string text = asked(turn, listing.sort);
    text.erase(std::min(text.find(','), text.size()));
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.erase(0, 1);
    const size_t end = std::min(text.find_first_of(": "), text.size());
    const std::string member = member_called(turn, text.substr(0, end));
    if (!member.empty()) order = {member, minus};
    const bool alone = end == text.size();
    for (const std::string& word :
         {alone ? text : text.substr(end + 1), asked(turn, listing.direction)}) {
        const std::string direction = http::lower(word);
        if (direction == "desc" || direction == "descending") order.descending = true;
        if (direction == "asc" || direction == "ascending") order.descending = false;
    }
    return order;
}

}  // namespace standin::state
