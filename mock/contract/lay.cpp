#include <algorithm>

#include "mock/contract/overlay_change.h"

namespace standin::contract {

namespace {

constexpr size_t most_levels = 512;         // as in files
constexpr size_t most_values = 10'000'000;  // that one overlay adds

struct Extent {
    size_t values = 1;
    size_t levels = 1;
};

Extent extent_of(const Value& value) {
    Extent extent;
    const auto add = [&](const Value& below) {
        const Extent part = extent_of(below);
        extent.values += part.values;
        extent.levels = std::max(extent.levels, part.levels + 1);
    };
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) add(item);
    } else if (value.is(Kind::object)) {
        for (const Member& member : value.members()) add(member.value);
    }
    return extent;
}

// The same value, every place of it in the file of that number.
Value marked(const Value& value, uint8_t file, Document& document) {
    const auto at = [&](Mark mark) { return Mark(mark.line, mark.column, file); };
    switch (value.kind()) {
        case Kind::boolean:
            return Value::of(value.boolean(), at(value.mark()));
        case Kind::integer:
            return Value::of(value.integer(), document.keep(value.text()), at(value.mark()));
        case Kind::number:
            return Value::of(value.number(), document.keep(value.text()), at(value.mark()));
        case Kind::string:
            return Value::of(document.keep(value.text()), at(value.mark()));
        case Kind::array: {
            std::vector<Value> items;
            for (const Value& item : value.items()) items.push_back(marked(item, file, document));
            return document.array(items, at(value.mark()));
        }
        case Kind::object: {
            std::vector<Member> members;
            for (const Member& member : value.members()) {
                members.push_back({document.keep(member.name), marked(member.value, file, document),
                                   at(member.mark)});
            }
            return document.object(members, at(value.mark()));
        }
        default:
            return Value::null(at(value.mark()));
    }
}

// One overlay over one document.
class Laying {
  public:
    Laying(const Overlay& overlay, const Source& below)
        : overlay_(overlay), below_(below), root_(below.root()) {
        document_->share(below.document);
    }

    Overlaid run() {
        const auto file = document_->add_file(overlay_.source.file);
        if (!file)
            overlay_.source.refuse({}, "", "there are 255 overlays over one document already");
        file_ = *file;
        for (const OverlayAction& action : overlay_.actions) {
            try {
                act(action);
            } catch (const Misfit& misfit) {
                mistakes_.push_back({overlay_.source.file, misfit.mark,
                                     action.pointer + misfit.pointer, misfit.message});
            }
        }
        if (!mistakes_.empty()) throw ContractError(std::move(mistakes_));
        document_->set_root(root_);
        return {{below_.file, std::move(document_), below_.uri}, std::move(idle_)};
    }

  private:
    void act(const OverlayAction& action) {
        const auto nodes = nodes_of(action.target, action.mark, "/target");
        if (nodes.empty()) idle_.push_back(&action);
        if (nodes.empty() || action.does == OverlayAction::Does::nothing) return;
        const Value addition = addition_of(action);
        if (action.does != OverlayAction::Does::remove) check_size(action, nodes, addition);
        root_ = OverlayChange(action, overlay_.is_1_0, *document_).run(root_, nodes, addition);
    }

    std::vector<PathNode> nodes_of(const JsonPath& path, Mark mark, const char* pointer) const {
        auto nodes = path.select(root_);
        if (nodes) return std::move(*nodes);
        throw Misfit{mark, pointer, "looks at too many values, or searches too long"};
    }

    Value addition_of(const OverlayAction& action) {
        if (action.does == OverlayAction::Does::update)
            return marked(action.update, file_, *document_);
        if (action.does != OverlayAction::Does::copy) return {};
        const auto nodes = nodes_of(*action.copy, action.copy_mark, "/copy");
        if (nodes.size() == 1) return *nodes[0].value;
        throw Misfit{
            action.copy_mark, "/copy",
            "selects " + std::to_string(nodes.size()) + " nodes of " + below_.file + ", not one"};
    }

    void check_size(const OverlayAction& action, const std::vector<PathNode>& nodes,
                    const Value& addition) {
        const Extent extent = extent_of(addition);
        const auto deepest = std::ranges::max_element(
            nodes, {}, [](const PathNode& node) { return node.path.size(); });
        if (deepest->path.size() + extent.levels > most_levels) {
            throw Misfit{action.mark, "", "nests the document deeper than 512 levels"};
        }
        added_ += extent.values * nodes.size();
        if (added_ > most_values) {
            throw Misfit{action.mark, "", "adds more than 10000000 values to the document"};
        }
    }

    const Overlay& overlay_;
    const Source& below_;
    std::shared_ptr<Document> document_ = std::make_shared<Document>();
    Value root_;
    uint8_t file_ = 0;
    size_t added_ = 0;
    std::vector<const OverlayAction*> idle_;
    std::vector<Mistake> mistakes_;
};

}  // namespace

Overlaid lay(const Overlay& overlay, const Source& below) {
    return Laying(overlay, below).run();
}

}  // namespace standin::contract
