// What was sent under one name, taken apart before anybody knows what it means.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/check/pair.h"
#include "mock/contract/parameter.h"

namespace standin::check {

// A text of the wire, decoded.
struct Leaf {
    std::string text;
    bool is_json = false;  // its media type says so
};

// The texts of one name, and what stands below it: "a=1&a=2" has two texts, "a[b]=1&a[c]=2" two
// members. Keys of members are distinct; "" is what "a[]" names.
struct Sent {
    std::vector<Leaf> texts;
    std::vector<std::pair<std::string, Sent>> members;

    bool empty() const { return texts.empty() && members.empty(); }
    const std::string& text() const { return texts.front().text; }
    Sent& member(const std::string& key);  // made where there is none
    const Sent* find(const std::string& key) const;

  private:
    std::map<std::string, size_t> places_;  // of members
};

// How a text is decoded: http::decode_query, http::decode_segment, or as_it_is.
using Decode = std::string (*)(std::string_view);
std::string as_it_is(std::string_view text);

// How one text holds several.
struct Joint {
    char separator = ',';
    bool pairs = false;  // "R=100,G=200", not "R,100,G,200"
    Decode decode = as_it_is;
};

// An array's items, an object's members (a key without a value has ""), or the text itself, by the
// kind that is wanted. Where the separator is none that a URL may hold (space, tab, "|"), it parts
// when it is encoded, too.
Sent take_apart(std::string_view text, Kind wanted, const Joint& joint);

// The same of styles that write the name or a mark before the value (RFC 6570, sections 3.2.5 and
// 3.2.7): ".blue", ";color=blue". Without the mark the text is taken as it is.
Sent take_label(std::string_view text, const contract::Parameter& parameter);
Sent take_matrix(std::string_view text, const contract::Parameter& parameter);

// One text, and nothing below it.
Sent sent_of(Leaf leaf);

// Puts a text where a name with brackets says: below "b" for "a[b]", below "" for "a[]"; of
// "a[][b]" each begins the next item where the last one has a "b". Returns false, and puts nothing,
// where `rest`, what stands behind the name, is not a sequence of brackets, or there are more than
// most_brackets.
inline constexpr size_t most_brackets = 32;
bool put_bracketed(Sent& sent, std::string_view rest, Leaf leaf);

}  // namespace standin::check
