#include "retrieval/text/opposites.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "retrieval/text/terms.h"

namespace footnote {
namespace {

std::string TermOf(const std::string& word) { return Tokenize(word)[0].text; }

TEST(AreOppositeTest, KnowsOppositesInEveryForm) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"supports", "opposed"},   {"accepted", "rejects"},
      {"approve", "rejected"},   {"increased", "decreases"},
      {"increase", "cuts"},      {"rise", "fall"},
      {"rose", "fell"},          {"confirmed", "denied"},
      {"won", "lost"},           {"wins", "loses"},
      {"raising", "lowering"},   {"allowed", "banned"},
      {"agreed", "refuses"},     {"alive", "dead"},
      {"resumed", "suspending"}, {"ratified", "rejected"},
  };
  for (const auto& [a, b] : pairs) {
    EXPECT_TRUE(AreOpposite(TermOf(a), TermOf(b))) << a << " " << b;
    EXPECT_TRUE(AreOpposite(TermOf(b), TermOf(a))) << b << " " << a;
  }
}

TEST(AreOppositeTest, TellsOtherWordsApart) {
  EXPECT_FALSE(AreOpposite("support", "support"));
  EXPECT_FALSE(AreOpposite("support", "win"));
  EXPECT_FALSE(AreOpposite("", ""));
}

TEST(HasOppositeTest, KnowsBothOfAPair) {
  EXPECT_TRUE(HasOpposite("abolish"));
  EXPECT_TRUE(HasOpposite("weaken"));
  EXPECT_FALSE(HasOpposite("harbour"));
  EXPECT_FALSE(HasOpposite(""));
}

}  // namespace
}  // namespace footnote
