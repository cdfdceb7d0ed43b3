// What an operation says of its path, and what its security names.
#include <algorithm>

#include "mock/contract/access.h"
#include "mock/contract/examiner.h"
#include "mock/contract/near.h"

namespace standin::contract {

namespace {

constexpr std::string_view methods[] = {"get",  "put",   "post",  "delete", "options",
                                        "head", "patch", "trace", "query"};

std::vector<std::string_view> parameters_of(std::string_view path) {
    std::vector<std::string_view> names;
    for (size_t open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
        const size_t close = path.find('}', open);
        if (close == path.npos) break;
        names.push_back(path.substr(open + 1, close - open - 1));
    }
    return names;
}

// The parameters in "path" that an object declares; those that cannot be read count elsewhere.
std::vector<Located> declared_at(const Located& holder) {
    std::vector<Located> declared;
    const Located list = holder.find("parameters");
    if (!list || !list.value->is(Kind::array)) return declared;
    for (size_t i = 0; i < list.value->items().size(); ++i) {
        try {
            const Located parameter = item(list, i);
            if (!parameter.value->is(Kind::object)) continue;
            const Value* in = parameter.value->find("in");
            const Value* name = parameter.value->find("name");
            if (in && name && in->text_or("") == "path") declared.push_back(parameter);
        } catch (const ContractError&) {
        }
    }
    return declared;
}

bool names(const std::vector<Located>& parameters, std::string_view name) {
    return std::ranges::any_of(parameters, [&](const Located& each) {
        return each.value->find("name")->text_or("") == name;
    });
}

}  // namespace

// OpenAPI 3.1, section 4.8.8.1: what a path template names is declared, and what is declared is
// named.
void Examiner::path_parameters(const Visit& path_item) {
    const auto wanted = parameters_of(path_item.name);
    const Located target = follow(path_item.at);
    std::vector<Located> common = declared_at(target);
    std::vector<Located> all = common;
    for (const std::string_view method : methods) {
        const Located operation = target.find(method);
        if (!operation || !operation.value->is(Kind::object)) continue;
        const std::vector<Located> own = declared_at(operation);
        all.insert(all.end(), own.begin(), own.end());
        for (const std::string_view name : wanted) {
            if (names(own, name) || names(common, name)) continue;
            warn(operation, "the path parameter \"" + std::string(name) + "\" is not declared",
                 "add {name: " + std::string(name) +
                     ", in: path, required: true, schema: {type: string}}");
        }
    }
    for (const Located& parameter : all) {
        const std::string_view name = parameter.value->find("name")->text_or("");
        if (std::ranges::find(wanted, name) != wanted.end()) continue;
        warn(parameter.find("name"),
             "the path " + path_item.name + " has no {" + std::string(name) + "}",
             did_you_mean(nearest_word(name, wanted)));
    }
}

// That a scheme is known is asked when the contract is loaded; here, that its scopes are.
void Examiner::security(const Located& requirements) {
    for (size_t i = 0; i < requirements.value->items().size(); ++i) {
        const Located each = requirements.item(i);
        if (!is_of_kind(each, Kind::object)) continue;
        for (const Member& named : each.value->members()) scopes(each, named);
    }
}

void Examiner::scopes(const Located& requirement, const Member& named) {
    const Located root = root_of(documents_.first());
    const Located schemes = version_ == v20 ? root.find("securityDefinitions")
                                            : root.find("components").find("securitySchemes");
    const Located scheme = schemes.find(named.name);
    const Value* type = scheme ? scheme.value->find("type") : nullptr;
    const Located wanted = requirement.find(named.name);
    if (!type || type->text_or("") != "oauth2" || !wanted.value->is(Kind::array)) return;
    std::vector<std::string_view> known;
    const auto add = [&](const Located& flow) {
        const Located listed = flow.find("scopes");
        if (!listed || !listed.value->is(Kind::object)) return;
        for (const Member& scope : listed.value->members()) known.push_back(scope.name);
    };
    add(scheme);
    const Located flows = scheme.find("flows");
    for (size_t i = 0; flows && i < flows.value->members().size(); ++i) {
        add(flows.find(flows.value->members()[i].name));
    }
    for (size_t i = 0; i < wanted.value->items().size(); ++i) {
        const std::string_view scope = wanted.value->items()[i].text_or("");
        if (std::ranges::find(known, scope) != known.end()) continue;
        warn(wanted.item(i),
             "\"" + std::string(scope) + "\" is no scope of " + std::string(named.name),
             did_you_mean(nearest_word(scope, known)));
    }
}

}  // namespace standin::contract
