#include "mock/contract/access.h"
#include "mock/contract/overlay.h"
#include "mock/contract/own_schema.h"

namespace standin::contract {

namespace {

const OwnSchema& overlay_schema() {
    static const OwnSchema schema("overlay.schema.json", "the schema of overlays", {""});
    return schema;
}

class OverlayReader {
  public:
    explicit OverlayReader(Source source) { overlay_.source = std::move(source); }

    Overlay read() {
        check_form();
        const Located root = root_of(source());
        overlay_.title = text_member(root.find("info"), "title");
        if (const Located extends = root.find("extends")) {
            overlay_.extends = extends.value->text();
            overlay_.extends_mark = extends.value->mark();
        }
        const Located actions = root.find("actions");
        for (size_t i = 0; i < actions.value->items().size(); ++i) {
            read_action(actions.item(i));
        }
        throw_mistakes();
        return std::move(overlay_);
    }

  private:
    const Source& source() const { return overlay_.source; }

    void throw_mistakes() const {
        if (!mistakes_.empty()) throw ContractError(mistakes_);
    }

    void refuse(const Located& at, std::string message) {
        mistakes_.push_back({source().file, at.value->mark(), at.pointer, std::move(message)});
    }

    void check_form() {
        const Value& root = source().root();
        const Located version = Located{&root, ""}.find("overlay");
        const std::string_view text = version ? version.value->text_or("") : "";
        overlay_.is_1_0 = text.starts_with("1.0.");
        if (!text.empty() && !overlay_.is_1_0 && !text.starts_with("1.1.")) {
            refuse(version,
                   "Overlay " + std::string(text) + " is not supported; 1.0.x and 1.1.x are");
            throw_mistakes();
        }
        overlay_schema().check("", {source(), root, "", root.mark(), "overlay"}, mistakes_);
        throw_mistakes();
    }

    std::optional<JsonPath> query(const Located& at, const std::string& name) {
        JsonPath path(at.value->text());
        if (path.mistake().empty()) return path;
        refuse(at, "\"" + name + "\" is no JSONPath query: " + path.mistake());
        return std::nullopt;
    }

    void read_action(const Located& at) {
        const Located target = at.find("target");
        const Located update = at.find("update");
        const Located copy = at.find("copy");
        auto targets = query(target, "target");
        auto copied = copy ? query(copy, "copy") : std::nullopt;
        const OverlayAction::Does does = read_modifier(at);
        if (!targets || (copy && !copied)) return;
        overlay_.actions.push_back({does, std::move(*targets), target.value->mark(), at.pointer,
                                    update ? *update.value : Value(), std::move(copied),
                                    copy ? copy.value->mark() : Mark()});
    }

    // In 1.0 an action may ask for nothing.
    OverlayAction::Does read_modifier(const Located& at) {
        using Does = OverlayAction::Does;
        const Located remove = at.find("remove");
        std::vector<Does> asked;
        if (at.find("update")) asked.push_back(Does::update);
        if (at.find("copy")) asked.push_back(Does::copy);
        if (remove && remove.value->boolean()) asked.push_back(Does::remove);
        if (overlay_.is_1_0 && at.find("copy")) {
            refuse(at.find("copy"), "\"copy\" is known from Overlay 1.1 on");
        }
        if (asked.size() > 1) {
            refuse(at, "an action has one of \"update\", \"copy\" and \"remove\"");
        }
        if (asked.empty() && !overlay_.is_1_0) {
            refuse(at, "an action needs \"update\", \"copy\" or \"remove: true\"");
        }
        return asked.empty() ? Does::nothing : asked[0];
    }

    Overlay overlay_;
    std::vector<Mistake> mistakes_;
};

}  // namespace

Overlay read_overlay(Source source) {
    return OverlayReader(std::move(source)).read();
}

}  // namespace standin::contract
