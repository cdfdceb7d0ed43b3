#include <algorithm>

#include "mock/contract/loader.h"

namespace standin::contract {

namespace {

// What a listing names must be query parameters of its operation.
void check_parameters(const Operation& operation, const Listing& listing, const Located& at) {
    std::vector<std::string> named = {listing.page, listing.offset, listing.cursor,
                                      listing.size, listing.sort,   listing.direction};
    for (const Search& search : listing.search) named.push_back(search.parameter);
    for (const std::string& name : named) {
        const bool known = std::any_of(
            operation.parameters.begin(), operation.parameters.end(),
            [&](const Parameter& each) { return each.part == Part::query && each.name == name; });
        if (name.empty() || known) continue;
        at.refuse("no query parameter \"" + name + "\"");
    }
}

}  // namespace

void Loader::read_behaviour(Operation& operation, const Located& at) {
    infer_listing(operation);
    const Located extra = at.find("x-standin");
    if (!extra) return;
    if (extra.find("list")) read_listing(operation, member(extra, "list", Kind::object));
    const std::string missing = text_member(extra, "missing");
    if (missing == "ignore") operation.missing = Missing::ignore;
    if (missing == "create") operation.missing = Missing::create;
    operation.deep_merge = text_member(extra, "merge") == "deep";
    if (const Located envelope = extra.find("envelope")) {
        operation.envelope = contract_->find_envelope(envelope.value->text_or(""));
        if (!operation.envelope) {
            envelope.refuse("no envelope \"" + std::string(envelope.value->text_or("")) + "\"");
        }
    }
    each_member(member(extra, "errors", Kind::object),
                [&](std::string_view name, const Located& error) {
                    contract_->local_errors.push_back(read_refusal(std::string(name), error));
                    operation.errors.push_back(&contract_->local_errors.back());
                });
    read_rules(operation, extra);
}

void Loader::read_listing(Operation& operation, const Located& at) const {
    Listing listing;
    listing.page = text_member(at, "page");
    listing.offset = text_member(at, "offset");
    listing.cursor = text_member(at, "cursor");
    listing.size = text_member(at, "size");
    listing.sort = text_member(at, "sort");
    listing.direction = text_member(at, "direction");
    listing.all_scopes = flag_member(at, "all_scopes");
    listing.show = template_at(at.find("show"));
    std::string order = text_member(at, "order", "created");
    listing.descending = order.starts_with('-');
    if (listing.descending) order.erase(0, 1);
    if (order != "created") listing.order_by = order;
    const Located search = member(at, "search", Kind::array);
    for (size_t i = 0; search && i < search.value->items().size(); ++i) {
        const Located each = item(search, i);
        listing.search.push_back({text_member(each, "parameter"), text_member(each, "member"),
                                  text_member(each, "match", "equals") == "contains"});
    }
    check_parameters(operation, listing, at);
    operation.listing = std::move(listing);
}

void Loader::read_rules(Operation& operation, const Located& at) {
    const Located rules = member(at, "rules", Kind::array);
    for (size_t i = 0; rules && i < rules.value->items().size(); ++i) {
        const Located each = item(rules, i);
        Rule rule;
        rule.before_lookup = text_member(each, "before") == "lookup";
        if (const Located when = each.find("when")) {
            rule.when = &compile(*contract_->conditions, when);
        }
        if (const Located greater = member(each, "greater", Kind::array)) {
            rule.greater_left = template_at(item(greater, 0));
            rule.greater_right = template_at(item(greater, 1));
        }
        rule.duplicate = template_at(each.find("duplicate"));
        rule.refuse = refusal_of(each.find("refuse"));
        operation.rules.push_back(std::move(rule));
    }
}

// An error that is named, or written out.
const Refusal* Loader::refusal_of(const Located& at) {
    if (at.value->is(Kind::string)) {
        const Refusal* named = contract_->find_error(at.value->text());
        if (named) return named;
        at.refuse("no error \"" + std::string(at.value->text()) + "\"");
    }
    contract_->local_errors.push_back(read_refusal("rule", at));
    return &contract_->local_errors.back();
}

}  // namespace standin::contract
