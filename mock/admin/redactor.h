// What of an exchange may be told: everything but its secrets.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "mock/engine/exchange.h"

namespace standin::admin {

// Stands beside one exchange, which must outlive it. Secrets are credentials, wherever they are
// sent, and members that the contract calls writeOnly or format: password, of whatever operation on
// the same resource.
class Redactor {
  public:
    explicit Redactor(const engine::Exchange& exchange);

    std::string target() const;
    // The value of a header.
    std::string field(const http::Headers::Field& field) const;
    // A body that a contract has read; of any other one only the size is told, since nobody knows
    // what it holds.
    std::string request_body() const;
    std::string response_body() const;

  private:
    bool is_credential(Part part, std::string_view name) const;

    const engine::Exchange& exchange_;
    std::set<std::string_view> names_;  // of secret members
};

}  // namespace standin::admin
