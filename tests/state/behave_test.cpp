// What each action does to the state, and what refuses it.
#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;

const std::string shelves_and_books =
    paths_of("/shelves", "Shelf", "get post") +
    paths_of("/shelves/{shelf}", "Shelf", "get put patch delete") +
    paths_of("/shelves/{shelf}/books", "Book", "get post") +
    paths_of("/shelves/{shelf}/books/{id}", "Book", "get put patch delete") +
    paths_of("/shelves/{shelf}/books/{id}/notes", "Note", "get post") +
    paths_of("/shelves/{shelf}/books/{id}/notes/{note}", "Note", "get delete") +
    paths_of("/shelves/{shelf}/loans", "Loan", "get post") +
    paths_of("/shelves/{shelf}/loans/{loan}", "Loan", "get delete");

constexpr std::string_view schemas = R"(
    Shelf:
      type: object
      properties: {name: {type: [string, "null"]}, size: {type: integer, default: 3}}
    Book:
      type: object
      properties:
        id: {type: [string, "null"]}
        title: {type: [string, "null"]}
        isbn: {type: [integer, "null"]}
        shelf: {type: string, readOnly: true}
        made: {type: string, readOnly: true}
        info: {type: object}
    Note: {type: object, properties: {note: {type: string}}}
    Loan: {type: object, properties: {loan: {type: string}, book: {type: string}}}
)";

constexpr std::string_view extension = R"(
  errors: {isbn_taken: {status: 422}, lent: {status: 423}}
  resources:
    shelves: {key: name}
    books:
      key: id
      parents: [{resource: shelves, parameter: shelf}]
      unique: [{members: [title]}, {members: [isbn], across: all, error: isbn_taken}]
      referenced_by: [{resource: loans, member: book, error: lent}]
      create: {id: $request.body#/id, shelf: $request.path.shelf, made: "{$stored#/id}!"}
      defaults: {info: {pages: 0}}
    notes: {key: note, parents: [{resource: books, parameter: id}]}
    loans: {key: loan, parents: [{resource: shelves, parameter: shelf}]}
)";

class Library : public testing::Test {
  protected:
    Library() {
        mock_.ask("POST /shelves", R"({"name":"a"})");
        mock_.ask("POST /shelves", R"({"name":"b"})");
        mock_.ask("POST /shelves/a/books", R"({"id":"1","title":"T","isbn":1})");
    }

    std::string ask(const std::string& line, const std::string& body = "") {
        return mock_.ask(line, body);
    }
    // What one request and then another are answered.
    void expect(const std::string& line, const std::string& body, const std::string& answer) {
        EXPECT_EQ(ask(line, body), answer) << line << ' ' << body;
    }

    Mock mock_{api(shelves_and_books, schemas, extension)};
};

std::string problem(int status, const std::string& detail) {
    return std::to_string(status) + R"( {"type":"about:blank","title":")" +
           std::string(http::reason_of(status)) + R"(","status":)" + std::to_string(status) +
           R"(,"detail":")" + detail + R"("})";
}

const std::string first =
    R"({"id":"1","title":"T","isbn":1,"shelf":"a","made":"1!","info":{"pages":0}})";
const std::string not_found = problem(404, "Not Found");
const std::string duplicate = problem(409, "A resource with these values is there already");

TEST_F(Library, ShowsWhatWasMade) {
    expect("GET /shelves/a/books/1", "", "200 " + first);
    expect("GET /shelves/a/books", "", "200 [" + first + "]");
    expect("GET /shelves/b/books", "", "200 []");
    expect("GET /shelves/b/books/1", "", not_found);
    expect("GET /shelves", "", R"(200 [{"name":"a","size":3},{"name":"b","size":3}])");
}

TEST_F(Library, ReplaceKeepsWhatBelongsToTheServer) {
    expect("PUT /shelves/a/books/1", R"({"id":"9","title":"U","shelf":"x","made":"x"})",
           R"(200 {"id":"1","title":"U","shelf":"a","made":"1!","info":{"pages":0}})");
    expect("PUT /shelves/a/books/2", R"({"title":"U"})", not_found);
}

TEST_F(Library, UpdateTakesWhatIsSentAndNullClears) {
    expect("PATCH /shelves/a/books/1", R"({"id":"9","isbn":null,"info":{"a":{"b":null}}})",
           R"(200 {"id":"1","title":"T","shelf":"a","made":"1!","info":{"a":{"b":null}}})");
    expect("PATCH /shelves/a/books/1", R"({"id":null,"title":null})",
           R"(200 {"id":"1","shelf":"a","made":"1!","info":{"a":{"b":null}}})");
}

TEST_F(Library, RefusesWhatIsNotUniqueAndChangesNothing) {
    expect("POST /shelves/a/books", R"({"id":"2","title":"T"})", duplicate);
    expect("POST /shelves/a/books", R"({"id":"1","title":"V"})", duplicate);
    expect("POST /shelves/b/books", R"({"id":"1","title":"T","isbn":1})",
           problem(422, "The request breaks a rule of the contract"));
    expect("POST /shelves/b/books", R"({"id":"1","title":"T","isbn":2})",
           R"(200 {"id":"1","title":"T","isbn":2,"shelf":"b","made":"1!","info":{"pages":0}})");
    expect("PATCH /shelves/b/books/1", R"({"isbn":1})",
           problem(422, "The request breaks a rule of the contract"));
    expect("PATCH /shelves/b/books/1", R"({"isbn":2})",
           R"(200 {"id":"1","title":"T","isbn":2,"shelf":"b","made":"1!","info":{"pages":0}})");
    expect("GET /shelves/a/books", "", "200 [" + first + "]");
}

TEST_F(Library, GivesBackWhatAnItemNoLongerHolds) {
    ask("PATCH /shelves/a/books/1", R"({"title":"Z","isbn":null})");
    expect("POST /shelves/a/books", R"({"id":"2","title":"T","isbn":1})",
           R"(200 {"id":"2","title":"T","isbn":1,"shelf":"a","made":"2!","info":{"pages":0}})");
    ask("DELETE /shelves/a/books/2");
    expect("PATCH /shelves/a/books/1", R"({"title":"T","isbn":1})", "200 " + first);
}

TEST_F(Library, AbsentAndEmptyValuesAreNotCompared) {
    const std::string blank = R"("title":"","shelf":"a","made":)";
    expect("POST /shelves/a/books", R"({"id":"2","title":""})",
           R"(200 {"id":"2",)" + blank + R"("2!","info":{"pages":0}})");
    expect("POST /shelves/a/books", R"({"id":"3","title":""})",
           R"(200 {"id":"3",)" + blank + R"("3!","info":{"pages":0}})");
}

TEST_F(Library, WhatBelongsToNothingIsRefused) {
    expect("POST /shelves/c/books", R"({"id":"1"})", not_found);
    expect("GET /shelves/c/books", "", not_found);
    expect("GET /shelves/b/books/1/notes", "", not_found);
}

TEST_F(Library, DeletingAParentDeletesWhatBelongsToItAndNothingElse) {
    ask("POST /shelves/b/books", R"({"id":"1","title":"T"})");
    ask("POST /shelves/a/books/1/notes", R"({"note":"x"})");
    ask("POST /shelves/b/books/1/notes", R"({"note":"y"})");
    expect("DELETE /shelves/a/books/1", "", "200 " + first);
    expect("GET /shelves/b/books/1/notes", "", R"(200 [{"note":"y"}])");
    ask("POST /shelves/a/books", R"({"id":"1","title":"T","isbn":1})");
    expect("GET /shelves/a/books/1/notes", "", "200 []");
}

TEST_F(Library, DeletingAParentDeletesGrandchildren) {
    ask("POST /shelves/a/books/1/notes", R"({"note":"x"})");
    expect("DELETE /shelves/a", "", R"(200 {"name":"a","size":3})");
    ask("POST /shelves", R"({"name":"a"})");
    expect("POST /shelves/a/books", R"({"id":"1","title":"T","isbn":1})", "200 " + first);
    expect("GET /shelves/a/books/1/notes", "", "200 []");
}

TEST_F(Library, WhatIsNamedCannotBeDeleted) {
    ask("POST /shelves/b/loans", R"({"loan":"l","book":"1"})");
    ask("POST /shelves/a/loans", R"({"loan":"l","book":"1"})");
    expect("DELETE /shelves/a/books/1", "",
           problem(423, "The request breaks a rule of the contract"));
    ask("DELETE /shelves/a/loans/l");
    expect("DELETE /shelves/a/books/1", "", "200 " + first);  // b's loan names b's book
}

TEST_F(Library, EachNameIsStoredOnceAndTheLastOneCounts) {
    expect("POST /shelves/b/books",
           R"({"id":"0","title":"A","id":"5","info":{"x":1,"x":2},"new":[{"y":1,"y":2}]})",
           R"(200 {"id":"5","title":"A","shelf":"b","made":"5!",)"
           R"("info":{"x":2,"pages":0},"new":[{"y":2}]})");
}

TEST_F(Library, KeysOfAnyTextAreFound) {
    expect("POST /shelves", R"({"name":"a/b c\n\u0000"})",
           R"(200 {"name":"a/b c\n\u0000","size":3})");
    expect("GET /shelves/a%2Fb%20c%0A%00", "", R"(200 {"name":"a/b c\n\u0000","size":3})");
    expect("GET /shelves/%ff", "", not_found);
}

TEST_F(Library, AKeyThatIsNoneIsGiven) {
    const std::string given = mock_.ask("POST /shelves", R"({"name":null})");
    EXPECT_EQ(given, R"(200 {"name":"0de3f969-f9b4-4cb2-89b1-9fb48fd50008","size":3})");
}

}  // namespace

}  // namespace standin::state
