#include "mock/contract/examine.h"

#include <algorithm>

#include "mock/contract/access.h"
#include "mock/contract/callback.h"
#include "mock/contract/examiner.h"
#include "mock/contract/near.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

Versions version_of(const Source& source) {
    if (source.root().find("swagger")) return v20;
    const Value* version = source.root().find("openapi");
    const std::string_view text = version ? version->text_or("") : "";
    if (text.starts_with("3.0")) return v30;
    return text.starts_with("3.2") ? v32 : v31;
}

// Whether a $ref may stand in its place (OpenAPI 3.1, section 4.8.23).
bool may_be_reference(Thing thing) {
    return thing != Thing::document && thing != Thing::schema && thing < Thing::text;
}

std::string quoted(std::string_view name) {
    return '"' + std::string(name) + '"';
}

}  // namespace

Examiner::Examiner(const Documents& documents, const Contract* contract)
    : documents_(documents), contract_(contract), version_(version_of(documents.first())) {}

Findings Examiner::run() {
    queue(Thing::document, root_of(documents_.first()));
    while (!waiting_.empty()) {
        const Visit next = std::move(waiting_.front());
        waiting_.pop_front();
        visit(next);
    }
    sort_findings(findings_);
    return std::move(findings_);
}

// What a reference leads to is looked at instead of it.
void Examiner::queue(Thing thing, const Located& at, std::string_view name) {
    try {
        const bool refers =
            may_be_reference(thing) && at.value->is(Kind::object) && at.value->find("$ref");
        const Located target = refers ? follow(at) : at;
        const auto add = [&](const Located& place) {
            if (seen_.insert(place.value).second) {
                waiting_.push_back({thing, place, std::string(name)});
            }
        };
        // Beside a path item's $ref, other fields count as well.
        if (refers && thing == Thing::path_item) add(at);
        add(target);
    } catch (const ContractError& wrong) {
        for (Finding& finding : findings_of(wrong)) findings_.push_back(std::move(finding));
    }
}

void Examiner::visit(const Visit& visit) {
    if (visit.thing == Thing::schema) return schema(visit.at);
    if (!is_of_kind(visit.at, Kind::object)) return;
    if (visit.thing == Thing::callback) {
        for (const Member& each : visit.at.value->members()) {
            if (each.name.starts_with("x-")) continue;
            const std::string unknown = unknown_expression(url_pieces(each.name));
            if (!unknown.empty()) warn(visit, each, quoted(unknown) + " is no runtime expression");
            queue(Thing::path_item, visit.at.find(each.name), each.name);
        }
        return;
    }
    fields(visit);
    missing_fields(visit);
    if (visit.thing == Thing::path_item && visit.name.starts_with('/')) path_parameters(visit);
    examples(visit);
}

void Examiner::fields(const Visit& visit) {
    const std::vector<Field> known = fields_of(visit.thing);
    for (const Member& member : visit.at.value->members()) {
        if (member.name.starts_with("x-") || member.name == "$ref") continue;
        const auto row = std::ranges::find(known, member.name, &Field::name);
        if (row != known.end() && (row->versions & version_)) {
            idle_field(visit, *row, member);
            field(visit, *row, visit.at.find(member.name));
        } else {
            unknown_field(visit, member);
        }
    }
}

// What a document describes and the mock does not do.
void Examiner::idle_field(const Visit& visit, const Field& field, const Member& member) {
    const std::string_view type = visit.name;
    const bool xml = type.ends_with("/xml") || type.ends_with("+xml");
    if (visit.thing == Thing::media_type && field.name == "schema" && xml) {
        warn(visit, member, "bodies of " + visit.name + " are not checked");
    }
}

void Examiner::field(const Visit& visit, const Field& field, const Located& at) {
    const bool nested = field.thing < Thing::text;
    if (field.form == Field::Form::list && nested) {
        if (!is_of_kind(at, Kind::array)) return;
        for (size_t i = 0; i < at.value->items().size(); ++i) queue(field.thing, at.item(i));
    } else if (field.form == Field::Form::map && nested) {
        if (!is_of_kind(at, Kind::object)) return;
        for (const Member& each : at.value->members()) {
            if (!each.name.starts_with("x-") || field.name == "schemas") {
                queue(field.thing, at.find(each.name), each.name);
            }
        }
    } else if (nested) {
        queue(field.thing, at, visit.name);
    } else if (field.name == "security") {
        if (is_of_kind(at, Kind::array)) security(at);
    } else if (field.thing == Thing::text) {
        // Without quotes, YAML has numbers where versions stand.
        if (!at.value->is_number()) is_of_kind(at, Kind::string);
    } else if (field.thing == Thing::flag) {
        is_of_kind(at, Kind::boolean);
    } else if (field.thing == Thing::list) {
        is_of_kind(at, Kind::array);
    } else if (field.thing == Thing::object) {
        is_of_kind(at, Kind::object);
    }
}

void Examiner::unknown_field(const Visit& visit, const Member& member) {
    // In Swagger 2.0, parameters and headers are schemas too.
    const bool plain = visit.thing == Thing::parameter || visit.thing == Thing::header;
    if (version_ == v20 && plain) return keyword(visit.at, member);
    std::vector<std::string_view> known;
    for (const Field& field : fields_of(visit.thing)) {
        if (field.versions & version_) known.push_back(field.name);
        if (field.name != member.name) continue;
        std::string others;
        for (const Versions each : {v20, v30, v31, v32}) {
            if (!(field.versions & each)) continue;
            others += (others.empty() ? "" : ", ") + std::string(name_of_version(each));
        }
        return warn(visit, member,
                    quoted(member.name) + " is not known in OpenAPI " +
                        std::string(name_of_version(version_)),
                    "OpenAPI " + others + " has it");
    }
    warn(visit, member,
         quoted(member.name) + " is no field of " + std::string(name_of(visit.thing)),
         did_you_mean(nearest_word(member.name, known)));
}

void Examiner::missing_fields(const Visit& visit) {
    for (const Field& field : fields_of(visit.thing)) {
        if (!(field.required & version_) || visit.at.value->find(field.name)) continue;
        warn(visit.at, quoted(field.name) + " is missing",
             std::string(name_of(visit.thing)) + " needs it");
    }
}

bool Examiner::is_of_kind(const Located& at, Kind kind) {
    if (at.value->is(kind)) return true;
    warn(at, "must be of type " + std::string(name_of(kind)) + ", not " +
                 std::string(name_of(at.value->kind())));
    return false;
}

void Examiner::warn(const Located& at, std::string message, std::string hint) {
    const Mark mark = at.value->mark();
    findings_.push_back({Finding::Severity::warning,
                         {at.source->file_of(mark), mark, at.pointer, std::move(message)},
                         std::move(hint)});
}

// At the name of the member.
void Examiner::warn(const Visit& visit, const Member& member, std::string message,
                    std::string hint) {
    std::string pointer = visit.at.pointer;
    append_token(pointer, member.name);
    findings_.push_back(
        {Finding::Severity::warning,
         {visit.at.source->file_of(member.mark), member.mark, pointer, std::move(message)},
         std::move(hint)});
}

Findings findings_of(const ContractError& error) {
    Findings findings;
    for (const Mistake& mistake : error.mistakes()) {
        findings.push_back({Finding::Severity::error, mistake});
    }
    return findings;
}

Findings examine(const Documents& documents) {
    return Examiner(documents, nullptr).run();
}

Findings examine(const Contract& contract) {
    Findings findings = Examiner(*contract.documents, &contract).run();
    for (Finding& idle : idle_names(contract)) findings.push_back(std::move(idle));
    std::vector<Mistake> warnings = contract.warnings;
    for (Mistake& odd : contract.schemas->take_warnings()) warnings.push_back(std::move(odd));
    for (const Mistake& warning : warnings) {
        findings.push_back({Finding::Severity::warning, warning});
    }
    sort_findings(findings);
    return findings;
}

}  // namespace standin::contract
