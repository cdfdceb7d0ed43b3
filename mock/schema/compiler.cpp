#include "mock/schema/compiler.h"

#include <algorithm>
#include <memory>
#include <tuple>
#include <unordered_set>

#include "mock/core/pointer.h"
#include "mock/schema/draft.h"
#include "mock/schema/glance.h"
#include "mock/schema/keyword.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// Stands in for a schema that could not be reached; compile() throws then.
const Schema anything;

bool is_schema(const Node& node) {
    return node.value->is(Kind::object) ||
           (node.value->is(Kind::boolean) && node.language->has_boolean_schemas());
}

// How a keyword applies its schemas to the same instance; not at all where it only asks whether
// they hold.
OneWay how_by(const Member& keyword) {
    for (const char* name : {"not", "if"}) {
        if (keyword.name == name) return OneWay::no;
    }
    for (const char* name : {"allOf", "$ref", "$dynamicRef", "$recursiveRef"}) {
        if (keyword.name == name) return OneWay::surely;
    }
    return OneWay::maybe;
}

}  // namespace

const Schema& Compiler::compile(const std::string* uri, std::string_view pointer) {
    Node node = store_.library.at(uri, pointer);
    if (!node.value) {
        const std::string& file = node.resource ? node.resource->source->file
                                  : uri         ? *uri
                                                : store_.library.first().file;
        mistakes_.push_back({file, {}, std::string(pointer), "there is no schema here"});
        give_up();
    }
    const Schema* schema = reach(std::move(node), nullptr, Mode::plain);
    while (!queue_.empty()) {
        Waiting next = std::move(queue_.back());
        queue_.pop_back();
        Draft(*this, *next.schema, std::move(next.node), next.mode).read();
    }
    std::ranges::move(store_.library.take_mistakes(), std::back_inserter(mistakes_));
    if (mistakes_.empty()) refuse_cycles();
    if (!mistakes_.empty()) give_up();
    in_place_.spread(before_);
    for (size_t at = choices_before_; at < store_.choices.size(); ++at) {
        store_.choices[at].prepare();
    }
    for (size_t at = store_.schemas.size(); at-- > before_;) prepare_glances(store_.schemas[at]);
    return *schema;
}

// The $ref of a node that is nothing but a reference; null where it is more, or none.
const Member* Compiler::bare_ref(const Node& node) const {
    const Value* value = node.value->find("$ref");
    if (!value) return nullptr;
    const Member* ref = nullptr;
    bool more = false;
    for (const Member& member : node.value->members()) {
        if (&member.value == value) {
            ref = &member;
        } else if (const Keyword* row = find_keyword(member.name, *node.language)) {
            more |= member.name != "$ref" && !is_idle_beside_ref(*row);
        }
    }
    return more && !node.language->hides_siblings() ? nullptr : ref;
}

// Goes from a reference to what it leads to, unless the dynamic scope would miss the step. Returns
// whether there is something.
bool Compiler::skip_refs(Node& node) {
    std::unordered_set<const Value*> passed;
    while (const Member* ref = bare_ref(node)) {
        if (!passed.insert(node.value).second) {
            refuse(node, ref->mark, node.pointer + "/$ref", "\"$ref\" leads back to itself");
            return false;
        }
        Node next = follow(node, *ref);
        if (!next.value) return false;
        if (next.resource != node.resource && next.resource->dynamic) return true;
        node = std::move(next);
    }
    return true;
}

const Schema* Compiler::reach(Node node, const Resource* from, Mode mode) {
    const Resource* const entered = node.resource;
    if (!skip_refs(node)) return &anything;
    const auto& known = store_.by_node[static_cast<size_t>(mode)];
    const auto at = known.find(node.value);
    const Schema* schema = at == known.end() ? queue(std::move(node), mode) : at->second;
    return entered != from && entered->dynamic ? enter(*schema, *entered) : schema;
}

const Schema* Compiler::queue(Node node, Mode mode) {
    if (!is_schema(node)) {
        const bool flags = node.language->has_boolean_schemas();
        refuse(node, node.value->mark(), node.pointer,
               std::string("a schema must be ") + (flags ? "an object or a boolean" : "an object") +
                   ", not " + found(*node.value));
        return &anything;
    }
    Schema& schema = store_.schemas.emplace_back();
    auto* text = static_cast<char*>(store_.arena.allocate(node.pointer.size() + 1, 1));
    std::ranges::copy(node.pointer, text);
    schema.pointer = {text, node.pointer.size()};
    schema.told_as = node.resource->told_as;
    schema.mark = node.value->mark();
    schema.collects = mode != Mode::plain;
    store_.by_node[static_cast<size_t>(mode)].emplace(node.value, &schema);
    origins_[&schema] = {node.value, node.resource->source};
    queue_.push_back({&schema, std::move(node), mode});
    return &schema;
}

// The way to a schema through the door of a resource: its anchors are in the dynamic scope there.
const Schema* Compiler::enter(const Schema& schema, const Resource& resource) {
    const auto [at, fresh] = store_.entrances.try_emplace({&resource, &schema});
    if (!fresh) return at->second;
    Schema& way = store_.schemas.emplace_back();
    at->second = &way;
    way.pointer = schema.pointer;
    way.told_as = schema.told_as;
    way.mark = schema.mark;
    way.collects = schema.collects;
    way.ref = &schema;
    wrap(way, schema);
    Rule rule{.check = check_entrance, .stage = Stage::combination};
    rule.operand.entrance = &store_.ways_in.emplace_back(Entrance{&anchors_of(resource), &schema});
    furnish(way, std::span(&rule, 1));
    return &way;
}

const Anchors& Compiler::anchors_of(const Resource& resource) {
    const auto [at, fresh] = store_.anchors.try_emplace(&resource);
    if (!fresh) return at->second;
    for (const auto& [name, anchor] : resource.anchors) {
        if (!anchor.dynamic) continue;
        at->second.anchors.push_back({name, reach(anchor.node, &resource, Mode::plain),
                                      reach(anchor.node, &resource, Mode::collecting)});
    }
    return at->second;
}

void Compiler::furnish(Schema& schema, std::span<const Rule> rules) {
    for (size_t stage = 0; stage <= stage_count; ++stage) {
        const auto begins = [&](const Rule& rule) {
            return static_cast<size_t>(rule.stage) < stage;
        };
        schema.first[stage] = static_cast<uint16_t>(std::ranges::count_if(rules, begins));
    }
    for (size_t kind = 0; kind < kind_count; ++kind) {
        const unsigned stages = stages_of(static_cast<Kind>(kind));
        const bool plain =
            std::ranges::none_of(rules, [&](const Rule& rule) { return stages & bit(rule.stage); });
        if (plain) schema.plain |= static_cast<Kinds>(schema.kinds & 1U << kind);
    }
    if (rules.empty()) return;
    void* room = store_.arena.allocate(rules.size_bytes(), alignof(Rule));
    auto* kept = static_cast<Rule*>(room);
    std::uninitialized_copy(rules.begin(), rules.end(), kept);
    schema.rules = {kept, rules.size()};
}

Node Compiler::follow(const Node& from, const Member& ref) {
    const std::string name = '"' + std::string(ref.name) + '"';
    const auto refused = [&](const std::string& message) {
        std::string pointer = from.pointer;
        append_token(pointer, ref.name);
        refuse(from, ref.mark, std::move(pointer), name + message);
        return Node{};
    };
    if (!ref.value.is(Kind::string)) return refused(" must be a string, not " + found(ref.value));
    Node target = store_.library.follow(from, ref.value.text());
    if (target.value) return target;
    const std::string leads = " leads to \"" + std::string(ref.value.text()) + "\", which ";
    return refused(leads + (target.resource ? "does not exist" : "is not known here"));
}

// Nothing that was compiled before leads to what is compiled here, so it closes no cycle.
void Compiler::link(Schema& from, const Schema& to, const Member& keyword) {
    in_place_.link(from, to, how_by(keyword));
    const auto rules = to.of(Stage::combination);
    const bool way_in = !rules.empty() && rules[0].check == check_entrance;
    const auto origin = origins_.find(way_in ? to.ref : &to);
    if (origin == origins_.end()) return;
    cycles_.add(origins_[&from].value, {&from, origin->second.value, &keyword});
}

void Compiler::refuse_cycles() {
    std::vector<Cycles::Link> closing;
    for (size_t at = before_; at < store_.schemas.size(); ++at) {
        const auto origin = origins_.find(&store_.schemas[at]);
        if (origin != origins_.end()) cycles_.walk(origin->second.value, closing);
    }
    for (const Cycles::Link& link : closing) {
        std::string pointer(link.from->pointer);
        append_token(pointer, link.keyword->name);
        const std::string name = '"' + std::string(link.keyword->name) + '"';
        const Mark mark = link.keyword->mark;
        mistakes_.push_back({origins_[link.from].source->file_of(mark), mark, std::move(pointer),
                             name + " leads back to its own schema"});
    }
}

void Compiler::refuse(const Node& node, Mark mark, std::string pointer, std::string message) {
    mistakes_.push_back(
        {node.resource->source->file_of(mark), mark, std::move(pointer), std::move(message)});
}

// Forgets what this run compiled: nothing older refers to it.
void Compiler::take_back() {
    for (; store_.schemas.size() > before_; store_.schemas.pop_back()) {
        origins_.try_emplace(&store_.schemas.back());
    }
    const auto is_young = [&](const Schema* schema) {
        return schema == &anything || origins_.contains(schema);
    };
    for (auto& known : store_.by_node) {
        std::erase_if(known, [&](const auto& entry) { return is_young(entry.second); });
    }
    std::erase_if(store_.entrances, [&](const auto& entry) { return is_young(entry.second); });
    std::erase_if(store_.anchors, [&](const auto& entry) {
        return std::ranges::any_of(entry.second.anchors, [&](const Anchors::Anchor& anchor) {
            return is_young(anchor.plain) || is_young(anchor.collecting);
        });
    });
}

// The mistakes of the first document come first, then those of others, each in its order.
void Compiler::give_up() {
    take_back();
    const std::string& first = store_.library.first().file;
    std::ranges::stable_sort(mistakes_, {}, [&](const Mistake& mistake) {
        return std::tuple(mistake.file != first, mistake.file, mistake.mark.line,
                          mistake.mark.column);
    });
    // What is compiled for several purposes is refused as often.
    const auto same = [](const Mistake& one, const Mistake& other) {
        return one.text() == other.text();
    };
    mistakes_.erase(std::unique(mistakes_.begin(), mistakes_.end(), same), mistakes_.end());
    throw ContractError(std::move(mistakes_));
}

}  // namespace standin::schema
