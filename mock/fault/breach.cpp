#include "mock/fault/breach.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <span>

#include "mock/core/json_writer.h"
#include "mock/core/pointer.h"
#include "mock/fault/place.h"
#include "mock/http/media_type.h"
#include "mock/schema/check.h"

namespace standin::fault {

namespace {

// In the order of the enumeration.
constexpr std::string_view breach_names[] = {"missing_member", "wrong_type", "unknown_enum", "null",
                                             "extra_member"};

// So many changes are tried at most: a schema that minds none of them would cost too much.
constexpr size_t most_tries = 64;

// Writes a value as it is but for one place.
class Change {
  public:
    Change(const Place& place, JsonWriter& writer)
        : place_(place), tokens_(tokens_of(place.pointer)), writer_(writer) {}

    void write(const Value& value, size_t depth = 0) {
        const bool here = depth == tokens_.size();
        if (here && place_.breach != Breach::extra_member) return writer_.json(place_.text);
        if (value.is(Kind::object)) return write_object(value, depth, here);
        if (!value.is(Kind::array)) return writer_.value(value);
        writer_.begin_array();
        for (size_t i = 0; i < value.items().size(); ++i) {
            write_part(value.items()[i], depth, std::to_string(i) == tokens_[depth]);
        }
        writer_.end_array();
    }

  private:
    void write_object(const Value& value, size_t depth, bool here) {
        const bool holder = place_.breach == Breach::missing_member && depth + 1 == tokens_.size();
        writer_.begin_object();
        for (const Member& member : value.members()) {
            const bool on_path = !here && member.name == tokens_[depth];
            if (on_path && holder) continue;
            writer_.name(member.name);
            write_part(member.value, depth, on_path);
        }
        if (here) writer_.name(place_.text), writer_.json("true");
        writer_.end_object();
    }

    void write_part(const Value& value, size_t depth, bool on_path) {
        if (on_path) return write(value, depth + 1);
        writer_.value(value);
    }

    const Place& place_;
    const std::vector<std::string> tokens_;
    JsonWriter& writer_;
};

std::string changed(const Value& body, const Place& place, const JsonStyle& style) {
    std::string text;
    JsonWriter writer(text, style);
    Change(place, writer).write(body);
    if (style.newline) text += '\n';
    return text;
}

// What a schema says of a body: an answer may break its contract already.
std::set<std::string> told(const schema::Schema& schema, const Value& body) {
    Problems problems;
    schema::check(schema, body, {Part::body, "", schema::Direction::response}, problems);
    std::set<std::string> texts;
    for (const Problem& problem : problems) texts.insert(problem.keyword + problem.pointer);
    return texts;
}

class Breaker {
  public:
    Breaker(const Rule& rule, const Answer& answer, const Value& body)
        : rule_(rule), answer_(answer), body_(body), told_(told(*answer.compiled, body)) {}

    // Tries the places of one kind, beginning with the one that is drawn: all but the whole body,
    // or that alone. Where no place is forbidden an allowed one will do.
    std::optional<Broken> attempt(Breach breach, uint64_t draw, bool whole) {
        std::vector<Place> places = places_of(breach, *rule_.answers, answer_, body_);
        std::erase_if(places, [&](const Place& place) {
            const bool is_whole = place.pointer.empty() && breach != Breach::extra_member;
            const bool elsewhere = !rule_.breach_at.empty() && place.pointer != rule_.breach_at;
            return is_whole != whole || elsewhere;
        });
        const auto middle =
            std::stable_partition(places.begin(), places.end(), std::not_fn(&Place::allowed));
        const auto forbidden = std::span(places.begin(), middle);
        const auto allowed = std::span(middle, places.end());
        for (size_t i = 0; i < forbidden.size() && tries_ < most_tries; ++i, ++tries_) {
            const Place& place = forbidden[(draw + i) % forbidden.size()];
            std::string text = changed(body_, place, answer_.contract->style);
            if (minds(text)) return broken(place, std::move(text));
        }
        if (allowed.empty()) return std::nullopt;
        const Place& place = allowed[draw % allowed.size()];
        return broken(place, changed(body_, place, answer_.contract->style));
    }

  private:
    static Broken broken(const Place& place, std::string text) {
        return {std::move(text), std::string(name_of(place.breach)) + " at " +
                                     (place.pointer.empty() ? "the whole body" : place.pointer)};
    }

    bool minds(const std::string& text) const {
        JsonFault fault;
        const auto document = read_json(text, fault);
        if (!document) return false;
        return !std::ranges::includes(told_, told(*answer_.compiled, document->root()));
    }

    const Rule& rule_;
    const Answer& answer_;
    const Value& body_;
    const std::set<std::string> told_;
    size_t tries_ = 0;
};

bool is_json(const http::Response& response) {
    const std::string* type = response.headers.find("Content-Type");
    return type && http::is_json(http::essence_of(*type));
}

}  // namespace

std::string_view name_of(Breach breach) {
    return breach_names[static_cast<size_t>(breach)];
}

std::optional<Breach> breach_named(std::string_view name) {
    const auto found = std::ranges::find(breach_names, name);
    if (found == std::end(breach_names)) return std::nullopt;
    return static_cast<Breach>(found - std::begin(breach_names));
}

std::optional<Broken> break_answer(const contract::Operation& operation,
                                   const http::Response& response, const Rule& rule, Bits draw) {
    if (!rule.answers || !is_json(response)) return std::nullopt;
    const Answer* answer = rule.answers->find(operation, response.status);
    JsonFault fault;
    const auto body = answer ? read_json(response.body, fault) : nullptr;
    if (!body) return std::nullopt;
    Breaker breaker(rule, *answer, body->root());
    const size_t first = draw.high % rule.breaches.size();
    // An API seldom changes so much that nothing of its answer is left: that is tried last.
    for (const bool whole : {false, true}) {
        for (size_t i = 0; i < rule.breaches.size(); ++i) {
            const Breach breach = rule.breaches[(first + i) % rule.breaches.size()];
            if (auto broken = breaker.attempt(breach, draw.low, whole)) return broken;
        }
    }
    return std::nullopt;
}

}  // namespace standin::fault
