#include <cmath>

#include "mock/fault/reading.h"
#include "mock/fault/wire.h"

namespace standin::fault {

namespace {

double number_of(Reading& reading, const Located& at) {
    return static_cast<double>(reading.duration(at, longest_delay).count());
}

Delay read_uniform(Reading& reading, const Located& at) {
    Delay delay{.type = Delay::Type::uniform,
                .lower = number_of(reading, at.find("lower")),
                .upper = number_of(reading, at.find("upper"))};
    if (delay.lower > delay.upper) reading.refuse(at, "has a lower bound above its upper one");
    return delay;
}

Delay read_lognormal(Reading& reading, const Located& at) {
    Delay delay{.type = Delay::Type::lognormal,
                .lower = number_of(reading, at.find("median")),
                .sigma = at.find("sigma").value->number()};
    if (const Located most = at.find("maxValue")) delay.most = number_of(reading, most);
    return delay;
}

void read_wire(Reading& reading, const Located& at, Delivery& delivery) {
    const Located named = at.value->is(Kind::object) ? at.find("type") : at;
    delivery.wire = *wire_named(named.value->text());
    if (const Located bytes = at.find("bytes")) {
        delivery.bytes = static_cast<size_t>(whole(*bytes.value));
    }
    for (const char* name : {"timeout", "delay"}) {
        if (const Located time = at.find(name)) {
            delivery.time = reading.duration(time, longest_delay);
        }
    }
}

}  // namespace

Delay read_delay(Reading& reading, const Located& at) {
    if (!at.value->is(Kind::object)) return {.lower = number_of(reading, at)};
    const std::string_view type = at.find("type").value->text();
    if (type == "uniform") return read_uniform(reading, at);
    if (type == "lognormal") return read_lognormal(reading, at);
    return {.lower = number_of(reading, at.find("milliseconds"))};
}

Delivery read_delivery(Reading& reading, const Located& rule) {
    Delivery delivery;
    if (const Located dribble = rule.find("chunkedDribbleDelay")) {
        delivery.pieces = static_cast<size_t>(whole(*dribble.find("numberOfChunks").value));
        delivery.duration = reading.duration(dribble.find("totalDuration"), longest_delay);
    }
    if (const Located bandwidth = rule.find("bandwidth")) {
        const double kilobytes = bandwidth.find("rate").value->number();
        delivery.rate = static_cast<size_t>(std::llround(kilobytes * 1000));
    }
    if (const Located wire = rule.find("wire")) read_wire(reading, wire, delivery);
    return delivery;
}

}  // namespace standin::fault
