#include "mock/sample/news.h"

#include <algorithm>

namespace standin::sample {

namespace {

using Path = std::vector<const Value*>;  // from the whole value to an object within it

// What the resource says of a member; null where it says nothing.
const Value* told(const News& news, std::string_view name) {
    if (std::ranges::find(news.hidden, name) != news.hidden.end()) return nullptr;
    if (const Value* own = news.resource->find(name)) return own;
    return name == news.called ? news.resource->find(news.key) : nullptr;
}

// Whether one may stand where the other does, as far as that shows without a schema.
bool is_alike(const Value& left, const Value& right) {
    if (left.is(Kind::null) || right.is(Kind::null)) return true;
    return left.kind() == right.kind() || (left.is_number() && right.is_number());
}

bool is_told(const News& news, const Member& member) {
    const Value* value = told(news, member.name);
    return value && is_alike(*value, member.value);
}

// How much of an object the resource tells; 0 where what identifies it is not among it.
size_t score_of(const News& news, const Value& object) {
    const auto members = object.members();
    const bool known = std::ranges::any_of(members, [&](const Member& member) {
        return (member.name == news.key || member.name == news.called) && is_told(news, member);
    });
    if (!known && !news.key.empty()) return 0;
    return static_cast<size_t>(std::ranges::count_if(
        members, [&](const Member& member) { return is_told(news, member); }));
}

// Looks for the object of which the resource tells most; the outermost of equals.
class Search {
  public:
    explicit Search(const News& news) : news_(news) {}

    Path run(const Value& whole) {
        visit(whole);
        return std::move(best_);
    }

  private:
    static constexpr size_t most_depth = 6;

    void visit(const Value& value) {
        open_.push_back(&value);
        if (value.is(Kind::object)) {
            const size_t score = score_of(news_, value);
            if (score > score_) {
                score_ = score;
                best_ = open_;
            }
            for (const Member& member : value.members()) descend(member.value);
        } else if (value.is(Kind::array) && !value.items().empty()) {
            descend(value.items().front());
        }
        open_.pop_back();
    }

    void descend(const Value& value) {
        if (open_.size() < most_depth) visit(value);
    }

    const News& news_;
    Path open_;
    Path best_;
    size_t score_ = 0;
};

// The same value with another one in the place of what lies at the end of the path.
Value replaced(const Path& path, size_t depth, const Value& end, Document& document) {
    if (depth + 1 == path.size()) return end;
    const Value inner = replaced(path, depth + 1, end, document);
    const Value& outer = *path[depth];
    if (outer.is(Kind::array)) {
        std::vector<Value> items(outer.items().begin(), outer.items().end());
        items.front() = inner;
        return document.array(items);
    }
    std::vector<Member> members(outer.members().begin(), outer.members().end());
    for (size_t i = 0; i < members.size(); ++i) {
        if (&outer.members()[i].value == path[depth + 1]) members[i].value = inner;
    }
    return document.object(members);
}

}  // namespace

// Each member is put in for itself: one that the schema refuses keeps the others from nothing. What
// breaks its schema already, an example for one, cannot be judged so.
Value with_news(Judge& judge, const contract::Located& schema, const Value& value, const News& news,
                Document& document) {
    if (!news.resource || !news.resource->is(Kind::object)) return value;
    const Path path = Search(news).run(value);
    if (path.empty()) return value;
    const auto fits = [&](const Value& whole) {
        return !schema || judge.is_valid(schema, whole, schema::Direction::response);
    };
    const bool judged = fits(value);
    std::vector<Member> members(path.back()->members().begin(), path.back()->members().end());
    Value whole = value;
    for (Member& member : members) {
        if (!is_told(news, member)) continue;
        const Value former = std::exchange(member.value, *told(news, member.name));
        const Value tried = replaced(path, 0, document.object(members), document);
        if (judged && !fits(tried)) {
            member.value = former;
        } else {
            whole = tried;
        }
    }
    return whole;
}

}  // namespace standin::sample
