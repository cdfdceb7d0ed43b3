// Answers that come from what contracts document instead of from the state, and the judging of
// those that do not.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include "mock/contract/contract.h"
#include "mock/engine/exchange.h"
#include "mock/envelope/wrap.h"
#include "mock/sample/answers.h"
#include "mock/state/sampler.h"

namespace standin::engine {

// Safe to use from several threads.
class Documentation final : public state::Sampler {
  public:
    // The contracts must outlive it. `seed` is what varied samples depend on; `dynamic` makes them
    // varied where a request says nothing of it; `prefer` lets requests say something.
    struct Options {
        uint64_t seed = 0;
        bool dynamic = false;
        bool ignores_examples = false;  // but for those that a request names
        bool prefer = true;
    };
    Documentation(const contract::Contracts& contracts, Options options);

    // Whether a request asks for an example, or for a varied answer, whatever the state is.
    bool is_asked_for(const http::Request& request) const;

    // What answers of an exchange are about; must not outlive this or the exchange.
    envelope::Subject subject(const Exchange& exchange) const;

    // Answers an exchange as its operation documents, or says why that cannot be.
    void answer(Exchange& exchange) const;

    // The documented answer of a status, and what is wrong with it; nothing where none is
    // documented.
    std::optional<http::Response> answer_with(const Exchange& exchange, int status,
                                              Problems* violations = nullptr) const;

    // Answers a request that is refused as its operation documents one of the wanted statuses;
    // false, and nothing changed, where it documents none.
    bool refuse(Exchange& exchange, std::span<const int> wanted) const;

    // The documented example as the resource of a key: the member that identifies it has that key.
    void answer_as(Exchange& exchange, const std::string& key) const;

    // Made of the schema alone, but for what there is once: that begins as its example.
    const Value* sample_of(const contract::Contract& contract,
                           const contract::Resource& resource) const override;
    Value completed(const contract::Contract& contract, const contract::Resource& resource,
                    const Value& shown, Document& document) const override;
    Value key_like(const contract::Contract& contract, const contract::Resource& resource,
                   const Value& key, uint64_t n, Document& document) const override;

    // Makes an answer that was made of the state what its contract promises, where it is not.
    void amend(Exchange& exchange) const;

    // What judges the schemas of a contract, one of those that it was made with.
    sample::Judge& judge_of(const contract::Contract& contract) const {
        return answers_of(contract).judge();
    }

    // What an exchange's response has that its contract does not promise.
    Problems problems(const Exchange& exchange) const;

  private:
    sample::Choice plain(sample::Choice choice, const sample::Ask& ask) const;
    sample::Ask ask(const Exchange& exchange) const;
    sample::Wish wish(const Exchange& exchange, const sample::Ask& ask) const;
    sample::Answers& answers_of(const contract::Contract& contract) const {
        return *answers_.at(&contract);
    }
    std::string mended(const contract::Contract& contract, const contract::Located& schema,
                       std::string_view body) const;
    void answer_plainly(Exchange& exchange) const;
    bool fits(const contract::Contract& contract, const contract::Located& schema,
              std::string_view body) const;
    void refuse(Exchange& exchange, std::string error, std::string why) const;
    std::shared_ptr<const Document> make_sample(const contract::Contract& contract,
                                                const contract::Operation& operation) const;

    const Options options_;
    std::map<const contract::Contract*, std::unique_ptr<sample::Answers>>
        answers_;  // never iterated

    mutable std::mutex mutex_;
    mutable std::map<const contract::Resource*, std::shared_ptr<const Document>>
        samples_;  // guarded by mutex_; never iterated
};

}  // namespace standin::engine
