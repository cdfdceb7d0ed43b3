#include "mock/contract/json_path_filter.h"

#include <algorithm>

#include "mock/contract/i_regexp.h"
#include "mock/contract/json_path_walk.h"

namespace standin::contract {

namespace {

using Maybe = std::optional<Value>;

// Section 2.3.5.2.2.
bool is_equal(const Maybe& left, const Maybe& right) {
    return left && right ? equal(*left, *right) : !left && !right;
}

// Code points sort as their UTF-8 does.
bool is_less(const Maybe& left, const Maybe& right) {
    if (!left || !right) return false;
    if (left->is(Kind::string) && right->is(Kind::string)) return left->text() < right->text();
    if (!left->is_number() || !right->is_number()) return false;
    if (left->is(Kind::integer) && right->is(Kind::integer)) {
        return left->integer() < right->integer();
    }
    return left->number() < right->number();
}

// Of a string in code points (section 2.4.4).
std::optional<size_t> length_of(const Value& value) {
    if (value.is(Kind::array)) return value.items().size();
    if (value.is(Kind::object)) return value.members().size();
    if (!value.is(Kind::string)) return std::nullopt;
    return static_cast<size_t>(std::ranges::count_if(
        value.text(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Value number_of(size_t number) {
    return Value::of(static_cast<int64_t>(number), {});
}

}  // namespace

bool PathFilter::holds(size_t at, const Value& current) {
    const Term& term = compiled_.terms[at];
    const auto part_holds = [&](size_t part) { return holds(part, current); };
    switch (term.is) {
        case Term::Is::any:
            return std::ranges::any_of(term.parts, part_holds);
        case Term::Is::all:
            return std::ranges::all_of(term.parts, part_holds);
        case Term::Is::negated:
            return !part_holds(term.parts[0]);
        case Term::Is::comparison:
            return compare(term, current);
        case Term::Is::query:
            return exists(compiled_.queries[term.query], current);
        default:
            return matches(term, current);
    }
}

bool PathFilter::compare(const Term& term, const Value& current) {
    const Maybe left = value(term.parts[0], current);
    const Maybe right = value(term.parts[1], current);
    switch (term.comparison) {
        case Comparison::equal:
            return is_equal(left, right);
        case Comparison::not_equal:
            return !is_equal(left, right);
        case Comparison::less:
            return is_less(left, right);
        case Comparison::less_or_equal:
            return is_less(left, right) || is_equal(left, right);
        case Comparison::greater:
            return is_less(right, left);
        default:
            return is_less(right, left) || is_equal(left, right);
    }
}

bool PathFilter::exists(const PathQuery& query, const Value& current) {
    bool found = false;
    PathWalk(query, *this, [&](const Value&) {
        found = true;
        return false;
    }).run(start(query, current));
    return found;
}

size_t PathFilter::count(const PathQuery& query, const Value& current) {
    size_t count = 0;
    PathWalk(query, *this, [&](const Value&) { return ++count > 0; }).run(start(query, current));
    return count;
}

Maybe PathFilter::only(const PathQuery& query, const Value& current) {
    Maybe found;
    size_t count = 0;
    PathWalk(query, *this, [&](const Value& value) {
        found = value;
        return ++count < 2;
    }).run(start(query, current));
    return count == 1 ? found : std::nullopt;
}

// Sections 2.4.6 and 2.4.7: what is no text or no I-Regexp matches nothing.
bool PathFilter::matches(const Term& call, const Value& current) {
    const Maybe text = value(call.parts[0], current);
    const Maybe expression = value(call.parts[1], current);
    if (!text || !text->is(Kind::string)) return false;
    if (!expression || !expression->is(Kind::string)) return false;
    const std::pair key(call.function, std::string(expression->text()));
    auto known = patterns_.find(key);
    if (known == patterns_.end()) {
        const auto ecma = ecma_of_i_regexp(key.second);
        // "[]" is a class without characters: nothing is one of them.
        const std::string whole = ecma ? "^(?:" + *ecma + ")$" : "[]";
        const bool searched = ecma && call.function == PathFunction::search;
        known = patterns_.try_emplace(key, searched ? *ecma : whole).first;
    }
    if (!known->second.mistake().empty()) return false;
    const schema::Search search = known->second.search(text->text(), steps_);
    if (search == schema::Search::gave_up) visits_ = JsonPath::most_visits + 1;
    return search == schema::Search::found;
}

Maybe PathFilter::value(size_t at, const Value& current) {
    const Term& term = compiled_.terms[at];
    if (term.is == Term::Is::literal) return term.literal;
    if (term.is == Term::Is::query) return only(compiled_.queries[term.query], current);
    return result(term, current);
}

Maybe PathFilter::result(const Term& call, const Value& current) {
    if (call.function == PathFunction::length) {
        const Maybe of = value(call.parts[0], current);
        const auto length = of ? length_of(*of) : std::nullopt;
        return length ? Maybe(number_of(*length)) : std::nullopt;
    }
    const PathQuery& query = compiled_.queries[compiled_.terms[call.parts[0]].query];
    if (call.function == PathFunction::count) return number_of(count(query, current));
    return only(query, current);
}

const Value& PathFilter::start(const PathQuery& query, const Value& current) const {
    return query.relative ? current : root_;
}

}  // namespace standin::contract
