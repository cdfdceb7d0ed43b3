// Goes through the nodes that a JSONPath query selects.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "mock/contract/json_path.h"
#include "mock/contract/json_path_query.h"

namespace standin::contract {

class PathFilter;

// One query over one document, depth first: the order of RFC 9535, section 2.1.2, without lists of
// what a segment selects. Recurses as deep as the document is nested.
class PathWalk {
  public:
    // Told each node; whether to go on.
    using Take = std::function<bool(const Value& value)>;

    PathWalk(const PathQuery& query, PathFilter& filter, Take take)
        : query_(query), filter_(filter), take_(std::move(take)) {}

    void run(const Value& from) { segment(0, from); }

    // From where it began to the node that is told.
    std::span<const PathStep> path() const { return path_; }

  private:
    // Each answers whether to go on; `next` is the segment for what is found.
    bool segment(size_t next, const Value& value);
    bool descend(const Segment& segment, size_t next, const Value& value);
    bool select(const Segment& segment, size_t next, const Value& value);
    bool select(const Selector& selector, size_t next, const Value& value);
    bool name(std::string_view name, size_t next, const Value& value);
    bool index(int64_t index, size_t next, const Value& value);
    bool slice(const Selector& selector, size_t next, const Value& value);
    template <class Step>
    bool each_child(const Value& value, Step step);
    bool child(size_t next, PathStep step, const Value& value);

    const PathQuery& query_;
    PathFilter& filter_;
    Take take_;
    std::vector<PathStep> path_;
};

}  // namespace standin::contract
