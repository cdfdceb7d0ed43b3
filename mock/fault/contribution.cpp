#include "mock/fault/contribution.h"

#include <algorithm>

#include "mock/fault/span.h"

namespace standin::fault {

namespace {

std::string retry_after(const Instead& instead, const Contribution& contribution) {
    const bool quota = contribution.rule->quota.has_value();
    if (!instead.retry_after) {
        if (!quota) return "";
        return std::to_string(std::max<int64_t>(1, seconds_of(contribution.window)));
    }
    if (instead.retry_date) {
        return format_http_date(contribution.time + instead.retry_after->count());
    }
    return std::to_string(seconds_of(*instead.retry_after));
}

void add_answer(const Contribution& contribution, Decision& decision) {
    const Rule& rule = *contribution.rule;
    const Instead* instead = rule.instead ? &*rule.instead : nullptr;
    if (rule.quota) instead = &rule.quota->instead;
    if (!instead || decision.instead) return;
    decision.instead = std::shared_ptr<const Instead>(contribution.rule, instead);
    decision.retry_after = retry_after(*instead, contribution);
}

void add_delivery(const Rule& rule, const Draw& draw, Delivery& delivery) {
    const Delivery& given = rule.delivery;
    if (delivery.pieces == 0 && given.pieces > 0) {
        delivery.pieces = given.pieces;
        delivery.duration = given.duration;
    }
    if (delivery.rate == 0) delivery.rate = given.rate;
    if (delivery.wire != Wire::none || given.wire == Wire::none) return;
    delivery.wire = given.wire;
    delivery.bytes = given.bytes;
    delivery.time = given.time;
    const bool random =
        given.wire == Wire::malformed_response_chunk || given.wire == Wire::random_data_then_close;
    if (random) delivery.garbage = draw.garbage();
}

}  // namespace

bool contribute(Contribution contribution, Draw& draw, Decision& decision) {
    const Rule& rule = *contribution.rule;
    const Delivery before = decision.delivery;
    const bool answered = decision.instead != nullptr;
    if (rule.delay) decision.delivery.delay += draw.time("delay", *rule.delay);
    add_delivery(rule, draw, decision.delivery);
    add_answer(contribution, decision);
    const bool breaks = !rule.breaches.empty() && !decision.breaking;
    if (breaks) {
        decision.breaking = contribution.rule;
        decision.breach_draw = draw.bits("breach");
    }
    const bool added =
        rule.delay || breaks || decision.delivery != before || (!answered && decision.instead);
    decision.firings.push_back({std::move(contribution.rule), std::move(contribution.why),
                                draw.drawn(), added ? "" : "nothing: another rule came first",
                                contribution.wanted, !added});
    return added;
}

}  // namespace standin::fault
