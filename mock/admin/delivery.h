// One delivery of a callback or a webhook, as the control API and the log tell of it.
#pragma once

#include <string>

#include "mock/core/json_writer.h"
#include "mock/engine/delivery.h"

namespace standin::admin {

// What was to be sent, where to, and what became of it.
void write_delivery(JsonWriter& writer, const engine::Delivery& delivery);

// "webhook created to http://localhost:9000/: delivered (503, 200)", in one line.
std::string summary_of(const engine::Delivery& delivery);

}  // namespace standin::admin
