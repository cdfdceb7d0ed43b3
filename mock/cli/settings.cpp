#include "mock/cli/settings.h"

#include <filesystem>

#include <spdlog/spdlog.h>

#include "mock/cli/command.h"
#include "mock/cli/shipped.h"
#include "mock/contract/contracts.h"

namespace standin::cli {

namespace {

using contract::Contracts;

// Of "/prefix=FILE".
contract::Wanted mount_of(const std::string& text) {
    const size_t equals = text.find('=');
    std::string prefix = text.substr(0, equals);
    while (prefix.ends_with('/')) prefix.pop_back();
    const bool whole = prefix.starts_with('/') && equals != text.npos && equals + 1 < text.size();
    if (!whole || prefix.find_first_of("{}?# ") != prefix.npos) {
        throw UsageError("--mount takes a path and a contract, as in /v2=my-api.yaml, not \"" +
                         text + "\"");
    }
    if (prefix.starts_with("/__")) {
        throw UsageError("--mount " + text + ": paths that begin with /__ are the mock's own");
    }
    return {text.substr(equals + 1), prefix};
}

std::vector<contract::Wanted> wanted_of(const ServeOptions& options) {
    std::vector<contract::Wanted> wanted;
    for (const std::string& file : options.is_shipped() ? shipped_contracts() : options.contracts) {
        wanted.push_back({file});
    }
    for (const std::string& mount : options.mounts) wanted.push_back(mount_of(mount));
    return wanted;
}

contract::Loaded load(const ServeOptions& options, const contract::Reach& reach) {
    std::vector<std::string> overlays;
    for (const std::string& overlay : options.overlays) overlays.push_back(overlay_file(overlay));
    auto loaded = contract::load_contracts(
        wanted_of(options), overlays,
        {.public_url = options.public_url, .strict = options.strict, .reach = reach});
    for (const auto& contract : loaded.contracts) {
        spdlog::debug("{}: {} operations, {} resources", contract->source().file,
                      contract->operations.size(), contract->resources.size());
    }
    for (const std::string& layer : loaded.layers.laid) spdlog::info("overlay {}", layer);
    for (const Mistake& idle : loaded.layers.idle) spdlog::warn("{}", idle.text());
    return loaded;
}

// The fault plans that ship, and before them those in the folder "faults" beside the fixtures.
fault::Library library_of(const std::string& fixtures, const Contracts& contracts,
                          const contract::Reach& reach) {
    const std::string shipped = find_shipped_folder("fixtures");
    const auto plans_in = [&](const std::string& folder) {
        reach.look_for(folder + "/faults");
        return folder + "/faults";
    };
    std::vector<std::string> others;
    if (!fixtures.empty() && fixtures != shipped) others.push_back(plans_in(fixtures));
    if (shipped.empty()) return fault::Library::read(others, contracts);
    return fault::Library::read_later(plans_in(shipped), others, contracts);
}

void read_fixtures(const std::string& folder, engine::Settings& settings) {
    auto fixtures = contract::read_fixtures(folder, settings.contracts);
    for (const std::string& line : fixtures.left_out) spdlog::warn("{}; left out", line);
    settings.beginning.fixtures = std::move(fixtures.files);
}

// The plan of a file, or the one of that name in the library.
std::shared_ptr<const fault::Plan> plan_of(const std::string& plan,
                                           const engine::Settings& settings,
                                           const contract::Reach& reach) {
    if (auto known = settings.library.find(plan)) return known;
    reach.look_for(plan);
    if (std::filesystem::exists(plan)) {
        return fault::read_plan(contract::read_source(plan), settings.contracts);
    }
    std::string names;
    for (const auto& known : settings.library.plans()) {
        names += (names.empty() ? "; the plans that ship are " : ", ") + known->name;
    }
    throw UsageError("--faults " + plan + " is no file" + names);
}

}  // namespace

engine::Settings settings_of(const ServeOptions& options, const contract::Reach& reach) {
    engine::Settings settings;
    settings.contracts = load(options, reach).contracts;
    settings.auth = options.auth;
    settings.dialect = options.dialect;
    settings.body_bytes = options.max_body_bytes;
    settings.beginning.seed = options.seed;
    settings.beginning.clock = options.clock;
    settings.beginning.journal.exchanges = options.journal_size;
    settings.sessions = options.sessions;
    settings.prefer = options.prefer;
    settings.state = options.state;
    settings.dynamic = options.dynamic;
    settings.ignores_examples = options.ignore_examples;
    settings.checks_answers = options.check_answers;
    settings.errors = options.errors;
    settings.mailing.url = options.webhooks.url;
    settings.mailing.any_host = options.webhooks.any_host;
    if (options.prism) settings.face = engine::Face::prism;
    std::string folder = options.fixtures;
    if (folder.empty() && options.is_shipped()) folder = shipped_folder("fixtures");
    if (!folder.empty()) {
        reach.look_for(folder);
        read_fixtures(folder, settings);
    }
    settings.library = library_of(folder, settings.contracts, reach);
    for (const std::string& plan : options.faults) {
        settings.beginning.faults.push_back(plan_of(plan, settings, reach));
    }
    return settings;
}

}  // namespace standin::cli
