#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <yaml.h>

#include "mock/contract/scalar.h"
#include "mock/contract/source.h"

namespace standin::contract {

namespace {

constexpr size_t max_depth = 512;
constexpr size_t max_values = 10'000'000;  // with every alias written out

Mark mark_of(const yaml_mark_t& mark) {
    return {static_cast<uint32_t>(mark.line + 1), static_cast<uint32_t>(mark.column + 1)};
}

struct Event : yaml_event_t {
    Event() : yaml_event_t{} {}
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { yaml_event_delete(this); }

    Mark mark() const { return mark_of(start_mark); }
};

std::string text_of(const yaml_char_t* text) {
    return text ? reinterpret_cast<const char*>(text) : "";
}

// Reads libyaml's events into a document, one recursive step for each node.
class Reader {
  public:
    Reader(const std::string& file, std::string_view text) : file_(file), text_(text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { yaml_parser_delete(&parser_); }

    std::shared_ptr<const Document> read() {
        expect(YAML_STREAM_START_EVENT);
        expect(YAML_DOCUMENT_START_EVENT);
        {
            Event event;
            next(event);
            document_->set_root(node(event));
        }
        expect(YAML_DOCUMENT_END_EVENT);
        Event event;
        next(event);
        if (event.type != YAML_STREAM_END_EVENT) {
            refuse(event.mark(), "a second YAML document begins here; one file holds one document");
        }
        return document_;
    }

  private:
    [[noreturn]] void refuse(Mark mark, std::string message) const {
        throw ContractError({file_, mark, {}, std::move(message)});
    }

    void next(Event& event);
    void expect(yaml_event_type_t type);
    Value node(const Event& event);
    Value alias(const Event& event);
    Value content(const Event& event, std::string& anchor);
    void check_size(Mark mark) const;
    Value scalar(const Event& event);
    Value number(std::string_view text, const std::string& json, Mark mark);
    Value sequence(const Event& event);
    Value mapping(const Event& event);
    void merge(const Value& from, Mark mark, std::vector<Member>& members) const;

    Mark problem_mark() const;
    void core_tag(const yaml_char_t* tag, std::string_view core, Mark mark) const;

    std::string file_;
    std::string_view text_;
    yaml_parser_t parser_{};
    std::shared_ptr<Document> document_ = std::make_shared<Document>(64 << 10);

    // What an alias stands for, and how much it adds: whoever walks over the document meets it
    // again.
    struct Anchored {
        Value value;
        size_t values = 0;
        size_t height = 0;
    };
    std::map<std::string, Anchored> anchors_;
    size_t depth_ = 0;
    size_t deepest_ = 0;  // within the node that is being read
    size_t values_ = 0;
};

// libyaml gives the place of bytes that are no text as an offset alone.
Mark Reader::problem_mark() const {
    if (parser_.error != YAML_READER_ERROR) return mark_of(parser_.problem_mark);
    const std::string_view before = text_.substr(0, parser_.problem_offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const size_t line = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<uint32_t>(lines + 1), static_cast<uint32_t>(before.size() - line + 1)};
}

void Reader::next(Event& event) {
    if (yaml_parser_parse(&parser_, &event)) return;
    std::string why = parser_.problem ? parser_.problem : "cannot be read";
    if (parser_.context) why += std::string(" ") + parser_.context;
    refuse(problem_mark(), "is not YAML: " + why);
}

void Reader::expect(yaml_event_type_t type) {
    Event event;
    next(event);
    if (event.type != type) refuse(event.mark(), "is not YAML: a document was expected");
}

void Reader::check_size(Mark mark) const {
    if (deepest_ > max_depth) {
        refuse(mark, "nested deeper than " + std::to_string(max_depth) + " levels");
    }
    if (values_ > max_values) {
        refuse(mark, "holds more than " + std::to_string(max_values) + " values");
    }
}

Value Reader::alias(const Event& event) {
    const std::string name = text_of(event.data.alias.anchor);
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) refuse(event.mark(), "alias *" + name + " has no anchor");
    values_ += found->second.values;
    deepest_ = std::max(deepest_, depth_ + found->second.height);
    check_size(event.mark());
    return found->second.value;
}

Value Reader::node(const Event& event) {
    if (event.type == YAML_ALIAS_EVENT) return alias(event);
    const size_t values = values_++;
    const size_t deepest = std::exchange(deepest_, ++depth_);
    check_size(event.mark());
    std::string anchor;
    const Value value = content(event, anchor);
    --depth_;
    if (!anchor.empty()) anchors_[anchor] = {value, values_ - values, deepest_ - depth_};
    deepest_ = std::max(deepest, deepest_);
    return value;
}

Value Reader::content(const Event& event, std::string& anchor) {
    if (event.type == YAML_SCALAR_EVENT) {
        anchor = text_of(event.data.scalar.anchor);
        return scalar(event);
    }
    if (event.type == YAML_SEQUENCE_START_EVENT) {
        anchor = text_of(event.data.sequence_start.anchor);
        return sequence(event);
    }
    anchor = text_of(event.data.mapping_start.anchor);
    return mapping(event);
}

Value Reader::scalar(const Event& event) {
    const auto& scalar = event.data.scalar;
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const std::string tag = text_of(scalar.tag);
    if (!scalar.plain_implicit && !tag.empty() && tag != YAML_STR_TAG && tag != "!") {
        refuse(event.mark(), "tag " + tag + " is not supported");
    }
    std::string json;
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE && tag.empty();
    switch (plain ? resolve_scalar(text, json) : Scalar::string) {
        case Scalar::null:
            return Value::null(event.mark());
        case Scalar::yes:
        case Scalar::no:
            return Value::of(resolve_scalar(text, json) == Scalar::yes, event.mark());
        case Scalar::not_a_number:
            refuse(event.mark(), "JSON has no such number: " + std::string(text));
        case Scalar::number:
            return number(text, json, event.mark());
        default:
            return Value::of(document_->keep(text), event.mark());
    }
}

// A number as large as no double is none in JSON either, where it is read.
Value Reader::number(std::string_view text, const std::string& json, Mark mark) {
    const Value value = Value::number_of(document_->keep(json), mark);
    if (std::isfinite(value.number())) return value;
    refuse(mark, "is too large a number: " + std::string(text));
}

// A collection means what its brackets say; a tag may only say the same.
void Reader::core_tag(const yaml_char_t* tag, std::string_view core, Mark mark) const {
    const std::string text = text_of(tag);
    if (!text.empty() && text != "!" && text != core) {
        refuse(mark, "tag " + text + " is not supported");
    }
}

Value Reader::sequence(const Event& start) {
    core_tag(start.data.sequence_start.tag, YAML_SEQ_TAG, start.mark());
    std::vector<Value> items;
    while (true) {
        Event event;
        next(event);
        if (event.type == YAML_SEQUENCE_END_EVENT) return document_->array(items, start.mark());
        items.push_back(node(event));
    }
}

Value Reader::mapping(const Event& start) {
    core_tag(start.data.mapping_start.tag, YAML_MAP_TAG, start.mark());
    std::vector<Member> members;
    std::set<std::string> names;
    std::vector<std::pair<Value, Mark>> merges;
    while (true) {
        Event key;
        next(key);
        if (key.type == YAML_MAPPING_END_EVENT) break;
        if (key.type != YAML_SCALAR_EVENT) refuse(key.mark(), "a key must be a plain text");
        const std::string name(reinterpret_cast<const char*>(key.data.scalar.value),
                               key.data.scalar.length);
        const bool merge_key = name == "<<" && key.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (!merge_key && !names.insert(name).second) {
            refuse(key.mark(), "member \"" + name + "\" stands twice");
        }
        Event event;
        next(event);
        const Value value = node(event);
        if (merge_key) {
            merges.emplace_back(value, key.mark());
        } else {
            members.push_back({document_->keep(name), value, key.mark()});
        }
    }
    for (const auto& [from, mark] : merges) merge(from, mark, members);
    return document_->object(members, start.mark());
}

// Members of a merge key (YAML 1.1 type "merge") stand behind the mapping's own, which win.
void Reader::merge(const Value& from, Mark mark, std::vector<Member>& members) const {
    if (from.is(Kind::array)) {
        for (const Value& item : from.items()) merge(item, mark, members);
        return;
    }
    if (!from.is(Kind::object)) refuse(mark, "a merge key takes a mapping or a list of mappings");
    for (const Member& member : from.members()) {
        bool known = false;
        for (const Member& own : members) known = known || own.name == member.name;
        if (!known) members.push_back(member);
    }
}

}  // namespace

std::shared_ptr<const Document> read_yaml(const std::string& file, std::string_view text) {
    return Reader(file, text).read();
}

}  // namespace standin::contract
