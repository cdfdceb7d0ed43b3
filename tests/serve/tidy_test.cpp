// The handler's own work beside the requests.
#include <semaphore>

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

class Tidying : public Echo {
  public:
    explicit Tidying(bool throws = false) : throws_(throws) {}

    void tidy() override {
        tidied_.release();
        if (throws_) throw 5;
    }
    // Whether it was called so often, or is within ten seconds each.
    bool tidied(int times) {
        for (int i = 0; i < times; ++i) {
            if (!tidied_.try_acquire_for(std::chrono::seconds(10))) return false;
        }
        return true;
    }

  private:
    const bool throws_;
    std::counting_semaphore<> tidied_{0};
};

TEST(Tidy, IsCalledAgainAndAgainWhileTheServerRuns) {
    Tidying tidying;
    RunningServer server(tidying, {});
    EXPECT_TRUE(tidying.tidied(3));
}

TEST(Tidy, MayThrow) {
    Tidying tidying(true);
    RunningServer server(tidying, {});
    EXPECT_TRUE(tidying.tidied(2));
    const std::string answer = echoed("GET / ");
    EXPECT_EQ(Client(server.port()).exchange("GET / HTTP/1.1\r\nHost: h\r\n\r\n", answer.size()),
              answer);
}

}  // namespace
}  // namespace standin::serve
