#include "retrieval/index/stored_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

// Returns `size` bytes: words that repeat, or what nothing makes shorter.
std::string DrawnText(size_t size, bool is_noise) {
  std::mt19937 random(static_cast<unsigned>(size));
  std::string text;
  while (text.size() < size) {
    if (is_noise) {
      text += static_cast<char>(random());
    } else {
      text += "word" + std::to_string(random() % 50) + ' ';
    }
  }
  text.resize(size);
  return text;
}

std::string Stored(absl::string_view text) {
  auto stored = CompressText(text);
  EXPECT_OK(stored);
  return *std::move(stored);
}

TEST(StoredTextTest, GivesBackEveryRange) {
  constexpr auto kPiece = static_cast<uint32_t>(kStoredPieceBytes);
  for (const uint32_t size : {0u, 1u, 700u, kPiece - 1, kPiece, kPiece + 1,
                              3 * kPiece, 5 * kPiece + 77}) {
    for (const bool is_noise : {false, true}) {
      const std::string text = DrawnText(size, is_noise);
      const std::string stored = Stored(text);
      std::mt19937 random(size);
      for (int i = 0; i < 50; ++i) {
        // Beyond the end, too.
        const ByteRange range = {
            i == 0 ? 0 : static_cast<uint32_t>(random() % (size + 9)),
            i == 0 ? size : static_cast<uint32_t>(random() % (size + 9))};
        const size_t begin = std::min(range.begin, size);
        const size_t end = std::clamp<size_t>(range.end, begin, size);
        const auto read = ReadStoredText(stored, range);
        ASSERT_OK(read);
        ASSERT_EQ(*read, text.substr(begin, end - begin))
            << size << ": " << range.begin << " to " << range.end;
      }
    }
  }
}

TEST(StoredTextTest, TakesLessThanTheText) {
  EXPECT_LT(Stored(DrawnText(4000, false)).size(), 2000u);
  EXPECT_LT(Stored(DrawnText(100'000, true)).size(), 100'200u);
}

// As far as the range reaches.
TEST(StoredTextTest, RefusesWhatIsCutOffOrNoStoredText) {
  const std::string text = DrawnText(40'000, false);
  const std::string stored = Stored(text);
  for (const size_t size : {size_t{1}, size_t{9}, stored.size() - 1}) {
    EXPECT_THAT(ReadStoredText(stored.substr(0, size), {0, 40'000}),
                StatusIs(absl::StatusCode::kDataLoss))
        << size;
  }
  EXPECT_OK(ReadStoredText(stored.substr(0, stored.size() - 1), {0, 100}));
  EXPECT_THAT(ReadStoredText(text, {0, 10}),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(ReadStoredText(stored + "more", {0, 50'000}),
              StatusIs(absl::StatusCode::kDataLoss));
}

// Whatever one byte is made, the text is refused or another of no more bytes.
TEST(StoredTextTest, OutlivesDamage) {
  const std::string text = DrawnText(kStoredPieceBytes + 500, false);
  const std::string stored = Stored(text);
  size_t refused = 0;
  for (size_t i = 0; i < stored.size(); i += 3) {
    std::string damaged = stored;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
    const auto read = ReadStoredText(damaged, {0, 1'000'000});
    if (read.ok()) {
      EXPECT_LE(read->size(), 2 * kStoredPieceBytes);
    } else {
      EXPECT_THAT(read, StatusIs(absl::StatusCode::kDataLoss));
      ++refused;
    }
  }
  EXPECT_GT(refused, 0u);
}

// A stranger's file may say of a few bytes that they stand for very many.
TEST(StoredTextTest, ReadsNoMoreThanADocumentMayHave) {
  const std::string piece = Stored(std::string(kStoredPieceBytes, 'a'));
  std::string stored;
  for (int i = 0; i < 1000; ++i) stored += piece;
  const auto read = ReadStoredText(stored, {0, 0xffff'ffff});
  ASSERT_OK(read);
  EXPECT_EQ(read->size(), 1'000'000u);
}

class StoredTextFunctionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto database = Database::Open(":memory:", Database::Mode::kCreate);
    ASSERT_OK(database);
    database_ = *std::move(database);
    ASSERT_OK(RegisterStoredText(*database_));
    // As every connection to a corpus: views call nothing that may do harm.
    ASSERT_OK(database_->Execute(
        "PRAGMA trusted_schema = OFF; CREATE TABLE t (a BLOB); "
        "CREATE VIEW v (a) AS SELECT stored_text(a, 6, 11) FROM t"));
  }

  void Insert(absl::string_view bytes) {
    auto insert = database_->Prepare("INSERT INTO t VALUES (?1)");
    ASSERT_OK(insert);
    insert->BindBlob(1, bytes);
    ASSERT_OK(insert->Run());
  }

  std::unique_ptr<Database> database_;
};

TEST_F(StoredTextFunctionTest, IsWhatAViewMayCall) {
  Insert(Stored("Fog in harbours."));
  auto read = database_->Prepare("SELECT a, typeof(a) FROM v");
  ASSERT_OK(read);
  ASSERT_OK(read->Step());
  EXPECT_EQ(read->Text(0), " harb");
  EXPECT_EQ(read->Text(1), "text");
}

TEST_F(StoredTextFunctionTest, SaysWhatIsDamaged) {
  Insert("no frame");
  EXPECT_THAT(database_->QueryInt64("SELECT length(a) FROM v"),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST_F(StoredTextFunctionTest, OfNothingIsEmpty) {
  ASSERT_OK(database_->Execute("INSERT INTO t VALUES (NULL)"));
  const auto length = database_->QueryInt64("SELECT length(a) FROM v");
  ASSERT_OK(length);
  EXPECT_EQ(*length, 0);
}

}  // namespace
}  // namespace footnote
