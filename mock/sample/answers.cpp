#include "mock/sample/answers.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/http/media_type.h"
#include "mock/sample/event.h"
#include "mock/sample/sample.h"
#include "mock/sample/style.h"
#include "mock/sample/xml.h"

namespace standin::sample {

using contract::Documented;
using contract::Example;
using contract::Operation;
using contract::ResponseHeader;

namespace {

// What belongs to the transport.
bool is_framing(std::string_view name) {
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"Content-Length", "Transfer-Encoding",
                                                "Connection"},
        [&](std::string_view each) { return http::same_name(each, name); });
}

// A value in the style "simple" (OpenAPI 3.1, section 4.8.12.3).
std::string simple(const Value& value) {
    std::string text;
    const auto add = [&](std::string_view part) {
        if (!text.empty()) text += ',';
        text += part;
    };
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) add(plain(item));
    } else if (value.is(Kind::object)) {
        for (const Member& member : value.members()) {
            add(member.name);
            add(plain(member.value));
        }
    } else {
        text = plain(value);
    }
    // A header is one line.
    std::erase_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    return text;
}

bool is_json(std::string_view media_type) {
    return http::is_json(http::essence_of(media_type));
}

// The object or array that a text has written down; null where it has none.
std::shared_ptr<Document> structure_in(const Value& value) {
    if (!value.is(Kind::string)) return nullptr;
    JsonFault fault;
    auto document = read_json(value.text(), fault);
    if (!document) return nullptr;
    const Value& root = document->root();
    return root.is(Kind::object) || root.is(Kind::array) ? document : nullptr;
}

}  // namespace

void Answers::write(Body& body, const Choice& choice, const Value& value) {
    const JsonStyle& style = judge_.contract().style;
    if (is_xml(http::essence_of(choice.media_type)) && !value.is(Kind::string)) {
        body.text += xml_of(value, choice.content->schema);
        return;
    }
    if (is_json(choice.media_type) || !value.is(Kind::string)) {
        write_json(body.text, value, style);
        if (style.newline) body.text += '\n';
    } else {
        body.text += value.text();
    }
    const bool text = http::essence_of(choice.media_type).starts_with("text/");
    body.is_complex = text && (value.is(Kind::array) || value.is(Kind::object));
}

Answers::Body Answers::body_of_example(const Choice& choice, const Wish& wish) {
    Body body;
    const Example& example = *choice.example;
    if (example.is_text) {
        body.text = plain(*example.value.value);
        return body;
    }
    const Value* value = example.value.value;
    const bool is_checked = choice.content->schema && is_json(choice.media_type);
    if (is_checked) body.problems = judge_.problems(choice.content->schema, *value, wish.direction);
    // Many write their JSON down as a text: where no text is asked for, what is in it is meant.
    const auto meant = body.problems.empty() ? nullptr : structure_in(*value);
    if (meant) {
        value = &meant->root();
        body.problems = judge_.problems(choice.content->schema, *value, wish.direction);
    }
    write(body, choice, *value);
    body.is_complex = false;
    return body;
}

// A sequence of one item (OpenAPI 3.2, section 4.14.3): lines of JSON, or events.
Answers::Body Answers::body_of_items(const Choice& choice, const Wish& wish) {
    Body body;
    const Sample item = make(judge_, choice.content->item_schema, wish);
    body.problems = item.problems;
    const std::string essence = http::essence_of(choice.media_type);
    if (essence == "text/event-stream") {
        body.text = event_of(item.value());
        return body;
    }
    if (essence == "application/json-seq") body.text = "\x1E";
    body.text += to_json(item.value()) + '\n';
    return body;
}

Answers::Body Answers::make_body(const Choice& choice, const Wish& wish) {
    if (choice.example) return body_of_example(choice, wish);
    if (choice.content->item_schema && !choice.content->schema) return body_of_items(choice, wish);
    Body body;
    if (!choice.content->schema) return body;
    const Sample sample = make(judge_, choice.content->schema, wish);
    body.problems = sample.problems;
    body.gave_up = sample.gave_up;
    write(body, choice, sample.value());
    return body;
}

std::shared_ptr<const Answers::Body> Answers::body(const Choice& choice, const Wish& wish) {
    if (choice.dynamic) return std::make_shared<Body>(make_body(choice, wish));
    const Kept key{choice.content, choice.example};
    {
        const std::lock_guard lock(mutex_);
        const auto known = bodies_.find(key);
        if (known != bodies_.end()) return known->second;
    }
    auto made = std::make_shared<Body>(make_body(choice, wish));
    const std::lock_guard lock(mutex_);
    return bodies_.try_emplace(key, std::move(made)).first->second;
}

std::shared_ptr<const Answers::Fields> Answers::headers(const Documented& response,
                                                        const Wish& wish) {
    {
        const std::lock_guard lock(mutex_);
        const auto known = headers_.find(&response);
        if (known != headers_.end()) return known->second;
    }
    auto fields = std::make_shared<Fields>();
    for (const ResponseHeader& header : response.headers) {
        if (is_framing(header.name)) continue;
        if (!header.examples.empty()) {
            fields->emplace_back(header.name, simple(*header.examples.front().value.value));
        } else if (header.schema) {
            fields->emplace_back(header.name, simple(make(judge_, header.schema, wish).value()));
        }
    }
    const std::lock_guard lock(mutex_);
    return headers_.try_emplace(&response, std::move(fields)).first->second;
}

Answer Answers::answer(const Operation& operation, const Choice& choice, const Wish& wish) {
    Wish own = wish;
    own.operation = operation.id;
    own.dynamic = choice.dynamic;
    Answer answer;
    answer.response.status = choice.status;
    if (choice.content) {
        const auto made = body(choice, own);
        answer.response.body = made->text;
        answer.response.headers.set("Content-Type", choice.media_type);
        answer.problems = made->problems;
        answer.gave_up = made->gave_up;
        answer.is_complex = made->is_complex;
    }
    own.dynamic = false;
    for (const auto& [name, value] : *headers(*choice.response, own)) {
        answer.response.headers.add(name, value);
    }
    if (operation.is_deprecated) answer.response.headers.set("deprecation", "true");
    return answer;
}

}  // namespace standin::sample
