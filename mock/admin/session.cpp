// Sessions: which there are, how they come and go.
#include "mock/admin/admin.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

using engine::Session;
using engine::Sessions;
using engine::Snapshot;

namespace {

void write_session(JsonWriter& writer, Session& session) {
    const auto [time, rules] = session.with([](const Snapshot& present) {
        return std::pair(present.world.clock.now(), present.faults.standings().size());
    });
    writer.begin_object();
    write_text(writer, "name", session.name());
    write_instant(writer, "time", time);
    write_number(writer, "exchanges", session.exchanges());
    write_names(writer, "snapshots", session.snapshots());
    write_number(writer, "rules", rules);
    writer.end_object();
}

http::Response told(Session& session, int status = 200) {
    std::string body;
    JsonWriter writer(body, plain);
    write_session(writer, session);
    return json(std::move(body), status);
}

}  // namespace

http::Response Admin::no_room() const {
    return http::problem_details(503, engine_.settings().sessions.full());
}

http::Response Admin::made(Sessions::Made made, const std::string& name) {
    if (made == Sessions::Made::full) return no_room();
    if (made == Sessions::Made::taken) {
        return http::problem_details(409, "There is a session \"" + name + "\" already");
    }
    const auto session = engine_.sessions().find(name);
    // Another client may have removed it at once.
    return session ? told(*session, 201) : unknown("session", name);
}

http::Response Admin::list_sessions(const Visit&) {
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    writer.name("sessions");
    writer.begin_array();
    for (const auto& session : engine_.sessions().all()) write_session(writer, *session);
    writer.end_array();
    write_number(writer, "most", engine_.sessions().limits().most);
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::make_session(const Visit& visit) {
    const std::string name = visit.body("name");
    return made(engine_.sessions().begin(name), name);
}

http::Response Admin::remove_sessions(const Visit&) {
    engine_.sessions().clear();
    return done();
}

http::Response Admin::read_session(const Visit& visit) {
    return told(*visit.session);
}

http::Response Admin::begin_session(const Visit& visit) {
    const std::string name = visit.path("session");
    return made(engine_.sessions().begin(name), name);
}

http::Response Admin::remove_session(const Visit& visit) {
    const std::string name = visit.path("session");
    return engine_.sessions().remove(name) ? done() : unknown("session", name);
}

http::Response Admin::fork_session(const Visit& visit) {
    const std::string name = visit.body("name");
    return made(engine_.sessions().fork(*visit.session, name), name);
}

http::Response Admin::reset_session(const Visit& visit) {
    visit.session->reset();
    return done();
}

}  // namespace standin::admin
