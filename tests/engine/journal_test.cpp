// The journal: a ring, bounded by count and by bytes.
#include "mock/engine/journal.h"

#include <gtest/gtest.h>

namespace standin::engine {

namespace {

std::shared_ptr<const Exchange> exchange_of(uint64_t ordinal, size_t body = 0) {
    auto exchange = std::make_shared<Exchange>();
    exchange->ordinal = ordinal;
    exchange->request.body.assign(body, 'x');
    return exchange;
}

std::string kept(const Journal& journal) {
    std::string text;
    for (const auto& each : journal.exchanges()) text += std::to_string(each->ordinal) + ' ';
    return text;
}

TEST(Journal, KeepsTheLastOnes) {
    Journal journal({.exchanges = 3, .bytes = 1 << 20});
    EXPECT_EQ(kept(journal), "");
    for (uint64_t i = 1; i <= 5; ++i) journal.keep(exchange_of(i));
    EXPECT_EQ(kept(journal), "3 4 5 ");
    journal.clear();
    EXPECT_EQ(kept(journal), "");
    journal.keep(exchange_of(6));
    EXPECT_EQ(kept(journal), "6 ");
}

TEST(Journal, KeepsNoneWhereNoneAreWanted) {
    Journal journal({.exchanges = 0, .bytes = 1 << 20});
    journal.keep(exchange_of(1));
    EXPECT_EQ(kept(journal), "");
}

TEST(Journal, IsBoundedByBytes) {
    Journal journal({.exchanges = 1000, .bytes = 100'000});
    for (uint64_t i = 1; i <= 5; ++i) journal.keep(exchange_of(i, 40'000));
    EXPECT_EQ(kept(journal), "4 5 ");
    journal.keep(exchange_of(6, 90'000));
    EXPECT_EQ(kept(journal), "6 ");
}

TEST(Journal, KeepsTheLastOneHoweverLargeItIs) {
    Journal journal({.exchanges = 1000, .bytes = 10});
    journal.keep(exchange_of(1, 100));
    journal.keep(exchange_of(2, 100));
    EXPECT_EQ(kept(journal), "2 ");
}

TEST(Journal, CountsProblemsHeadersAndAnswers) {
    Journal journal({.exchanges = 1000, .bytes = 100'000});
    for (uint64_t i = 1; i <= 3; ++i) {
        auto exchange = std::make_shared<Exchange>();
        exchange->ordinal = i;
        exchange->request.headers.add("X", std::string(15'000, 'x'));
        exchange->response.body.assign(15'000, 'x');
        exchange->problems.resize(1);
        exchange->problems[0].message.assign(15'000, 'x');
        journal.keep(std::move(exchange));
    }
    EXPECT_EQ(kept(journal), "2 3 ");
}

TEST(Journal, ClearForgetsItsBytes) {
    Journal journal({.exchanges = 1000, .bytes = 100'000});
    journal.keep(exchange_of(1, 90'000));
    journal.clear();
    journal.keep(exchange_of(2, 45'000));
    journal.keep(exchange_of(3, 45'000));
    EXPECT_EQ(kept(journal), "2 3 ");
}

}  // namespace

}  // namespace standin::engine
