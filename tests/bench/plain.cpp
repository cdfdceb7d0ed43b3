// What cpp-httplib does by itself, tuned by its own options only: the yardstick beside nginx.
// plain PORT answers any request for /STATUS/BYTES with that status and that many bytes.
#include <cstdlib>
#include <string>

#include <httplib.h>

namespace {

void answer(const httplib::Request& request, httplib::Response& response) {
    response.status = std::stoi(request.matches[1]);
    response.set_content(std::string(std::stoul(request.matches[2]), 'x'), "application/json");
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return EXIT_FAILURE;
    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(8); };
    server.set_keep_alive_max_count(1'000'000'000);
    server.set_tcp_nodelay(true);
    server.Get("/(\\d{3})/(\\d{1,5})", answer);
    server.Post("/(\\d{3})/(\\d{1,5})", answer);
    return server.listen("127.0.0.1", std::atoi(words[1])) ? EXIT_SUCCESS : EXIT_FAILURE;
}
