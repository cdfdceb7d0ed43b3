// The walk over a document's objects; used by examine.cpp and its neighbours alone.
#pragma once

#include <deque>
#include <set>
#include <string>

#include "mock/contract/anatomy.h"
#include "mock/contract/contract.h"
#include "mock/contract/finding.h"

namespace standin::contract {

// Looks at every object once, however many references lead to it. Used by one thread.
class Examiner {
  public:
    // Examples are looked at where there is a contract.
    Examiner(const Documents& documents, const Contract* contract);

    Findings run();

  private:
    struct Visit {
        Thing thing = Thing::document;
        Located at;
        std::string name;  // under which it stands: a path, a status, a member
    };

    // examine.cpp
    void visit(const Visit& visit);
    void queue(Thing thing, const Located& at, std::string_view name = "");
    void fields(const Visit& visit);
    void field(const Visit& visit, const Field& field, const Located& at);
    void idle_field(const Visit& visit, const Field& field, const Member& member);
    void unknown_field(const Visit& visit, const Member& member);
    void missing_fields(const Visit& visit);
    bool is_of_kind(const Located& at, Kind kind);
    void warn(const Located& at, std::string message, std::string hint = "");
    void warn(const Visit& visit, const Member& member, std::string message, std::string hint = "");

    // examine_operation.cpp
    void path_parameters(const Visit& path_item);
    void security(const Located& requirements);
    void scopes(const Located& requirement, const Member& named);

    // examine_schema.cpp
    void schema(const Located& at);
    bool hidden_by_reference(const Located& at);
    void keyword(const Located& at, const Member& member);
    void format(const Located& at);
    void required_members(const Located& at);

    // examine_example.cpp
    void examples(const Visit& visit);
    void example_of(const Located& schema, const Located& value, std::string_view what = "example");

    const Documents& documents_;
    const Contract* const contract_;
    const Versions version_;
    std::deque<Visit> waiting_;
    std::set<const Value*> seen_;
    std::set<std::string, std::less<>> formats_;  // that were told
    Findings findings_;
};

}  // namespace standin::contract
