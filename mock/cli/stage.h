// What the command serves at present, and how that is loaded anew.
#pragma once

#include <memory>

#include "mock/cli/option.h"
#include "mock/engine/engine.h"
#include "mock/serve/courier.h"
#include "mock/serve/relay.h"
#include "mock/serve/responder.h"
#include "mock/serve/stamp.h"

namespace standin::cli {

// Answers as the files that the flags name say, and goes on with what it has until these can be
// loaded anew. `handler` may be used by several threads all the time; the other functions by one
// thread at a time.
class Stage {
  public:
    using Observer = serve::Responder::Observer;

    // Throws ContractError and UsageError.
    Stage(const ServeOptions& options, Observer observe);

    serve::Handler& handler() { return *relay_; }
    // The one that answers at present.
    std::shared_ptr<const engine::Engine> engine() const { return {scene_, &scene_->engine}; }
    // The files that were looked for when they were loaded last, whether or not that went well.
    const serve::Stamps& files() const { return files_; }

    // Loads everything anew and answers by it from then on; every session goes on as it was.
    // Where something is wrong, it stays as it is. What happened is logged.
    void reload();

    // Sends what still waits to be sent, as Courier::stop does.
    void post_last() { courier_.stop(); }

  private:
    // An engine, and what puts requests to it.
    struct Scene {
        Scene(engine::Settings settings, const Observer& observe, const ServeOptions& options);
        engine::Engine engine;
        serve::Responder responder;
    };

    std::shared_ptr<Scene> load();
    void change_to(const std::shared_ptr<Scene>& next);

    const ServeOptions options_;
    const Observer observe_;
    serve::Courier courier_;
    serve::Stamps files_;
    std::shared_ptr<Scene> scene_;
    const std::unique_ptr<serve::Relay> relay_;
};

}  // namespace standin::cli
