// Finds the operation that a request means.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/contract.h"
#include "mock/contract/input.h"

namespace standin::match {

struct Match {
    const contract::Contract* contract = nullptr;
    const contract::Operation* operation = nullptr;  // null = a miss
    contract::PathValues path_values;
    std::string
        allowed;  // of a miss: the methods that the path has, "GET, POST"; "" = no such path
};

// A tree of path segments over all contracts: each under the base paths of its servers and bare.
// A literal segment goes before a templated one, a template with literal text around its parameter
// before one without, the contract named first before the next. Built once, then immutable and
// shared by threads without locks.
class Router {
  public:
    explicit Router(std::vector<std::shared_ptr<const contract::Contract>> contracts);
    ~Router();
    Router(Router&&) noexcept;

    // The operation for a method and a path (not decoded). A HEAD without an operation of its own
    // is answered by GET's. Of a miss, `contract` is the one that owns most of the path, the only
    // one, or null.
    Match find(std::string_view method, std::string_view path) const;

  private:
    struct Node;
    struct Search;
    void add(const contract::Contract& contract, const std::string& base,
             const contract::Operation& operation);

    std::vector<std::shared_ptr<const contract::Contract>> contracts_;
    std::unique_ptr<Node> root_;
};

}  // namespace standin::match
