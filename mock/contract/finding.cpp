#include "mock/contract/finding.h"

#include <algorithm>
#include <tuple>

namespace standin::contract {

std::string_view name_of(Finding::Severity severity) {
    return severity == Finding::Severity::error ? "error" : "warning";
}

std::string Finding::text() const {
    Mistake worded = mistake;
    worded.message = std::string(name_of(severity)) + ": " + mistake.message;
    return worded.text();
}

void sort_findings(Findings& findings) {
    const auto place = [](const Finding& finding) {
        const Mistake& at = finding.mistake;
        return std::tuple<std::string_view, uint32_t, uint32_t, Finding::Severity,
                          std::string_view>(at.file, at.mark.line, at.mark.column, finding.severity,
                                            at.message);
    };
    std::ranges::stable_sort(
        findings, [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    const auto same = [&](const Finding& a, const Finding& b) {
        return place(a) == place(b) && a.mistake.pointer == b.mistake.pointer;
    };
    findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace standin::contract
