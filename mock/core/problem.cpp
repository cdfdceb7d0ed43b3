#include "mock/core/problem.h"

namespace standin {

std::string_view name_of(Part part) {
    static constexpr std::string_view names[] = {"path", "query",       "header", "cookie",
                                                 "body", "credentials", "request"};
    return names[static_cast<size_t>(part)];
}

}  // namespace standin
