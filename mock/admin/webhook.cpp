// Callbacks and webhooks of a session: what became of them, and having one sent.
#include "mock/admin/admin.h"
#include "mock/admin/delivery.h"
#include "mock/core/json.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

namespace {

std::string text_of(const Value& value) {
    return value.is(Kind::string) ? std::string(value.text()) : to_json(value);
}

engine::Errand errand_of(const Visit& visit) {
    engine::Errand errand{visit.path("name")};
    if (!visit.input.has_body) return errand;
    const Value& body = visit.input.body;
    if (const Value* url = body.find("url")) errand.url = url->text();
    // A text is sent as it is, as what is no JSON.
    if (const Value* sent = body.find("body")) errand.body = text_of(*sent);
    if (const Value* headers = body.find("headers")) {
        for (const Member& header : headers->members()) {
            errand.headers.set(std::string(header.name), std::string(header.value.text()));
        }
    }
    return errand;
}

}  // namespace

http::Response Admin::list_webhooks(const Visit& visit) {
    const auto deliveries = visit.session->outbox().deliveries();
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    writer.name("deliveries");
    writer.begin_array();
    for (const auto& delivery : deliveries) write_delivery(writer, *delivery);
    writer.end_array();
    writer.name("meta");
    writer.begin_object();
    write_number(writer, "total", deliveries.size());
    writer.end_object();
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::clear_webhooks(const Visit& visit) {
    visit.session->outbox().clear();
    return done();
}

http::Response Admin::send_webhook(const Visit& visit) {
    const auto delivery = engine_.notify(*visit.session, errand_of(visit));
    if (!delivery) return unknown("webhook", visit.path("name"));
    const std::string& refusal = delivery->letter().refusal;
    if (!refusal.empty()) return http::problem_details(409, refusal);
    std::string body;
    JsonWriter writer(body, plain);
    write_delivery(writer, *delivery);
    return json(std::move(body), 202);
}

}  // namespace standin::admin
