#define PCRE2_CODE_UNIT_WIDTH 8
#include "mock/schema/pattern.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include <pcre2.h>

#include "mock/schema/ecma_expression.h"

namespace standin::schema {

namespace {

constexpr uint64_t callout_cost = 8;                               // in steps
constexpr uint32_t backtrack_limit = Steps::limit / callout_cost;  // from one place in the text
constexpr size_t first_stack_bytes = size_t{32} << 10;
constexpr size_t stack_bytes = size_t{64} << 20;        // at most; grows from little
constexpr uint32_t heap_kibibytes = stack_bytes >> 10;  // the same where there is no JIT

template <auto free>
struct Free {
    template <class Thing>
    void operator()(Thing* thing) const {
        free(thing);
    }
};

using MatchContext = std::unique_ptr<pcre2_match_context, Free<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Free<pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Free<pcre2_jit_stack_free>>;

// One search: what it may spend, and how far it was at the last callout.
struct Watch {
    Steps& steps;
    size_t at = 0;
};

// The longest text that a reference to a group may have to compare: that of all groups.
uint64_t captured_in(const pcre2_callout_block& block) {
    uint64_t total = 0;
    for (uint32_t group = 1; group < block.capture_top; ++group) {
        const size_t first = block.offset_vector[2 * group];
        const size_t last = block.offset_vector[2 * group + 1];
        if (first != PCRE2_UNSET && last > first) total += last - first;
    }
    return total;
}

// What it takes to try a repetition, whether it succeeds or not.
uint64_t announced_by(const pcre2_callout_block& block) {
    if (!block.callout_string) return 0;
    const std::string_view said(reinterpret_cast<const char*>(block.callout_string),
                                block.callout_string_length);
    if (EcmaExpression::question_of(said)) return 0;
    const auto [count, refers] = EcmaExpression::repetition_of(said);
    const uint64_t left = block.subject_length - block.current_position;
    return refers ? count + std::min(count * captured_in(block), left) : std::min(count, left);
}

// Whether a callout that asks what a group captured lets the search go on; others do.
bool is_passed(const pcre2_callout_block& block) {
    if (!block.callout_string) return true;
    auto question = EcmaExpression::question_of(
        {reinterpret_cast<const char*>(block.callout_string), block.callout_string_length});
    if (!question) return true;
    const auto begin_of = [&](uint32_t group) {
        return group < block.capture_top ? block.offset_vector[2 * group] : PCRE2_UNSET;
    };
    const size_t captured = begin_of(question->group);
    bool kept = true;
    while (const auto mark = question->take_mark()) {
        kept &= begin_of(*mark) == PCRE2_UNSET || captured >= begin_of(*mark);
    }
    return kept == question->passed_if_kept;
}

// Counts the way from the callout before. Negative ends the search, more than 0 this way of it.
int spend(pcre2_callout_block* block, void* data) {
    Watch& watch = *static_cast<Watch*>(data);
    const size_t at = block->current_position;
    uint64_t cost = callout_cost + (at > watch.at ? at - watch.at : watch.at - at);
    if (block->callout_number == EcmaExpression::at_reference) cost += captured_in(*block);
    cost += announced_by(*block);
    watch.at = at;
    if (cost > watch.steps.left) return watch.steps.left = 0, PCRE2_ERROR_CALLOUT;
    watch.steps.left -= cost;
    return is_passed(*block) ? 0 : 1;
}

// What a search writes to: one for each thread, since a Pattern is shared by all of them.
struct Workspace {
    MatchData data{pcre2_match_data_create(1, nullptr)};
    MatchContext context{pcre2_match_context_create(nullptr)};
    JitStack stack{pcre2_jit_stack_create(first_stack_bytes, stack_bytes, nullptr)};

    Workspace() {
        pcre2_set_match_limit(context.get(), backtrack_limit);
        pcre2_set_heap_limit(context.get(), heap_kibibytes);
        pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
};

PCRE2_SPTR bytes_of(std::string_view text) {
    // PCRE2 of Debian 12 does not take a null pointer for an empty text.
    return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

std::string reason_of(int error) {
    PCRE2_UCHAR text[256];
    const int size = pcre2_get_error_message(error, text, sizeof text);
    return {reinterpret_cast<const char*>(text), static_cast<size_t>(size < 0 ? 0 : size)};
}

}  // namespace

Pattern::Pattern(std::string_view expression, Flavour flavour) : expression_(expression) {
    compile_ecma();
    if (!code_ && flavour == Flavour::any) compile_as_it_stands();
    if (code_) pcre2_jit_compile(code_, PCRE2_JIT_COMPLETE);  // else the interpreter serves
}

void Pattern::compile_ecma() {
    EcmaExpression ecma(expression_);
    const std::optional<std::string> text = ecma.translate();
    if (!text) {
        mistake_ = ecma.mistake();
        return;
    }
    constexpr uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS |
                                 PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    int error = 0;
    size_t offset = 0;
    code_ = pcre2_compile(bytes_of(*text), text->size(), options, &error, &offset, nullptr);
    if (code_) return;
    mistake_ = reason_of(error) + " at offset " + std::to_string(ecma.origin_of(offset));
}

// Every item calls out, so that a search is counted here too.
void Pattern::compile_as_it_stands() {
    constexpr uint32_t options =
        PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    int error = 0;
    size_t offset = 0;
    code_ =
        pcre2_compile(bytes_of(expression_), expression_.size(), options, &error, &offset, nullptr);
    if (code_) foreign_.swap(mistake_);
}

Pattern::~Pattern() {
    pcre2_code_free(code_);
}

Search Pattern::search(std::string_view text, Steps& steps) const {
    thread_local Workspace workspace;
    Watch watch{steps};
    pcre2_set_callout(workspace.context.get(), spend, &watch);
    const int result = pcre2_match(code_, bytes_of(text), text.size(), 0, 0, workspace.data.get(),
                                   workspace.context.get());
    if (result >= 0) return Search::found;
    const bool no_utf8 = result <= PCRE2_ERROR_UTF8_ERR1 && result >= PCRE2_ERROR_UTF8_ERR21;
    return result == PCRE2_ERROR_NOMATCH || no_utf8 ? Search::missed : Search::gave_up;
}

}  // namespace standin::schema
