// Makes an object; used by maker.cpp alone.
#pragma once

#include "mock/sample/maker.h"

namespace standin::sample {

class ObjectMaker {
  public:
    ObjectMaker(Maker& maker, const Maker::Task& task) : maker_(maker), task_(task) {}

    // With its optional members, but for those that make it what it must not be, that travel the
    // other way, or that contain it.
    Made make();

  private:
    struct Entry {
        std::string_view name;
        bool required = false;
        Value value;
    };
    static constexpr size_t most_dropped = 12;  // optional members that are left out to see

    void read(const Merged& merged);
    void read_limits(const Merged& merged);
    void require(std::string_view name);
    void declare(std::string_view name);
    Schemas schemas_of(const Merged& merged, std::string_view name) const;
    bool is_hidden(const Schemas& schemas) const;
    bool is_wanted(const Merged& merged, const Entry& entry) const;
    void choose_members(const Merged& merged);
    void require_dependents(const Merged& merged);
    void add_others(const Merged& merged);
    std::vector<std::string> names_for_others(const Merged& merged);
    Made fill(const Merged& merged);
    Value value_of(const Merged& merged, std::string_view name, bool& fits);
    Made made_of(const std::vector<Entry>& entries);
    Made repaired(const Made& whole);
    void drop_what_is_wrong(const Value& object);

    const Value* wanted_member(std::string_view name) const;
    std::string_view name_for_scalar() const;

    Maker& maker_;
    const Maker::Task& task_;
    std::vector<Entry> entries_;  // that it may have, in order
    size_t least_ = 0;
    size_t most_ = SIZE_MAX;
    bool is_map_ = false;  // of members that have a schema but no names
};

}  // namespace standin::sample
