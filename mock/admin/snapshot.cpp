// Snapshots of a session: kept, listed, gone back to.
#include "mock/admin/admin.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

http::Response Admin::list_snapshots(const Visit& visit) {
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    write_names(writer, "snapshots", visit.session->snapshots());
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::take_snapshot(const Visit& visit) {
    const std::string name = visit.body("name");
    if (!visit.session->take_snapshot(name)) {
        return http::problem_details(409, "There are " +
                                              std::to_string(engine::Session::most_snapshots) +
                                              " snapshots, and no more may be: delete one");
    }
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    write_text(writer, "name", name);
    writer.end_object();
    return json(std::move(body), 201);
}

http::Response Admin::drop_snapshot(const Visit& visit) {
    const std::string name = visit.path("snapshot");
    return visit.session->drop_snapshot(name) ? done() : unknown("snapshot", name);
}

http::Response Admin::restore_snapshot(const Visit& visit) {
    const std::string name = visit.body("snapshot");
    return visit.session->restore(name) ? done() : unknown("snapshot", name);
}

}  // namespace standin::admin
