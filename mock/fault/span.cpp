#include "mock/fault/span.h"

namespace standin::fault {

std::string spell(milliseconds span) {
    const int64_t count = span.count();
    if (count % 3'600'000 == 0) return std::to_string(count / 3'600'000) + " h";
    if (count % 1000 == 0) return std::to_string(count / 1000) + " s";
    return std::to_string(count) + " ms";
}

int64_t seconds_of(milliseconds span) {
    return std::chrono::ceil<std::chrono::seconds>(span).count();
}

}  // namespace standin::fault
