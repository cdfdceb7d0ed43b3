// The mock as the transport sees it: the engine, with the control API beside it.
#pragma once

#include <functional>
#include <memory>

#include "mock/admin/admin.h"
#include "mock/engine/engine.h"
#include "mock/serve/handler.h"

namespace standin::serve {

struct ResponderOptions {
    // Whether pages of other origins may call what the contracts describe.
    enum class Cors : uint8_t { none, asked, prism } cors = Cors::asked;
};

// Safe to use from several threads. Every exchange is told to `observe`, which may be called from
// several threads at once.
class Responder : public Handler {
  public:
    using Observer = std::function<void(const engine::Exchange&)>;

    Responder(engine::Engine& engine, Observer observe, ResponderOptions options = {})
        : engine_(engine), admin_(engine), observe_(std::move(observe)), options_(options) {}

    Answer answer(http::Request request) override;
    Answer refuse(const http::Request& request, int status, std::string_view why) override;
    void tidy() override;

  private:
    Answer told(std::shared_ptr<const engine::Exchange> exchange) const;

    engine::Engine& engine_;
    admin::Admin admin_;
    const Observer observe_;
    const ResponderOptions options_;
};

}  // namespace standin::serve
