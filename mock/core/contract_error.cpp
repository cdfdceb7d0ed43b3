#include "mock/core/contract_error.h"

namespace standin {

namespace {

std::string joined(const std::vector<Mistake>& mistakes) {
    std::string text;
    for (const Mistake& mistake : mistakes) {
        if (!text.empty()) text += '\n';
        text += mistake.text();
    }
    return text;
}

}  // namespace

std::string Mistake::text() const {
    std::string text = file;
    if (mark.line > 0) {
        text += ':' + std::to_string(mark.line) + ':' + std::to_string(mark.column);
    }
    if (!text.empty()) text += ": ";
    text += message;
    if (!pointer.empty()) text += " (" + pointer + ")";
    return text;
}

ContractError::ContractError(std::vector<Mistake> mistakes)
    : std::runtime_error(joined(mistakes)), mistakes_(std::move(mistakes)) {}

}  // namespace standin
