// Makes one value of schemas; used by sample.cpp alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/core/document.h"
#include "mock/sample/expression.h"
#include "mock/sample/judge.h"
#include "mock/sample/merged.h"
#include "mock/sample/wish.h"

namespace standin::sample {

// A value, and whether it is what all of its schemas ask for.
struct Made {
    Value value;
    bool fits = false;
};

// From the outside in: schemas that apply to one value are merged, candidates are made of what they
// say together, and the first that fits all of them is taken; else the first. Work is counted in
// ticks, a value each: beyond `soft_limit` only what must be there is made, beyond `hard_limit`
// nothing fits. For one thread, once.
class Maker {
  public:
    static constexpr size_t soft_limit = 2500;
    static constexpr size_t hard_limit = 8000;

    Maker(Judge& judge, const Wish& wish, Document& document);

    // Where a value is wanted, the one that keeps most of it: members and items that fit, and no
    // other members than must be there.
    Made make(const Schemas& schemas, const Value* wanted = nullptr);

    // Whether the limit of work was reached.
    bool gave_up() const { return ticks_ >= hard_limit; }

  private:
    using Located = contract::Located;
    friend class ObjectMaker;
    friend class ArrayMaker;
    static constexpr size_t most_variants = 24;
    static constexpr size_t most_depth = 60;

    // What is asked for on the way to a value: the schemas, merged in one of their variants.
    struct Task {
        const Schemas& schemas;
        const Merged& merged;
        size_t variant;
        size_t depth;  // how many schemas were open when they were merged
        const Value* wanted = nullptr;
    };

    bool fits(const Schemas& schemas, const Value& value);
    bool is_lean() const { return lean_ > 0 || ticks_ > soft_limit || open_.size() > most_depth; }
    bool is_open(const Schemas& schemas) const;
    Merging merging(size_t variant, size_t depth) const;
    // One of so many: by chance, or without it the next in turn.
    size_t pick(size_t count);
    Pick picker();

    Made make_variant(const Task& task);
    Made make_wanted(const Task& task);
    Made converted(const Schemas& schemas, const Value& wanted);
    Made given(const Task& task);
    Made make_kind(const Task& task, std::string_view type);
    Made make_anything(const Schemas& schemas);
    std::vector<std::string_view> types_of(const Merged& merged) const;

    // make_number.cpp
    Made number(const Task& task);
    Made first_that_fits(const Schemas& schemas, const std::vector<std::string>& numbers);

    // make_string.cpp
    Made string(const Task& task);
    using Length = std::pair<size_t, size_t>;  // the least and the most, in code points
    Made patterned(const Task& task, const Located& pattern, Length length);
    size_t repeats_for(const Expression& expression, size_t length);
    Made along(const Task& task, const Expression& expression, size_t more, size_t length);
    std::string of_all(const Schemas& patterns);
    Made try_text(const Schemas& schemas, std::string_view text);

    Judge& judge_;
    const Wish& wish_;
    Document& document_;
    const bool refs_stand_alone_;
    size_t ticks_ = 0;
    size_t turn_ = 0;   // of what is picked
    size_t shift_ = 0;  // how many other values there are that this one should differ from
    size_t lean_ = 0;   // above 0: only what must be there
    std::vector<const Value*> open_;  // schemas that are being made, outermost first
};

}  // namespace standin::sample
