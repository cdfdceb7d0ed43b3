#include "mock/fault/wire.h"

#include <algorithm>
#include <iterator>

namespace standin::fault {

namespace {

struct Row {
    Wire wire;
    std::string_view name;
    bool bare;
    bool needs_answer;
};

constexpr Row rows[] = {
    {Wire::empty_response, "EMPTY_RESPONSE", true, false},
    {Wire::malformed_response_chunk, "MALFORMED_RESPONSE_CHUNK", true, false},
    {Wire::random_data_then_close, "RANDOM_DATA_THEN_CLOSE", true, false},
    {Wire::connection_reset_by_peer, "CONNECTION_RESET_BY_PEER", true, false},
    {Wire::truncated_body, "TRUNCATED_BODY", true, true},
    {Wire::timeout, "timeout", true, false},
    {Wire::limit_data, "limit_data", false, true},
    {Wire::slow_close, "slow_close", false, true},
};

const Row* row_of(Wire wire) {
    const auto row = std::ranges::find(rows, wire, &Row::wire);
    return row == std::end(rows) ? nullptr : row;
}

}  // namespace

std::string_view name_of(Wire wire) {
    const Row* row = row_of(wire);
    return row ? row->name : std::string_view();
}

std::optional<Wire> wire_named(std::string_view name) {
    const auto row = std::ranges::find(rows, name, &Row::name);
    return row == std::end(rows) ? std::nullopt : std::optional(row->wire);
}

const std::vector<std::string_view>& bare_wires() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> bare;
        for (const Row& row : rows) {
            if (row.bare) bare.push_back(row.name);
        }
        return bare;
    }();
    return names;
}

bool needs_answer(Wire wire) {
    const Row* row = row_of(wire);
    return row && row->needs_answer;
}

}  // namespace standin::fault
