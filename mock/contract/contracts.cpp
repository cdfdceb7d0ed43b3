#include "mock/contract/contracts.h"

#include <algorithm>

namespace standin::contract {

namespace {

// Keeps the mistakes of steps, so that one run tells those of all.
class Mistakes {
  public:
    template <class Step>
    void attempt(const Step& step) {
        try {
            step();
        } catch (const ContractError& error) {
            all_.insert(all_.end(), error.mistakes().begin(), error.mistakes().end());
        }
    }

    void raise() {
        if (!all_.empty()) throw ContractError(std::move(all_));
    }

  private:
    std::vector<Mistake> all_;
};

void refuse_twin(const Contract& contract, const Contracts& others) {
    const auto twin = std::ranges::find(
        others, contract.name, [](const auto& other) -> auto& { return other->name; });
    if (twin == others.end()) return;
    contract.source().refuse(
        {}, "",
        "a contract named \"" + contract.name + "\" is there already: " + (*twin)->source().file);
}

}  // namespace

Loaded load_contracts(const std::vector<Wanted>& files, const std::vector<std::string>& overlays,
                      const LoadOptions& options) {
    Mistakes mistakes;
    std::vector<Source> documents;
    std::vector<LoadOptions> each;
    for (const Wanted& wanted : files) {
        mistakes.attempt([&] {
            documents.push_back(read_named(wanted.file, options.reach));
            each.push_back(options);
            each.back().mount = wanted.mount;
        });
    }
    std::vector<Overlay> layers;
    for (const std::string& file : overlays) {
        mistakes.attempt([&] { layers.push_back(read_overlay(read_named(file, options.reach))); });
    }
    if (!layers.empty()) mistakes.raise();  // what is missing is not what an overlay extends
    Loaded loaded;
    mistakes.attempt([&] { loaded.layers = lay_all(layers, documents); });
    for (size_t i = 0; i < documents.size(); ++i) {
        mistakes.attempt([&] {
            auto contract = load_contract(std::move(documents[i]), each[i]);
            refuse_twin(*contract, loaded.contracts);
            loaded.contracts.push_back(std::move(contract));
        });
    }
    mistakes.raise();
    return loaded;
}

}  // namespace standin::contract
