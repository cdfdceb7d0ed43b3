#include "mock/schema/compiler.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/schema/draft.h"
#include "mock/schema/keyword.h"

namespace standin::schema {

namespace {

// Stands in for a schema that could not be reached; compile() throws then.
const Schema anything;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// RFC 3986, section 2.1: a fragment may be percent-encoded.
std::string decode(std::string_view fragment) {
    std::string text;
    for (size_t i = 0; i < fragment.size(); ++i) {
        const bool escape = fragment[i] == '%' && i + 2 < fragment.size();
        const int high = escape ? hex_digit(fragment[i + 1]) : -1;
        const int low = escape ? hex_digit(fragment[i + 2]) : -1;
        if (high < 0 || low < 0) {
            text += fragment[i];
        } else {
            text += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return text;
}

// One spelling for each place, whatever is escaped without need.
std::string canonical(std::string_view pointer) {
    std::string text;
    for (const std::string& token : tokens_of(pointer)) append_token(text, token);
    return text;
}

bool has_id(const Value& value) {
    const Value* id = value.find("$id");
    return id && id->is(Kind::string);
}

// Whether a schema around this place, but not the whole document, has an $id.
bool is_below_id(const Value& root, std::string_view pointer) {
    for (size_t end = pointer.size(); end != 0 && end != pointer.npos;) {
        const Value* around = resolve(root, pointer.substr(0, end));
        if (around && has_id(*around)) return true;
        end = pointer.rfind('/', end - 1);
    }
    return false;
}

bool is_schema(const Value& value, Dialect dialect) {
    return value.is(Kind::object) || (value.is(Kind::boolean) && dialect != Dialect::openapi_3_0);
}

std::string_view schema_word(Dialect dialect) {
    return dialect == Dialect::openapi_3_0 ? "an object" : "an object or a boolean";
}

}  // namespace

const Schema& Compiler::compile(std::string_view pointer) {
    const Value* value = resolve(store_.document->root(), pointer);
    if (!value) {
        refuse({}, std::string(pointer), "there is no schema here");
        give_up();
    }
    const Schema* schema = reach({canonical(pointer), value});
    while (!queue_.empty()) {
        const auto [target, source] = queue_.back();
        queue_.pop_back();
        Draft(*this, *target, *source).read();
    }
    if (mistakes_.empty()) refuse_cycles();
    if (!mistakes_.empty()) give_up();
    return *schema;
}

// The $ref of a node that is nothing but a reference; null where it is more, or none.
const Member* Compiler::bare_ref(const Value& value) const {
    if (!value.find("$ref")) return nullptr;
    const Member* ref = nullptr;
    bool more = false;
    for (const Member& member : value.members()) {
        if (member.name == "$ref") {
            ref = &member;
        } else if (find_keyword(member.name, store_.dialect) ||
                   is_unsupported(member.name, store_.dialect)) {
            more = true;
        }
    }
    return more && store_.dialect != Dialect::openapi_3_0 ? nullptr : ref;
}

const Schema* Compiler::reach(Node node) {
    std::vector<std::string> passed;
    while (const Member* ref = bare_ref(*node.value)) {
        if (std::ranges::find(passed, node.pointer) != passed.end()) {
            refuse(ref->mark, node.pointer + "/$ref", "\"$ref\" leads back to itself");
            return &anything;
        }
        passed.push_back(node.pointer);
        node = follow(node, *ref);
        if (!node.value) return &anything;
    }
    const auto at = store_.by_pointer.find(node.pointer);
    return at == store_.by_pointer.end() ? queue(node) : at->second;
}

const Schema* Compiler::queue(const Node& node) {
    if (!is_schema(*node.value, store_.dialect)) {
        const std::string wanted(schema_word(store_.dialect));
        refuse(node.value->mark(), node.pointer,
               "a schema must be " + wanted + ", not " + found(*node.value));
        return &anything;
    }
    Schema& schema = store_.schemas.emplace_back();
    auto* text = static_cast<char*>(store_.arena.allocate(node.pointer.size() + 1, 1));
    std::ranges::copy(node.pointer, text);
    schema.pointer = {text, node.pointer.size()};
    schema.mark = node.value->mark();
    schema.below_id = node.below_id || (!node.pointer.empty() && has_id(*node.value));
    store_.by_pointer.emplace(schema.pointer, &schema);
    queue_.emplace_back(&schema, node.value);
    return &schema;
}

Node Compiler::follow(const Node& from, const Member& ref) {
    const auto refused = [&](std::string message) {
        refuse(ref.mark, from.pointer + "/$ref", "\"$ref\" " + std::move(message));
        return Node{};
    };
    if (!ref.value.is(Kind::string)) return refused("must be a string, not " + found(ref.value));
    const std::string_view text = ref.value.text();
    const std::string quoted = '"' + std::string(text) + '"';
    if (text != "#" && !text.starts_with("#/")) {
        return refused("must begin with \"#/\" (a place in this document), not " + quoted);
    }
    if (from.below_id) return refused("is not supported below \"$id\"");
    const auto [at, fresh] = store_.targets.try_emplace(text);
    if (fresh) {
        const Value& root = store_.document->root();
        const std::string pointer = decode(text.substr(1));
        const bool below_id = store_.dialect != Dialect::openapi_3_0 && is_below_id(root, pointer);
        at->second = {canonical(pointer), resolve(root, pointer), below_id};
    }
    if (!at->second.value) return refused("leads to " + quoted + ", which does not exist");
    return at->second;
}

void Compiler::link(const Schema& from, const Schema& to, const Member& keyword) {
    links_[&from].push_back({&to, &keyword});
}

// A schema that applies itself to the same instance would never come to an end.
void Compiler::refuse_cycles() {
    std::unordered_map<const Schema*, Colour> colours;
    for (size_t at = before_; at < store_.schemas.size(); ++at) {
        walk_links(store_.schemas[at], colours);
    }
}

void Compiler::walk_links(const Schema& from, std::unordered_map<const Schema*, Colour>& colours) {
    std::vector<std::pair<const Schema*, size_t>> path;  // with the next link of each
    const auto enter = [&](const Schema* schema) {
        colours[schema] = Colour::grey;
        path.emplace_back(schema, 0);
    };
    if (colours[&from] == Colour::white) enter(&from);
    while (!path.empty()) {
        auto& [schema, next] = path.back();
        const std::vector<Link>& links = links_[schema];
        if (next == links.size()) {
            colours[schema] = Colour::black;
            path.pop_back();
            continue;
        }
        const Link& link = links[next++];
        if (colours[link.to] == Colour::grey) {
            std::string pointer(schema->pointer);
            append_token(pointer, link.keyword->name);
            refuse(link.keyword->mark, pointer,
                   '"' + std::string(link.keyword->name) + "\" leads back to its own schema");
        } else if (colours[link.to] == Colour::white) {
            enter(link.to);
        }
    }
}

void Compiler::refuse(Mark mark, std::string pointer, std::string message) {
    mistakes_.push_back({store_.file, mark, std::move(pointer), std::move(message)});
}

// Takes back what this run compiled: nothing older refers to it.
void Compiler::give_up() {
    for (; store_.schemas.size() > before_; store_.schemas.pop_back()) {
        store_.by_pointer.erase(store_.schemas.back().pointer);
    }
    std::ranges::stable_sort(mistakes_, {}, [](const Mistake& mistake) {
        return std::pair(mistake.mark.line, mistake.mark.column);
    });
    throw ContractError(std::move(mistakes_));
}

}  // namespace standin::schema
