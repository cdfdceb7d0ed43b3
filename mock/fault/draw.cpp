#include "mock/fault/draw.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace standin::fault {

namespace {

constexpr double longest = 3'600'000;  // an hour: no test waits longer

double normal_of(Bits bits) {
    const double radius = std::sqrt(-2 * std::log(1 - uniform_of(bits.high)));
    return radius * std::cos(2 * std::numbers::pi * uniform_of(bits.low));
}

void append_bytes(std::string& out, uint64_t bits) {
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(bits >> shift & 255);
}

}  // namespace

double uniform_of(uint64_t bits) {
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

milliseconds delay_of(const Delay& delay, Bits bits) {
    double drawn = delay.lower;
    if (delay.type == Delay::Type::uniform) {
        drawn += std::floor((delay.upper - delay.lower + 1) * uniform_of(bits.high));
    } else if (delay.type == Delay::Type::lognormal) {
        drawn *= std::exp(delay.sigma * normal_of(bits));
        drawn = std::min(drawn, delay.most.value_or(longest));
    }
    return milliseconds(std::llround(std::min(drawn, longest)));
}

double Draw::number(std::string_view what) {
    const double number = uniform_of(bits(what).high);
    drawn_.emplace_back(what, number);
    return number;
}

milliseconds Draw::time(std::string_view what, const Delay& delay) {
    const milliseconds time = delay_of(delay, bits(what));
    const bool open = delay.type != Delay::Type::fixed;
    if (open) drawn_.emplace_back(what, static_cast<double>(time.count()));
    return time;
}

Bits Draw::bits(std::string_view what) const {
    return chance(key_.seed, {key_.session, key_.purpose, rule_.plan, rule_.name, what},
                  key_.count);
}

std::string Draw::garbage() const {
    std::string bytes;
    for (const char* part : {"garbage 0", "garbage 1", "garbage 2", "garbage 3", "garbage 4",
                             "garbage 5", "garbage 6", "garbage 7"}) {
        const Bits drawn = bits(part);
        append_bytes(bytes, drawn.high);
        append_bytes(bytes, drawn.low);
    }
    bytes[0] = static_cast<char>(bytes[0] | 0x80);
    return bytes;
}

}  // namespace standin::fault
