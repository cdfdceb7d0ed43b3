#include <algorithm>

#include "mock/contract/json_path_parser.h"

namespace standin::contract {

namespace {

constexpr FunctionForm functions[] = {
    {"length", PathFunction::length, PathType::value, {PathType::value}, 1},
    {"count", PathFunction::count, PathType::value, {PathType::nodes}, 1},
    {"match", PathFunction::match, PathType::logical, {PathType::value, PathType::value}, 2},
    {"search", PathFunction::search, PathType::logical, {PathType::value, PathType::value}, 2},
    {"value", PathFunction::value, PathType::value, {PathType::nodes}, 1},
};

std::optional<Comparison> take_comparison(PathReader& reader) {
    if (reader.take("==")) return Comparison::equal;
    if (reader.take("!=")) return Comparison::not_equal;
    if (reader.take("<=")) return Comparison::less_or_equal;
    if (reader.take(">=")) return Comparison::greater_or_equal;
    if (reader.take("<")) return Comparison::less;
    if (reader.take(">")) return Comparison::greater;
    return std::nullopt;
}

}  // namespace

PathType result_of(PathFunction function) {
    return std::ranges::find(functions, function, &FunctionForm::function)->result;
}

const FunctionForm* find_function(std::string_view name) {
    const auto found = std::ranges::find(functions, name, &FunctionForm::name);
    return found == std::end(functions) ? nullptr : found;
}

size_t PathParser::keep(Term term) {
    compiled_.terms.push_back(std::move(term));
    return compiled_.terms.size() - 1;
}

size_t PathParser::any() {
    Term any{Term::Is::any};
    do {
        reader_.skip_blanks();
        any.parts.push_back(all());
        reader_.skip_blanks();
    } while (reader_.take("||"));
    return any.parts.size() == 1 ? any.parts[0] : keep(std::move(any));
}

size_t PathParser::all() {
    Term all{Term::Is::all};
    do {
        reader_.skip_blanks();
        all.parts.push_back(basic());
        reader_.skip_blanks();
    } while (reader_.take("&&"));
    return all.parts.size() == 1 ? all.parts[0] : keep(std::move(all));
}

size_t PathParser::basic() {
    const bool negated = reader_.take("!");
    if (negated) reader_.skip_blanks();
    const size_t term = reader_.next_is('(') ? parenthesized() : comparison_or_test(negated);
    return negated ? keep({Term::Is::negated, {term}}) : term;
}

size_t PathParser::parenthesized() {
    const Level level(*this);
    reader_.expect("(");
    const size_t term = any();
    if (!reader_.take(")")) reader_.refuse("\"&&\", \"||\" or \")\" is expected");
    return term;
}

// What is negated is never compared: there the operator that follows is refused.
size_t PathParser::comparison_or_test(bool negated) {
    const size_t offset = reader_.offset();
    const size_t left = operand();
    const PathReader before = reader_;
    reader_.skip_blanks();
    const auto comparison = negated ? std::nullopt : take_comparison(reader_);
    if (!comparison) {
        reader_ = before;
        check_test(left, offset);
        return left;
    }
    check_comparable(left, offset);
    reader_.skip_blanks();
    const size_t right_offset = reader_.offset();
    const size_t right = operand();
    check_comparable(right, right_offset);
    return keep({Term::Is::comparison, {left, right}, *comparison});
}

size_t PathParser::operand() {
    if (reader_.next_is('@') || reader_.next_is('$')) return query();
    if (const FunctionForm* form = function()) return call(*form);
    Term term{Term::Is::literal};
    if (reader_.next_is_quote()) {
        term.literal = Value::of(compiled_.literals.keep(reader_.take_string()));
    } else if (reader_.next_is_number()) {
        term.literal = Value::number_of(compiled_.literals.keep(reader_.take_number()));
    } else if (reader_.take_word("true")) {
        term.literal = Value::of(true);
    } else if (reader_.take_word("false")) {
        term.literal = Value::of(false);
    } else if (!reader_.take_word("null")) {
        reader_.refuse("a query, a function or a literal is expected");
    }
    return keep(std::move(term));
}

size_t PathParser::query() {
    Term term{Term::Is::query};
    const bool relative = reader_.take("@");
    if (!relative) reader_.expect("$");
    PathQuery query = segments();
    query.relative = relative;
    term.query = compiled_.queries.size();
    compiled_.queries.push_back(std::move(query));
    return keep(std::move(term));
}

// The function whose call begins here; null where none does.
const FunctionForm* PathParser::function() {
    const size_t offset = reader_.offset();
    const std::string_view name = reader_.take_function_name();
    if (name.empty()) return nullptr;
    const FunctionForm* form = find_function(name);
    if (!form) reader_.refuse_at(offset, "there is no function " + std::string(name) + "()");
    return form;
}

size_t PathParser::call(const FunctionForm& form) {
    const Level level(*this);
    Term term{Term::Is::call};
    term.function = form.function;
    reader_.expect("(");
    for (size_t i = 0; i < form.count; ++i) {
        reader_.skip_blanks();
        const size_t offset = reader_.offset();
        term.parts.push_back(operand());
        check_argument(term.parts.back(), form.parameters[i], offset);
        reader_.skip_blanks();
        reader_.expect(i + 1 < form.count ? "," : ")");
    }
    return keep(std::move(term));
}

// Section 2.4.3: a singular query stands for its value, any query for its nodes.
bool PathParser::gives(size_t at, PathType type) const {
    const Term& term = compiled_.terms[at];
    if (term.is == Term::Is::literal) return type == PathType::value;
    if (term.is == Term::Is::call) return result_of(term.function) == type;
    return type != PathType::value || compiled_.queries[term.query].is_singular();
}

void PathParser::check_test(size_t term, size_t offset) const {
    if (gives(term, PathType::logical)) return;
    reader_.refuse_at(offset, "what gives a value must be compared");
}

void PathParser::check_comparable(size_t term, size_t offset) const {
    if (gives(term, PathType::value)) return;
    const bool is_query = compiled_.terms[term].is == Term::Is::query;
    reader_.refuse_at(offset, is_query ? "a query that may select several nodes is not compared"
                                       : "what is true or false is not compared");
}

void PathParser::check_argument(size_t term, PathType parameter, size_t offset) const {
    if (gives(term, parameter)) return;
    reader_.refuse_at(offset, parameter == PathType::nodes ? "the argument must be a query"
                                                           : "the argument must be one value");
}

}  // namespace standin::contract
