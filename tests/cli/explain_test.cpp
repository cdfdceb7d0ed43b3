// `standin explain` as its user runs it.
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

class Explain : public testing::Test {
  protected:
    Folder folder_;
    const std::string file_ = folder_.write("small.yaml", small_contract);
    const std::string text_ = file_ +
                              ": A small API\n\nthings: known by \"id\" (nothing names another)\n"
                              "  POST /things      create   201; POST of the collection /things\n"
                              "  GET /things/{id}  read     200; GET of an item of /things\n";
};

TEST_F(Explain, PrintsWhatIsInferred) {
    const Ended ended = standin({"explain", file_});
    EXPECT_EQ(ended.out, text_);
    EXPECT_EQ(ended.errors, "");
    EXPECT_EQ(ended.code, 0);
}

TEST_F(Explain, WritesAnOverlayThatCanBeServed) {
    const std::string overlay = folder_.file("mine.yaml");
    const Ended ended = standin({"explain", file_, "--write", overlay});
    EXPECT_EQ(ended.out, text_ + "\nwritten to " + overlay + "\n");
    EXPECT_NE(text_of(overlay).find("extends: \"./small.yaml\"\n"), std::string::npos);
    const Ended again = standin({"explain", file_, "--overlay", overlay});
    EXPECT_NE(again.out.find("x-standin names the resource"), std::string::npos) << again.errors;
}

TEST_F(Explain, KeepsAFileThatIsThere) {
    const std::string overlay = folder_.write("mine.yaml", "mine");
    const Ended ended = standin({"explain", file_, "--write", overlay});
    EXPECT_EQ(ended.errors, "standin: --write " + overlay + ": the file is there already\n");
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(text_of(overlay), "mine");
}

TEST_F(Explain, TakesOneFile) {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"explain"}, std::vector<std::string>{"explain", file_, file_}}) {
        const Ended ended = standin(arguments);
        EXPECT_EQ(ended.errors, "standin: explain takes one file; see standin explain --help\n");
        EXPECT_EQ(ended.code, 2);
    }
}

}  // namespace

}  // namespace standin::cli
