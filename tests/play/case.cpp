#include "tests/play/case.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace standin::play {

namespace {

class Reader {
  public:
    explicit Reader(const std::string& file) : stream_(file) {
        case_.file = file;
        if (!stream_) throw std::runtime_error(file + ": cannot be read");
    }

    Case read() {
        std::string line;
        while (std::getline(stream_, line)) {
            ++number_;
            take(line);
        }
        end_step();
        if (case_.steps.empty()) refuse("no step");
        return std::move(case_);
    }

  private:
    enum class At { top, head, body, answer };

    [[noreturn]] void refuse(const std::string& what) const {
        throw std::runtime_error(case_.file + ":" + std::to_string(number_) + ": " + what);
    }

    void take(const std::string& line) {
        if (number_ == 1) {
            if (!line.starts_with("# ")) refuse("the first line must be \"# \" and a sentence");
            case_.proves = line.substr(2);
        } else if (line.empty()) {
            end_step();
        } else if (line.starts_with("#")) {
            if (at_ != At::top) refuse("a comment must not stand inside a step");
        } else if (line[0] == '>') {
            take_request(line.size() > 2 ? line.substr(2) : "");
        } else if (line[0] == '<') {
            take_answer(line);
        } else {
            take_directive(line);
        }
    }

    void take_directive(const std::string& line) {
        const size_t colon = line.find(": ");
        const std::string name = line.substr(0, colon);
        const std::string value = colon == line.npos ? "" : line.substr(colon + 2);
        if (!case_.steps.empty() || at_ != At::top)
            refuse("a directive must stand before the steps");
        if (name == "auth" && (value == "off" || value == "values")) {
            case_.auth = value;
        } else if (name == "strict" && value == "on") {
            case_.strict = true;
        } else if (name == "state" && (value == "off" || value == "seeded")) {
            case_.state = value;
        } else if (name == "face" && value == "prism") {
            case_.prism = true;
        } else if (name == "fixtures" && value == "none") {
            case_.fixtures = false;
        } else if (name == "contract" && !value.empty()) {
            case_.contract = value;
        } else if (name == "overlay" && !value.empty()) {
            case_.overlays.push_back(value);
        } else if (name == "faults" && !value.empty()) {
            case_.faults = value;
        } else if (name == "seed" && !value.empty() && value.size() < 19 &&
                   value.find_first_not_of("0123456789") == value.npos) {
            case_.seed = std::stoull(value);
        } else {
            refuse("not a line of a case: \"" + line + "\"");
        }
    }

    void take_request(const std::string& text) {
        if (at_ == At::answer) refuse("a step must end with an empty line");
        if (at_ == At::top) return begin_step(text);
        if (at_ == At::body) {
            http::Request& request = case_.steps.back().request;
            if (body_lines_++ > 0) request.body += '\n';
            request.body += text;
            return;
        }
        if (text.empty()) {
            at_ = At::body;
            return;
        }
        add_header(case_.steps.back().request.headers, text);
    }

    void begin_step(const std::string& text) {
        Step& step = case_.steps.emplace_back();
        step.line = number_;
        const size_t space = text.find(' ');
        if (space == 0 || space == text.npos) refuse("\"> METHOD TARGET\" is expected");
        step.request.method = text.substr(0, space);
        step.request.target = text.substr(space + 1);
        at_ = At::head;
        body_lines_ = 0;
    }

    void take_answer(const std::string& line) {
        if (at_ == At::top) refuse("an answer without a request");
        Expected& expected = case_.steps.back().expected;
        if (at_ != At::answer) {
            at_ = At::answer;
            has_body_ = false;
            if (line.starts_with("<! ") && line.size() > 3) {
                expected.wire = line.substr(3);
                return;
            }
            if (line.size() != 5 || line.find_first_not_of("0123456789", 2) != line.npos) {
                refuse("\"< STATUS\" is expected");
            }
            expected.status = std::stoi(line.substr(2));
        } else if (!expected.wire.empty()) {
            refuse("nothing follows an answer that is taken away");
        } else if (line.starts_with("<h ")) {
            if (has_body_) refuse("headers stand before the body");
            add_header(expected.headers, line.substr(3));
        } else if (line == "<n") {
            if (!has_body_) refuse("\"<n\" stands after the body");
            expected.body += '\n';
        } else if (line.starts_with("< ") && !has_body_) {
            has_body_ = true;
            expected.body = line.substr(2);
        } else {
            refuse("not a line of an answer: \"" + line + "\"");
        }
    }

    void add_header(http::Headers& headers, const std::string& text) const {
        const size_t colon = text.find(": ");
        if (colon == 0 || colon == text.npos) refuse("\"Name: value\" is expected");
        headers.add(text.substr(0, colon), text.substr(colon + 2));
    }

    void end_step() {
        if (at_ == At::head || at_ == At::body) refuse("a request without an answer");
        at_ = At::top;
    }

    Case case_;
    std::ifstream stream_;
    size_t number_ = 0;
    size_t body_lines_ = 0;
    bool has_body_ = false;
    At at_ = At::top;
};

std::string answer_lines(const Expected& expected, const Answer& answered) {
    if (!answered.wire.empty()) return "<! " + answered.wire + "\n";
    const http::Response& answer = answered.response;
    std::string text = "< " + std::to_string(answer.status) + "\n";
    for (const auto& [name, value] : expected.headers) {
        const std::string* found = answer.headers.find(name);
        if (found) text += "<h " + name + ": " + *found + "\n";
    }
    std::string body = answer.body;
    const bool ends_line = body.ends_with('\n');
    if (ends_line) body.pop_back();
    if (!body.empty() || ends_line) text += "< " + body + "\n";
    return ends_line ? text + "<n\n" : text;
}

}  // namespace

Case read_case(const std::string& file) {
    return Reader(file).read();
}

std::string with_answers(const Case& played, const std::vector<Answer>& answers) {
    std::ifstream stream(played.file);
    std::string text;
    std::string line;
    size_t step = 0;
    bool answered = false;
    while (std::getline(stream, line)) {
        if (!line.starts_with('<')) {
            answered = false;
            text += line + "\n";
        } else if (!answered) {
            answered = true;
            text += answer_lines(played.steps[step].expected, answers[step]);
            ++step;
        }
    }
    return text;
}

}  // namespace standin::play
