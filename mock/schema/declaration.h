// Which members the schemas of an instance declare, for checks that refuse all others.
#pragma once

#include <cstddef>
#include <vector>

#include "mock/core/value.h"

namespace standin::schema {

class Schema;
struct Members;
struct Run;
struct Step;

// What is noted of every object while an instance is checked: objects are known by their members,
// so the instance must stay where it is.
class Declarations {
  public:
    // That a schema which applies to the object declares these members.
    void add(const Value& object, const Schema& schema, const Members& members);

    // That the members of the object which nobody declares are for others to refuse.
    void leave_open(const Value& object);

    // Forgets what was noted since, because of a schema that is not met.
    size_t size() const { return notes_.size(); }
    void shrink(size_t size) { notes_.resize(size); }

    // Tells of every member that no schema of its object declares, where one of them declares any
    // and none says anything about others. Linear in the size of the instance and of the notes.
    void tell_strangers(const Value& instance, Run& run);

  private:
    struct Note {
        const Member* object = nullptr;
        const Schema* schema = nullptr;  // null where it is left open
        const Members* members = nullptr;
    };

    void tell(const Value& instance, Run& run, const Step* step) const;
    void tell_of(const Value& object, Run& run, const Step* step) const;

    std::vector<Note> notes_;
};

}  // namespace standin::schema
