#include "mock/contract/documented.h"

#include <algorithm>

#include "mock/contract/access.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

Located schema_in(const Located& holder) {
    if (const Located schema = holder.find("schema")) return follow(schema);
    const Located content = member(holder, "content", Kind::object);
    if (!content || content.value->members().empty()) return {};
    const Located media = member(content, content.value->members()[0].name, Kind::object);
    const Located schema = media.find("schema");
    return schema ? follow(schema) : Located{};
}

// In Swagger 2.0 a header is its own schema.
Located schema_of_header(const Located& header) {
    const Located schema = schema_in(header);
    return !schema && header.find("type") ? header : schema;
}

}  // namespace

const Content* Documented::main_content() const {
    const auto main = std::ranges::find(content, media_type, &Content::media_type);
    return main == content.end() ? nullptr : &*main;
}

std::string readable_type(std::span<const std::string> types) {
    for (const std::string& type : types) {
        if (http::is_json(http::essence_of(type))) return type;
    }
    return types.front();
}

Content read_content(const std::string& media_type, const Located& media,
                     std::vector<Mistake>& warnings) {
    require_kind(media, Kind::object, "a media type");
    Content content;
    content.media_type = media_type;
    if (const Located schema = media.find("schema")) content.schema = follow(schema);
    if (const Located items = media.find("itemSchema")) content.item_schema = follow(items);
    content.examples = read_examples(media, warnings);
    return content;
}

std::vector<ResponseHeader> read_headers(const Located& response, std::vector<Mistake>& warnings) {
    std::vector<ResponseHeader> headers;
    const Located all = member(response, "headers", Kind::object);
    if (!all) return headers;
    for (const Member& each : all.value->members()) {
        if (http::same_name(each.name, "Content-Type")) continue;
        const Located at = member(all, each.name, Kind::object);
        headers.push_back({std::string(each.name), flag_member(at, "required"),
                           schema_of_header(at), read_examples(at, warnings)});
    }
    return headers;
}

void choose_main_content(Documented& response) {
    if (response.content.empty()) return;
    std::vector<std::string> types;
    for (const Content& content : response.content) types.push_back(content.media_type);
    response.media_type = readable_type(types);
    response.schema = response.main_content()->schema;
}

}  // namespace standin::contract
