#include "tests/soak/story.h"

#include <stdexcept>

namespace standin::soak {

namespace {

constexpr std::string_view collection = "/access-key-configurations";

// The value of a member whose value is a text without escapes; "" if there is none.
std::string text_of(std::string_view member, std::string_view body) {
    const std::string begin = "\"" + std::string(member) + "\":\"";
    const size_t found = body.find(begin);
    if (found == std::string_view::npos) return {};
    body.remove_prefix(found + begin.size());
    return std::string(body.substr(0, body.find('"')));
}

std::string document(const std::string& name) {
    return R"({"name":")" + name + R"(","description":"made by )" + name +
           R"(","access":{"providers":{"allow":["openai"]}},"router":{"rules":[{"steps":)"
           R"([{"type":"ngrok"}],"provider":"openai"}]}})";
}

}  // namespace

std::string Story::request() const {
    switch (step_) {
        case Step::create:
            return composed("POST", document(label()));
        case Step::change:
            return composed("PATCH", R"({"description":"changed by )" + label() + R"("})");
        case Step::refuse:
            return composed("PATCH", R"({"name":)" + std::to_string(round_) + "}");
        case Step::remove:
            return composed("DELETE", "");
        default:
            return composed("GET", "");
    }
}

std::string Story::composed(std::string_view method, std::string_view body) const {
    std::string bytes(method);
    bytes.append(" ").append(collection);
    if (step_ != Step::create) bytes.append("/").append(id_);
    bytes.append(" HTTP/1.1\r\nHost: soak\r\nAuthorization: Bearer any\r\nX-Standin-Session: ");
    bytes.append(session_);
    if (!body.empty()) {
        bytes.append("\r\nContent-Type: application/json\r\nContent-Length: ");
        bytes.append(std::to_string(body.size()));
    }
    return bytes.append("\r\n\r\n").append(body);
}

void Story::hear(const Reply& reply) {
    switch (step_) {
        case Step::create:
            expect(text_of("name", reply.body) == label(), reply, "the name " + label());
            id_ = text_of("id", reply.body);
            expect(!id_.empty(), reply, "an id");
            kept_ = reply.body;
            expect_kept(reply, 201);
            break;
        case Step::change:
            kept_ = reply.body;
            expect(text_of("description", reply.body) == "changed by " + label(), reply,
                   "the changed description");
            expect(text_of("id", reply.body) == id_, reply, "the id " + id_);
            expect_kept(reply, 200);
            break;
        case Step::read:
        case Step::read_again:
            expect_kept(reply, 200);
            break;
        case Step::refuse:
            expect(reply.status == 400, reply, "400");
            break;
        case Step::remove:
            expect(reply.status == 204 && reply.body.empty(), reply, "204");
            break;
        case Step::miss:
            expect(reply.status == 404, reply, "404");
            break;
    }
    advance();
}

void Story::expect_kept(const Reply& reply, int status) {
    expect(reply.status == status, reply, std::to_string(status));
    expect(reply.body == kept_, reply, kept_);
}

void Story::expect(bool holds, const Reply& reply, const std::string& what) const {
    if (holds) return;
    throw std::runtime_error(request() + "\nwas answered " + std::to_string(reply.status) + "\n" +
                             reply.body + "\nexpected: " + what);
}

void Story::advance() {
    const bool over = step_ == Step::miss;
    round_ += over ? 1 : 0;
    step_ = over ? Step::create : static_cast<Step>(static_cast<int>(step_) + 1);
}

}  // namespace standin::soak
