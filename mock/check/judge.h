// One parameter, or one field of a form: its value, and what is wrong with it.
#pragma once

#include <vector>

#include "mock/check/sent.h"
#include "mock/core/document.h"
#include "mock/core/problem.h"

namespace standin::check {

// Judges parameters that have schemas of their own, and keeps their values in a document.
class Judge {
  public:
    // `strict`: objects in the query hold nothing that no schema declares.
    Judge(Document& document, Problems& problems, bool strict)
        : document_(document), problems_(problems), strict_(strict) {}

    // Adds the parameter's value to `members`: what was sent, typed, or its default; nothing where
    // there is neither. Problems are appended.
    void judge(const contract::Parameter& parameter, const Sent& sent,
               std::vector<Member>& members);

  private:
    Value value_of(const contract::Parameter& parameter, const Sent& sent);
    void absent(const contract::Parameter& parameter, std::vector<Member>& members);
    void refuse_texts(const contract::Parameter& parameter, const Sent& sent);
    void refuse_number(const contract::Parameter& parameter, Kind kind, const std::string& text,
                       const std::string& pointer);
    void wrong(const contract::Parameter& parameter, Problem problem);

    Document& document_;
    Problems& problems_;
    const bool strict_;
};

// A JSON text in a request that is none: where, and why.
Problem unreadable_text(Part part, std::string pointer, const std::string& why);

}  // namespace standin::check
