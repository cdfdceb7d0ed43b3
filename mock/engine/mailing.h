// Where callbacks and webhooks may go, and who carries them.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "mock/engine/delivery.h"

namespace standin::engine {

struct Mailing {
    std::string url = {};   // of webhooks that nobody gives one; "" = they need one
    bool any_host = false;  // else this machine alone
    // Sends it at some later time; called with no lock held. Empty: all stay where they are.
    std::function<void(std::shared_ptr<Delivery>)> send = {};
};

}  // namespace standin::engine
