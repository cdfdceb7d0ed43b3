// A scenario: steps of a request and the answer that is expected, in curl -v's notation.
#pragma once

#include <string>
#include <vector>

#include "mock/http/message.h"

namespace standin::play {

struct Expected {
    std::string wire;       // the fault that takes the answer away; "" = there is one
    int status = 0;         // 0 where it is taken away
    http::Headers headers;  // these must be there, with these values
    std::string body;       // byte for byte
};

struct Step {
    size_t line = 0;  // in the file, where the request begins
    http::Request request;
    Expected expected;
};

// One file. Its first line says in a sentence what it proves.
struct Case {
    std::string file;
    std::string proves;
    std::string contract;               // "" = the four that ship
    std::vector<std::string> overlays;  // files beside the case, or names of those that ship
    std::string auth = "contract";
    std::string state;     // "off" or "seeded"; "" = on
    bool prism = false;    // Prism's face
    bool strict = false;   // refuse what the contract does not declare
    bool fixtures = true;  // begin with the shipped fixtures
    std::string faults;    // the fault plan in force: a file beside the case, or one that ships
    uint64_t seed = 0;
    std::vector<Step> steps;
};

// Reads a case. Throws std::runtime_error("file:line: what is wrong") for anything that is not of
// the form which tests/cases/README.md describes: no line is passed over.
Case read_case(const std::string& file);

// What came of a step.
struct Answer {
    std::string wire;  // as in Expected
    http::Response response;
};

// The file's text with the expected answers replaced by these, one for each step.
std::string with_answers(const Case& played, const std::vector<Answer>& answers);

}  // namespace standin::play
