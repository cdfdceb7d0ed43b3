// Where the texts of a request's parameters stand: path, query, header fields, cookies.
#pragma once

#include "mock/check/fields.h"
#include "mock/contract/input.h"
#include "mock/contract/operation.h"
#include "mock/http/message.h"

namespace standin::check {

// For one request, which must outlive it, and one thread.
class RequestText {
  public:
    RequestText(const contract::Operation& operation, const http::Request& request,
                const contract::PathValues& path_values, Notation notation);

    // What was sent for a parameter, taken apart as its style says; empty where nothing was.
    Sent of(const contract::Parameter& parameter);

    Fields& query() { return query_; }

  private:
    Sent of_path(const contract::Parameter& parameter) const;
    Sent of_header(const contract::Parameter& parameter) const;
    Sent of_cookie(const contract::Parameter& parameter) const;
    std::string segment(const contract::Parameter& parameter, std::string_view decoded) const;

    const contract::Operation& operation_;
    const http::Request& request_;
    const contract::PathValues& path_values_;
    Fields query_;
};

}  // namespace standin::check
