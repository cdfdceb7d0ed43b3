// Any text, loaded as a contract: a contract, or refused with what is wrong.
#include "mock/contract/contract.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    using namespace standin;
    try {
        const auto contract = contract::load_contract_text("fuzz.yaml", fuzz::text_of(bytes, size));
        fuzz::expect(contract != nullptr, "neither a contract nor a mistake");
    } catch (const ContractError& error) {
        fuzz::expect(!error.mistakes().empty(), "refused without a mistake");
        for (const Mistake& mistake : error.mistakes()) {
            fuzz::expect(!mistake.message.empty(), "a mistake without a message", mistake.text());
        }
    }
    return 0;
}
