// Compiles JSONPath queries: RFC 9535, appendix A, with the types of section 2.4.3.
#pragma once

#include "mock/contract/json_path_query.h"
#include "mock/contract/json_path_reader.h"

namespace standin::contract {

// One text. Throws PathMistake.
class PathParser {
  public:
    PathParser(std::string_view query, CompiledPath& compiled)
        : reader_(query), compiled_(compiled) {}

    void parse();

  private:
    // json_path_parser.cpp
    PathQuery segments();
    bool segment(PathQuery& query);
    Segment bracketed(bool descendant);
    Selector selector();
    Selector index_or_slice();

    // json_path_term.cpp
    size_t any();
    size_t all();
    size_t basic();
    size_t parenthesized();
    size_t comparison_or_test(bool negated);
    size_t operand();
    size_t query();
    const FunctionForm* function();
    size_t call(const FunctionForm& form);
    size_t keep(Term term);
    bool gives(size_t term, PathType type) const;
    void check_test(size_t term, size_t offset) const;
    void check_comparable(size_t term, size_t offset) const;
    void check_argument(size_t term, PathType parameter, size_t offset) const;

    // Guards the stack: what is inside one another is read by recursion.
    class Level {
      public:
        explicit Level(PathParser& parser);
        ~Level() { --parser_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        PathParser& parser_;
    };

    PathReader reader_;
    CompiledPath& compiled_;
    size_t depth_ = 0;
};

}  // namespace standin::contract
