// Plans that are written in a test, and requests that ask what goes wrong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "mock/fault/faults.h"

namespace standin::fault {

constexpr std::string_view library_contract = R"(openapi: 3.1.0
x-standin:
  name: library
  errors: {too_busy: {status: 503, message: Busy}}
security: [{token: []}, {cookie: []}, {key: []}]
paths:
  /books:
    get: {operationId: list, responses: {200: {description: a}}}
    post: {operationId: create, responses: {201: {description: a}}}
  /books/{isbn}:
    get: {operationId: read, responses: {200: {description: a}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    cookie: {type: apiKey, in: cookie, name: sid}
    key: {type: apiKey, in: query, name: key}
)";

inline const Contracts& contracts() {
    static const Contracts loaded = {
        contract::load_contract_text("library.yaml", library_contract)};
    return loaded;
}

inline const contract::Operation* operation_named(std::string_view id) {
    for (const contract::Operation& operation : contracts()[0]->operations) {
        if (operation.id == id) return &operation;
    }
    return nullptr;
}

inline std::shared_ptr<const Plan> plan_of(const std::string& text) {
    return read_plan(contract::read_source_text("p.yaml", text), contracts());
}

// A plan of one rule, written as "name: r" goes on.
inline std::shared_ptr<const Plan> plan_with(const std::string& rule) {
    return plan_of("name: p\nrules:\n  - {name: r, " + rule + "}\n");
}

// Every mistake that a step throws, a line each; "" where it throws none.
template <class Step>
std::string mistakes_of(const Step& step) {
    try {
        step();
    } catch (const ContractError& error) {
        return error.what();
    }
    return "";
}

// What a request is like; everything but this is empty.
struct Asked {
    When when = When::before_state;
    http::Request request = {"GET", "/books", {}, ""};
    std::string_view operation = "list";
    Instant time = 0;
    std::vector<std::shared_ptr<const Rule>> wanted = {};
    int status = 0;
};

inline void ask(Faults& faults, const Asked& asked, Decision& decision) {
    const contract::Input input;
    faults.decide({asked.when, asked.request, operation_named(asked.operation), input, asked.status,
                   asked.time, asked.wanted},
                  decision);
}

inline Decision ask(Faults& faults, const Asked& asked = {}) {
    Decision decision;
    ask(faults, asked, decision);
    return decision;
}

inline Faults faults_of(const std::shared_ptr<const Plan>& plan, uint64_t seed = 1,
                        const std::string& session = "s") {
    Faults faults(seed, session);
    EXPECT_EQ(faults.add(plan, 0).result, Faults::Added::Result::done);
    return faults;
}

// The sentences of a decision, joined by "; ".
inline std::string whys_of(const Decision& decision) {
    std::string joined;
    for (const Firing& firing : decision.firings) {
        if (!joined.empty()) joined += "; ";
        joined += firing.rule->name + ": " + firing.why;
    }
    return joined;
}

// A row of a table in which a text gives a text.
struct TextRow {
    const char* name;
    std::string text;
    std::string expected;
};

inline void PrintTo(const TextRow& row, std::ostream* out) {
    *out << row.name;
}

inline std::string name_of_row(const testing::TestParamInfo<TextRow>& row) {
    return row.param.name;
}

}  // namespace standin::fault
