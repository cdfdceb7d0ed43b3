#include "mock/sample/judge.h"

#include "mock/contract/documents.h"
#include "mock/schema/check.h"

namespace standin::sample {

using contract::Located;
using schema::Direction;

const schema::Schema& Judge::compiled(const Located& schema) {
    const std::lock_guard lock(mutex_);
    const auto known = known_.find(schema.value);
    if (known != known_.end()) return *known->second;
    if (!schemas_) schemas_ = contract_.documents->schemas(contract_.dialect);
    const schema::Schema& made = contract::compile(*schemas_, schema);
    known_.emplace(schema.value, &made);
    return made;
}

bool Judge::is_valid(const Located& schema, const Value& value, Direction direction) {
    // Where "additionalProperties" may be true, a schema of its own may not be (OpenAPI 3.0).
    if (schema.value->is(Kind::boolean)) return schema.value->boolean();
    return schema::is_valid(compiled(schema), value, direction);
}

Problems Judge::problems(const Located& schema, const Value& value, Direction direction) {
    Problems problems;
    if (is_valid(schema, value, direction)) return problems;
    schema::check(compiled(schema), value, {Part::body, "", direction}, problems);
    return problems;
}

}  // namespace standin::sample
