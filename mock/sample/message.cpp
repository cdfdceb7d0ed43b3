#include "mock/sample/message.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/http/media_type.h"
#include "mock/sample/sample.h"
#include "mock/sample/style.h"

namespace standin::sample {

using contract::Callback;
using contract::Content;
using contract::Example;
using contract::ResponseHeader;

namespace {

constexpr std::string_view form = "application/x-www-form-urlencoded";

const Content* content_of(const Callback& callback) {
    std::vector<std::string> types;
    for (const Content& content : callback.contents) types.push_back(content.media_type);
    if (types.empty()) return nullptr;
    const std::string type = contract::readable_type(types);
    const auto found = std::ranges::find(callback.contents, type, &Content::media_type);
    return found == callback.contents.end() ? &callback.contents.front() : &*found;
}

// What belongs to the transport, and to the body.
bool is_own(std::string_view name) {
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"Content-Length", "Content-Type", "Connection",
                                                "Transfer-Encoding", "Host"},
        [&](std::string_view each) { return http::same_name(each, name); });
}

// A header is one line.
std::string one_line(std::string text) {
    std::erase_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    return text;
}

// Writes one message.
class Writer {
  public:
    Writer(Judge& judge, const News& news, const Wish& wish)
        : judge_(judge), news_(news), wish_(wish) {
        wish_.direction = schema::Direction::response;
    }

    Message write(const Callback& callback) {
        if (const Content* content = content_of(callback)) write_body(*content);
        for (const ResponseHeader& header : callback.headers) add(header);
        return std::move(message_);
    }

  private:
    Value sample(const contract::Located& schema) {
        samples_.push_back(make(judge_, schema, wish_));
        return samples_.back().value();
    }

    const Example* example_of(const std::vector<Example>& examples, bool has_schema) const {
        if (examples.empty() || (wish_.ignores_examples && has_schema)) return nullptr;
        return &examples.front();
    }

    void write_body(const Content& content) {
        const bool range = content.media_type.find('*') != std::string::npos;
        const std::string type = range ? "application/json" : content.media_type;
        message_.headers.set("Content-Type", type);
        const bool has_schema = static_cast<bool>(content.schema);
        const Example* example = example_of(content.examples, has_schema);
        if (example && example->is_text) {
            message_.body = plain(*example->value.value);
        } else if (example || has_schema) {
            write_value(content, example ? *example->value.value : sample(content.schema), type);
        }
    }

    void write_value(const Content& content, const Value& made, const std::string& type) {
        const Value value = with_news(judge_, content.schema, made, news_, document_);
        const std::string essence = http::essence_of(type);
        if (http::is_json(essence)) {
            write_json(message_.body, value, judge_.contract().style);
        } else if (essence == form && value.is(Kind::object)) {
            Pairs pairs;
            for (const Member& member : value.members()) {
                pairs.emplace_back(member.name, plain(member.value));
            }
            message_.body = urlencoded(pairs);
        } else {
            message_.body = plain(value);
        }
    }

    void add(const ResponseHeader& header) {
        if (is_own(header.name)) return;
        const bool has_schema = static_cast<bool>(header.schema);
        if (const Example* example = example_of(header.examples, has_schema)) {
            message_.headers.set(header.name, one_line(plain(*example->value.value)));
        } else if (header.required && has_schema) {
            message_.headers.set(header.name, one_line(plain(sample(header.schema))));
        }
    }

    Judge& judge_;
    const News& news_;
    Wish wish_;
    Document document_;
    std::vector<Sample> samples_;
    Message message_;
};

}  // namespace

Message message(Judge& judge, const Callback& callback, const News& news, const Wish& wish) {
    return Writer(judge, news, wish).write(callback);
}

}  // namespace standin::sample
