// `standin check`: what is wrong with contracts, without serving them.
#include <cstdio>

#include "mock/cli/command.h"
#include "mock/cli/command_line.h"
#include "mock/cli/shipped.h"
#include "mock/contract/contracts.h"
#include "mock/contract/examine.h"
#include "mock/core/json_writer.h"
#include "mock/match/router.h"

namespace standin::cli {

namespace {

namespace po = boost::program_options;
using contract::Finding;
using contract::Findings;

constexpr const char* help = R"help(Usage: standin check FILE… [OPTION…]

Looks OpenAPI documents over, without serving them: what is wrong, what is odd or surely
not meant, what the mock does not act on, and which examples break their own schemas.
Each finding is a line "FILE:LINE:COLUMN: SEVERITY: MESSAGE (POINTER)"; what would be
right stands below it.

Options:
  --overlay FILE   OpenAPI Overlay that is laid over the documents first, or the name of
                   one that ships; may be given several times
  --format FORM    text (the default) or json
  --help           this text

Exit codes: 0 no errors, though there may be warnings; 2 errors, or a flag is wrong;
3 the program failed.
)help";

struct Wish {
    std::vector<std::string> files;
    std::vector<std::string> overlays;
    bool json = false;
    bool help = false;
};

Wish parsed(const std::vector<std::string>& arguments) {
    using Texts = std::vector<std::string>;
    po::options_description all;
    all.add_options()("overlay", po::value<Texts>())("format", po::value<std::string>())(
        "help", "")("file", po::value<Texts>());
    po::variables_map map = read_command_line(arguments, all, "file", "check");
    Wish wish;
    wish.help = map.count("help") > 0;
    if (map.count("file")) wish.files = map["file"].as<Texts>();
    if (map.count("overlay")) wish.overlays = map["overlay"].as<Texts>();
    const std::string format = map.count("format") ? map["format"].as<std::string>() : "text";
    if (format != "text" && format != "json") {
        throw UsageError("--format takes text or json, not \"" + format + "\"");
    }
    wish.json = format == "json";
    if (wish.files.empty() && !wish.help) {
        throw UsageError("check takes at least one file; see standin check --help");
    }
    return wish;
}

// What was found in all files, and what is fine.
struct Examination {
    Findings findings;
    std::vector<std::string> fine;  // a line for each document that can be served

    size_t count(Finding::Severity severity) const {
        return static_cast<size_t>(std::ranges::count(findings, severity, &Finding::severity));
    }
    void add(Findings more) {
        for (Finding& finding : more) findings.push_back(std::move(finding));
    }
    void attempt(const auto& step) {
        try {
            step();
        } catch (const ContractError& error) {
            add(contract::findings_of(error));
        }
    }
};

std::string counted(size_t count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

void examine(const contract::Source& source, Examination& result) {
    std::shared_ptr<const contract::Contract> contract;
    result.attempt([&] { contract = contract::load_contract(source); });
    if (!contract) {
        const contract::Documents documents(source);
        return result.add(contract::examine(documents));
    }
    result.add(contract::examine(*contract));
    const match::Router router({contract});
    for (const match::Clash& clash : router.clashes()) {
        const contract::Operation& second = *clash.second_operation;
        result.findings.push_back(
            {Finding::Severity::warning,
             {contract->source().file_of(second.mark), second.mark, second.pointer, clash.text()}});
    }
    result.fine.push_back(source.file + ": " + contract->title + ", " +
                          counted(contract->operations.size(), "operation") + ", " +
                          counted(contract->resources.size(), "resource") + " with state");
}

Examination examine(const Wish& wish) {
    Examination result;
    std::vector<contract::Source> sources;
    for (const std::string& file : wish.files) {
        result.attempt([&] { sources.push_back(contract::read_source(file)); });
    }
    std::vector<contract::Overlay> layers;
    for (const std::string& overlay : wish.overlays) {
        result.attempt([&] {
            layers.push_back(contract::read_overlay(contract::read_source(overlay_file(overlay))));
        });
    }
    result.attempt([&] {
        for (const Mistake& idle : contract::lay_all(layers, sources).idle) {
            result.findings.push_back({Finding::Severity::warning, idle});
        }
    });
    for (const contract::Source& source : sources) examine(source, result);
    contract::sort_findings(result.findings);
    return result;
}

void print_text(const Examination& result) {
    for (const Finding& finding : result.findings) {
        std::printf("%s\n", finding.text().c_str());
        if (!finding.hint.empty()) std::printf("    %s\n", finding.hint.c_str());
    }
    for (const std::string& line : result.fine) std::printf("%s\n", line.c_str());
    const auto counted = [&](Finding::Severity severity) {
        const size_t count = result.count(severity);
        return std::to_string(count) + " " + std::string(name_of(severity)) +
               (count == 1 ? "" : "s");
    };
    std::printf("%s, %s\n", counted(Finding::Severity::error).c_str(),
                counted(Finding::Severity::warning).c_str());
}

void write(JsonWriter& json, const Finding& finding) {
    const auto text = [&](std::string_view name, std::string_view value) {
        json.name(name);
        json.string(value);
    };
    const Mistake& at = finding.mistake;
    json.begin_object();
    text("file", at.file);
    json.name("line");
    json.json(std::to_string(at.mark.line));
    json.name("column");
    json.json(std::to_string(at.mark.column));
    text("severity", name_of(finding.severity));
    text("message", at.message);
    text("pointer", at.pointer);
    text("hint", finding.hint);
    json.end_object();
}

void print_json(const Examination& result) {
    std::string out;
    JsonWriter json(out, {});
    json.begin_object();
    json.name("findings");
    json.begin_array();
    for (const Finding& finding : result.findings) write(json, finding);
    json.end_array();
    for (const auto severity : {Finding::Severity::error, Finding::Severity::warning}) {
        json.name(std::string(name_of(severity)) + "s");
        json.json(std::to_string(result.count(severity)));
    }
    json.end_object();
    std::printf("%s\n", out.c_str());
}

}  // namespace

Exit check(const std::vector<std::string>& arguments) {
    const Wish wish = parsed(arguments);
    if (wish.help) {
        std::fputs(help, stdout);
        return Exit::fine;
    }
    const Examination result = examine(wish);
    wish.json ? print_json(result) : print_text(result);
    return result.count(Finding::Severity::error) == 0 ? Exit::fine : Exit::wrong_input;
}

}  // namespace standin::cli
