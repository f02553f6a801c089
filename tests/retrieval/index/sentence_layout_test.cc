#include "retrieval/index/sentence_layout.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr uint32_t kTextBytes = 1'000'000;

TEST(SentenceLayoutTest, GivesBackWhatItWasGiven) {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    std::vector<Sentence> sentences;
    uint32_t end = 0;
    for (int k = static_cast<int>(random() % 20); k > 0; --k) {
      const auto begin = end + static_cast<uint32_t>(random() % 3000);
      end = begin + 1 + static_cast<uint32_t>(random() % 20000);
      sentences.push_back({{begin, end},
                           random() % 2 == 0 ? SentenceKind::kProse
                                             : SentenceKind::kBoilerplate});
    }
    const auto decoded =
        DecodeSentences(EncodeSentences(sentences), kTextBytes);
    ASSERT_OK(decoded);
    EXPECT_EQ(*decoded, sentences);
  }
}

TEST(SentenceLayoutTest, RefusesWhatLiesOutsideTheText) {
  const std::string bytes = EncodeSentences({{{0, 10}}, {{11, 20}}});
  EXPECT_OK(DecodeSentences(bytes, 20));
  EXPECT_THAT(DecodeSentences(bytes, 19),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(SentenceLayoutTest, RefusesBytesThatAreNoLayout) {
  EXPECT_THAT(DecodeSentences("\x80", kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodeSentences(absl::string_view("\x02", 1), kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodeSentences(std::string(40, '\xff'), kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
}

// Damaged bytes end in an error or in sentences that lie in the text.
TEST(SentenceLayoutTest, StaysInTheTextForAnyBytes) {
  std::mt19937 random(2);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const auto decoded = DecodeSentences(bytes, 500);
    if (!decoded.ok()) continue;
    uint32_t end = 0;
    for (const Sentence& sentence : *decoded) {
      EXPECT_GE(sentence.range.begin, end);
      EXPECT_LE(sentence.range.begin, sentence.range.end);
      end = sentence.range.end;
    }
    EXPECT_LE(end, 500u);
  }
}

}  // namespace
}  // namespace footnote
