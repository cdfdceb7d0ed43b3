// Where values live: an arena that owns their text, items and members, and the builder that fills
// it from the outside in, as a reader meets them.
#pragma once

#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/value.h"

namespace standin {

// Owns one JSON value with everything under it. Immutable once built; a shared_ptr<const Document>
// may be read by any number of threads.
class Document {
  public:
    explicit Document(size_t expected_bytes = 1024) : arena_(expected_bytes) {}

    const Value& root() const { return root_; }
    void set_root(const Value& root) { root_ = root; }
    // How many bytes of text, items and members it holds.
    size_t bytes() const { return bytes_; }

    // Each copies what it is given into the arena, one level deep: the view that comes back lives
    // as long as the document, what lies below the items and members as long as its own.
    std::string_view keep(std::string_view text);
    Value array(std::span<const Value> items, Mark mark = {});
    Value object(std::span<const Member> members, Mark mark = {});

    // A document may share values of another one, which lives as long then, and whose further files
    // it knows by the same numbers. At most one.
    void share(std::shared_ptr<const Document> base);
    // The number by which marks of this document name a further file, from 1. Nothing where there
    // are as many as marks can tell.
    std::optional<uint8_t> add_file(std::string file);
    // The file in which a mark lies; `own` is the document's.
    const std::string& file_of(Mark mark, const std::string& own) const;

  private:
    std::pmr::monotonic_buffer_resource arena_;
    size_t bytes_ = 0;
    Value root_;
    std::shared_ptr<const Document> base_;
    std::vector<std::string> files_;  // besides its own
};

// Builds the root of a document from a sequence of events. A value that is put whole (`value`) is
// shared, not copied: the document that owns it must outlive this one, or be deep-copied (`copy`).
class Builder {
  public:
    explicit Builder(Document& document) : document_(document) {}

    void name(std::string_view name, Mark mark = {});  // of the next value, inside an object
    void null(Mark mark = {}) { put(Value::null(mark)); }
    void boolean(bool flag, Mark mark = {}) { put(Value::of(flag, mark)); }
    void integer(int64_t integer, Mark mark = {});
    void number(std::string_view written, Mark mark = {});  // a JSON number, kept as written
    void string(std::string_view text, Mark mark = {});
    void value(const Value& shared) { put(shared); }
    void copy(const Value& value);
    void begin_array(Mark mark = {}) { begin(false, mark); }
    void begin_object(Mark mark = {}) { begin(true, mark); }
    void end();  // of the innermost array or object

    // Depth of nesting at this point, 0 outside of everything.
    size_t depth() const { return open_.size(); }

  private:
    struct Open {
        Mark mark;
        size_t first;  // of its members in pending_
        bool object;
        std::string_view name;  // that this one has in its parent
        Mark name_mark;
    };

    void begin(bool object, Mark mark) {
        open_.push_back({mark, pending_.size(), object, name_, name_mark_});
    }
    void put(const Value& value);

    Document& document_;
    std::vector<Open> open_;
    std::vector<Member> pending_;  // members of all open arrays and objects, innermost last
    std::string_view name_;
    Mark name_mark_;
};

}  // namespace standin
