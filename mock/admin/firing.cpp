#include "mock/admin/firing.h"

#include <charconv>

#include "mock/fault/wire.h"

namespace standin::admin {

using fault::Firing;
using fault::Rule;

namespace {

// The shortest text that is this number again.
std::string shortest(double number) {
    char text[32];
    const auto written = std::to_chars(std::begin(text), std::end(text), number);
    return {text, written.ptr};
}

std::string milliseconds_of(fault::milliseconds time) {
    return std::to_string(time.count()) + " ms";
}

// Puts together what a rule does, part by part.
class Doing {
  public:
    void add(const std::string& part) { text_ += (text_.empty() ? "" : ", ") + part; }
    std::string text() && { return std::move(text_); }

  private:
    std::string text_;
};

// A delay that is always the same is not drawn.
void add_delay(Doing& doing, const Firing& firing) {
    if (!firing.rule->delay) return;
    double delay = firing.rule->delay->lower;
    for (const auto& [what, number] : firing.draws) {
        if (what == "delay") delay = number;
    }
    doing.add("delay " + shortest(delay) + " ms");
}

void add_delivery(Doing& doing, const fault::Delivery& delivery) {
    if (delivery.pieces > 0) {
        doing.add(std::to_string(delivery.pieces) + " pieces over " +
                  milliseconds_of(delivery.duration));
    }
    if (delivery.rate > 0) doing.add(std::to_string(delivery.rate) + " bytes a second");
    if (delivery.wire != fault::Wire::none) doing.add(std::string(fault::name_of(delivery.wire)));
}

std::string doing_of(const Firing& firing) {
    const Rule& rule = *firing.rule;
    Doing doing;
    add_delay(doing, firing);
    if (rule.instead) doing.add("status " + std::to_string(rule.instead->status));
    if (rule.quota) doing.add("status " + std::to_string(rule.quota->instead.status));
    add_delivery(doing, rule.delivery);
    if (!firing.did.empty()) doing.add(firing.did);
    return std::move(doing).text();
}

}  // namespace

std::string_view name_of(fault::When when) {
    static constexpr std::string_view names[] = {"before_checks", "before_state", "after_state"};
    return names[static_cast<size_t>(when)];
}

void write_firing(JsonWriter& writer, const Firing& firing) {
    const auto text = [&](std::string_view name, std::string_view value) {
        writer.name(name);
        writer.string(value);
    };
    writer.begin_object();
    text("rule", firing.rule->name);
    text("plan", firing.rule->plan);
    text("when", name_of(firing.rule->when));
    text("why", firing.why);
    writer.name("drawn");
    writer.begin_object();
    for (const auto& [what, number] : firing.draws) {
        writer.name(what);
        writer.json(shortest(number));
    }
    writer.end_object();
    if (!firing.did.empty()) text("did", firing.did);
    writer.end_object();
}

std::string summary_of(const Firing& firing) {
    const std::string doing = doing_of(firing);
    return doing.empty() ? firing.rule->name : firing.rule->name + " (" + doing + ')';
}

}  // namespace standin::admin
