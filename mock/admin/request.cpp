// The journal of a session, in WireMock's routes and JSON.
#include "mock/admin/admin.h"
#include "mock/admin/entry.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

namespace {

// How many are asked for, of so many.
size_t limited(const contract::Input& input, size_t total) {
    const Value* limit = input.query.find("limit");
    if (!limit || limit->number() >= static_cast<double>(total)) return total;
    return static_cast<size_t>(limit->number());
}

}  // namespace

http::Response Admin::list_requests(const Visit& visit) {
    const auto exchanges = visit.session->journal().exchanges();
    const size_t limit = limited(visit.input, exchanges.size());
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    writer.name("requests");
    writer.begin_array();
    for (size_t i = 0; i < limit; ++i) {
        write_entry(writer, *exchanges[exchanges.size() - 1 - i],
                    engine_.settings().beginning.seed);
    }
    writer.end_array();
    writer.name("meta");
    writer.begin_object();
    write_number(writer, "total", exchanges.size());
    writer.end_object();
    writer.name("requestJournalDisabled");
    writer.json(engine_.settings().beginning.journal.exchanges == 0 ? "true" : "false");
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::clear_requests(const Visit& visit) {
    visit.session->journal().clear();
    return done();
}

http::Response Admin::read_request(const Visit& visit) {
    const std::string id = visit.path("id");
    const uint64_t seed = engine_.settings().beginning.seed;
    for (const auto& exchange : visit.session->journal().exchanges()) {
        if (id_of(*exchange, seed) != id) continue;
        std::string body;
        JsonWriter writer(body, plain);
        write_entry(writer, *exchange, seed);
        return json(std::move(body));
    }
    return http::problem_details(404, "The journal has no exchange with this id");
}

}  // namespace standin::admin
