#include "retrieval/ingest/passage_builder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// Builds a text out of sentences of given lengths.
class TextOf {
 public:
  TextOf& Add(int words, SentenceKind kind = SentenceKind::kProse,
              absl::string_view gap = " ") {
    if (!text.empty()) absl::StrAppend(&text, gap);
    const auto begin = static_cast<uint32_t>(text.size());
    for (int i = 0; i < words; ++i)
      absl::StrAppend(&text, i ? " " : "", "word");
    sentences.push_back({{begin, static_cast<uint32_t>(text.size())}, kind});
    return *this;
  }

  std::vector<int> PassageSizes() const {
    std::vector<int> sizes;
    for (const SentenceRun& run : BuildPassages(text, sentences)) {
      sizes.push_back(static_cast<int>(run.sentence_count));
    }
    return sizes;
  }

  std::string text;
  std::vector<Sentence> sentences;
};

using Sizes = std::vector<int>;

TEST(BuildPassagesTest, KeepsAShortDocumentWhole) {
  EXPECT_EQ(TextOf().Add(20).Add(20).Add(20).PassageSizes(), Sizes({3}));
  EXPECT_EQ(TextOf().PassageSizes(), Sizes());
}

TEST(BuildPassagesTest, EndsBeforeItGrowsTooLong) {
  EXPECT_EQ(TextOf().Add(80).Add(70).Add(1).PassageSizes(), Sizes({2, 1}));
  EXPECT_EQ(TextOf().Add(80).Add(71).PassageSizes(), Sizes({1, 1}));
  EXPECT_EQ(TextOf().Add(10).Add(500).Add(10).PassageSizes(), Sizes({1, 1, 1}));
}

TEST(BuildPassagesTest, EndsWithALongEnoughParagraph) {
  const auto kProse = SentenceKind::kProse;
  EXPECT_EQ(TextOf().Add(60).Add(20, kProse, "\n").PassageSizes(),
            Sizes({1, 1}));
  EXPECT_EQ(TextOf().Add(59).Add(20, kProse, "\n").PassageSizes(), Sizes({2}));
}

TEST(BuildPassagesTest, LeavesBoilerplateOut) {
  const TextOf text = TextOf().Add(5).Add(5, SentenceKind::kBoilerplate).Add(5);
  const auto passages = BuildPassages(text.text, text.sentences);
  ASSERT_EQ(passages.size(), 2u);
  EXPECT_EQ(passages[1].first_sentence, 2u);
  EXPECT_EQ(passages[1].range, text.sentences[2].range);
}

TEST(BuildPassagesTest, HoldsEachSentenceOfProseOnce) {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    TextOf text;
    for (int k = static_cast<int>(random() % 30); k > 0; --k) {
      text.Add(
          1 + static_cast<int>(random() % 90),
          random() % 6 == 0 ? SentenceKind::kBoilerplate : SentenceKind::kProse,
          random() % 3 == 0 ? "\n\n" : " ");
    }
    std::vector<int> seen(text.sentences.size());
    for (const SentenceRun& run : BuildPassages(text.text, text.sentences)) {
      const uint32_t last = run.first_sentence + run.sentence_count - 1;
      EXPECT_EQ(run.range.begin,
                text.sentences[run.first_sentence].range.begin);
      EXPECT_EQ(run.range.end, text.sentences[last].range.end);
      for (uint32_t s = run.first_sentence; s <= last; ++s) ++seen[s];
    }
    for (size_t s = 0; s < seen.size(); ++s) {
      EXPECT_EQ(seen[s], text.sentences[s].kind == SentenceKind::kProse);
    }
  }
}

}  // namespace
}  // namespace footnote
