#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/own_schema.h"
#include "mock/core/pointer.h"

namespace standin::contract {

namespace {

// The schema of the extension, compiled once for all contracts.
const OwnSchema& extension_schema() {
    static const OwnSchema schema(
        "x-standin.schema.json", "the extension's schema",
        {"/$defs/root", "/$defs/operation", "/$defs/security", "/$defs/schema"});
    return schema;
}

bool is_method(std::string_view name) {
    static constexpr std::string_view names[] = {"get",     "put",  "post",  "delete",
                                                 "options", "head", "patch", "trace"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_security_type(std::string_view type) {
    return type == "http" || type == "basic" || type == "apiKey" || type == "oauth2" ||
           type == "openIdConnect";
}

// Which part of the extension's schema speaks of an x-standin: by where its object stands, and in
// files that hold but a part of a contract by what stands beside it.
std::string_view definition_at(const std::vector<std::string>& path, const Value& object) {
    if (path.empty() && (object.find("openapi") || object.find("swagger"))) return "/$defs/root";
    if (path.size() == 3 && path[0] == "paths" && is_method(path[2])) return "/$defs/operation";
    if (path.size() == 3 && path[0] == "components" && path[1] == "securitySchemes") {
        return "/$defs/security";
    }
    if (object.find("responses")) return "/$defs/operation";
    const Value* type = object.find("type");
    return type && is_security_type(type->text_or("")) ? "/$defs/security" : "/$defs/schema";
}

class ExtensionCheck {
  public:
    ExtensionCheck(const Source& source, std::vector<Mistake>& mistakes)
        : source_(source), mistakes_(mistakes) {}

    void walk(const Value& value) {
        if (value.is(Kind::array)) {
            for (size_t i = 0; i < value.items().size(); ++i) {
                step(std::to_string(i), value.items()[i]);
            }
        }
        if (!value.is(Kind::object)) return;
        for (const Member& member : value.members()) {
            if (member.name == "x-standin") {
                check(value, member);
            } else if (!is_data(member.name)) {
                step(member.name, member.value);
            }
        }
    }

  private:
    // Below these members stands data, in which the word means nothing.
    static bool is_data(std::string_view name) {
        return name == "example" || name == "examples" || name == "default" || name == "enum" ||
               name == "const";
    }

    void step(std::string_view token, const Value& value) {
        path_.emplace_back(token);
        walk(value);
        path_.pop_back();
    }

    void check(const Value& object, const Member& extension) {
        std::string pointer;
        for (const std::string& token : path_) append_token(pointer, token);
        pointer += "/x-standin";
        extension_schema().check(definition_at(path_, object),
                                 {source_, extension.value, pointer, extension.mark, "x-standin"},
                                 mistakes_);
    }

    const Source& source_;
    std::vector<Mistake>& mistakes_;
    std::vector<std::string> path_;
};

}  // namespace

void Loader::check_extensions() {
    for (const Source& each : contract_->documents->all()) {
        ExtensionCheck(each, mistakes_).walk(each.root());
    }
}

}  // namespace standin::contract
