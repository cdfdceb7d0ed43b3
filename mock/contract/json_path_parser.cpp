#include "mock/contract/json_path_parser.h"

#include <algorithm>

#include "mock/contract/json_path.h"

namespace standin::contract {

bool PathQuery::is_singular() const {
    return std::ranges::all_of(segments, [](const Segment& segment) {
        if (segment.descendant || segment.selectors.size() != 1) return false;
        const Selector::Is is = segment.selectors[0].is;
        return is == Selector::Is::name || is == Selector::Is::index;
    });
}

PathParser::Level::Level(PathParser& parser) : parser_(parser) {
    if (parser.depth_ == JsonPath::most_depth) {
        parser.reader_.refuse("nested deeper than " + std::to_string(JsonPath::most_depth) +
                              " levels");
    }
    ++parser_.depth_;
}

void PathParser::parse() {
    compiled_.queries.emplace_back();
    reader_.expect("$");
    PathQuery whole = segments();
    if (!reader_.at_end()) reader_.refuse("a segment or the end is expected");
    compiled_.queries.front() = std::move(whole);
}

// Blanks stand before a segment, not behind the last one.
PathQuery PathParser::segments() {
    PathQuery query;
    for (PathReader before = reader_;; before = reader_) {
        reader_.skip_blanks();
        if (segment(query)) continue;
        reader_ = before;
        return query;
    }
}

bool PathParser::segment(PathQuery& query) {
    const bool descendant = reader_.take("..");
    if (reader_.next_is('[')) {
        query.segments.push_back(bracketed(descendant));
        return true;
    }
    if (!descendant && !reader_.take(".")) return false;
    if (reader_.take("*")) {
        query.segments.push_back({descendant, {Selector{}}});
        return true;
    }
    const auto name = reader_.take_member_name();
    if (!name)
        reader_.refuse(descendant ? "a name, \"*\" or \"[\" is expected"
                                  : "a name or \"*\" is expected");
    if (reader_.next_is('-')) reader_.refuse("a name with \"-\" is written in brackets and quotes");
    Selector named;
    named.is = Selector::Is::name;
    named.name = *name;
    query.segments.push_back({descendant, {std::move(named)}});
    return true;
}

Segment PathParser::bracketed(bool descendant) {
    Segment segment{descendant};
    reader_.expect("[");
    do {
        reader_.skip_blanks();
        segment.selectors.push_back(selector());
        reader_.skip_blanks();
    } while (reader_.take(","));
    if (!reader_.take("]")) reader_.refuse("\",\" or \"]\" is expected");
    return segment;
}

Selector PathParser::selector() {
    Selector selector;
    if (reader_.next_is_quote()) {
        selector.is = Selector::Is::name;
        selector.name = reader_.take_string();
        return selector;
    }
    if (reader_.take("*")) return selector;
    if (!reader_.take("?")) return index_or_slice();
    const Level level(*this);
    reader_.skip_blanks();
    selector.is = Selector::Is::filter;
    selector.filter = any();
    return selector;
}

Selector PathParser::index_or_slice() {
    Selector selector;
    selector.is = Selector::Is::index;
    selector.start = reader_.take_integer();
    const PathReader before = reader_;
    reader_.skip_blanks();
    if (!reader_.take(":")) {
        if (!selector.start) reader_.refuse("a selector is expected");
        reader_ = before;
        return selector;
    }
    selector.is = Selector::Is::slice;
    reader_.skip_blanks();
    selector.end = reader_.take_integer();
    reader_.skip_blanks();
    if (!reader_.take(":")) return selector;
    reader_.skip_blanks();
    selector.step = reader_.take_integer().value_or(1);
    return selector;
}

}  // namespace standin::contract
