#include "mock/state/list.h"

#include <algorithm>
#include <limits>

#include "mock/core/json_writer.h"
#include "mock/state/draft.h"
#include "mock/state/order.h"

namespace standin::state {

using contract::ListFacts;
using contract::Listing;
using contract::Outcome;
using contract::Search;

namespace {

// A scalar as a query has it; "" for anything else.
std::string plain_text(const Value& value) {
    if (value.is(Kind::boolean)) return value.boolean() ? "true" : "false";
    return std::string(key_text(&value));
}

bool found_by(const Search& search, const Value& wanted, const Item& item) {
    const Value* member = item.value().find(search.member);
    if (!member) return false;
    if (!search.contains) {
        const std::string text = plain_text(*member);
        return equal(*member, wanted) || (!text.empty() && text == plain_text(wanted));
    }
    return http::lower(member->text_or("")).find(http::lower(wanted.text_or(""))) !=
           std::string::npos;
}

// Before: nothing, then numbers by size, then text.
bool before(const Item& left, const Item& right, const std::string& member) {
    const Value* a = left.value().find(member);
    const Value* b = right.value().find(member);
    if (!a || !b) return !a && b;
    if (a->is_number() && b->is_number()) return a->number() < b->number();
    if (a->is_number() != b->is_number()) return a->is_number();
    return plain_text(*a) < plain_text(*b);
}

// Those that a listing shows, before they are cut into pages, in its order.
class Selection {
  public:
    Selection(const Turn& turn, const Table& table, const ScopeValues& scope)
        : turn_(turn),
          listing_(turn.operation.listing),
          order_(order_of(turn)),
          whole_(table.find(scope)) {
        if (listing_.all_scopes) {
            items_ = &table.items();
        } else if (whole_) {
            items_ = &whole_->items();
        }
        filter();
        sort();
    }

    size_t size() const { return items_ ? items_->size() : own_.size(); }
    const Item& at(size_t i) const {
        const size_t rank = order_.descending ? size() - 1 - i : i;
        return items_ ? *items_->at(rank).value : *own_[rank];
    }

    // So many items from the i-th on; there must be as many.
    std::vector<const Item*> page(size_t i, size_t count) const {
        const size_t first = order_.descending ? size() - i - count : i;
        std::vector<const Item*> page;
        page.reserve(count);
        visit(first, [&](const Item& item) {
            if (page.size() < count) page.push_back(&item);
            return page.size() < count;
        });
        if (order_.descending) std::reverse(page.begin(), page.end());
        return page;
    }

    // The place after the item with this key. A key that is not there is taken for one that was:
    // the place is where the order of keys would have it.
    size_t after(std::string_view key) const {
        const size_t position = position_of(key);
        if (position < size()) return order_.descending ? size() - position : position + 1;
        size_t place = 0;
        while (place < size() &&
               (order_.descending ? at(place).key() > key : at(place).key() < key)) {
            ++place;
        }
        return place;
    }

  private:
    // From a rank on, in ascending order, until the step says no.
    template <class Step>
    void visit(size_t first, Step step) const {
        if (items_) {
            items_->visit(first, [&](const auto& entry) { return step(*entry.value); });
            return;
        }
        for (size_t i = first; i < own_.size() && step(*own_[i]); ++i) {
        }
    }

    size_t position_of(std::string_view key) const {
        if (items_ && !listing_.all_scopes) return whole_->position(key);
        size_t position = 0;
        visit(0, [&](const Item& item) {
            const bool found = item.key() == key;
            position += !found;
            return !found;
        });
        return position;
    }

    // Leaves those that a test passes, in a list of their own.
    template <class Test>
    void pick(Test test) {
        std::vector<const Item*> picked;
        visit(0, [&](const Item& item) {
            if (test(item)) picked.push_back(&item);
            return true;
        });
        own_ = std::move(picked);
        items_ = nullptr;
    }

    void filter() {
        for (const Search& search : listing_.search) {
            const Value* wanted = turn_.input.query.find(search.parameter);
            if (!wanted) continue;
            pick([&](const Item& item) { return found_by(search, *wanted, item); });
        }
    }

    void sort() {
        if (order_.member.empty()) return;
        if (items_) pick([](const Item&) { return true; });
        std::stable_sort(own_.begin(), own_.end(), [&](const Item* left, const Item* right) {
            return before(*left, *right, order_.member);
        });
    }

    const Turn& turn_;
    const Listing& listing_;
    const Order order_;
    const Collection* whole_;       // of the scope that the path names
    const Items* items_ = nullptr;  // where all of a tree are shown in its order
    std::vector<const Item*> own_;  // elsewhere
};

// A query parameter as a count, or the fallback. What does not fit is as good as the largest.
size_t count_of(const Turn& turn, const std::string& parameter, size_t fallback) {
    const Value* value = parameter.empty() ? nullptr : turn.input.query.find(parameter);
    if (!value || !value->is_number() || value->number() < 0) return fallback;
    constexpr double most = static_cast<double>(std::numeric_limits<int64_t>::max() / 2);
    return static_cast<size_t>(std::min(value->number(), most));
}

std::string next_page(const Turn& turn, const ListFacts& facts) {
    const Listing& listing = turn.operation.listing;
    std::string next(turn.request.path());
    if (!listing.cursor.empty()) {
        next += '?' + listing.cursor + '=' + http::encode(facts.cursor);
    } else if (!listing.offset.empty()) {
        next += '?' + listing.offset + '=' + std::to_string(facts.offset + facts.count);
    } else if (!listing.page.empty()) {
        next += '?' + listing.page + '=' + std::to_string(facts.page + 1);
    } else {
        return {};  // no parameter leads there
    }
    if (!listing.size.empty()) next += '&' + listing.size + '=' + std::to_string(facts.size);
    const auto keep = [&](const std::string& parameter) {
        const Value* wanted = parameter.empty() ? nullptr : turn.input.query.find(parameter);
        if (wanted) next += '&' + parameter + '=' + http::encode(plain_text(*wanted));
    };
    for (const Search& search : listing.search) keep(search.parameter);
    keep(listing.sort);
    keep(listing.direction);
    return next;
}

}  // namespace

void show_item(std::string& text, const Turn& turn, const contract::Resource& resource,
               const Item& item) {
    const contract::Operation& operation = turn.operation;
    if (operation.listing.show) {
        contract::RequestScope scope(turn.request, turn.input, &turn.contract);
        scope.set_stored(&item.value());
        operation.listing.show->write(text, scope, turn.contract.style);
    } else if (!operation.shape || operation.shape == resource.shape) {
        text += item.shown();
    } else {
        JsonWriter writer(text, turn.contract.style);
        contract::show(writer, item.value(), operation.shape,
                       {turn.contract.style, turn.contract.unknown_members, resource.hidden});
    }
}

namespace {

void write_items(std::string& text, const Turn& turn, const contract::Resource& resource,
                 const std::vector<const Item*>& items) {
    size_t size = 2;
    for (const Item* item : items) size += item->shown().size() + 1;
    text.reserve(size);
    text += '[';
    for (const Item* item : items) {
        if (item != items.front()) text += ',';
        show_item(text, turn, resource, *item);
    }
    text += ']';
}

}  // namespace

Outcome list_items(const Turn& turn, const Table& table, const ScopeValues& scope) {
    const Listing& listing = turn.operation.listing;
    const Selection selection(turn, table, scope);
    const size_t all = selection.size();
    const size_t page = std::max<size_t>(count_of(turn, listing.page, 1), 1);
    const size_t size = count_of(turn, listing.size, std::max<size_t>(all, 1));
    size_t first = 0;
    const Value* cursor = listing.cursor.empty() ? nullptr : turn.input.query.find(listing.cursor);
    if (cursor) {
        first = selection.after(key_text(cursor));
    } else if (!listing.offset.empty()) {
        first = count_of(turn, listing.offset, 0);
    } else if (size > 0 && page - 1 <= all / size) {
        first = (page - 1) * size;
    } else {
        first = all;
    }
    first = std::min(first, all);
    const size_t last = first + std::min(size, all - first);

    Outcome outcome;
    outcome.shows = Outcome::Shows::list;
    write_items(outcome.result, turn, table.resource(), selection.page(first, last - first));
    outcome.list.total = static_cast<int64_t>(all);
    outcome.list.count = static_cast<int64_t>(last - first);
    outcome.list.page = static_cast<int64_t>(page);
    outcome.list.size = static_cast<int64_t>(size);
    outcome.list.offset = static_cast<int64_t>(first);
    if (last < all && last > first) {
        outcome.list.more = true;
        outcome.list.cursor = selection.at(last - 1).key();
        outcome.list.next = next_page(turn, outcome.list);
    }
    return outcome;
}

}  // namespace standin::state
