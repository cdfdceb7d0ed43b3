#include "mock/fault/answer.h"

#include <algorithm>

#include "mock/fault/item.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"
#include "mock/schema/check.h"

namespace standin::fault {

using contract::Contract;
using contract::Located;

namespace {

// "200" of 200, "4XX" of 404, "default" of anything: from the most to the least exact.
bool speaks_of(std::string_view documented, std::string_view status, int exactness) {
    if (exactness == 0) return documented == status;
    if (exactness == 2) return documented == "default";
    return documented.size() == 3 && documented[0] == status[0] &&
           http::lower(documented.substr(1)) == "xx";
}

}  // namespace

void Answers::add(const std::shared_ptr<const Contract>& contract,
                  const contract::Operation& operation) {
    auto [found, fresh] = contracts_.try_emplace(contract.get());
    if (fresh) {
        found->second.contract = contract;
        found->second.schemas = contract->documents->schemas(contract->dialect);
    }
    auto& answers = answers_[&operation];
    if (!answers.empty()) return;
    for (const contract::Documented& documented : operation.responses) {
        const bool json = http::is_json(http::essence_of(documented.media_type));
        if (!json || !documented.schema) continue;
        const schema::Schema& compiled = compile(*contract, documented.schema);
        answers.push_back({documented.status, {contract.get(), documented.schema, &compiled}});
        add_branches(*contract, documented.schema);
    }
}

const schema::Schema& Answers::compile(const Contract& contract, const Located& schema) {
    return contract::compile(*contracts_.at(&contract).schemas, schema);
}

// Walks the schema itself, not an instance: any branch may be asked for later.
void Answers::add_branches(const Contract& contract, const Located& schema) {
    if (!schema || !schema.value->is(Kind::object) || !seen_.insert(schema.value).second) return;
    if (schema.find("$ref")) add_branches(contract, contract::follow(schema));
    for (const char* keyword : {"allOf", "anyOf", "oneOf"}) {
        for (const Located& branch : items_of(schema.find(keyword))) {
            branches_[branch.value] = &compile(contract, branch);
            add_branches(contract, branch);
        }
    }
    for (const char* keyword : {"items", "additionalProperties"}) {
        add_branches(contract, schema.find(keyword));
    }
    const Located properties = schema.find("properties");
    if (!properties || !properties.value->is(Kind::object)) return;
    for (const Member& member : properties.value->members()) {
        add_branches(contract, properties.find(member.name));
    }
}

const Answer* Answers::find(const contract::Operation& operation, int status) const {
    const auto answers = answers_.find(&operation);
    if (answers == answers_.end()) return nullptr;
    const std::string text = std::to_string(status);
    for (int exactness = 0; exactness < 3; ++exactness) {
        for (const auto& [documented, answer] : answers->second) {
            if (speaks_of(documented, text, exactness)) return &answer;
        }
    }
    return nullptr;
}

bool Answers::fits(const Value& branch, const Value& value) const {
    const auto compiled = branches_.find(&branch);
    return compiled != branches_.end() &&
           schema::is_valid(*compiled->second, value, schema::Direction::response);
}

}  // namespace standin::fault
