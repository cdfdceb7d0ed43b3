// Putting a resource together: what was sent, what the server sets, what is kept.
#pragma once

#include <optional>

#include "mock/state/behave.h"
#include "mock/state/draft.h"
#include "mock/state/intake.h"

namespace standin::state {

// Expressions and generators on behalf of one turn: values are drawn for its resource. While
// nothing is stored yet, "$stored" names what has been made so far.
class MakingScope : public contract::RequestScope {
  public:
    MakingScope(const Turn& turn, const contract::Resource& resource)
        : RequestScope(turn.request, turn.input, &turn.contract), turn_(turn) {
        make_for(resource);
    }

    void make_for(const contract::Resource& resource) {
        purpose_ = turn_.contract.name + '/' + resource.name;
    }
    void set_draft(const Draft* draft) { draft_ = draft; }  // null where something is stored
    contract::Operand lookup(const contract::Expression& expression) const override;
    Value generate(const contract::Generator& generator) override;

  private:
    const Turn& turn_;
    std::string purpose_;
    const Draft* draft_ = nullptr;
    mutable Document drafts_;  // as whole values
    Value now_[2];             // as it is told in milliseconds, and in seconds, once it was
};

// The values that the path gives a resource's scope.
ScopeValues scope_of(const Turn& turn, const contract::Resource& resource);

bool is_taken(const Table& table, const ScopeValues& scope, std::string_view key);

// Makes the draft of one turn's resource. What it stores on the way is gone with it unless commit()
// is called.
class Composer {
  public:
    Composer(const Turn& turn, MakingScope& scope) : turn_(turn), scope_(scope) {}
    ~Composer();
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;

    // Replaces embedded resources in the body by what they are; those without a key are made and
    // stored. Returns a refusal where one is named that is not there, or cannot be made.
    std::optional<contract::Outcome> embed();

    // `key` is the one that the path gives, null where the server gives one.
    void create(const contract::Resource& resource, const Value& body, const Value* key);
    void replace(const contract::Resource& resource, const Value& stored);
    void update(const contract::Resource& resource, const Value& stored);
    // Makes what was put together by inference what answers promise (complete.cpp).
    void complete(const contract::Resource& resource);
    // What there is before anything was stored; an empty object where no contract shows it.
    Value sampled(const contract::Resource& resource) const;

    const Draft& draft() const { return draft_; }
    void commit() { made_.clear(); }

  private:
    struct Embedded {
        Table* table;
        Place place;
    };

    // Where a value stands in the body: an item of an array, or a member.
    struct Step {
        const Step* up;
        size_t index;
        const std::string_view* name;  // of a member; null for an item
    };
    static std::string pointer_of(const Step* step);

    // embed.cpp
    Value embedded(const Value& value, const contract::Shape* shape, const Step* at);
    Value embedded_object(const Value& object, const contract::Shape& shape, const Step* at);
    Value resource_for(const Value& object, const contract::Shape& shape, const Step* at);
    Value made_for(const Value& object, const contract::Resource& resource, const Step* at);
    Value part(const ItemPointer& item, const Step* at, const Value& object);
    Value refuse(std::string error, std::string pointer, const Value& object);

    void give_key(const contract::Resource& resource);
    template <class Make>
    void next_free_key(const contract::Resource& resource, Make make);
    void assign(const contract::Resource& resource,
                const std::optional<contract::Template>& members);
    void assign_unsaid(const contract::Resource& resource);
    void touch(const contract::Resource& resource);
    void fill_required(const contract::Resource& resource);

    const Turn& turn_;
    MakingScope& scope_;
    Draft draft_;
    std::vector<Embedded> made_;
    std::optional<contract::Outcome> refusal_;
    size_t embedded_bytes_ = 0;  // of the resources that the body has embedded
};

}  // namespace standin::state
