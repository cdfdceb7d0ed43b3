#include <algorithm>
#include <filesystem>

#include "mock/contract/infer_problem.h"
#include "mock/contract/loader.h"
#include "mock/contract/swagger.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

// OpenAPI 3.1.1, section 4.6: what schemas that name no dialect are written in.
schema::Dialect dialect_of(const Located& root) {
    const std::string uri = text_member(root, "jsonSchemaDialect");
    if (uri.empty()) return schema::Dialect::json_schema_2020_12;
    const std::optional<schema::Dialect> dialect = schema::find_dialect(uri);
    if (!dialect) {
        const Located at = root.find("jsonSchemaDialect");
        at.refuse("\"" + uri + "\" is no dialect that is known");
    }
    return *dialect;
}

// "library" of "contracts/library.yaml", or of "https://example.com/library.json?v=1".
std::string stem_of(std::string file) {
    if (is_remote(file)) file.erase(std::min(file.find_first_of("?#"), file.size()));
    while (file.ends_with('/')) file.pop_back();
    return std::filesystem::path(file).stem().string();
}

void make_schemas(Contract& contract) {
    contract.schemas = contract.documents->schemas(contract.dialect);
    contract.conditions = contract.documents->schemas(schema::Dialect::json_schema_2020_12);
    contract.shapes = std::make_unique<Shapes>();
}

}  // namespace

const Envelope* Contract::find_envelope(std::string_view envelope) const {
    const auto found = std::find_if(envelopes.begin(), envelopes.end(),
                                    [&](const Envelope& each) { return each.name == envelope; });
    return found == envelopes.end() ? nullptr : &*found;
}

const Refusal* Contract::find_error(std::string_view error) const {
    const auto found = std::find_if(errors.begin(), errors.end(),
                                    [&](const Refusal& each) { return each.name == error; });
    return found == errors.end() ? nullptr : &*found;
}

const Resource* Contract::find_resource(std::string_view resource) const {
    const auto found = std::find_if(resources.begin(), resources.end(),
                                    [&](const Resource& each) { return each.name == resource; });
    return found == resources.end() ? nullptr : &*found;
}

Loader::Loader(Source source, LoadOptions options)
    : options_(std::move(options)), contract_(std::make_shared<Contract>()) {
    contract_->documents = std::make_unique<Documents>(std::move(source), options_.reach);
}

std::shared_ptr<const Contract> Loader::load() {
    read_version();
    check_extensions();
    throw_mistakes();
    attempt([&] { read_policies(); });
    attempt([&] { read_wording(); });
    attempt([&] { read_envelopes(); });
    attempt([&] { read_errors(); });
    attempt([&] { read_servers(); });
    attempt([&] { read_schemes(); });
    read_operations();
    attempt([&] { read_resources(); });
    throw_mistakes();
    infer_actions();
    attempt([&] { resolve_references(); });
    for (Operation& operation : contract_->operations) {
        attempt([&] { read_behaviour(operation, places_.at(&operation)); });
    }
    throw_mistakes();
    infer_keys();
    infer_envelopes();
    infer_shapes();
    infer_key_schemas();
    forget_what_nobody_finds();
    infer_fits();
    infer_searches();
    infer_problems(*contract_);
    throw_mistakes();
    warn_of_schemas();
    return contract_;
}

void Loader::warn_of_schemas() {
    std::vector<Mistake>& warnings = contract_->warnings;
    for (Mistake& odd : contract_->schemas->take_warnings()) {
        const auto same = [&](const Mistake& known) { return known.text() == odd.text(); };
        if (std::ranges::none_of(warnings, same)) warnings.push_back(std::move(odd));
    }
}

void Loader::attempt(const std::function<void()>& step) {
    try {
        step();
    } catch (const ContractError& error) {
        for (const Mistake& mistake : error.mistakes()) {
            const auto same = [&](const Mistake& known) { return known.text() == mistake.text(); };
            // A schema that several operations refer to is told once.
            if (std::none_of(mistakes_.begin(), mistakes_.end(), same)) {
                mistakes_.push_back(mistake);
            }
        }
    }
}

void Loader::throw_mistakes() const {
    if (!mistakes_.empty()) throw ContractError(mistakes_);
}

void Loader::each_member(const Located& object,
                         const std::function<void(std::string_view, const Located&)>& step) {
    if (!object) return;
    for (const Member& member : object.value->members()) {
        attempt([&] { step(member.name, object.find(member.name)); });
    }
}

std::optional<Template> Loader::template_at(const Located& at) const {
    if (!at) return std::nullopt;
    return Template::compile(*at.source, *at.value, at.pointer);
}

void Loader::read_version() {
    if (!root().value->is(Kind::object)) {
        root().refuse("is not an OpenAPI document: an object is expected");
    }
    const Located openapi = root().find("openapi");
    const Located swagger = root().find("swagger");
    if (!openapi && !swagger) {
        root().refuse("is not an OpenAPI document: \"openapi\" is missing");
    }
    const Located& at = openapi ? openapi : swagger;
    // Without quotes, YAML has a number here.
    const bool written = at.value->is(Kind::string) || (swagger && at.value->is_number());
    if (!written) require_kind(at, Kind::string, "\"openapi\"");
    const std::string version(at.value->text());
    if (version.empty()) at.refuse("is not an OpenAPI document: \"openapi\" is missing");
    for (int minor = 0; openapi && minor <= 2; ++minor) {
        if (version.starts_with("3." + std::to_string(minor) + ".")) minor_ = minor;
    }
    if (minor_ < 0 && (openapi || version != "2.0")) {
        at.refuse((openapi ? "OpenAPI " : "Swagger ") + version +
                  " is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are");
    }
    contract_->dialect = swagger && !openapi ? schema::Dialect::swagger_2_0
                         : since(1)          ? dialect_of(root())
                                             : schema::Dialect::openapi_3_0;
    make_schemas(*contract_);
    contract_->name = text_member(extension(), "name", stem_of(source().file));
    contract_->title = text_member(member(root(), "info", Kind::object), "title", contract_->name);
}

// OpenAPI 3.1, section 4.8.1: without any, there is one at "/".
void Loader::read_servers() {
    Servers& servers = contract_->servers;
    servers = is_swagger() ? Servers{server_of(swagger_server(root()))} : servers_at(root());
    if (servers.empty()) servers.push_back({});
    contract_->mount = options_.mount;
    contract_->is_public_url = !options_.public_url.empty();
    contract_->server_url =
        contract_->is_public_url ? options_.public_url : contract_->servers[0].url;
    while (contract_->server_url.ends_with('/')) contract_->server_url.pop_back();
    if (contract_->is_public_url) contract_->server_url += options_.mount;
}

// Where an operation is served: below the mount under each of its servers' paths, and at the mount
// itself. Without a mount, serving it bare is a courtesy, which is not told here.
std::vector<std::string> Contract::base_paths(const Operation& operation) const {
    std::vector<std::string> bases;
    const auto add = [&](std::string base) {
        if (std::ranges::find(bases, base) == bases.end()) bases.push_back(std::move(base));
    };
    for (const Server& server : operation.servers.empty() ? servers : operation.servers) {
        add(mount + server.path);
    }
    if (!mount.empty()) add(mount);
    return bases;
}

std::shared_ptr<const Contract> load_contract(const std::string& file, const LoadOptions& options) {
    return load_contract(read_source(file), options);
}

std::shared_ptr<const Contract> load_contract(Source source, const LoadOptions& options) {
    return Loader(std::move(source), options).load();
}

std::shared_ptr<const Contract> load_contract_text(const std::string& file, std::string_view text,
                                                   const LoadOptions& options) {
    return load_contract(read_source_text(file, text), options);
}

}  // namespace standin::contract
