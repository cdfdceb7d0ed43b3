// Forms: names and texts, or parts with names, become an object.
#pragma once

#include <string_view>

#include "mock/check/fields.h"
#include "mock/core/document.h"
#include "mock/core/problem.h"
#include "mock/http/multipart.h"

namespace standin::check {

// Where the values of a form live, and where its problems go.
struct FormDesk {
    Document& document;
    Problems& problems;
    Part part = Part::body;
};

// The object that the fields are: those that the contract names, typed as it says, then all others
// in their order. Fields with schemas of their own are judged.
Value form_value(Fields& fields, const contract::BodyType& type, const FormDesk& desk);

// The same of the parts of multipart/form-data (RFC 7578): a part is JSON where its Content-Type,
// or else the contract's encoding, says so, and a text of bytes otherwise. A Content-Type that the
// encoding does not allow is a problem.
Value form_value(const http::Multipart& multipart, Notation notation,
                 const contract::BodyType& type, const FormDesk& desk);

}  // namespace standin::check
