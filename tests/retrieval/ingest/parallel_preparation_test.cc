#include "retrieval/ingest/parallel_preparation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/ingest/preparer.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

void ExpectSame(const PreparedDocument& got, const PreparedDocument& want) {
  EXPECT_EQ(got.document, want.document);
  EXPECT_EQ(got.sha256, want.sha256);
  EXPECT_EQ(got.stored_text, want.stored_text);
  EXPECT_EQ(got.fingerprint, want.fingerprint);
  EXPECT_EQ(got.sentences, want.sentences);
  EXPECT_EQ(got.passages.size(), want.passages.size());
}

TEST(ParallelPreparationTest, PreparesAllInOrder) {
  for (const int count : {0, 1, 2, 3, 100}) {
    SCOPED_TRACE(count);
    testing::RandomCorpus random(7);
    const std::vector<Document> documents = random.MakeDocuments(0, count);
    Courtesy courtesy;
    ParallelPreparation preparation(documents, courtesy);
    for (const Document& document : documents) {
      const auto got = preparation.TakeNext();
      ASSERT_OK(got);
      ExpectSame(*got, *Prepare(document));
    }
  }
}

TEST(ParallelPreparationTest, RefusesOneDocumentAlone) {
  testing::RandomCorpus random(8);
  std::vector<Document> documents = random.MakeDocuments(0, 20);
  documents[0].id.clear();
  documents[13].text.clear();
  Courtesy courtesy;
  ParallelPreparation preparation(documents, courtesy);
  for (size_t i = 0; i < documents.size(); ++i) {
    SCOPED_TRACE(i);
    const auto got = preparation.TakeNext();
    if (i == 0 || i == 13) {
      EXPECT_THAT(got, StatusIs(absl::StatusCode::kInvalidArgument));
    } else {
      EXPECT_OK(got);
    }
  }
}

TEST(ParallelPreparationTest, EndsThoughNotAllIsTaken) {
  testing::RandomCorpus random(9);
  const std::vector<Document> documents = random.MakeDocuments(0, 50);
  Courtesy courtesy;
  for (int taken = 0; taken < 5; ++taken) {
    ParallelPreparation preparation(documents, courtesy);
    for (int i = 0; i < taken; ++i) EXPECT_OK(preparation.TakeNext());
  }
}

TEST(ParallelPreparationTest, GoesOnThoughQuestionsNeverEnd) {
  testing::RandomCorpus random(10);
  const std::vector<Document> documents = random.MakeDocuments(0, 20);
  Courtesy courtesy(1);
  const Courtesy::Question question(courtesy);
  ParallelPreparation preparation(documents, courtesy);
  for (size_t i = 0; i < documents.size(); ++i) {
    EXPECT_OK(preparation.TakeNext());
  }
}

}  // namespace
}  // namespace footnote
