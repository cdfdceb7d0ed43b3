// Documents on other hosts: which references lead to one, and how it is got.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "mock/contract/source.h"

namespace standin::contract {

struct Fetched {
    std::string url;      // that the text is from, where others led to it; references start there
    std::string text;     // UTF-8
    std::string mistake;  // why there is none, as in "404 Not Found"; "" = there is
};

// Gets what an http: or https: URL without a fragment names. Throws nothing, and may take its time.
using Fetch = std::function<Fetched(const std::string& url)>;

// How files are reached, while contracts are loaded.
struct Reach {
    Fetch fetch = {};  // empty: what is on another host is refused
    // Is told each file, or folder of files, before it is looked for; may be empty.
    std::function<void(const std::string& file)> looks_for = {};

    void look_for(const std::string& file) const {
        if (looks_for) looks_for(file);
    }
};

// Whether a URI is one that can be fetched.
bool is_remote(std::string_view uri);

// Reads a document, JSON or YAML by what it begins with; its URI is where it was found in the end.
// Throws ContractError, also where there is nobody to fetch it.
Source read_remote(const std::string& url, const Fetch& fetch);

// Reads the file, or document on another host, that somebody has named.
Source read_named(const std::string& name, const Reach& reach);

}  // namespace standin::contract
