#include "mock/check/body.h"

#include <algorithm>
#include <set>

#include "mock/check/form.h"
#include "mock/check/media.h"
#include "mock/check/sequence.h"
#include "mock/check/typed.h"
#include "mock/core/json.h"
#include "mock/http/field_value.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::BodyType;
using contract::Input;

namespace {

constexpr long most_fields = 100'000;  // of a form, of which each takes half a kilobyte

Verdict refused(std::string error, std::string keyword, std::string expected,
                std::string received) {
    Problem problem;
    problem.keyword = std::move(keyword);
    problem.expected = std::move(expected);
    problem.received = std::move(received);
    return {std::move(error), {std::move(problem)}};
}

Verdict wrong_media_type(const contract::RequestBody& body, const std::string* content_type) {
    std::string expected;
    for (const BodyType& type : body.types) {
        if (!expected.empty()) expected += ", ";
        expected += type.range;
    }
    return refused("unsupported_media_type", "mediaType", expected,
                   content_type ? *content_type : "undefined");
}

Verdict unreadable(const JsonFault& fault, std::string keyword) {
    if (fault.why == JsonFault::Why::depth) {
        return refused("body_too_deep", "depth", std::to_string(JsonLimits{}.depth), "");
    }
    return refused("unreadable_body", std::move(keyword), "",
                   "line " + std::to_string(fault.mark.line) + ", column " +
                       std::to_string(fault.mark.column) + ": " + fault.message);
}

// Reads one body into `input`.
class Reader {
  public:
    Reader(const Asked& asked, const BodyType& type, Input& input)
        : asked_(asked),
          type_(type),
          content_type_(asked.request.headers.find("Content-Type")),
          input_(input) {}

    Verdict read() {
        const Format format = format_of(asked_.contract, type_, content_type_);
        const bool any = asked_.contract.body.any_media_type;
        if (format != Format::unread && !any && content_type_ && !is_utf8(*content_type_)) {
            return refused("unsupported_media_type", "charset", "utf-8",
                           http::parameter_of(*content_type_, "charset").value_or(""));
        }
        Verdict verdict = read_as(format);
        verdict.body_type = input_.has_body ? &type_ : nullptr;
        if (verdict.fine() && input_.has_body) check(verdict.problems);
        return verdict;
    }

  private:
    Verdict read_as(Format format) {
        switch (format) {
            case Format::json:
                return read_json_text();
            case Format::sequence:
                return read_items();
            case Format::form:
                return read_form();
            case Format::multipart:
                return read_parts();
            case Format::text:
                return read_text();
            default:
                return {};
        }
    }

    // What is not JSON is a problem, or {} where the contract's server takes it so.
    Verdict read_json_text() {
        JsonFault fault;
        auto document = read_json(asked_.request.body, fault);
        const bool lenient = asked_.contract.body.unreadable_is_empty;
        if (!document && (fault.why == JsonFault::Why::depth || !lenient)) {
            return unreadable(fault, "json");
        }
        keep(document ? document->root() : input_.document.object({}), document);
        return {};
    }

    Verdict read_items() {
        if (!type_.schema && !type_.item_schema) return {};
        auto document = std::make_shared<Document>();
        JsonFault fault;
        if (!read_sequence(asked_.request.body, *document, fault)) return unreadable(fault, "json");
        keep(document->root(), document);
        return {};
    }

    Verdict read_form() {
        const auto fields_sent = std::ranges::count(asked_.request.body, '&') + 1;
        if (fields_sent > most_fields) {
            return refused("unreadable_body", "fields", std::to_string(most_fields),
                           std::to_string(fields_sent));
        }
        auto document = std::make_shared<Document>();
        Verdict verdict;
        Fields fields(query_pairs(asked_.request.body), asked_.dialect.form, http::decode_query);
        keep(form_value(fields, type_, {*document, verdict.problems}), document);
        return verdict;
    }

    // Where the contract does not look at media types, what is sent as another one is left unread.
    Verdict read_parts() {
        const bool any = asked_.contract.body.any_media_type;
        const std::string sent = content_type_ ? *content_type_ : "";
        if (any && !http::parameter_of(sent, "boundary")) return {};
        const auto multipart = http::read_multipart(asked_.request.body, sent);
        if (!multipart.mistake.empty()) {
            return refused("unreadable_body", "multipart", "", multipart.mistake);
        }
        auto document = std::make_shared<Document>();
        Verdict verdict;
        const FormDesk desk{*document, verdict.problems};
        keep(form_value(multipart, asked_.dialect.form, type_, desk), document);
        return verdict;
    }

    Verdict read_text() {
        auto document = std::make_shared<Document>();
        const contract::Kinds kinds = type_.shape ? type_.shape->kinds : contract::Kinds();
        keep(Typist(*document).single(asked_.request.body, kinds), document);
        return {};
    }

    void keep(const Value& value, std::shared_ptr<Document> document) {
        if (document) document->set_root(value);
        input_.text = std::move(document);
        input_.body = value;
        input_.has_body = true;
    }

    // A value that could not be read is not told again to be of no type.
    void check(Problems& problems) const {
        Problems found;
        if (type_.schema) check_value(*type_.schema, input_.body, "", found);
        if (type_.item_schema && input_.body.is(Kind::array)) {
            const auto items = input_.body.items();
            for (size_t i = 0; i < items.size(); ++i) {
                check_value(*type_.item_schema, items[i], '/' + std::to_string(i), found);
            }
        }
        std::set<std::string> unreadable;
        for (const Problem& problem : problems) {
            if (problem.keyword == "json") unreadable.insert(problem.pointer);
        }
        for (Problem& problem : found) {
            if (!unreadable.contains(problem.pointer)) problems.push_back(std::move(problem));
        }
    }

    void check_value(const schema::Schema& schema, const Value& value, const std::string& pointer,
                     Problems& problems) const {
        schema::check(schema, value,
                      {Part::body, pointer, schema::Direction::request, asked_.operation.is_strict},
                      problems);
    }

    const Asked& asked_;
    const BodyType& type_;
    const std::string* const content_type_;
    Input& input_;
};

}  // namespace

Verdict body(const Asked& asked, Input& input) {
    const contract::RequestBody& declared = *asked.operation.body;
    const bool empty = asked.request.body.empty() && !asked.contract.body.unreadable_is_empty;
    if (empty && !declared.required) return {};
    if (empty) return refused("unreadable_body", "body", "", "undefined");
    const std::string* content_type = asked.request.headers.find("Content-Type");
    const BodyType* type = type_of(asked.contract, declared, content_type);
    if (!type) return wrong_media_type(declared, content_type);
    return Reader(asked, *type, input).read();
}

}  // namespace standin::check
