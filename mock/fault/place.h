// Where in an answer a breach of its schema is possible.
#pragma once

#include <string>
#include <vector>

#include "mock/fault/answer.h"
#include "mock/fault/effect.h"

namespace standin::fault {

// One change of an answer.
struct Place {
    Breach breach = Breach::wrong_type;
    std::string pointer;   // of what is changed or gone; of the object that gets one more member
    std::string text;      // the JSON that stands there instead; the name of that member
    bool allowed = false;  // the schema that names the place does not forbid the change
};

// The places for one kind of breach, in the order in which they are met.
// Found by walking schema and answer together: through $ref, allOf, properties, items, and the
// first branch of an anyOf or oneOf that fits. A place is likely, not certain: whether the schema
// minds the change is for it to say. Of extra_member those where it would not are told too: the
// objects of which it declares members.
std::vector<Place> places_of(Breach breach, const Answers& answers, const Answer& answer,
                             const Value& body);

}  // namespace standin::fault
