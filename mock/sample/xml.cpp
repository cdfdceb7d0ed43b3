#include "mock/sample/xml.h"

#include <algorithm>

#include "mock/sample/merged.h"
#include "mock/sample/style.h"

namespace standin::sample {

using contract::Located;

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool is_name_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

std::string name_of(std::string_view text) {
    std::string name(text);
    for (char& c : name) c = is_name_character(c) ? c : '_';
    if (name.empty() || !is_letter(name.front())) name.insert(0, "_");
    return name;
}

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '&':
                made += "&amp;";
                break;
            case '<':
                made += "&lt;";
                break;
            case '>':
                made += "&gt;";
                break;
            case '"':
                made += "&quot;";
                break;
            default:
                // The others have no place in a document (XML 1.0, section 2.2).
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') made += c;
        }
    }
    return made;
}

// What a schema says of XML.
struct Dress {
    std::string name;
    std::string prefix;
    std::string address;  // of the namespace
    bool attribute = false;
    bool wrapped = false;

    std::string called(const std::string& otherwise) const {
        const std::string own = name.empty() ? otherwise : name;
        return prefix.empty() ? name_of(own) : name_of(prefix + ':' + own);
    }
    std::string declared() const {
        if (address.empty()) return "";
        return " xmlns" + (prefix.empty() ? "" : ':' + name_of(prefix)) + "=\"" + escaped(address) +
               '"';
    }
};

Merged merged(const Located& schema) {
    return schema ? merge({schema}, {}) : Merged{};
}

Dress dress_of(const Merged& schema) {
    Dress dress;
    for (const Located& xml : all_of(schema, "xml")) {
        if (!xml.value->is(Kind::object)) continue;
        const auto text = [&](std::string_view name) {
            const Value* value = xml.value->find(name);
            return value ? std::string(value->text_or("")) : std::string();
        };
        const auto flag = [&](std::string_view name) {
            const Value* value = xml.value->find(name);
            return value && value->is(Kind::boolean) && value->boolean();
        };
        return {text("name"), text("prefix"), text("namespace"), flag("attribute"),
                flag("wrapped")};
    }
    return dress;
}

Located below(const Merged& schema, std::string_view keyword, std::string_view name = "") {
    for (const Located& each : all_of(schema, keyword)) {
        if (!each.value->is(Kind::object)) continue;
        if (name.empty()) return each;
        if (Located found = each.find(name)) return found;
    }
    return {};
}

class Writer {
  public:
    explicit Writer(std::string& text) : text_(text) {}

    void element(const std::string& name, const Value& value, const Located& schema) {
        const Merged all = merged(schema);
        const Dress dress = dress_of(all);
        if (value.is(Kind::array)) return list(name, value, all, dress);
        const std::string called = dress.called(name);
        text_ += '<' + called + dress.declared();
        if (value.is(Kind::object)) attributes(value, all);
        if (value.is(Kind::null) || (value.is(Kind::object) && value.members().empty())) {
            text_ += "/>";
            return;
        }
        text_ += '>';
        if (value.is(Kind::object)) {
            members(value, all);
        } else {
            text_ += escaped(plain(value));
        }
        text_ += "</" + called + '>';
    }

    // An element around a list, whatever its schema says.
    void root_list(const std::string& name, const Value& value, const Located& schema) {
        const Merged all = merged(schema);
        const Dress dress = dress_of(all);
        const std::string called = dress.called(name);
        text_ += '<' + called + dress.declared() + '>';
        const Located items = below(all, "items");
        const Merged item = merged(items);
        for (const Value& each : value.items()) element(schema_name(item, "item"), each, items);
        text_ += "</" + called + '>';
    }

    // As the component is called in which a schema stands.
    static std::string schema_name(const Merged& schema, const std::string& otherwise) {
        for (const Located& each : schema.schemas) {
            const size_t parent = std::min(each.pointer.rfind('/'), each.pointer.size());
            const std::string_view folder = std::string_view(each.pointer).substr(0, parent);
            const bool named = folder.ends_with("/schemas") || folder == "/definitions";
            if (named && !target_of(each)) return each.pointer.substr(parent + 1);
        }
        return otherwise;
    }

  private:
    void list(const std::string& name, const Value& value, const Merged& schema,
              const Dress& dress) {
        const std::string outer = dress.called(name);
        const std::string inner = dress.wrapped && !dress.name.empty() ? dress.name : name;
        if (dress.wrapped) text_ += '<' + outer + dress.declared() + '>';
        for (const Value& item : value.items()) element(inner, item, below(schema, "items"));
        if (dress.wrapped) text_ += "</" + outer + '>';
    }

    void attributes(const Value& object, const Merged& schema) {
        for (const Member& member : object.members()) {
            const Dress dress = dress_of(merged(below(schema, "properties", member.name)));
            if (!dress.attribute) continue;
            text_ += ' ' + dress.called(std::string(member.name)) + "=\"" +
                     escaped(plain(member.value)) + '"';
        }
    }

    void members(const Value& object, const Merged& schema) {
        for (const Member& member : object.members()) {
            Located at = below(schema, "properties", member.name);
            if (!at) at = below(schema, "additionalProperties");
            if (!dress_of(merged(at)).attribute)
                element(std::string(member.name), member.value, at);
        }
    }

    std::string& text_;
};

}  // namespace

bool is_xml(std::string_view essence) {
    return essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml");
}

std::string xml_of(const Value& value, const Located& schema) {
    std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string name = Writer::schema_name(merged(schema), "root");
    Writer writer(text);
    if (value.is(Kind::array)) {
        writer.root_list(name, value, schema);
    } else {
        writer.element(name, value, schema);
    }
    return text;
}

}  // namespace standin::sample
