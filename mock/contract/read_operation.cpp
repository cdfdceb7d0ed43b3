#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/swagger.h"
#include "mock/core/pointer.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

constexpr std::string_view methods[] = {"get",     "put",  "post",  "delete",
                                        "options", "head", "patch", "trace"};

std::string upper(std::string_view text) {
    std::string raised(text);
    for (char& c : raised) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return raised;
}

// "200", "4XX" or "default" (OpenAPI 3.1, section 4.8.16).
bool is_status(std::string_view text) {
    if (text == "default") return true;
    if (text.size() != 3 || text[0] < '1' || text[0] > '5') return false;
    const std::string_view rest = text.substr(1);
    return rest == "XX" || rest.find_first_not_of("0123456789") == rest.npos;
}

// What is answered when nothing is wrong: the first 2xx, else what "default" says where it is all
// that there is, else the first redirection.
const Documented* success_of(const Operation& operation) {
    for (const char digit : {'2', '3'}) {
        for (const Documented& response : operation.responses) {
            if (response.status[0] == digit) return &response;
        }
        const bool alone = operation.responses.size() == 1;
        if (alone && operation.responses[0].status == "default") return &operation.responses[0];
    }
    return nullptr;
}

}  // namespace

void Loader::read_operations() {
    attempt([&] {
        // Since OpenAPI 3.1 a document may hold components or webhooks alone.
        const Located paths = since(1) ? member(root(), "paths", Kind::object)
                                       : required_member(root(), "paths", Kind::object);
        each_member(paths, [&](std::string_view path, const Located& at) {
            if (path.starts_with("x-")) return;
            if (!path.starts_with('/')) at.refuse("a path begins with \"/\"");
            const Located item = follow(at);
            require_kind(item, Kind::object, "a path item");
            read_path_item(std::string(path), item);
        });
    });
    warn_of_ids();
}

void Loader::read_path_item(const std::string& path, const Located& item) {
    for (const Member& member : item.value->members()) {
        const bool known =
            std::find(std::begin(methods), std::end(methods), member.name) != std::end(methods);
        if (!known && !(since(2) && member.name == "query")) continue;
        attempt([&] { read_operation(path, upper(member.name), item, item.find(member.name)); });
    }
    if (!since(2)) return;
    each_member(member(item, "additionalOperations", Kind::object),
                [&](std::string_view method, const Located& at) {
                    read_operation(path, std::string(method), item, at);
                });
}

void Loader::read_operation(const std::string& path, const std::string& method, const Located& item,
                            const Located& at) {
    Operation& operation = contract_->operations.emplace_back();
    operation.path = path;
    operation.method = method;
    operation.mark = at.value->mark();
    operation.pointer = at.pointer;
    operation.is_deprecated = flag_member(at, "deprecated");
    operation.is_strict = options_.strict;
    operation.id = text_member(at, "operationId", method + " " + path);
    places_[&operation] = at;
    attempt([&] {
        operation.servers = servers_at(at);
        if (operation.servers.empty()) operation.servers = servers_at(item);
    });
    attempt([&] { read_parameters(operation, item, at); });
    attempt([&] { read_body(operation, item, at); });
    attempt([&] { read_responses(operation, at); });
    attempt([&] { read_security(operation, at); });
    if (since(0)) operation.callbacks = at.find("callbacks");
}

void Loader::warn_of_ids() {
    std::map<std::string_view, const Operation*> known;
    for (const Operation& operation : contract_->operations) {
        const auto [first, fresh] = known.try_emplace(operation.id, &operation);
        if (fresh) continue;
        const Located id = places_.at(&operation).find("operationId");
        if (!id) continue;
        contract_->warnings.push_back(id.mistake("\"" + operation.id + "\" is the id of " +
                                                 first->second->method + " " + first->second->path +
                                                 " already"));
    }
}

void Loader::read_body(Operation& operation, const Located& item, const Located& at) {
    if (is_swagger()) {
        operation.body = read_swagger_body(*contract_, item, at);
        return;
    }
    const Located body = member(at, "requestBody", Kind::object);
    if (!body) return;
    RequestBody& made = operation.body.emplace();
    made.required = flag_member(body, "required");
    read_content(made.types, required_member(body, "content", Kind::object));
}

void Loader::read_content(std::vector<BodyType>& types, const Located& content) {
    each_member(content, [&](std::string_view range, const Located& reference) {
        const Located media = follow(reference);
        BodyType type;
        type.range = http::essence_of(range);
        if (const Located schema = media.find("schema")) {
            type.schema_at = schema;
            type.schema = &compile(*contract_->schemas, schema);
            type.shape = &contract_->shapes->of(schema);
        }
        if (const Located items = media.find("itemSchema"); items && since(2)) {
            type.item_schema = &compile(*contract_->schemas, items);
            type.item_shape = &contract_->shapes->of(items);
        }
        read_fields(type, media);
        type.examples = read_examples(media, contract_->warnings);
        types.push_back(std::move(type));
    });
}

Documented Loader::read_response(const Located& at) {
    Documented made;
    each_member(
        member(at, "content", Kind::object), [&](std::string_view type, const Located& media) {
            made.content.push_back(
                contract::read_content(std::string(type), follow(media), contract_->warnings));
        });
    made.headers = read_headers(at, contract_->warnings);
    made.links = at.find("links");
    choose_main_content(made);
    return made;
}

void Loader::read_responses(Operation& operation, const Located& at) {
    const Located responses = since(1) ? member(at, "responses", Kind::object)
                                       : required_member(at, "responses", Kind::object);
    each_member(responses, [&](std::string_view status, const Located& reference) {
        if (status.starts_with("x-")) return;
        if (!is_status(status)) {
            reference.refuse("\"" + std::string(status) +
                             "\" is no status; 200, 4XX and default are");
        }
        const Located response = follow(reference);
        require_kind(response, Kind::object, "a response");
        operation.responses.push_back(is_swagger() ? read_swagger_response(*contract_, response, at)
                                                   : read_response(response));
        operation.responses.back().status = status;
    });
    if (const Documented* success = success_of(operation)) {
        const bool exact = success->status.find_first_not_of("0123456789") == std::string::npos;
        operation.status = exact                       ? std::stoi(success->status)
                           : success->status[0] == '3' ? 300
                                                       : 200;
        operation.media_type = success->media_type;
    }
}

}  // namespace standin::contract
