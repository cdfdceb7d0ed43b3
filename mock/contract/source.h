// A file that the mock reads (contract, fixture): JSON or YAML, with the place of everything in it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "mock/core/contract_error.h"
#include "mock/core/document.h"

namespace standin::contract {

class Documents;

struct Source {
    std::string file;  // as the user named it
    std::shared_ptr<const Document> document;
    std::string uri = {};                  // what other files of a contract know it by
    const Documents* documents = nullptr;  // where its references lead; null: nowhere but into it

    const Value& root() const { return document->root(); }
    // The file of a mark in this document: its own, or an overlay's.
    const std::string& file_of(Mark mark) const { return document->file_of(mark, file); }

    // The one way to complain of something in this document.
    [[noreturn]] void refuse(Mark mark, std::string pointer, std::string message) const;
};

// Reads a file. What begins with "{" or "[" is JSON (RFC 8259), or YAML where it is no JSON and the
// file's name ends in .yaml or .yml; all else is YAML 1.2: core schema (section 10.3), one
// document, anchors and merge keys, no duplicate keys. Throws ContractError.
Source read_source(const std::string& file);

// The same of a text that is already at hand; `file` is the name that errors give.
Source read_source_text(std::string file, std::string_view text);

// Reads YAML; used by read_source.
std::shared_ptr<const Document> read_yaml(const std::string& file, std::string_view text);

}  // namespace standin::contract
