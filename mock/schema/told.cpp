#include "mock/schema/told.h"

#include "mock/schema/rule.h"

namespace standin::schema {

std::string_view json_type_of(const Value& instance) {
    return instance.is(Kind::integer) ? name_of(Kind::number) : name_of(instance.kind());
}

std::string types_of(const Schema& schema) {
    if (!schema.type) return schema.ref ? types_of(*schema.ref) : std::string();
    const Value& type = schema.type->value;
    if (type.is(Kind::string)) return std::string(type.text());
    std::string joined;
    for (const Value& name : type.items()) {
        if (!joined.empty()) joined += ',';
        joined += name.text();
    }
    return joined;
}

}  // namespace standin::schema
