#include "retrieval/answer/citer.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "retrieval/corpus.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/stored_text.h"
#include "retrieval/text/sha256.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr char kText[] = "Caf\u00E9 talks \U0001F600 ended. Nobody won.";

class CiterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    Document document;
    document.id = "d";
    document.text = kText;
    document.source = "Example";
    ASSERT_OK(corpus_->Import({document}, Deadline::Infinite()));
  }

  // Changes the stored text behind the corpus's back.
  void Damage(const std::string& sql) {
    const auto database = OpenForWriting(path_);
    ASSERT_OK(database);
    ASSERT_OK((*database)->Execute(sql));
  }

  // Puts `now` where `was` stands in the stored text.
  void DamageText(absl::string_view was, absl::string_view now) {
    const auto stored = CompressText(absl::StrReplaceAll(kText, {{was, now}}));
    ASSERT_OK(stored);
    Damage(absl::StrCat("UPDATE document SET text = x'",
                        absl::BytesToHexString(*stored), "'"));
  }

  DocumentRecord Read() {
    auto reader = Reader::Open(path_);
    EXPECT_OK(reader);
    reader_ = *std::move(reader);
    EXPECT_OK(reader_->Begin(Deadline::Infinite()));
    auto record = reader_->ReadDocument(1);
    EXPECT_OK(record);
    return *std::move(record);
  }

  testing::TemporaryDirectory directory_;
  std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Corpus> corpus_;
  std::unique_ptr<Reader> reader_;
};

TEST_F(CiterTest, CountsAndHashes) {
  const DocumentRecord record = Read();
  Citer citer(*reader_);
  const std::string sentence = "Nobody won.";
  const auto begin = static_cast<uint32_t>(std::string(kText).find(sentence));
  const auto citation = citer.Cite(record, {begin, begin + 11}, 1, sentence);
  ASSERT_OK(citation);
  EXPECT_EQ(citation->document_id, "d");
  EXPECT_EQ(citation->document_revision, 1u);
  EXPECT_EQ(citation->source, "Example");
  EXPECT_EQ(citation->sentence_index, 1u);
  EXPECT_EQ(citation->sha256, Sha256Hex(sentence));
  EXPECT_EQ(citation->document_sha256, Sha256Hex(kText));
  EXPECT_EQ(citation->span.bytes, (ByteRange{begin, begin + 11}));
  EXPECT_EQ(citation->span.begin_code_point, begin - 4);
  EXPECT_EQ(citation->span.begin_utf16, begin - 3);
}

TEST_F(CiterTest, RefusesToQuoteWhatDoesNotStandThere) {
  const DocumentRecord record = Read();
  Citer citer(*reader_);
  EXPECT_THAT(citer.Cite(record, {0, 3}, 0, "Caz"),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(citer.Cite(record, {0, 4000}, 0, "Caf"),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(CiterTest, RefusesADocumentThatIsNotWhatItsHashSays) {
  DamageText("talks", "walks");
  const DocumentRecord record = Read();
  Citer citer(*reader_);
  EXPECT_THAT(citer.Cite(record, {0, 3}, 0, "Caf"),
              StatusIs(absl::StatusCode::kDataLoss));
}

// The same, from the front door: a damaged document is never quoted.
TEST_F(CiterTest, NeverAnswersFromADamagedDocument) {
  EXPECT_OK(
      corpus_->Ask({"Who won the talks?", {}}, {3, 0.0}, Deadline::Infinite()));
  DamageText("Nobody", "Someone");
  EXPECT_THAT(
      corpus_->Ask({"Who won the talks?", {}}, {3, 0.0}, Deadline::Infinite()),
      StatusIs(absl::StatusCode::kDataLoss));
}

class DamagedCiterTest : public CiterTest,
                         public ::testing::WithParamInterface<const char*> {};

TEST_P(DamagedCiterTest, RefusesAFootnoteThatWouldBeAnother) {
  Damage(GetParam());
  const DocumentRecord record = Read();
  Citer citer(*reader_);
  EXPECT_THAT(citer.Cite(record, {0, 3}, 0, "Caf"),
              StatusIs(absl::StatusCode::kDataLoss));
}

INSTANTIATE_TEST_SUITE_P(
    Fields, DamagedCiterTest,
    ::testing::Values(
        "UPDATE document SET title = 'Another'",
        "UPDATE document SET source = 'Exbmple'",
        "UPDATE document SET published = '2025-01-31'",
        "UPDATE document SET revision = 2",
        "INSERT INTO metadata VALUES (1, 'k', 'v')",
        // The second sentence begins one byte later.
        "UPDATE document SET sentences = substr(sentences, 1, 2) || x'040a'"));

}  // namespace
}  // namespace footnote
