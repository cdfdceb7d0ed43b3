#include <algorithm>

#include "mock/fault/match.h"
#include "mock/fault/reading.h"

namespace standin::fault {

namespace {

bool is_known(const Contracts& contracts, const auto& test) {
    return std::ranges::any_of(contracts, [&](const auto& contract) {
        return std::ranges::any_of(contract->operations, test);
    });
}

void check_operations(Reading& reading, const Located& at) {
    for (const Located& each : several(at.find("operationId"))) {
        const auto same = [&](const auto& known) { return known.id == each.value->text(); };
        if (is_known(reading.contracts(), same)) continue;
        reading.refuse(
            each, "names no operation of a contract: \"" + std::string(each.value->text()) + '"');
    }
}

void check_path(Reading& reading, const Located& at) {
    const auto same = [&](const auto& known) { return known.path == at.value->text(); };
    if (!at || is_known(reading.contracts(), same)) return;
    reading.refuse(at,
                   "is no path template of a contract: \"" + std::string(at.value->text()) + '"');
}

// Names that are known one by one may never meet.
void check_together(Reading& reading, const Located& at, const Match& match) {
    const bool named = !match.operations.empty() || !match.path.empty();
    const auto possible = [&](const auto& known) { return may_match(match, known); };
    if (!named || is_known(reading.contracts(), possible)) return;
    reading.refuse(at, "is for no operation: none has this id, path and method together");
}

HeaderMatch read_header(Reading& reading, const std::string& name, const Located& at) {
    HeaderMatch header{name, HeaderMatch::Asks::equal_to, std::string(at.value->text_or("")), {}};
    if (at.value->is(Kind::string)) return header;
    const Member& asked = at.value->members()[0];
    header.text = asked.value.text_or("");
    if (asked.name == "contains") header.asks = HeaderMatch::Asks::contains;
    if (asked.name == "absent") header.asks = HeaderMatch::Asks::absent;
    if (asked.name != "matches") return header;
    header.asks = HeaderMatch::Asks::matches;
    header.pattern = std::make_shared<const schema::Pattern>(header.text);
    if (!header.pattern->mistake().empty()) {
        reading.refuse(at.find("matches"),
                       "is no regular expression: " + header.pattern->mistake());
    }
    return header;
}

StatusRange read_status(const Value& status) {
    if (status.is(Kind::string)) {
        const int lowest = (status.text()[0] - '0') * 100;
        return {lowest, lowest + 99};
    }
    const int only = static_cast<int>(whole(status));
    return {only, only};
}

}  // namespace

Match read_match(Reading& reading, const Located& at) {
    Match match;
    if (!at) return match;
    const size_t before = reading.mistakes().size();
    match.operations = texts(at.find("operationId"));
    match.methods = texts(at.find("method"));
    match.sessions = texts(at.find("session"));
    for (const Located& status : several(at.find("status"))) {
        match.statuses.push_back(read_status(*status.value));
    }
    if (const Located path = at.find("path")) match.path = path.value->text();
    if (const Located headers = at.find("headers")) {
        for (const Member& member : headers.value->members()) {
            const std::string name(member.name);
            match.headers.push_back(read_header(reading, name, headers.find(name)));
        }
    }
    if (const Located request = at.find("request")) match.request = reading.schema(request);
    check_operations(reading, at);
    check_path(reading, at.find("path"));
    if (reading.mistakes().size() == before) check_together(reading, at, match);
    return match;
}

}  // namespace standin::fault
