#include "mock/core/document.h"

#include <cassert>
#include <charconv>
#include <cstring>

namespace standin {

std::string_view Document::keep(std::string_view text) {
    if (text.empty()) return {};
    bytes_ += text.size();
    auto* bytes = static_cast<char*>(arena_.allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
}

Value Document::array(std::span<const Value> items, Mark mark) {
    bytes_ += items.size_bytes();
    auto* kept = static_cast<Value*>(arena_.allocate(items.size() * sizeof(Value), alignof(Value)));
    std::uninitialized_copy(items.begin(), items.end(), kept);
    return Value::of(std::span<const Value>(kept, items.size()), mark);
}

Value Document::object(std::span<const Member> members, Mark mark) {
    bytes_ += members.size_bytes();
    auto* kept =
        static_cast<Member*>(arena_.allocate(members.size() * sizeof(Member), alignof(Member)));
    std::uninitialized_copy(members.begin(), members.end(), kept);
    return Value::of(std::span<const Member>(kept, members.size()), mark);
}

void Document::share(std::shared_ptr<const Document> base) {
    assert(!base_ && files_.empty());
    files_ = base->files_;
    base_ = std::move(base);
}

std::optional<uint8_t> Document::add_file(std::string file) {
    if (files_.size() == UINT8_MAX) return std::nullopt;
    files_.push_back(std::move(file));
    return static_cast<uint8_t>(files_.size());
}

const std::string& Document::file_of(Mark mark, const std::string& own) const {
    assert(mark.file <= files_.size());
    return mark.file == 0 ? own : files_[mark.file - 1];
}

void Builder::name(std::string_view name, Mark mark) {
    name_ = document_.keep(name);
    name_mark_ = mark;
}

void Builder::integer(int64_t integer, Mark mark) {
    char digits[24];
    auto end = std::to_chars(digits, digits + sizeof digits, integer).ptr;
    put(Value::of(integer, document_.keep({digits, end}), mark));
}

void Builder::number(std::string_view written, Mark mark) {
    put(Value::number_of(document_.keep(written), mark));
}

void Builder::string(std::string_view text, Mark mark) {
    put(Value::of(document_.keep(text), mark));
}

void Builder::copy(const Value& value) {
    switch (value.kind()) {
        case Kind::integer:
            return put(Value::of(value.integer(), document_.keep(value.text()), value.mark()));
        case Kind::number:
            return put(Value::of(value.number(), document_.keep(value.text()), value.mark()));
        case Kind::string:
            return string(value.text(), value.mark());
        case Kind::array:
            begin_array(value.mark());
            for (const Value& item : value.items()) copy(item);
            return end();
        case Kind::object:
            begin_object(value.mark());
            for (const Member& member : value.members()) {
                name(member.name, member.mark);
                copy(member.value);
            }
            return end();
        default:
            return put(value);
    }
}

void Builder::end() {
    assert(!open_.empty());
    const Open open = open_.back();
    open_.pop_back();
    const std::span<const Member> inside(pending_.data() + open.first,
                                         pending_.size() - open.first);
    Value value;
    if (open.object) {
        value = document_.object(inside, open.mark);
    } else {
        std::vector<Value> items;
        items.reserve(inside.size());
        for (const Member& member : inside) items.push_back(member.value);
        value = document_.array(items, open.mark);
    }
    pending_.resize(open.first);
    name_ = open.name;
    name_mark_ = open.name_mark;
    put(value);
}

void Builder::put(const Value& value) {
    if (open_.empty()) {
        document_.set_root(value);
    } else {
        pending_.push_back({name_, value, name_mark_});
    }
}

}  // namespace standin
