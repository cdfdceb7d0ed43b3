#include "mock/sample/make_array.h"

#include <algorithm>

namespace standin::sample {

using contract::Located;

namespace {

size_t count_of(const Value& value) {
    const double number = value.is_number() ? value.number() : 0;
    return number <= 0 ? 0 : static_cast<size_t>(std::min(number, 1e6));
}

bool is_true(const Value& value) {
    return value.is(Kind::boolean) && value.boolean();
}

// The schemas for the first items: a list in "prefixItems", or in "items" until 2019-09.
Located prefix_of(const Located& schema) {
    for (const std::string_view keyword : {"prefixItems", "items"}) {
        const Located list = schema.find(keyword);
        if (list && list.value->is(Kind::array)) return list;
    }
    return {};
}

// The schema for the items after those.
Located rest_of(const Located& schema) {
    const Located items = schema.find("items");
    if (items && !items.value->is(Kind::array)) return items;
    return items ? schema.find("additionalItems") : Located{};
}

}  // namespace

void ArrayMaker::read_limits() {
    for (const Located& at : all_of(task_.merged, "minItems")) {
        least_ = std::max(least_, std::min(count_of(*at.value), most_items));
    }
    for (const Located& at : all_of(task_.merged, "maxItems")) {
        most_ = std::min(most_, count_of(*at.value));
    }
    for (const Located& at : all_of(task_.merged, "uniqueItems")) unique_ |= is_true(*at.value);
    for (const Located& schema : task_.merged.schemas) {
        if (const Located prefix = prefix_of(schema)) {
            prefix_ = std::max(prefix_, prefix.value->items().size());
        }
        has_items_ |= static_cast<bool>(rest_of(schema));
        if (!schema.find("contains")) continue;
        const Located least = schema.find("minContains");
        contained_ = std::max(contained_, least ? count_of(*least.value) : 1);
    }
}

size_t ArrayMaker::wanted() const {
    size_t count = std::max(least_, prefix_ + contained_);
    Schemas next;
    const bool more = schemas_of(count, false, next);
    const bool lean = maker_.is_lean() || maker_.is_open(next);
    if (lean) count = std::max(least_, contained_);
    if (!lean && count == 0 && has_items_ && more) {
        count = maker_.wish_.dynamic ? 1 + maker_.pick(3) : 1;
    }
    return std::min(count, std::max(most_, least_));
}

bool ArrayMaker::schemas_of(size_t index, bool contained, Schemas& schemas) const {
    for (const Located& schema : task_.merged.schemas) {
        const Located prefix = prefix_of(schema);
        Located own = rest_of(schema);
        if (prefix && index < prefix.value->items().size()) own = prefix.item(index);
        if (own) schemas.push_back(own);
        if (const Located contains = schema.find("contains"); contains && contained) {
            schemas.push_back(contains);
        }
    }
    return std::ranges::none_of(schemas, [](const Located& schema) {
        return schema.value->is(Kind::boolean) && !schema.value->boolean();
    });
}

// Of those that must differ, each is made until it does.
std::vector<Value> ArrayMaker::items(size_t count, size_t first_contained) {
    std::vector<Value> made;
    const size_t shift = maker_.shift_;
    for (size_t i = 0; i < count && !maker_.gave_up(); ++i) {
        Schemas schemas;
        const bool contained = i >= first_contained && i < first_contained + contained_;
        if (!schemas_of(i, contained, schemas)) break;
        const auto is_new = [&](const Value& value) {
            return std::ranges::none_of(made,
                                        [&](const Value& each) { return equal(each, value); });
        };
        Value item = maker_.make(schemas).value;
        const size_t tries = unique_ ? made.size() + 3 : 0;
        for (size_t other = 1; other <= tries && !is_new(item); ++other) {
            maker_.shift_ = shift + (other < 3 ? made.size() + other - 1 : other - 2);
            item = maker_.make(schemas).value;
        }
        maker_.shift_ = shift;
        made.push_back(item);
    }
    return made;
}

// Those of what is wanted that can be items.
Made ArrayMaker::of_wanted() {
    std::vector<Value> kept;
    const Value& whole = *task_.wanted;
    const std::span<const Value> all = whole.is(Kind::array) ? whole.items() : std::span(&whole, 1);
    for (const Value& wanted : all) {
        Schemas schemas;
        if (kept.size() >= most_ || !schemas_of(kept.size(), false, schemas)) break;
        const Made made = maker_.make(schemas, &wanted);
        if (made.fits) kept.push_back(made.value);
    }
    return made_of(kept);
}

Made ArrayMaker::made_of(const std::vector<Value>& items) {
    const Value array = maker_.document_.array(items);
    return {array, maker_.fits(task_.schemas, array)};
}

Made ArrayMaker::make() {
    read_limits();
    if (task_.wanted) {
        if (const Made made = of_wanted(); made.fits) return made;
    }
    const size_t count = wanted();
    const size_t behind = count >= contained_ ? count - contained_ : 0;
    const std::vector<Value> made = items(count, std::min(prefix_, behind));
    Made best = made_of(made);
    // Shorter ones, then with what is contained in front, then longer ones.
    for (size_t fewer = made.size(); !best.fits && fewer > least_; --fewer) {
        const Made other = made_of({made.begin(), made.begin() + static_cast<long>(fewer) - 1});
        if (other.fits) best = other;
        if (made.size() - fewer > 8) break;
    }
    const size_t most = std::min(most_, std::max(count, prefix_) + 3);
    for (size_t more = count; !best.fits && more <= most && !maker_.gave_up(); ++more) {
        const Made other = made_of(items(more, 0));
        if (other.fits) best = other;
    }
    return best;
}

}  // namespace standin::sample
