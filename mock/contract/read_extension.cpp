#include "mock/contract/embedded.h"
#include "mock/contract/loader.h"

namespace standin::contract {

namespace {

// The rows of a compiled-in catalogue, read once; they live as long as the program.
const Catalogue* shipped_catalogue(const std::string& name) {
    const auto text = embedded(name + ".yaml");
    if (!text) return nullptr;
    static std::map<std::string, std::pair<Source, Catalogue>> read;
    auto [found, fresh] = read.try_emplace(name);
    if (fresh) {
        auto& [source, catalogue] = found->second;
        source = read_source_text(name + ".yaml", *text);
        catalogue = read_catalogue(source, source.root(), "");
    }
    return &found->second.second;
}

// Takes from the more general error what the nearer one leaves open.
void inherit(Refusal& refusal, const Refusal& general) {
    if (!refusal.status) refusal.status = general.status;
    if (!refusal.code) refusal.code = general.code;
    if (!refusal.message) refusal.message = general.message;
    if (!refusal.part) refusal.part = general.part, refusal.pointer = general.pointer;
    if (!refusal.envelope && !refusal.body) {
        refusal.envelope = general.envelope;
        refusal.body = general.body;
    }
    if (refusal.headers.empty()) refusal.headers = general.headers;
}

}  // namespace

void Loader::read_policies() {
    const Located body = member(extension(), "body", Kind::object);
    contract_->body.any_media_type = text_member(body, "media_type") == "ignore";
    contract_->body.unreadable_is_empty = text_member(body, "unreadable") == "empty_object";
    contract_->unknown_members = text_member(extension(), "unknown_members") != "drop";
    contract_->null_members = text_member(extension(), "null_members") != "drop";
    const Located json = member(extension(), "json", Kind::object);
    contract_->style.escape_html = flag_member(json, "escape_html");
    contract_->style.newline = flag_member(json, "newline");
    each_member(member(extension(), "parts", Kind::object),
                [&](std::string_view name, const Located& at) {
                    const auto part = part_named(name);
                    if (part) contract_->part_names[*part] = at.value->text_or("");
                });
}

void Loader::read_wording() {
    const Located rows = member(extension(), "problems", Kind::array);
    if (rows) contract_->wording = read_catalogue(source(), *rows.value, rows.pointer);
    const std::string name = text_member(extension(), "wording", "ajv");
    const Catalogue* shipped = shipped_catalogue(name);
    if (!shipped) {
        const Located at = extension().find("wording");
        at.refuse("no catalogue of wording \"" + name + "\"");
    }
    contract_->wording.insert(contract_->wording.end(), shipped->begin(), shipped->end());
}

void Loader::read_envelopes() {
    each_member(member(extension(), "envelopes", Kind::object),
                [&](std::string_view name, const Located& at) {
                    auto body = template_at(at.find("body"));
                    contract_->envelopes.push_back(
                        {std::string(name), std::move(*body), template_at(at.find("problem"))});
                });
}

Refusal Loader::read_refusal(const std::string& name, const Located& at) const {
    Refusal refusal;
    refusal.name = name;
    if (const Value* status = at.value->find("status")) {
        refusal.status = static_cast<int>(status->number());
    }
    refusal.code = template_at(at.find("code"));
    refusal.message = template_at(at.find("message"));
    refusal.body = template_at(at.find("body"));
    if (const Located place = at.find("at")) {
        const std::string_view text = place.value->text();
        const size_t end = std::min(text.find('/', 1), text.size());
        refusal.part = part_named(text.substr(std::min<size_t>(1, text.size()), end - 1));
        refusal.pointer = text.substr(end);
        if (!refusal.part) {
            place.refuse("a place begins with a part of the request, as in \"/body/name\"");
        }
    }
    if (const Located envelope = at.find("envelope")) {
        refusal.envelope = contract_->find_envelope(envelope.value->text_or(""));
        if (!refusal.envelope) {
            envelope.refuse("no envelope \"" + std::string(envelope.value->text_or("")) + "\"");
        }
    }
    if (const Value* headers = at.value->find("headers")) {
        for (const Member& header : headers->members()) {
            refusal.headers.emplace_back(header.name, header.value.text_or(""));
        }
    }
    if (const Refusal* general = contract_->find_error(name)) inherit(refusal, *general);
    return refusal;
}

void Loader::read_errors() {
    each_member(member(extension(), "errors", Kind::object),
                [&](std::string_view name, const Located& at) {
                    contract_->errors.push_back(read_refusal(std::string(name), at));
                });
}

namespace {

// "metadata/name" lies in another member.
void read_key(Resource& resource, std::string path) {
    for (size_t end = path.find('/'); end != path.npos; end = path.find('/')) {
        resource.within.push_back(path.substr(0, end));
        path.erase(0, end + 1);
    }
    resource.key = std::move(path);
}

}  // namespace

void Loader::read_resource(const std::string& name, const Located& at) {
    Resource resource;
    resource.name = name;
    resource.index = contract_->resources.size();
    resource.mark = at.value->mark();
    read_key(resource, text_member(at, "key"));
    resource.is_single = flag_member(at, "single");
    resource.scope = texts_member(at, "scope");
    resource.keep = texts_member(at, "keep");
    resource.create = template_at(at.find("create"));
    resource.replace = template_at(at.find("replace"));
    resource.update = template_at(at.find("update"));
    resource.defaults = at.value->find("defaults");
    resource.cleared = at.value->find("cleared");
    resource.is_told = resource.create || resource.replace || resource.update || resource.defaults;
    const auto each = [&](std::string_view list, const auto& step) {
        const Located array = member(at, list, Kind::array);
        for (size_t i = 0; array && i < array.value->items().size(); ++i) {
            step(item(array, i));
        }
    };
    each("parents", [&](const Located& parent) {
        resource.parents.push_back(
            {text_member(parent, "resource"), 0, text_member(parent, "parameter")});
    });
    each("unique", [&](const Located& unique) {
        resource.unique.push_back({texts_member(unique, "members"),
                                   text_member(unique, "across") == "all",
                                   text_member(unique, "error", "duplicate")});
    });
    each("referenced_by", [&](const Located& reference) {
        resource.referenced_by.push_back({text_member(reference, "resource"), 0,
                                          text_member(reference, "member"),
                                          text_member(reference, "error", "in_use")});
    });
    contract_->resources.push_back(std::move(resource));
}

void Loader::read_resources() {
    each_member(
        member(extension(), "resources", Kind::object),
        [&](std::string_view name, const Located& at) { read_resource(std::string(name), at); });
}

// Names of resources become places in the contract, and every name must be known.
void Loader::resolve_references() {
    const auto check_error = [&](const std::string& name, const Resource& from) {
        const bool known = name == "duplicate" || name == "in_use" || contract_->find_error(name);
        if (known) return;
        source().refuse(from.mark, "/x-standin/resources/" + from.name,
                        "no error \"" + name + "\"");
    };
    const auto index_of = [&](const std::string& name, const Resource& from) {
        const Resource* found = contract_->find_resource(name);
        if (found) return found->index;
        source().refuse(from.mark, "/x-standin/resources/" + from.name,
                        "no resource \"" + name + "\"");
    };
    for (Resource& resource : contract_->resources) {
        for (Parent& parent : resource.parents) {
            parent.index = index_of(parent.resource, resource);
        }
        for (ReferencedBy& reference : resource.referenced_by) {
            reference.index = index_of(reference.resource, resource);
            check_error(reference.error, resource);
        }
        for (const Unique& unique : resource.unique) check_error(unique.error, resource);
    }
    for (const Shape* shape : contract_->shapes->embedding()) {
        if (contract_->find_resource(shape->embeds)) continue;
        shape->embeds_at.refuse("no resource \"" + shape->embeds + "\"");
    }
}

}  // namespace standin::contract
