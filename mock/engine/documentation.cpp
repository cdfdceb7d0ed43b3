#include "mock/engine/documentation.h"

#include "mock/core/contract_error.h"
#include "mock/core/json.h"
#include "mock/engine/example_seeds.h"
#include "mock/envelope/wrap.h"
#include "mock/http/media_type.h"
#include "mock/http/problem_details.h"
#include "mock/sample/mend.h"
#include "mock/sample/xml.h"

namespace standin::engine {

using sample::Choice;

namespace {

std::string error_of(Choice::Why why) {
    return why == Choice::Why::not_acceptable ? "not_acceptable" : "no_such_example";
}

}  // namespace

Documentation::Documentation(const contract::Contracts& contracts, Options options)
    : options_(options) {
    for (const auto& contract : contracts) {
        answers_.emplace(contract.get(), std::make_unique<sample::Answers>(*contract));
    }
}

bool Documentation::is_asked_for(const http::Request& request) const {
    if (!options_.prefer) return false;
    const bool may =
        request.headers.find("Prefer") || request.query().find("__") != std::string::npos;
    if (!may) return false;
    const auto preferences = sample::preferences_of(request);
    return preferences.find("example") || preferences.find("dynamic");
}

sample::Ask Documentation::ask(const Exchange& exchange) const {
    sample::Ask ask = sample::ask_of(exchange.request, *exchange.match.operation, exchange.input);
    if (!options_.prefer) ask.preference = {};
    return ask;
}

sample::Wish Documentation::wish(const Exchange& exchange, const sample::Ask& ask) const {
    sample::Wish wish;
    wish.seed = ask.preference.seed.value_or(options_.seed);
    // One who names a seed wants the same answer each time.
    wish.ordinal = ask.preference.seed ? 0 : exchange.ordinal;
    return wish;
}

// Without its example, where none is wanted and a schema tells what to make.
Choice Documentation::plain(Choice choice, const sample::Ask& ask) const {
    const bool ignored = options_.ignores_examples && !ask.preference.example;
    if (ignored && choice.content && choice.content->schema) choice.example = nullptr;
    return choice;
}

envelope::Subject Documentation::subject(const Exchange& exchange) const {
    const contract::Contract* contract = exchange.match.contract;
    return {contract,
            exchange.match.operation,
            exchange.request,
            exchange.input,
            [this, contract](const contract::Located& schema, std::string_view body) {
                return fits(*contract, schema, body);
            },
            [this, contract](const contract::Located& schema, std::string_view body) {
                return mended(*contract, schema, body);
            }};
}

std::string Documentation::mended(const contract::Contract& contract,
                                  const contract::Located& schema, std::string_view body) const {
    JsonFault fault;
    const auto document = read_json(body, fault);
    if (!document) return {};
    try {
        sample::Judge& judge = answers_of(contract).judge();
        Document made;
        const Value value = sample::mend(judge, {schema}, document->root(), made);
        if (!judge.is_valid(schema, value, schema::Direction::response)) return {};
        std::string text;
        write_json(text, value, contract.style);
        return text;
    } catch (const ContractError&) {
        return {};
    }
}

bool Documentation::fits(const contract::Contract& contract, const contract::Located& schema,
                         std::string_view body) const {
    JsonFault fault;
    const auto document = read_json(body, fault);
    if (!document) return false;
    try {
        return answers_of(contract).judge().is_valid(schema, document->root(),
                                                     schema::Direction::response);
    } catch (const ContractError&) {
        return false;
    }
}

void Documentation::answer(Exchange& exchange) const {
    const contract::Operation& operation = *exchange.match.operation;
    const sample::Ask wanted = ask(exchange);
    const Choice choice = plain(sample::choose(operation, wanted, options_.dynamic), wanted);
    if (choice.why == Choice::Why::no_response) {
        exchange.response.status = operation.status;
        return;
    }
    if (!choice.made()) return refuse(exchange, error_of(choice.why), choice.detail);
    try {
        auto made =
            answers_of(*exchange.match.contract).answer(operation, choice, wish(exchange, wanted));
        exchange.response = std::move(made.response);
        exchange.violations = std::move(made.problems);
    } catch (const ContractError& error) {
        exchange.error = "contract";
        exchange.response = http::problem_details(500, error.what());
    }
}

std::optional<http::Response> Documentation::answer_with(const Exchange& exchange, int status,
                                                         Problems* violations) const {
    const contract::Operation* operation = exchange.match.operation;
    if (!operation || !operation->documented(status)) return std::nullopt;
    sample::Ask wanted = ask(exchange);
    wanted.preference.code = status;
    Choice choice = sample::choose(*operation, wanted, options_.dynamic);
    if (!choice.made() || choice.status != status) {
        wanted.accept.clear();
        wanted.preference.example.reset();
        choice = sample::choose(*operation, wanted, options_.dynamic);
    }
    try {
        auto made =
            answers_of(*exchange.match.contract).answer(*operation, choice, wish(exchange, wanted));
        if (violations) *violations = std::move(made.problems);
        return std::move(made.response);
    } catch (const ContractError& error) {
        return http::problem_details(500, error.what());
    }
}

bool Documentation::refuse(Exchange& exchange, std::span<const int> wanted) const {
    const contract::Operation& operation = *exchange.match.operation;
    const sample::Ask asked = ask(exchange);
    const Choice choice =
        plain(sample::choose_refusal(operation, wanted, asked, options_.dynamic), asked);
    if (!choice.made()) return false;
    auto made =
        answers_of(*exchange.match.contract).answer(operation, choice, wish(exchange, asked));
    exchange.response = std::move(made.response);
    return true;
}

void Documentation::answer_as(Exchange& exchange, const std::string& key) const {
    answer(exchange);
    const contract::Operation& operation = *exchange.match.operation;
    std::vector<std::string> path;
    if (operation.envelope && !operation.envelope->body.path_to_result(path)) return;
    const contract::Resource& resource = *operation.resource;
    path.insert(path.end(), resource.within.begin(), resource.within.end());
    path.push_back(resource.key);
    exchange.response.body = with_key(exchange.response.body, path, key);
}

// Without examples: they may break their schema, and a sample does not.
std::shared_ptr<const Document> Documentation::make_sample(
    const contract::Contract& contract, const contract::Operation& operation) const {
    sample::Choice choice = sample::choose(operation, {});
    if (!choice.made() || !choice.content || !choice.content->schema) return nullptr;
    const bool begins = operation.resource->is_single && !options_.ignores_examples;
    if (!begins) choice.example = nullptr;
    JsonFault fault;
    const auto whole =
        read_json(answers_of(contract).answer(operation, choice, {}).response.body, fault);
    std::vector<std::string> path;
    const bool dressed = operation.envelope && !operation.envelope->body.path_to_result(path);
    const Value* at = whole && !dressed ? &whole->root() : nullptr;
    for (const std::string& name : path) at = at ? at->find(name) : nullptr;
    if (!at) return nullptr;
    auto sample = std::make_shared<Document>();
    sample->set_root(sample->copy(*at));
    return sample;
}

const Value* Documentation::sample_of(const contract::Contract& contract,
                                      const contract::Resource& resource) const {
    const std::lock_guard lock(mutex_);
    const auto [known, fresh] = samples_.try_emplace(&resource);
    using contract::Action;
    for (const Action wanted : {Action::read, Action::create}) {
        for (const contract::Operation& operation : contract.operations) {
            if (!fresh || known->second) break;
            if (operation.resource != &resource || operation.action != wanted) continue;
            try {
                known->second = make_sample(contract, operation);
            } catch (const ContractError&) {  // is told where the operation is asked
            }
        }
    }
    return known->second ? &known->second->root() : nullptr;
}

Value Documentation::completed(const contract::Contract& contract,
                               const contract::Resource& resource, const Value& shown,
                               Document& document) const {
    try {
        sample::Judge& judge = answers_of(contract).judge();
        const auto response = schema::Direction::response;
        if (!sample::is_misshapen(judge.problems(resource.schema_at, shown, response)))
            return shown;
        return sample::mend(judge, {resource.schema_at}, shown, document);
    } catch (const ContractError&) {
        return shown;
    }
}

Value Documentation::key_like(const contract::Contract& contract,
                              const contract::Resource& resource, const Value& key, uint64_t n,
                              Document& document) const {
    try {
        sample::Wish wish;
        wish.dynamic = true;
        wish.seed = options_.seed;
        wish.operation = resource.name;
        wish.ordinal = n;
        return sample::mend(answers_of(contract).judge(), resource.key_schemas, key, document,
                            wish);
    } catch (const ContractError&) {
        return key;
    }
}

void Documentation::amend(Exchange& exchange) const {
    const contract::Contract& contract = *exchange.match.contract;
    const contract::Operation& operation = *exchange.match.operation;
    const contract::Located& schema = operation.documented(operation.status)->schema;
    const std::string essence = http::essence_of(operation.media_type);
    JsonFault fault;
    const auto answer = read_json(exchange.response.body, fault);
    const bool xml = sample::is_xml(essence);
    const bool json = http::is_json(essence) || essence.find('*') != std::string::npos;
    if (!answer || !(json || xml)) return answer_plainly(exchange);
    try {
        sample::Judge& judge = answers_of(contract).judge();
        Document made;
        const bool fits = !sample::is_misshapen(
            judge.problems(schema, answer->root(), schema::Direction::response));
        if (fits && json) return;
        const Value mended =
            fits ? answer->root() : sample::mend(judge, {schema}, answer->root(), made);
        if (xml) {
            exchange.response.body = sample::xml_of(mended, schema);
            return;
        }
        exchange.response.body.clear();
        write_json(exchange.response.body, mended, contract.style);
        if (contract.style.newline) exchange.response.body += '\n';
    } catch (const ContractError&) {  // is told where the operation's example is asked for
    }
}

// With what is documented, whatever a request prefers: the state has nothing to show.
void Documentation::answer_plainly(Exchange& exchange) const {
    if (auto response = answer_with(exchange, exchange.match.operation->status)) {
        exchange.response = std::move(*response);
    }
}

Problems Documentation::problems(const Exchange& exchange) const {
    try {
        return answers_of(*exchange.match.contract)
            .problems(*exchange.match.operation, exchange.response);
    } catch (const ContractError&) {
        return {};  // told where the answer was made
    }
}

void Documentation::refuse(Exchange& exchange, std::string error, std::string why) const {
    exchange.error = std::move(error);
    Problem& problem = exchange.problems.emplace_back();
    problem.part = Part::request;
    problem.keyword = exchange.error;
    problem.message = std::move(why);
    exchange.response = envelope::refusal(subject(exchange), exchange.error, exchange.problems);
}

}  // namespace standin::engine
