#include "mock/check/media.h"

#include <algorithm>

#include "mock/http/field_value.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"

namespace standin::check {

using contract::BodyType;
using contract::Contract;

namespace {

int narrowness(std::string_view range) {
    if (range == "*/*") return 0;
    return range.ends_with("/*") ? 1 : 2;
}

bool is_sequence(std::string_view essence) {
    static constexpr std::string_view types[] = {"application/jsonl", "application/x-ndjson",
                                                 "application/json-seq", "application/x-jsonlines"};
    return std::ranges::find(types, essence) != std::end(types) || essence.ends_with("+json-seq");
}

// Text of which a schema can speak: not what has a structure of its own.
bool is_text(const BodyType& type, std::string_view essence) {
    if (!essence.starts_with("text/") || essence == "text/xml") return false;
    const Kind first = type.shape ? type.shape->kinds.first : Kind::string;
    return first != Kind::object && first != Kind::array;
}

Format format_of(const BodyType& type, std::string_view essence) {
    if (http::is_json(essence)) return Format::json;
    if (essence == contract::plain_form) return Format::form;
    if (essence == contract::form_with_files) return Format::multipart;
    if (is_sequence(essence)) return Format::sequence;
    return is_text(type, essence) ? Format::text : Format::unread;
}

}  // namespace

const BodyType* type_of(const Contract& contract, const contract::RequestBody& body,
                        const std::string* content_type) {
    if (contract.body.any_media_type) return &body.types.front();
    const std::string essence = content_type ? http::essence_of(*content_type) : "";
    const BodyType* narrowest = nullptr;
    for (const BodyType& type : body.types) {
        if (!http::in_range(essence, type.range)) continue;
        if (!narrowest || narrowness(type.range) > narrowness(narrowest->range)) narrowest = &type;
    }
    return narrowest;
}

Format format_of(const Contract& contract, const BodyType& type, const std::string* content_type) {
    if (narrowness(type.range) == 2) return format_of(type, type.range);
    const bool told = content_type && !contract.body.any_media_type;
    return told ? format_of(type, http::essence_of(*content_type)) : Format::json;
}

bool is_utf8(const std::string& content_type) {
    const auto charset = http::parameter_of(content_type, "charset");
    if (!charset) return true;
    static constexpr std::string_view known[] = {"utf-8", "utf8", "us-ascii", "ascii"};
    return std::ranges::any_of(
        known, [&](std::string_view each) { return http::same_name(each, *charset); });
}

}  // namespace standin::check
