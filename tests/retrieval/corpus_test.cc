#include "retrieval/corpus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/index/consistency.h"
#include "retrieval/index/schema.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/index_segments.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatusIs;

Document Doc(const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.text = text;
  return document;
}

class CorpusTest : public ::testing::Test {
 protected:
  void SetUp() override { Reopen(); }

  void Reopen() {
    corpus_.reset();
    auto corpus = Corpus::Open(directory_.File("corpus.db"));
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
  }

  ImportReport Import(const std::vector<Document>& documents) {
    auto report = corpus_->Import(documents, Deadline::Infinite());
    EXPECT_OK(report);
    return *std::move(report);
  }

  std::string TextOf(const std::string& id) {
    const auto document = corpus_->Get(id, 0, Deadline::Infinite());
    EXPECT_OK(document);
    return document->document.document.text;
  }

  testing::TemporaryDirectory directory_;
  std::unique_ptr<Corpus> corpus_;
};

TEST_F(CorpusTest, ImportsInOneRevision) {
  const ImportReport report = Import({Doc("a", "One."), Doc("b", "Two.")});
  EXPECT_EQ(report.corpus_revision, 1u);
  EXPECT_EQ(report.results[0].outcome, ImportOutcome::kAdded);
  EXPECT_EQ(report.results[1].outcome, ImportOutcome::kAdded);
}

TEST_F(CorpusTest, RefusesOneDocumentAndKeepsTheOthers) {
  Import({Doc("b", "Before.")});
  const ImportReport report = Import({Doc("a", "One."), Doc("b", "bad \xff"),
                                      Doc("", "No id."), Doc("c", "Three.")});
  EXPECT_EQ(report.results[0].outcome, ImportOutcome::kAdded);
  EXPECT_EQ(report.results[1].outcome, ImportOutcome::kRefused);
  EXPECT_THAT(report.results[1].error,
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(report.results[2].outcome, ImportOutcome::kRefused);
  EXPECT_EQ(report.results[3].outcome, ImportOutcome::kAdded);
  EXPECT_EQ(TextOf("b"), "Before.");
}

TEST_F(CorpusTest, TidiesUpAfterManyChanges) {
  testing::RandomCorpus random(1, 500);
  uint64_t revision = 0;
  for (int i = 0; i < 7; ++i) {
    revision = Import(random.MakeDocuments(i * 3, 3)).corpus_revision;
  }
  Question question;
  question.text = random.MakeDocuments(0, 1).front().text.substr(0, 60);
  const auto search = [&] {
    auto found = corpus_->Search(question, {}, 0, Deadline::Infinite());
    EXPECT_OK(found);
    return *std::move(found);
  };
  const SearchResult before = search();
  const int64_t segments = testing::CountSegments(directory_.File("corpus.db"));
  EXPECT_GE(segments, 7);
  int steps = 0;
  auto merged = corpus_->Tidy();
  for (; merged.ok() && *merged; merged = corpus_->Tidy()) ++steps;
  EXPECT_OK(merged);
  EXPECT_GE(steps, 1);
  EXPECT_LT(steps, 100);
  EXPECT_LT(testing::CountSegments(directory_.File("corpus.db")), 4);
  const SearchResult after = search();
  EXPECT_EQ(after.corpus_revision, revision);
  ASSERT_EQ(after.passages.size(), before.passages.size());
  for (size_t i = 0; i < after.passages.size(); ++i) {
    EXPECT_EQ(after.passages[i].score, before.passages[i].score);
    EXPECT_EQ(after.passages[i].text, before.passages[i].text);
    EXPECT_EQ(after.passages[i].citation.document_id,
              before.passages[i].citation.document_id);
  }
  const auto database = OpenForWriting(directory_.File("corpus.db"), {});
  ASSERT_OK(database);
  EXPECT_THAT(*FindInconsistencies(**database), IsEmpty());
}

TEST_F(CorpusTest, HasNothingToTidyWithoutAChange) {
  for (int i = 0; i < 2; ++i) {
    const auto merged = corpus_->Tidy();
    ASSERT_OK(merged);
    EXPECT_FALSE(*merged);
    Import({Doc("a", "One.")});
  }
}

TEST_F(CorpusTest, LetsTheLaterOfTwoWin) {
  const ImportReport report = Import({Doc("a", "One."), Doc("a", "Two.")});
  EXPECT_EQ(report.results[1].outcome, ImportOutcome::kReplaced);
  EXPECT_EQ(TextOf("a"), "Two.");
}

TEST_F(CorpusTest, CanBeImportedAgain) {
  Import({Doc("a", "One.")});
  const ImportReport again = Import({Doc("a", "One.")});
  EXPECT_EQ(again.results[0].outcome, ImportOutcome::kUnchanged);
  EXPECT_EQ(again.corpus_revision, 1u);
}

TEST_F(CorpusTest, GivesTextBackByteForByte) {
  const std::string text = " \r\n\tCaf\u00E9 \u2028 \U0001F600\x01 end \n\n";
  Document document = Doc("\u65E5/1", text);
  document.metadata = {{"k", "v"}, {"l", ""}};
  document.language = "de";
  Import({document});
  Reopen();
  const auto got = corpus_->Get("\u65E5/1", 0, Deadline::Infinite());
  ASSERT_OK(got);
  EXPECT_EQ(got->document.document, document);
  EXPECT_EQ(got->document.sha256, Sha256Hex(text));
  EXPECT_EQ(got->document.revision, 1u);
}

TEST_F(CorpusTest, KnowsWhatItDoesNotHold) {
  EXPECT_THAT(corpus_->Get("a", 0, Deadline::Infinite()),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(CorpusTest, ListsByIdPageByPage) {
  Import({Doc("c", "x"), Doc("a", "x"), Doc("B", "x"), Doc("\u00E9", "x")});
  std::vector<std::string> ids;
  std::string after;
  for (bool more = true; more;) {
    const auto page = corpus_->List(after, 3, Deadline::Infinite());
    ASSERT_OK(page);
    EXPECT_EQ(page->total, 4u);
    for (const auto& document : page->documents) ids.push_back(document.id);
    after = ids.back();
    more = page->has_more;
  }
  EXPECT_THAT(ids, ElementsAre("B", "a", "c", "\u00E9"));
}

TEST_F(CorpusTest, DeletesForGood) {
  Import({Doc("a", "Alpha."), Doc("b", "Beta.")});
  const auto report = corpus_->Delete({"b", "x", "b"}, Deadline::Infinite());
  ASSERT_OK(report);
  EXPECT_THAT(report->deleted_ids, ElementsAre("b"));
  EXPECT_THAT(report->missing_ids, ElementsAre("x", "b"));
  EXPECT_EQ(report->corpus_revision, 2u);
  Reopen();
  const auto counts = corpus_->Counts(Deadline::Infinite());
  ASSERT_OK(counts);
  EXPECT_EQ(counts->documents, 1u);
  EXPECT_EQ(counts->passages, 1u);
  EXPECT_GT(counts->file_bytes, 0u);
  EXPECT_THAT(
      corpus_->Search({"beta", {}}, {0, 5}, 0, Deadline::Infinite())->passages,
      IsEmpty());
}

TEST_F(CorpusTest, ChangesNothingWithoutTime) {
  const Deadline over(absl::InfinitePast());
  EXPECT_THAT(corpus_->Import({Doc("a", "One.")}, over),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(corpus_->Ask({"one", {}}, {}, over),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  EXPECT_THAT(corpus_->Get("a", 0, Deadline::Infinite()),
              StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(CorpusTest, GivesUpALongImportInItsMidst) {
  std::atomic<bool> cancelled = false;
  testing::RandomCorpus random(1);
  const std::vector<Document> documents = random.MakeDocuments(0, 100);
  std::thread canceller([&cancelled] { cancelled = true; });
  const auto report =
      corpus_->Import(documents, Deadline(absl::InfiniteFuture(), &cancelled));
  canceller.join();
  const uint64_t kept = corpus_->Counts(Deadline::Infinite())->documents;
  // All or nothing, as the answer says.
  EXPECT_EQ(kept, report.ok() ? 100u : 0u);
}

// A writer replaces documents whose sentences all carry one stamp while readers
// ask: no answer mixes stamps of one document, and none goes back.
TEST_F(CorpusTest, ReadersSeeWholeRevisions) {
  const auto stamped = [](int stamp) {
    const std::string word = absl::StrCat("stamp", stamp);
    return Doc("d", absl::StrCat("The gauge read ", word, " at noon.\n\n",
                                 "Later the gauge stood at ", word, " still."));
  };
  Import({stamped(0)});
  std::atomic<bool> done = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      uint64_t last = 0;
      while (!done) {
        const auto answer = corpus_->Ask({"What did the gauge read?", {}},
                                         {2, 0.0}, Deadline::Infinite());
        ASSERT_OK(answer);
        ASSERT_GE(answer->corpus_revision, last);
        last = answer->corpus_revision;
        const std::string stamp =
            absl::StrCat("stamp", answer->corpus_revision - 1, " ");
        for (const CitedSentence& sentence : answer->sentences) {
          ASSERT_NE(sentence.text.find(stamp), std::string::npos)
              << sentence.text << stamp;
          ASSERT_EQ(sentence.citation.document_revision, last);
        }
      }
    });
  }
  for (int stamp = 1; stamp <= 60; ++stamp) Import({stamped(stamp)});
  done = true;
  for (std::thread& reader : readers) reader.join();
}

TEST_F(CorpusTest, SameQuestionSameAnswer) {
  testing::RandomCorpus random(9);
  Import(random.MakeDocuments(0, 60));
  const auto ask = [this] {
    const auto answer =
        corpus_->Ask({"w1 w5 w20 w33", {}}, {20, 0.0}, Deadline::Infinite());
    EXPECT_OK(answer);
    std::string all = absl::StrCat(answer->confidence);
    for (const CitedSentence& sentence : answer->sentences) {
      absl::StrAppend(&all, "|", sentence.citation.document_id, ":",
                      sentence.citation.span.bytes.begin, "=", sentence.score);
    }
    return all;
  };
  const std::string first = ask();
  EXPECT_EQ(ask(), first);
  Reopen();
  EXPECT_EQ(ask(), first);
}

// What is kept in memory between questions shows in no answer: a corpus that
// was just opened finds the same.
TEST_F(CorpusTest, FindsWhatAFreshCorpusFinds) {
  testing::RandomCorpus random(10);
  const auto search = [this](const std::string& words) {
    const auto result =
        corpus_->Search({words, {}}, {}, 0, Deadline::Infinite());
    EXPECT_OK(result);
    std::string all = absl::StrCat(result->corpus_revision);
    for (const FoundPassage& passage : result->passages) {
      absl::StrAppend(&all, "|", passage.citation.document_id, ":",
                      passage.citation.span.bytes.begin, "=", passage.score);
    }
    return all;
  };
  for (int round = 0; round < 6; ++round) {
    SCOPED_TRACE(round);
    std::vector<std::string> questions;
    std::vector<std::string> found;
    for (int i = 0; i < 6; ++i) questions.push_back(random.Words(i + 1));
    for (int change = 0; change < 6; ++change) {
      Import(random.MakeDocuments(random.Number(0, 40), 3));
      ASSERT_OK(corpus_->Delete({absl::StrCat("d", random.Number(0, 40))},
                                Deadline::Infinite()));
      found.clear();
      for (const std::string& words : questions) found.push_back(search(words));
    }
    Reopen();
    for (size_t i = 0; i < questions.size(); ++i) {
      EXPECT_EQ(search(questions[i]), found[i]) << questions[i];
    }
  }
}

}  // namespace
}  // namespace footnote
