#include "mock/contract/layers.h"

#include <algorithm>
#include <filesystem>

#include "mock/http/message.h"

namespace standin::contract {

namespace {

namespace fs = std::filesystem;

fs::path place_of(const fs::path& file) {
    std::error_code error;
    const fs::path place = fs::weakly_canonical(fs::absolute(file), error);
    return error ? file : place;
}

bool has_scheme(std::string_view reference) {
    const size_t colon = reference.find(':');
    return colon < reference.find('/') && colon != reference.npos;
}

// The file that an overlay extends; empty where it is none (a URL of another scheme).
fs::path extended_by(const Overlay& overlay) {
    std::string_view reference = overlay.extends;
    for (const std::string_view scheme : {"file://localhost/", "file:///", "file:/"}) {
        if (!reference.starts_with(scheme)) continue;
        reference.remove_prefix(scheme.size() - 1);
        break;
    }
    if (has_scheme(reference)) return {};
    const fs::path folder = place_of(overlay.source.file).parent_path();
    return place_of(folder / http::decode_segment(reference));
}

void append(std::vector<Mistake>& all, const std::vector<Mistake>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

class Layering {
  public:
    explicit Layering(std::vector<Source>& documents) : documents_(documents) {}

    void add(const Overlay& overlay) {
        const bool any = overlay.extends.empty();
        const fs::path extended = any ? fs::path() : extended_by(overlay);
        bool found = false;
        bool used = false;
        for (Source& document : documents_) {
            const bool named = extended.empty() ? document.file == overlay.extends
                                                : place_of(document.file) == extended;
            if (!any && !named) continue;
            found = true;
            used = lay_over(overlay, document) || used;
        }
        if (!found && !any) {
            overlay.source.refuse(overlay.extends_mark, "/extends",
                                  "\"" + overlay.extends + "\" is none of the contracts");
        }
        if (used) return;
        overlay.source.refuse(overlay.actions.front().mark, "/actions/0/target",
                              "no target of this overlay selects anything");
    }

    Layers take() { return std::move(layers_); }

  private:
    // Whether a target selects something there.
    bool lay_over(const Overlay& overlay, Source& document) {
        Overlaid overlaid = lay(overlay, document);
        if (overlaid.idle.size() == overlay.actions.size()) return false;
        for (const OverlayAction* action : overlaid.idle) {
            layers_.idle.push_back({overlay.source.file, action->mark, action->pointer + "/target",
                                    "selects nothing in " + document.file});
        }
        document = std::move(overlaid.source);
        layers_.laid.push_back(overlay.source.file + " over " + document.file);
        return true;
    }

    std::vector<Source>& documents_;
    Layers layers_;
};

}  // namespace

Layers lay_all(const std::vector<Overlay>& overlays, std::vector<Source>& documents) {
    Layering layering(documents);
    std::vector<Mistake> mistakes;
    for (const Overlay& overlay : overlays) {
        try {
            layering.add(overlay);
        } catch (const ContractError& error) {
            append(mistakes, error.mistakes());
        }
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return layering.take();
}

}  // namespace standin::contract
