#include "mock/sample/make_object.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/schema/pattern.h"

namespace standin::sample {

using contract::Located;

namespace {

bool is_object(const Located& at) {
    return at && at.value->is(Kind::object);
}

bool is_false(const Located& at) {
    return at.value->is(Kind::boolean) && !at.value->boolean();
}

bool is_true(const Located& schema, std::string_view keyword) {
    const Value* flag = schema.value->find(keyword);
    return flag && flag->is(Kind::boolean) && flag->boolean();
}

size_t count_of(const Value& value) {
    const double number = value.is_number() ? value.number() : 0;
    return number <= 0 ? 0 : static_cast<size_t>(std::min(number, 1000.0));
}

bool occurs(std::string_view expression, std::string_view text) {
    const schema::Pattern pattern(expression);
    schema::Steps steps;
    return pattern.mistake().empty() && pattern.search(text, steps) == schema::Search::found;
}

// "a" of "/a/0"; the token as it stands in a pointer.
std::string_view first_token(std::string_view pointer) {
    return pointer.empty() ? pointer : pointer.substr(1, pointer.find('/', 1) - 1);
}

}  // namespace

void ObjectMaker::declare(std::string_view name) {
    if (std::ranges::find(entries_, name, &Entry::name) != entries_.end()) return;
    entries_.push_back({name, false, {}});
}

void ObjectMaker::require(std::string_view name) {
    declare(name);
    std::ranges::find(entries_, name, &Entry::name)->required = true;
}

void ObjectMaker::read(const Merged& merged) {
    for (const Located& properties : all_of(merged, "properties")) {
        if (!is_object(properties)) continue;
        for (const Member& each : properties.value->members()) declare(each.name);
    }
    for (const Located& required : all_of(merged, "required")) {
        if (!required.value->is(Kind::array)) continue;
        for (const Value& name : required.value->items()) {
            if (name.is(Kind::string)) require(name.text());
        }
    }
    if (task_.wanted && task_.wanted->is(Kind::object)) {
        for (const Member& each : task_.wanted->members()) declare(each.name);
    }
    read_limits(merged);
}

// Of an object that is wanted; of a single value the member that most probably tells it.
const Value* ObjectMaker::wanted_member(std::string_view name) const {
    const Value* wanted = task_.wanted;
    if (!wanted || wanted->is(Kind::array)) return nullptr;
    if (wanted->is(Kind::object)) return wanted->find(name);
    return name == name_for_scalar() ? wanted : nullptr;
}

// Where others have a resource, some name it by its key alone.
std::string_view ObjectMaker::name_for_scalar() const {
    for (const std::string_view name : {"id", "gid", "uuid", "key", "slug", "code", "name"}) {
        if (std::ranges::find(entries_, name, &Entry::name) != entries_.end()) return name;
    }
    return {};
}

void ObjectMaker::read_limits(const Merged& merged) {
    for (const Located& at : all_of(merged, "minProperties")) {
        least_ = std::max(least_, count_of(*at.value));
    }
    for (const Located& at : all_of(merged, "maxProperties")) {
        most_ = std::min(most_, count_of(*at.value));
    }
    for (const std::string_view keyword : {"additionalProperties", "patternProperties"}) {
        for (const Located& at : all_of(merged, keyword)) {
            is_map_ |= is_object(at) && !at.value->members().empty();
        }
    }
}

// What all schemas say of the member of that name.
Schemas ObjectMaker::schemas_of(const Merged& merged, std::string_view name) const {
    Schemas schemas;
    for (const Located& schema : merged.schemas) {
        bool told = false;
        const Located properties = schema.find("properties");
        if (const Located own = is_object(properties) ? properties.find(name) : Located{}) {
            schemas.push_back(own);
            told = true;
        }
        const Located patterns = schema.find("patternProperties");
        for (size_t i = 0; is_object(patterns) && i < patterns.value->members().size(); ++i) {
            const std::string_view expression = patterns.value->members()[i].name;
            if (!occurs(expression, name)) continue;
            schemas.push_back(patterns.find(expression));
            told = true;
        }
        const Located others = schema.find("additionalProperties");
        if (others && !told) schemas.push_back(others);
    }
    return schemas;
}

// Members that travel only the other way.
bool ObjectMaker::is_hidden(const Schemas& schemas) const {
    const bool request = maker_.wish_.direction == schema::Direction::request;
    const std::string_view keyword = request ? "readOnly" : "writeOnly";
    const Merged merged = merge(schemas, maker_.merging(0, maker_.open_.size()));
    return std::ranges::any_of(merged.schemas,
                               [&](const Located& schema) { return is_true(schema, keyword); });
}

bool ObjectMaker::is_wanted(const Merged& merged, const Entry& entry) const {
    const Schemas schemas = schemas_of(merged, entry.name);
    if (is_hidden(schemas)) return false;
    if (entry.required) return true;
    if (task_.wanted) {
        return wanted_member(entry.name) && std::ranges::none_of(schemas, is_false);
    }
    if (maker_.is_lean() || std::ranges::any_of(schemas, is_false)) return false;
    if (maker_.is_open(schemas)) return false;
    return !maker_.wish_.dynamic || maker_.pick(10) < 7;
}

void ObjectMaker::choose_members(const Merged& merged) {
    std::vector<Entry> wanted;
    for (const Entry& entry : entries_) {
        if (is_wanted(merged, entry)) wanted.push_back(entry);
    }
    entries_ = std::move(wanted);
    require_dependents(merged);
    for (size_t i = entries_.size(); i-- > 0 && entries_.size() > most_;) {
        if (!entries_[i].required) entries_.erase(entries_.begin() + static_cast<long>(i));
    }
    add_others(merged);
}

// What members that are there ask for beside them.
void ObjectMaker::require_dependents(const Merged& merged) {
    Schemas all = all_of(merged, "dependentRequired");
    for (Located& at : all_of(merged, "dependencies")) all.push_back(std::move(at));
    for (size_t i = 0; i < entries_.size(); ++i) {
        for (const Located& dependents : all) {
            const Located names = dependents.find(entries_[i].name);
            if (!names || !names.value->is(Kind::array)) continue;
            for (const Value& name : names.value->items()) {
                if (name.is(Kind::string)) declare(name.text());
            }
        }
    }
}

std::vector<std::string> ObjectMaker::names_for_others(const Merged& merged) {
    std::vector<std::string> names;
    const Schemas rules = all_of(merged, "propertyNames");
    const size_t shift = maker_.shift_;
    for (size_t i = 0; !rules.empty() && i < least_ + 3; ++i) {
        maker_.shift_ = i;
        const Made made = maker_.make(rules);
        if (made.fits && made.value.is(Kind::string)) names.emplace_back(made.value.text());
    }
    for (const Located& patterns : all_of(merged, "patternProperties")) {
        if (!is_object(patterns)) continue;
        for (const Member& each : patterns.value->members()) {
            const Expression expression(each.name);
            for (size_t i = 0; i < least_ + 1; ++i) {
                maker_.shift_ = i;
                names.push_back(expression.text(1 + i / 20, maker_.picker()));
                if (i > 0) names.push_back(names.back() + std::to_string(i));
            }
        }
    }
    maker_.shift_ = shift;
    for (size_t i = 1; i <= least_ + 1; ++i) names.push_back("property" + std::to_string(i));
    return names;
}

// Members without a name of their own: as many as there must be, and one of a map.
void ObjectMaker::add_others(const Merged& merged) {
    const bool shows_one =
        !task_.wanted && is_map_ && entries_.empty() && !maker_.is_lean() && most_ > 0;
    const size_t wanted = std::max(least_, size_t{shows_one});
    if (entries_.size() >= wanted) return;
    for (const std::string& name : names_for_others(merged)) {
        if (entries_.size() >= wanted) return;
        const Schemas schemas = schemas_of(merged, name);
        if (std::ranges::any_of(schemas, is_false)) continue;
        if (least_ == 0 && maker_.is_open(schemas)) return;
        const bool required = least_ > 0;
        declare(maker_.document_.keep(name));
        entries_.back().required = entries_.back().required || required;
    }
}

Value ObjectMaker::value_of(const Merged& merged, std::string_view name, bool& fits) {
    const Schemas schemas = schemas_of(merged, name);
    for (const auto& [member, word] : merged.words) {
        const Value text = Value::of(std::string_view(word));
        if (member != name || !maker_.fits(schemas, text)) continue;
        fits = true;
        return Value::of(maker_.document_.keep(word));
    }
    const Value* wanted = wanted_member(name);
    const bool lean = maker_.is_open(schemas) && !wanted;
    maker_.lean_ += lean;
    const Made made = maker_.make(schemas, wanted);
    maker_.lean_ -= lean;
    fits = made.fits;
    return made.value;
}

Made ObjectMaker::made_of(const std::vector<Entry>& entries) {
    std::vector<Member> members;
    for (const Entry& entry : entries) members.push_back({entry.name, entry.value, {}});
    const Value object = maker_.document_.object(members);
    return {object, maker_.fits(task_.schemas, object)};
}

Made ObjectMaker::fill(const Merged& merged) {
    std::vector<Entry> filled;
    for (Entry& entry : entries_) {
        bool fits = false;
        entry.value = value_of(merged, entry.name, fits);
        if (fits || entry.required) filled.push_back(entry);
    }
    entries_ = std::move(filled);
    const Made whole = made_of(entries_);
    return whole.fits ? whole : repaired(whole);
}

void ObjectMaker::drop_what_is_wrong(const Value& object) {
    for (const Located& schema : task_.schemas) {
        for (const Problem& problem :
             maker_.judge_.problems(schema, object, maker_.wish_.direction)) {
            std::erase_if(entries_, [&](const Entry& entry) {
                std::string token;
                append_token(token, entry.name);
                return !entry.required && !problem.pointer.empty() &&
                       token.substr(1) == first_token(problem.pointer);
            });
        }
    }
}

// With fewer of the optional members: without those that are told to be wrong, without one of the
// others, with none.
Made ObjectMaker::repaired(const Made& whole) {
    drop_what_is_wrong(whole.value);
    if (const Made made = made_of(entries_); made.fits) return made;
    for (size_t i = 0; i < std::min(entries_.size(), most_dropped); ++i) {
        if (entries_[i].required) continue;
        std::vector<Entry> fewer = entries_;
        fewer.erase(fewer.begin() + static_cast<long>(i));
        if (const Made made = made_of(fewer); made.fits) return made;
    }
    std::erase_if(entries_, [](const Entry& entry) { return !entry.required; });
    const Made least = made_of(entries_);
    return least.fits ? least : whole;
}

Made ObjectMaker::make() {
    read(task_.merged);
    choose_members(task_.merged);
    Merging merging = maker_.merging(task_.variant, task_.depth);
    for (const Entry& entry : entries_) merging.members.insert(entry.name);
    const Merged merged = merge(task_.schemas, merging);
    if (merged.schemas.size() != task_.merged.schemas.size()) {
        read(merged);
        choose_members(merged);
    }
    return fill(merged);
}

}  // namespace standin::sample
