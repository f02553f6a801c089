#include "bench/peers/corpus_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::MatchesRegex;
using testing::ReadFile;
using ::testing::SizeIs;
using testing::TemporaryDirectory;

std::vector<std::string> LinesOf(const std::string& path) {
  return absl::StrSplit(ReadFile(path), '\n', absl::SkipEmpty());
}

TEST(GeneratedCorpusTest, IsALineAPassageAndALineAQuestion) {
  const TemporaryDirectory folder;
  const auto corpus = WriteGeneratedCorpus(1, 500, 20, folder.path());
  ASSERT_TRUE(corpus.ok()) << corpus.status();
  EXPECT_EQ(corpus->passage_count, 500u);
  EXPECT_EQ(corpus->bytes, ReadFile(corpus->passages).size());
  EXPECT_THAT(LinesOf(corpus->passages), SizeIs(500));
  EXPECT_EQ(LinesOf(corpus->questions_file), corpus->questions);
  ASSERT_THAT(corpus->questions, SizeIs(20));
  for (const std::string& question : corpus->questions) {
    EXPECT_THAT(question, MatchesRegex("([a-z]+ ){6}[a-z]+"));
  }
}

TEST(GeneratedCorpusTest, BeginsAsASmallerOneOfItsSeed) {
  const TemporaryDirectory few;
  const TemporaryDirectory many;
  const auto small = WriteGeneratedCorpus(1, 10'000, 20, few.path());
  const auto great = WriteGeneratedCorpus(1, 11'000, 20, many.path());
  ASSERT_TRUE(small.ok() && great.ok());
  EXPECT_EQ(small->questions, great->questions);
  EXPECT_TRUE(
      absl::StartsWith(ReadFile(great->passages), ReadFile(small->passages)));
}

TEST(GeneratedCorpusTest, TellsWhatItCannotWrite) {
  EXPECT_EQ(WriteGeneratedCorpus(1, 1, 1, "/no/such/folder").status().code(),
            absl::StatusCode::kUnavailable);
}

TEST(DataCorpusTest, SpellsTermsAsWordsOfTheirOwn) {
  const TemporaryDirectory folder;
  std::ofstream(folder.File("corpus.jsonl"))
      << R"({"id": "a", "text": "Ships of Japan sail. Japan's ship sails."})"
      << "\n";
  std::ofstream(folder.File("asked.jsonl"))
      << R"({"question": "Whose ship is a ship of Japan?"})"
      << "\n";
  const auto corpus =
      WriteDataCorpus(folder.path(), "asked.jsonl", 10, folder.path());
  ASSERT_TRUE(corpus.ok()) << corpus.status();
  // ship, of, japan, sail; whose, is, a: in the order in which they come.
  EXPECT_THAT(LinesOf(corpus->passages),
              ElementsAre("bab baf bah bak bah bab bak"));
  EXPECT_THAT(corpus->questions, ElementsAre("bap bab bax beb baf bah"));
  EXPECT_EQ(corpus->words, 7u);
}

TEST(DataCorpusTest, TellsThatThereIsNone) {
  const TemporaryDirectory folder;
  EXPECT_EQ(WriteDataCorpus(folder.path(), "asked.jsonl", 10, folder.path())
                .status()
                .code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace footnote::bench
