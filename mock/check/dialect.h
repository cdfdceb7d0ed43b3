// How clients write arrays and objects into queries and forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "mock/http/headers.h"

namespace standin::check {

// How the items of an array stand there.
enum class ArrayFormat : uint8_t {
    automatic,  // as the contract says, and also as name[]=a
    repeat,     // name=a&name=b
    comma,      // name=a,b
    space,      // name=a%20b
    pipe,       // name=a|b
    brackets,   // name[]=a&name[]=b, name[0]=a&name[1]=b
};

// How the members of an object stand there.
enum class ObjectFormat : uint8_t {
    automatic,   // as the contract says, and also as name[key]=a
    flat,        // key=a
    flat_comma,  // name=key,a
    brackets,    // name[key]=a
    dots,        // name.key=a
};

struct Notation {
    ArrayFormat array = ArrayFormat::automatic;
    ObjectFormat object = ObjectFormat::automatic;
};

// Whatever a contract says, an SDK writes its own way: this is the way.
struct Dialect {
    Notation query;
    Notation form;  // of bodies
};

// "auto", "repeat" …; nothing for any other word.
std::optional<ArrayFormat> array_format(std::string_view name);
std::optional<ObjectFormat> object_format(std::string_view name);

// The dialect of one request: its fields X-Standin-Query-Array-Format,
// X-Standin-Query-Object-Format and the same with Form go before `standard`, and so do those that
// begin with X-Steady. Words that are not known change nothing.
Dialect dialect_of(const Dialect& standard, const http::Headers& headers);

}  // namespace standin::check
