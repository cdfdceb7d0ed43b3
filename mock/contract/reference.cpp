#include "mock/contract/reference.h"

#include <set>

#include "mock/core/pointer.h"
#include "mock/http/message.h"

namespace standin::contract {

Located Located::find(std::string_view name) const {
    const Value* member = value ? value->find(name) : nullptr;
    if (!member) return {};
    Located found{member, pointer};
    append_token(found.pointer, name);
    return found;
}

Located follow(const Source& source, Located from) {
    std::set<const Value*> passed;
    while (from) {
        const Value* reference = from.value->find("$ref");
        if (!reference || !reference->is(Kind::string)) return from;
        const std::string text(reference->text());
        const std::string at = from.pointer + "/$ref";
        if (!text.starts_with("#")) {
            source.refuse(reference->mark(), at,
                          "\"" + text + "\" leads out of this document, which is not supported");
        }
        if (!passed.insert(from.value).second) {
            source.refuse(reference->mark(), at, "\"" + text + "\" leads round in a circle");
        }
        // A fragment is percent-encoded (RFC 6901, section 6).
        from.pointer = http::decode_segment(std::string_view(text).substr(1));
        from.value = resolve(source.root(), from.pointer);
        if (!from) source.refuse(reference->mark(), at, "\"" + text + "\" leads nowhere");
    }
    return from;
}

}  // namespace standin::contract
