#include "mock/cli/stage.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "mock/admin/delivery.h"
#include "mock/cli/settings.h"
#include "mock/core/contract_error.h"
#include "mock/serve/fetch.h"

namespace standin::cli {

namespace {

// What is odd or not acted on: the first few, and who tells the rest.
void warn_of_oddities(const contract::Contract& contract) {
    constexpr size_t most = 5;
    const std::vector<Mistake>& all = contract.warnings;
    for (size_t i = 0; i < std::min(most, all.size()); ++i) spdlog::warn("{}", all[i].text());
    if (all.size() > most) {
        spdlog::warn("and {} more: standin check {}", all.size() - most, contract.source().file);
    }
}

serve::ResponderOptions::Cors cors_of(const ServeOptions& options) {
    using Cors = serve::ResponderOptions::Cors;
    if (!options.cors) return Cors::none;
    return options.prism ? Cors::prism : Cors::asked;
}

// Operations that cannot be told apart: the first few, and how to set them apart.
void warn_of_clashes(const std::vector<match::Clash>& clashes) {
    constexpr size_t most = 5;
    for (size_t i = 0; i < std::min(most, clashes.size()); ++i) {
        spdlog::warn("{}", clashes[i].text());
    }
    if (clashes.size() > most) spdlog::warn("and {} more such operations", clashes.size() - most);
    const bool apart = std::ranges::any_of(
        clashes, [](const match::Clash& clash) { return clash.first != clash.second; });
    if (apart) spdlog::warn("--mount /prefix=FILE serves a contract under a prefix of its own");
}

std::string counted(size_t count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

// What was loaded anew, and what is left of what was there.
void tell(const engine::Settings& settings, const engine::Handed& handed) {
    std::string files;
    size_t operations = 0;
    size_t kinds = 0;
    for (const auto& contract : settings.contracts) {
        files += (files.empty() ? "" : ", ") + contract->source().file;
        operations += contract->operations.size();
        kinds += contract->resources.size();
    }
    for (const auto& [why, count] : handed.resources.dropped) {
        spdlog::warn("dropped {} {}", counted(count, "resource"), why);
    }
    for (const std::string& plan : handed.faults) spdlog::warn("dropped fault plan {}", plan);
    spdlog::info("reloaded {}: {}, {} of resources; {} kept in {}", files,
                 counted(operations, "operation"), counted(kinds, "kind"),
                 counted(handed.resources.kept, "resource"), counted(handed.sessions, "session"));
}

void tell_of(const engine::Delivery& delivery) {
    const bool fine = delivery.report().state == engine::Delivery::State::delivered;
    const std::string summary = admin::summary_of(delivery);
    fine ? spdlog::info("{}", summary) : spdlog::warn("{}", summary);
}

}  // namespace

Stage::Scene::Scene(engine::Settings settings, const Observer& observe, const ServeOptions& options)
    : engine(std::move(settings)), responder(engine, observe, {.cors = cors_of(options)}) {}

Stage::Stage(const ServeOptions& options, Observer observe)
    : options_(options),
      observe_(std::move(observe)),
      courier_(options.webhooks.courier, tell_of),
      scene_(load()),
      relay_(std::make_unique<serve::Relay>(
          std::shared_ptr<serve::Handler>(scene_, &scene_->responder))) {}

std::shared_ptr<Stage::Scene> Stage::load() {
    files_ = {};
    contract::Reach reach;
    reach.looks_for = [this](const std::string& file) { files_.note(file); };
    if (options_.remote_refs) reach.fetch = [](const auto& url) { return serve::fetch(url); };
    engine::Settings settings = settings_of(options_, reach);
    settings.mailing.send = [this](auto delivery) { courier_.send(std::move(delivery)); };
    auto scene = std::make_shared<Scene>(std::move(settings), observe_, options_);
    for (const auto& contract : scene->engine.settings().contracts) warn_of_oddities(*contract);
    warn_of_clashes(scene->engine.clashes());
    return scene;
}

void Stage::reload() {
    try {
        return change_to(load());
    } catch (const ContractError& error) {
        for (const Mistake& mistake : error.mistakes()) spdlog::error("{}", mistake.text());
    } catch (const std::exception& error) {
        spdlog::error("{}", error.what());
    }
    spdlog::error("kept the contracts as they were");
}

// The former scene is taken apart here, where nobody waits for it.
void Stage::change_to(const std::shared_ptr<Scene>& next) {
    engine::Handed handed;
    const auto former = relay_->replace(std::shared_ptr<serve::Handler>(next, &next->responder),
                                        [&] { handed = next->engine.adopt(scene_->engine); });
    scene_ = next;
    tell(next->engine.settings(), handed);
}

}  // namespace standin::cli
