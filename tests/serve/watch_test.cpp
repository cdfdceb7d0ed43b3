// Whether files have changed, and being told so.
#include "mock/serve/watch.h"

#include <filesystem>
#include <semaphore>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/folder.h"

namespace standin::serve {
namespace {

namespace fs = std::filesystem;
using cli::Folder;

class Stamped : public testing::Test {
  protected:
    // The folder's own way out of links, as the stamps tell it.
    std::string at(const std::string& name) const { return folder_.file(name); }

    Folder folder_;
    const std::string file_ = folder_.write("a.yaml", "one");
};

TEST_F(Stamped, AFileIsAnotherOneWhenItWasWrittenReplacedOrRemoved) {
    Stamps stamps;
    const auto noted = [&] {
        stamps = {};
        stamps.note(file_);
        return !stamps.stale();
    };
    EXPECT_TRUE(noted());
    folder_.write("a.yaml", "longer");
    EXPECT_TRUE(stamps.stale());
    EXPECT_TRUE(noted());
    fs::last_write_time(file_, fs::last_write_time(file_) + std::chrono::seconds(1));
    EXPECT_TRUE(stamps.stale());
    EXPECT_TRUE(noted());
    const auto time = fs::last_write_time(file_);
    fs::last_write_time(folder_.write("b.yaml", "longer"), time);
    fs::rename(at("b.yaml"), file_);
    EXPECT_TRUE(stamps.stale());
    EXPECT_TRUE(noted());
    fs::remove(file_);
    EXPECT_TRUE(stamps.stale());
    EXPECT_TRUE(noted());
    folder_.write("a.yaml", "one");
    EXPECT_TRUE(stamps.stale());
}

TEST_F(Stamped, TheFirstNoteCounts) {
    Stamps stamps;
    stamps.note(file_);
    folder_.write("a.yaml", "longer");
    stamps.note(file_);
    EXPECT_TRUE(stamps.stale());
}

TEST_F(Stamped, AFolderIsItsContracts) {
    Stamps stamps;
    stamps.note(folder_.file(""));
    folder_.write("notes.txt", "nobody reads it");
    EXPECT_FALSE(stamps.stale());
    folder_.write("b.json", "{}");
    EXPECT_TRUE(stamps.stale());
}

TEST_F(Stamped, FoldersAreThoseInWhichItHappens) {
    fs::create_directories(at("linked/to"));
    folder_.write("linked/to/b.yaml", "two");
    fs::create_symlink("linked/to/b.yaml", at("link.yaml"));
    Stamps stamps;
    stamps.note(at("link.yaml"));
    stamps.note(at("linked/none/deeper/c.yaml"));
    const std::string top = fs::path(at("x")).parent_path();
    EXPECT_THAT(stamps.folders(), testing::IsSupersetOf({top, at("linked"), at("linked/to")}));
}

// Counts what it is told, and notes the file again.
class Watched : public Stamped {
  protected:
    Stamps stamps() const {
        Stamps noted;
        noted.note(file_);
        return noted;
    }
    bool told() { return told_.try_acquire_for(std::chrono::seconds(10)); }
    Watch::Task task() {
        return [this] {
            Stamps noted = stamps();
            told_.release();
            return noted;
        };
    }

    std::counting_semaphore<> told_{0};
};

TEST_F(Watched, TellsOfEachChange) {
    Watch watch(stamps(), task());
    for (const char* text : {"first", "another", "the third one"}) {
        folder_.write("a.yaml", text);
        EXPECT_TRUE(told());
    }
}

TEST_F(Watched, TellsOfWhatChangedBefore) {
    const Stamps before = stamps();
    folder_.write("a.yaml", "longer");
    Watch watch(before, task());
    EXPECT_TRUE(told());
}

TEST_F(Watched, RunsWhenAskedWithoutFiles) {
    Watch watch({}, task());
    watch.ask();
    EXPECT_TRUE(told());
    watch.ask();
    EXPECT_TRUE(told());
}

TEST_F(Watched, EndsWhileItWaits) {
    for (int i = 0; i < 50; ++i) Watch watch(stamps(), task());
    EXPECT_FALSE(told_.try_acquire());
}

}  // namespace
}  // namespace standin::serve
