#include "mock/contract/i_regexp.h"

#include "mock/schema/format_character.h"

namespace standin::contract {

namespace {

using schema::AsciiSet;

constexpr AsciiSet special("()*+.?[\\]{|}");
constexpr AsciiSet special_in_class("-[\\]");
constexpr AsciiSet escapable("()*+-.?[\\]^nrt{|}");

// Letters that may follow that of a category of Unicode (charProp).
std::optional<AsciiSet> kinds_of(char category) {
    switch (category) {
        case 'L':
            return AsciiSet("lmotu");
        case 'M':
            return AsciiSet("cen");
        case 'N':
            return AsciiSet("dlo");
        case 'P':
            return AsciiSet("cdefios");
        case 'Z':
            return AsciiSet("lps");
        case 'S':
            return AsciiSet("ckmo");
        case 'C':
            return AsciiSet("cfno");
        default:
            return std::nullopt;
    }
}

// Copies what section 3 allows, piece by piece; each take_… answers whether it was there.
class Translation {
  public:
    explicit Translation(std::string_view text) : left_(text) {}

    std::optional<std::string> run() {
        while (!left_.empty()) {
            if (!take_group() && !take_piece()) return std::nullopt;
        }
        return open_ == 0 ? std::optional(std::move(ecma_)) : std::nullopt;
    }

  private:
    bool next_is(char c) const { return left_.starts_with(c); }

    void copy(size_t size) {
        ecma_ += left_.substr(0, size);
        left_.remove_prefix(size);
    }

    bool take(char c) {
        if (!next_is(c)) return false;
        copy(1);
        return true;
    }

    bool take_group() {
        if (take('|')) return true;
        if (next_is('(')) {
            ecma_ += "(?:";
            left_.remove_prefix(1);
            ++open_;
            return true;
        }
        if (open_ == 0 || !take(')')) return false;
        --open_;
        return take_quantifier();
    }

    bool take_piece() {
        if (next_is('.')) {
            left_.remove_prefix(1);
            ecma_ += "[^\\n\\r]";
        } else if (next_is('[')) {
            if (!take_class()) return false;
        } else if (!take_category() && !take_character(special)) {
            return false;
        }
        return take_quantifier();
    }

    // Whether what stands here, be it a quantifier or none, is right.
    bool take_quantifier() {
        if (take('*') || take('+') || take('?') || !take('{')) return true;
        if (!take_digits()) return false;
        if (take(',')) take_digits();
        return take('}');
    }

    bool take_digits() {
        size_t size = 0;
        while (size < left_.size() && schema::digit.has(left_[size])) ++size;
        copy(size);
        return size > 0;
    }

    bool take_class() {
        take('[');
        take('^');
        bool any = take_hyphen();
        while (!next_is(']')) {
            if (any && take_hyphen()) break;  // the last one
            if (!take_category() && !take_range()) return false;
            any = true;
        }
        return any && take(']');
    }

    bool take_hyphen() {
        if (!next_is('-')) return false;
        left_.remove_prefix(1);
        ecma_ += "\\-";
        return true;
    }

    bool take_range() {
        if (!take_character(special_in_class)) return false;
        if (!next_is('-') || left_.substr(1).starts_with(']')) return true;
        copy(1);
        return take_character(special_in_class);
    }

    // One that stands for itself, or is escaped.
    bool take_character(const AsciiSet& forbidden) {
        if (next_is('\\')) {
            if (left_.size() < 2 || !escapable.has(left_[1])) return false;
            copy(2);
            return true;
        }
        if (left_.empty() || forbidden.has(left_[0])) return false;
        std::string_view after = left_;
        if (schema::take_character(after) == schema::no_character) return false;
        copy(left_.size() - after.size());
        return true;
    }

    bool take_category() {
        if (!left_.starts_with("\\p{") && !left_.starts_with("\\P{")) return false;
        const auto kinds = left_.size() > 3 ? kinds_of(left_[3]) : std::nullopt;
        if (!kinds) return false;
        const bool has_kind = left_.size() > 4 && kinds->has(left_[4]);
        const size_t size = has_kind ? 5 : 4;
        if (!left_.substr(size).starts_with('}')) return false;
        copy(size + 1);
        return true;
    }

    std::string_view left_;
    std::string ecma_;
    size_t open_ = 0;
};

}  // namespace

std::optional<std::string> ecma_of_i_regexp(std::string_view text) {
    return Translation(text).run();
}

}  // namespace standin::contract
