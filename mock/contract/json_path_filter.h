// Evaluates the filters of JSONPath queries: RFC 9535, sections 2.3.5 and 2.4.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "mock/contract/json_path.h"
#include "mock/contract/json_path_query.h"
#include "mock/schema/pattern.h"

namespace standin::contract {

// All filters of one text over one document.
class PathFilter {
  public:
    PathFilter(const CompiledPath& compiled, const Value& root)
        : compiled_(compiled), root_(root) {}

    // Whether a term is true where `current` is the node that "@" names.
    bool holds(size_t term, const Value& current);

    // Counts a visit of the document; whether there may be more.
    bool visit() { return ++visits_ <= JsonPath::most_visits; }
    bool is_tired() const { return visits_ > JsonPath::most_visits; }

  private:
    bool compare(const Term& term, const Value& current);
    bool exists(const PathQuery& query, const Value& current);
    size_t count(const PathQuery& query, const Value& current);
    bool matches(const Term& call, const Value& current);
    // Nothing is a value too (section 2.4.1).
    std::optional<Value> value(size_t term, const Value& current);
    std::optional<Value> only(const PathQuery& query, const Value& current);
    std::optional<Value> result(const Term& call, const Value& current);
    const Value& start(const PathQuery& query, const Value& current) const;

    const CompiledPath& compiled_;
    const Value& root_;
    size_t visits_ = 0;
    schema::Steps steps_;  // of searches; one that gives up ends the selection
    std::map<std::pair<PathFunction, std::string>, schema::Pattern> patterns_;
};

}  // namespace standin::contract
