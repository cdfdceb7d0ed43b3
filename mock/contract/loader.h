// Putting a contract together, step by step; used by load.cpp alone.
#pragma once

#include <functional>
#include <map>

#include "mock/contract/access.h"
#include "mock/contract/contract.h"
#include "mock/contract/ways.h"
#include "mock/core/builder.h"

namespace standin::contract {

// Reads a document into a contract. Each step goes on past a mistake where it can, so that one run
// tells as many of them as possible.
class Loader {
  public:
    Loader(Source source, LoadOptions options);
    // Throws ContractError with every mistake.
    std::shared_ptr<const Contract> load();

  private:
    // Runs a step and keeps the mistakes that it throws.
    void attempt(const std::function<void()>& step);
    void throw_mistakes() const;
    const Source& source() const { return contract_->source(); }
    Located root() const { return root_of(source()); }
    Located extension() const { return root().find("x-standin"); }
    void each_member(const Located& object,
                     const std::function<void(std::string_view, const Located&)>& step);
    bool is_swagger() const { return contract_->dialect == schema::Dialect::swagger_2_0; }
    // Whether the contract is of OpenAPI 3.x with at least this x.
    bool since(int minor) const { return minor_ >= minor; }
    std::optional<Template> template_at(const Located& at) const;

    // load.cpp
    void read_version();
    void read_servers();
    void warn_of_schemas();

    // check_extension.cpp
    void check_extensions();

    // read_extension.cpp
    void read_policies();
    void read_wording();
    void read_envelopes();
    Refusal read_refusal(const std::string& name, const Located& at) const;
    void read_errors();
    void read_resource(const std::string& name, const Located& at);
    void read_resources();
    void resolve_references();

    // read_operation.cpp
    void read_operations();
    void read_path_item(const std::string& path, const Located& item);
    void read_operation(const std::string& path, const std::string& method, const Located& item,
                        const Located& at);
    void read_body(Operation& operation, const Located& item, const Located& at);
    void read_content(std::vector<BodyType>& types, const Located& content);
    Documented read_response(const Located& at);
    void read_responses(Operation& operation, const Located& at);
    void warn_of_ids();

    // read_parameter.cpp
    void read_parameters(Operation& operation, const Located& item, const Located& at);
    void read_parameter(Operation& operation, const Located& at);
    void read_query_string(Operation& operation, const Located& at);
    void read_fields(BodyType& type, const Located& media);

    // read_security.cpp
    void read_schemes();
    void read_scheme(std::string_view name, const Located& at);
    void read_security(Operation& operation, const Located& at);

    // read_behaviour.cpp
    void read_behaviour(Operation& operation, const Located& at);
    void read_listing(Operation& operation, const Located& at) const;
    void read_rules(Operation& operation, const Located& at);
    const Refusal* refusal_of(const Located& at);

    // infer_action.cpp
    void infer_actions();
    void infer_action(Operation& operation);
    std::string reason_of(const Operation& operation) const;
    void adopt_scope(Resource& resource, const Operation& operation);
    Resource* resource_of_collection(const std::string& collection, const std::string& name);

    // infer_answer.cpp
    void infer_envelopes();
    Located property_of(const Located& schema, std::string_view name, size_t depth = 0) const;
    Located shown_schema(const Operation& operation) const;
    void infer_shapes();
    void infer_fits();

    // infer_key.cpp
    void infer_keys_by_links();
    void infer_keys();
    void infer_key_schemas();
    void forget_what_nobody_finds();

    // infer_listing.cpp
    void infer_listing(Operation& operation) const;
    void infer_searches();

    // infer_envelope.cpp
    void infer_envelope(Operation& operation, const Located& schema);
    void write_envelope(Builder& builder, const Located& schema, const Operation& operation,
                        std::span<const std::string_view> path);

    const LoadOptions options_;
    std::shared_ptr<Contract> contract_;
    int minor_ = -1;                              // of OpenAPI 3.x
    std::map<const Operation*, Located> places_;  // where each operation stands
    std::map<std::string, Ways> ways_;            // by collection
    std::map<std::string, Resource*> by_collection_;
    std::vector<Mistake> mistakes_;
};

}  // namespace standin::contract
