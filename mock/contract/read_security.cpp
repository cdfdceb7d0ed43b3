// Who may ask: security schemes, and what each operation requires.
#include <algorithm>

#include "mock/contract/loader.h"

namespace standin::contract {

void Loader::read_schemes() {
    const Located components = member(root(), "components", Kind::object);
    each_member(is_swagger() ? member(root(), "securityDefinitions", Kind::object)
                             : member(components, "securitySchemes", Kind::object),
                [&](std::string_view name, const Located& at) { read_scheme(name, follow(at)); });
}

void Loader::read_scheme(std::string_view name, const Located& at) {
    SecurityScheme scheme;
    scheme.name = name;
    scheme.kind = SecurityScheme::Kind::http;
    scheme.parameter = "Authorization";
    const std::string type = text_member(at, "type");
    scheme.type = type;
    if (type == "http") {
        scheme.prefix = text_member(at, "scheme");
    } else if (type == "basic") {
        scheme.prefix = "Basic";
    } else if (type == "oauth2" || type == "openIdConnect") {
        scheme.prefix = "Bearer";
    } else if (type == "apiKey") {
        scheme.kind = SecurityScheme::Kind::api_key;
        scheme.parameter = text_member(at, "name");
        scheme.part = part_named(text_member(at, "in")).value_or(Part::header);
    } else {
        scheme.kind = SecurityScheme::Kind::other;
        scheme.parameter.clear();
        if (type == "mutualTLS") {
            contract_->warnings.push_back(
                at.mistake("\"mutualTLS\" cannot be seen here: it is taken as given"));
        }
    }
    const Located extra = at.find("x-standin");
    // {"pattern": …} is itself a schema of well-formed credentials.
    if (extra.find("pattern")) scheme.well_formed = &compile(*contract_->conditions, extra);
    scheme.malformed = text_member(extra, "malformed", scheme.malformed);
    contract_->schemes.push_back(std::move(scheme));
}

void Loader::read_security(Operation& operation, const Located& at) {
    Located list = member(at, "security", Kind::array);
    if (!list) list = member(root(), "security", Kind::array);
    for (size_t i = 0; list && i < list.value->items().size(); ++i) {
        const Located alternative = item(list, i);
        require_kind(alternative, Kind::object, "a security requirement");
        Requirement requirement;
        for (const Member& named : alternative.value->members()) {
            const auto scheme =
                std::find_if(contract_->schemes.begin(), contract_->schemes.end(),
                             [&](const SecurityScheme& each) { return each.name == named.name; });
            if (scheme == contract_->schemes.end()) {
                contract_->warnings.push_back({alternative.source->file_of(named.mark), named.mark,
                                               alternative.pointer,
                                               "no security scheme \"" + std::string(named.name) +
                                                   "\": nothing is asked for it"});
                continue;
            }
            requirement.push_back({&*scheme, texts_member(alternative, named.name)});
        }
        operation.security.push_back(std::move(requirement));
    }
}

}  // namespace standin::contract
