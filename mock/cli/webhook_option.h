// The flags of `standin serve` that are about callbacks and webhooks.
#pragma once

#include <string>

#include <boost/program_options.hpp>

#include "mock/serve/courier.h"

namespace standin::cli {

struct WebhookOptions {
    std::string url;        // of webhooks that nobody gives one
    bool any_host = false;  // else they go to this machine alone
    serve::CourierOptions courier;
};

void add_webhook_flags(boost::program_options::options_description& flags);

// Throws UsageError with one line that names the flag.
WebhookOptions read_webhook_flags(const boost::program_options::variables_map& map);

}  // namespace standin::cli
