// Bits of a corpus file flip while nobody looks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "retrieval/corpus_check.h"
#include "tests/faults/facts.h"
#include "tests/faults/from_environment.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
namespace {

constexpr int kDocuments = 30;
constexpr int kQuestions = 6;
constexpr size_t kFrameBytes = 24 + 4096;  // Of the log.
constexpr AskOptions kOptions = {3, 0.0};

Document MakeDocument(int number) {
  const v1::Document fact = FactDocument('a', number, number + 1);
  return {.id = fact.id(),
          .title = fact.title(),
          .text = fact.text(),
          .uri = "https://example.com/" + fact.id(),
          .source = fact.source(),
          .published = "2025-01-31",
          .language = "en",
          .metadata = {{"version", absl::StrCat(number + 1)}}};
}

// What is read from a corpus. Where reading failed there is nothing.
struct Readings {
  std::map<std::string, Document> documents;
  std::map<std::string, std::string> answers;
};

std::string Summary(const Answer& answer) {
  std::string summary = absl::StrCat(answer.confidence);
  for (const CitedSentence& sentence : answer.sentences) {
    const Citation& citation = sentence.citation;
    absl::StrAppend(&summary, "\n", sentence.text, " [", citation.document_id,
                    "@", citation.document_revision, " ", citation.title, " ",
                    citation.uri, " ", citation.source, " ", citation.published,
                    " ", citation.span.bytes.begin, "]");
  }
  return summary;
}

// Reads whatever can be read; a file that can't be opened gives nothing.
Readings Read(const std::string& path) {
  Readings readings;
  const auto corpus = Corpus::Open(path);
  if (!corpus.ok()) return readings;
  for (int i = 0; i < kDocuments; ++i) {
    const std::string id = MakeDocument(i).id;
    const auto got = (*corpus)->Get(id, 0, Deadline::Infinite());
    if (got.ok()) readings.documents[id] = got->document.document;
  }
  for (int i = 0; i < kQuestions; ++i) {
    const std::string question = FactQuestion('a', i * 5);
    const auto answer =
        (*corpus)->Ask({question, {}}, kOptions, Deadline::Infinite());
    if (answer.ok()) readings.answers[question] = Summary(*answer);
  }
  return readings;
}

// Returns how many of `read` are not those of `intact`.
template <typename Value>
int CountOthers(const std::map<std::string, Value>& read,
                const std::map<std::string, Value>& intact) {
  int others = 0;
  for (const auto& [key, value] : read) others += !(intact.at(key) == value);
  return others;
}

class BitFlipTest : public ::testing::Test {
 protected:
  void SetUp() override {
    {
      const auto corpus = Corpus::Open(path_);
      ASSERT_OK(corpus);
      std::vector<Document> documents;
      for (int i = 0; i < kDocuments; ++i) documents.push_back(MakeDocument(i));
      ASSERT_OK((*corpus)->Import(documents, Deadline::Infinite()));
    }
    bytes_ = ReadFile(path_);
    intact_ = Read(path_);
    ASSERT_EQ(intact_.documents.size(), static_cast<size_t>(kDocuments));
    ASSERT_EQ(intact_.answers.size(), static_cast<size_t>(kQuestions));
  }

  // Writes the corpus with one to three bits flipped.
  void Flip(const std::string& path) {
    std::string flipped = bytes_;
    for (auto left = 1 + random_() % 3; left > 0; --left) {
      char& byte = flipped[random_() % flipped.size()];
      byte = static_cast<char>(byte ^ (1 << random_() % 8));
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << flipped;
  }

  TemporaryDirectory directory_;
  const std::string path_ = directory_.File("intact.db");
  std::string bytes_;
  Readings intact_;
  std::mt19937 random_{static_cast<std::mt19937::result_type>(
      FromEnvironment("FOOTNOTE_FAULT_SEED", 20250131))};
};

TEST_F(BitFlipTest, IsFoundBeforeItIsReadWrongly) {
  const int rounds = FromEnvironment("FOOTNOTE_FLIP_ROUNDS", 100);
  const std::string path = directory_.File("flipped.db");
  int found = 0;
  int otherwise_answered = 0;
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    Flip(path);
    const auto check = CheckCorpus(path);
    const bool is_found = !check.ok() || !check->damages.empty();
    found += is_found;
    const Readings read = Read(path);
    // A document is never given out otherwise than it came, check or not.
    ASSERT_EQ(CountOthers(read.documents, intact_.documents), 0);
    const int others = CountOthers(read.answers, intact_.answers);
    otherwise_answered += others;
    const bool is_all_read =
        read.documents.size() == intact_.documents.size() &&
        read.answers.size() == intact_.answers.size();
    ASSERT_TRUE(is_found || (others == 0 && is_all_read));
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::filesystem::remove(path + ending);
    }
  }
  std::cout << rounds << " damaged copies: the check found " << found
            << ", the others read as before; answers that differed, all in "
               "copies found: "
            << otherwise_answered << std::endl;
  EXPECT_GT(found, rounds / 4);
}

// The log of a killed server: SQLite takes its first damaged frame for its end.
TEST_F(BitFlipTest, IsFoundInTheLog) {
  const int rounds = FromEnvironment("FOOTNOTE_FLIP_ROUNDS", 100);
  const std::string path = directory_.File("logged.db");
  const std::string copy = directory_.File("copy.db");
  const auto corpus = Corpus::Open(path);
  ASSERT_OK(corpus);
  constexpr int kChanges = 8;
  uintmax_t last_begin = 0;
  for (int i = 0; i < kChanges; ++i) {
    last_begin = std::filesystem::file_size(path + "-wal");
    ASSERT_OK((*corpus)->Import({MakeDocument(i)}, Deadline::Infinite()));
  }
  const std::string log = ReadFile(path + "-wal");
  int found = 0;
  for (int round = 0; round < rounds; ++round) {
    const size_t at = random_() % log.size();
    SCOPED_TRACE(absl::StrCat("round ", round, ", byte ", at));
    std::filesystem::copy_file(
        path, copy, std::filesystem::copy_options::overwrite_existing);
    std::string flipped = log;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << random_() % 8));
    std::ofstream(copy + "-wal", std::ios::binary) << flipped;
    const auto check = CheckCorpus(copy);
    ASSERT_OK(check);
    found += !check->damages.empty();
    // What ends the last change but one also tells that there is a last one.
    const bool is_at_the_end = at + kFrameBytes >= last_begin;
    ASSERT_TRUE(!check->damages.empty() || is_at_the_end ||
                check->counts.revision == kChanges);
    ASSERT_EQ(Corpus::Open(copy).ok(), check->damages.empty());
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::filesystem::remove(copy + ending);
    }
  }
  std::cout << rounds << " damaged logs: the check found " << found
            << std::endl;
  EXPECT_GT(found, rounds / 2);
}

}  // namespace
}  // namespace footnote::testing
