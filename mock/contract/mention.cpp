#include "mock/contract/mention.h"

#include "mock/core/pointer.h"
#include "mock/schema/uri.h"

namespace standin::contract {

namespace {

using schema::resolve_uri;
using schema::split_reference;

// The dialects of OpenAPI before 3.1 have no names.
bool has_names(const Value& root) {
    const Value* version = root.find("openapi");
    return !root.find("swagger") && !(version && version->text_or("").starts_with("3.0"));
}

// What an object calls itself; "" where it does not.
std::string_view name_of(const Value& object, bool root) {
    for (std::string_view member : {"$id", "$self"}) {
        const Value* name = object.find(member);
        if (!name || (member == "$self" && !root)) continue;
        return split_reference(name->text_or("")).uri;
    }
    return "";
}

class Search {
  public:
    Search(const std::string& uri, bool names) : uri_(uri), names_(names) {}

    void visit(const Value& value, const std::string& base) {
        if (value.is(Kind::array)) {
            for (size_t i = 0; i < value.items().size(); ++i) {
                visit_below(std::to_string(i), value.items()[i], base);
            }
        }
        if (!value.is(Kind::object)) return;
        const std::string_view name = names_ ? name_of(value, path_.empty()) : "";
        if (name.empty()) return visit_members(value, base);
        const std::string named = resolve_uri(base, name);
        found_.names.try_emplace(named, pointer());
        visit_members(value, named);
    }

    Mentions take() { return std::move(found_); }

  private:
    void visit_members(const Value& object, const std::string& base) {
        for (const Member& member : object.members()) {
            if (!member.value.is(Kind::string)) {
                visit_below(member.name, member.value, base);
            } else if (member.name == "$ref" || member.name == "$dynamicRef") {
                refer(split_reference(member.value.text()).uri, base);
            } else if (names_ && (member.name == "$anchor" || member.name == "$dynamicAnchor")) {
                found_.names.try_emplace(base + '#' + std::string(member.value.text()), pointer());
            }
        }
    }

    void visit_below(std::string_view token, const Value& value, const std::string& base) {
        if (!value.is(Kind::object) && !value.is(Kind::array)) return;
        path_.emplace_back(token);
        visit(value, base);
        path_.pop_back();
    }

    void refer(std::string_view uri, const std::string& base) {
        if (uri.empty()) return;
        found_.others.push_back({resolve_uri(base, uri), resolve_uri(uri_, uri)});
    }

    std::string pointer() const {
        std::string pointer;
        for (const std::string& token : path_) append_token(pointer, token);
        return pointer;
    }

    const std::string& uri_;
    const bool names_;
    std::vector<std::string> path_;
    Mentions found_;
};

}  // namespace

Mentions mentions_in(const Value& root, const std::string& uri) {
    Search search(uri, has_names(root));
    search.visit(root, uri);
    return search.take();
}

std::string base_at(const Value& root, std::string_view pointer, const std::string& uri) {
    std::string base = resolve_uri(uri, name_of(root, true));
    const Value* value = &root;
    for (const std::string& token : tokens_of(pointer)) {
        value = value->is(Kind::array) ? resolve(*value, '/' + token) : value->find(token);
        if (!value) return base;
        base = resolve_uri(base, name_of(*value, false));
    }
    return base;
}

}  // namespace standin::contract
