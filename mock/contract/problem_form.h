// How a document tells problems: a template that is made of the schema of an error's body.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "mock/contract/problem_word.h"
#include "mock/contract/reference.h"
#include "mock/core/document.h"

namespace standin::contract {

// Makes the templates of an envelope: what members tell is known by their names, what must be
// there besides is as its schema fixes it, or empty. Whether a body that comes of it is what the
// schema asks for is to be seen when there is one. Throws ContractError for a dangling $ref.
class ProblemForm {
  public:
    // Of bodies with this schema that are answered with this status.
    ProblemForm(const Located& schema, int status);

    // The body; nothing where it would tell nothing of a problem.
    const std::optional<Value>& body() const { return body_; }
    // What dresses each of $problems, where the body has these.
    const std::optional<Value>& problem() const { return problem_; }
    // Owns both; they may share values of the schema's document.
    std::shared_ptr<const Document> document() const { return document_; }
    // Whether it would be another one with another status.
    bool depends_on_status() const { return depends_on_status_; }

  private:
    using Made = std::optional<Value>;
    // A schema as far as it is looked at: itself, the parts of its allOf, and the first branch of
    // its oneOf or anyOf.
    using Parts = std::vector<Located>;
    struct Spot {
        Tells tells = Tells::nothing;
        Level level = Level::whole;
        bool required = false;
        const Parts& parts;
    };

    Made object(const Parts& parts, Level level, bool whole);
    Made member(const Spot& spot);
    Made telling(const Spot& spot, std::string_view type);
    Made text(const Spot& spot);
    Made number(Tells tells);
    Made list(const Spot& spot);
    Made fixed(const Spot& spot);
    Made constant(const Spot& spot, const Value& value);
    Made empty(const Spot& spot, std::string_view type);
    Made tell(std::string_view expression);
    Made first_of(std::string_view expression, std::string_view other);

    const int status_;
    std::shared_ptr<Document> document_ = std::make_shared<Document>();
    Made body_;
    Made problem_;
    std::vector<const Value*> open_;  // schemas of the objects that are being made
    size_t objects_ = 0;
    size_t told_ = 0;  // how many members tell something
    bool depends_on_status_ = false;
};

}  // namespace standin::contract
