// Someone who acts on a world without an engine around: what is asked goes to this room at once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "mock/check/input.h"
#include "mock/match/router.h"
#include "mock/state/behave.h"
#include "mock/state/export.h"

namespace standin::state {

using contract::Contracts;

class Inhabitant {
  public:
    explicit Inhabitant(Contracts contracts)
        : contracts_(std::move(contracts)), router_(contracts_) {}

    const Contracts& contracts() const { return contracts_; }

    // The resource or list that "POST /books" with this body comes to; a refusal's name.
    std::string ask(World& world, const std::string& line, const std::string& body = "",
                    Instant now = Clock::default_instant) const {
        const size_t space = line.find(' ');
        const http::Request request{line.substr(0, space),
                                    line.substr(space + 1),
                                    {{"Content-Type", "application/json"}},
                                    body};
        const match::Match match = router_.find(request.method, request.path());
        contract::Input input;
        const auto verdict =
            check::input({*match.contract, *match.operation, request, match.path_values}, input);
        EXPECT_EQ(verdict.error, "") << line;
        const auto* shape = verdict.body_type ? verdict.body_type->shape : nullptr;
        Turn turn{*match.contract, *match.operation, request, input, shape, now, world};
        take_in_body(turn);
        const auto [outcome, shows] = behave(turn);
        if (outcome.refused()) return outcome.error;
        return shows ? text_of(turn, *shows) : outcome.result;
    }

    // Every contract's fixture, in an array.
    std::string exported(const World& world) const {
        std::string text;
        JsonWriter writer(text, {});
        writer.begin_array();
        for (const auto& contract : contracts_) {
            writer.begin_object();
            write_state(writer, world, *contract);
            writer.end_object();
        }
        writer.end_array();
        return text;
    }

    // A world that begins with what was exported.
    World imported(const std::string& text) const {
        World world(0, "default", Clock::fixed());
        const auto source = contract::read_source_text("state.json", text);
        for (const auto& each : read_fixture_list(source, contracts_)) seed(world, each);
        return world;
    }

  private:
    Contracts contracts_;
    match::Router router_;
};

}  // namespace standin::state
