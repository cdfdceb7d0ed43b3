// Finds the operation that a request means.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
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

// Two operations for the same method and path. The first one answers; or neither does, where both
// contracts would be served bare only as a courtesy.
struct Clash {
    const contract::Contract* first = nullptr;
    const contract::Operation* first_operation = nullptr;
    const contract::Contract* second = nullptr;
    const contract::Operation* second_operation = nullptr;
    bool bare = false;

    // A sentence for whoever starts the mock.
    std::string text() const;
};

// A tree of path segments over all contracts: each under the base paths of its servers, and bare
// where no other has the same method and path there.
// A literal segment goes before a templated one, a template with literal text around its parameter
// before one without, the contract named first before the next. Built once, then immutable and
// shared by threads without locks.
class Router {
  public:
    explicit Router(std::vector<std::shared_ptr<const contract::Contract>> contracts);
    ~Router();
    Router(Router&&) noexcept;

    // The operation for a method and a path (not decoded). Contracts whose servers have the host
    // go before the others. A HEAD without an operation of its own is answered by GET's. Of a miss,
    // `contract` is the one that owns most of the path, the only one, or null.
    Match find(std::string_view method, std::string_view path, std::string_view host = {}) const;

    // In the order in which they were met.
    const std::vector<Clash>& clashes() const { return clashes_; }

  private:
    struct Node;
    struct Search;
    struct Place;
    void add(const contract::Contract& contract, const contract::Operation& operation,
             const std::string& base, bool courtesy);
    void place(Node& node, Place place);
    std::set<const contract::Contract*> hosted_by(std::string_view host) const;
    Match miss(const Search& search) const;

    std::vector<std::shared_ptr<const contract::Contract>> contracts_;
    std::unique_ptr<Node> root_;
    std::vector<Clash> clashes_;
};

}  // namespace standin::match
