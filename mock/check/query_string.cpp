#include "mock/check/query_string.h"

#include "mock/check/form.h"
#include "mock/check/judge.h"
#include "mock/check/typed.h"
#include "mock/http/media_type.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::BodyType;

namespace {

const contract::Kinds any_kind;

Problem missing() {
    Problem problem;
    problem.part = Part::query;
    problem.keyword = "required";
    problem.expected = name_of(Kind::object);
    problem.received = "undefined";
    return problem;
}

}  // namespace

Value query_string(const Asked& asked, Document& document, Problems& problems) {
    const Value none = document.object({});
    const BodyType& type = asked.operation.query_string.front();
    const std::string_view sent = asked.request.query();
    if (sent.empty()) {
        if (asked.operation.needs_query) problems.push_back(missing());
        return none;
    }
    const size_t before = problems.size();
    Value value;
    if (contract::is_form(type.range)) {
        Fields fields(query_pairs(sent), asked.dialect.query, http::decode_query);
        value = form_value(fields, type, {document, problems, Part::query});
    } else {
        Typist typist(document);
        const std::string text = http::decode_segment(sent);
        value = http::is_json(type.range)
                    ? typist.json(text)
                    : typist.single(text, type.shape ? type.shape->kinds : any_kind);
        for (const Unreadable& each : typist.unreadable()) {
            problems.push_back(unreadable_text(Part::query, "", each.why));
        }
    }
    if (type.schema && problems.size() == before) {
        const bool closes = asked.operation.is_strict;
        schema::check(*type.schema, value, {Part::query, "", schema::Direction::request, closes},
                      problems);
    }
    return value.is(Kind::object) ? value : none;
}

}  // namespace standin::check
