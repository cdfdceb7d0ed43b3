// The files that a contract consists of: the one that is named, and those that references lead to.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/reference.h"
#include "mock/contract/remote.h"
#include "mock/schema/schema.h"

namespace standin::contract {

// Reads the first file's references when it is made, those of the files to which they lead, and so
// on, each file once; then immutable, so safe to share among threads. What cannot be read counts
// only where somebody follows a reference to it.
//
// A file's URI is its path relative to the folder of the first file, as in "schemas/pet.yaml":
// problems that name it are the same on every machine. That of a document on another host is its
// URL; such a one leads to no file of this machine.
class Documents {
  public:
    explicit Documents(Source first, const Reach& reach = {});
    Documents(const Documents&) = delete;
    Documents& operator=(const Documents&) = delete;

    const Source& first() const { return sources_.front(); }
    const std::deque<Source>& all() const { return sources_; }

    // The file of a place that place_of names, as problems do.
    const Source& source_of(std::string_view place) const;

    // Where a reference leads (RFC 3986, section 5; RFC 6901, section 6), resolved against the file
    // in which it stands. Throws ContractError where there is nothing.
    Located target(const Located& reference) const;

    // Schemas over these documents, in which `dialect` holds where a schema names none. They must
    // not outlive this.
    std::unique_ptr<schema::Schemas> schemas(schema::Dialect dialect) const;

  private:
    // A file that was looked for.
    struct File {
        const Source* source = nullptr;
        std::vector<Mistake> mistakes{};  // where it cannot be read
    };

    void name_first(Source& first);
    void read_mentions(const Source& source);
    bool read(const std::string& uri, const std::string& path);
    bool fetch_next();
    void fetch(const std::string& url);
    std::string base_of(const Source& source, std::string_view pointer) const;
    Located document(const Located& reference, const std::string& uri) const;
    const Source& file_of(const Located& reference, const std::string& uri) const;
    const File* find(const std::string& uri) const;
    std::string path_of(const std::string& uri) const;
    std::string why_unread(const Source& source, const std::string& uri) const;

    Reach reach_;                      // until everything is read
    std::deque<std::string> awaited_;  // URLs, until then
    std::string folder_;               // of the first file, absolute
    std::string called_;               // the same as the user named it
    std::deque<Source> sources_;
    std::map<std::string, File> files_;          // by absolute path, or URL
    std::map<std::string, std::string> beside_;  // paths of what is named as if it were elsewhere
    std::map<std::string, Located> names_;       // what documents call their parts
    std::set<const Source*> named_sources_;      // that have such names
};

// A place as problems name it: a pointer into the first file, or one behind another file's URI, as
// in "schemas/pet.yaml#/properties/name".
std::string place_of(const Located& at);

// The schema at a place, compiled. Throws ContractError.
const schema::Schema& compile(schema::Schemas& schemas, const Located& at);

}  // namespace standin::contract
