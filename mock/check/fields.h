// The names and texts of a query, a form or a cookie, found as styles and dialects write them.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "mock/check/dialect.h"
#include "mock/check/sent.h"

namespace standin::check {

// For one request and one thread. What a parameter was found in counts as declared.
class Fields {
  public:
    // `pairs` hold names decoded and values as sent.
    Fields(Pairs pairs, Notation notation, Decode decode);

    // A name that belongs to somebody: no object of style form takes it as a member that its schema
    // does not name.
    void declare(std::string_view name) { declared_.emplace(name); }
    // The same of one that is no parameter's.
    void allow(std::string_view name) { allowed_.emplace(name), declare(name); }

    // What was sent for a parameter, declared or found in names with brackets and dots; empty where
    // nothing was.
    Sent take(const contract::Parameter& parameter);

    const Pairs& pairs() const { return pairs_; }
    // Whether a pair is of no parameter, by its place among the pairs; where a dialect is set, also
    // what is of one and not written so.
    bool is_undeclared(size_t pair) const;
    // A value, decoded.
    std::string text(size_t pair) const { return decode_(pairs_[pair].second); }
    Leaf leaf(size_t pair) const;
    // Of parts of a form: that it has a media type of its own, and that it holds JSON.
    void set_typed(size_t pair) { typed_.insert(pair); }
    bool has_type(size_t pair) const { return typed_.contains(pair); }
    void set_json(size_t pair) { json_.insert(pair); }

  private:
    Sent take_array(const contract::Parameter& parameter);
    Sent take_object(const contract::Parameter& parameter);
    Sent repeated(std::string_view name);
    Sent joined(const contract::Parameter& parameter, char separator);
    Sent bracketed(std::string_view name);
    Sent dotted(std::string_view name);
    Sent flat(const contract::Parameter& parameter);
    bool belongs(std::string_view name) const;

    const Pairs pairs_;
    const Notation notation_;
    const Decode decode_;
    std::set<std::string, std::less<>> declared_;
    std::set<std::string, std::less<>> allowed_;
    std::set<size_t> taken_;  // pairs
    std::set<size_t> typed_;
    std::set<size_t> json_;
};

}  // namespace standin::check
