#include "retrieval/index/passage_lengths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/testing/index_file.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::IndexFile;
using testing::StatusIs;

constexpr uint32_t kBlock = PassageLengths::kBlockPassages;

TEST(PassageLengthsTest, KnowsWhatItWasGiven) {
  for (const uint32_t size : {0u, 1u, kBlock - 1, kBlock, kBlock + 1}) {
    SCOPED_TRACE(size);
    std::vector<uint32_t> numbers(size);
    for (uint32_t i = 0; i < size; ++i) numbers[i] = 3 * i + 1;
    const PassageLengths lengths(numbers);
    EXPECT_EQ(lengths.blocks(), (size + kBlock - 1) / kBlock);
    for (uint32_t i = 0; i < size; ++i) ASSERT_EQ(lengths[i], numbers[i]);
    for (const uint32_t beyond : {size, size + 1, 2 * kBlock, 4'000'000'000u}) {
      EXPECT_EQ(lengths[beyond], 0u) << beyond;
    }
  }
}

TEST(PassageLengthsTest, ChangesNoCopy) {
  PassageLengths lengths(std::vector<uint32_t>(2 * kBlock, 5));
  const PassageLengths copy = lengths;
  lengths.Set(1, {7});
  EXPECT_EQ(copy[kBlock], 5u);
  EXPECT_EQ(lengths[kBlock], 7u);
  EXPECT_EQ(lengths[kBlock + 1], 0u);
}

class LengthFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto file = IndexFile::Create();
    ASSERT_OK(file);
    file_ = *std::move(file);
    auto writer = LengthWriter::Create(file_->database());
    ASSERT_OK(writer);
    writer_ = *std::move(writer);
    auto reader = LengthReader::Create(file_->database());
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
  }

  static std::string Words(uint32_t count) {
    std::string words;
    for (uint32_t i = 0; i < count; ++i) absl::StrAppend(&words, "w", i, " ");
    return words;
  }

  // Returns how long the passage of that number is made.
  static uint32_t LengthOf(PassageNumber passage) { return passage % 7 + 1; }

  // Puts passages up to `last`, beginning behind those before, into the index.
  void Insert(PassageNumber last) {
    const PassageNumber first = last_ + 1;
    for (; last_ < last; ++last_) {
      const uint32_t length = LengthOf(last_ + 1);
      ASSERT_OK(file_->Insert(last_ + 1, Words(length / 3),
                              Words(length - length / 3)));
    }
    ASSERT_OK(writer_.Add(first, last));
  }

  void ExpectTrue(const PassageLengths& lengths) {
    for (PassageNumber i = 1; i <= last_; ++i) {
      ASSERT_EQ(lengths[i], LengthOf(i)) << i;
    }
    EXPECT_EQ(lengths[0], 0u);
    EXPECT_EQ(lengths[last_ + 1], 0u);
  }

  std::unique_ptr<IndexFile> file_;
  LengthWriter writer_;
  LengthReader reader_;
  PassageNumber last_ = 0;
};

TEST_F(LengthFileTest, GivesBackWhatFts5Counted) {
  PassageLengths kept;
  for (const PassageNumber last :
       {1u, 2u, kBlock - 2, kBlock - 1, kBlock, 2 * kBlock + 5, 4 * kBlock}) {
    SCOPED_TRACE(last);
    Insert(last);
    ASSERT_OK(reader_.Update(&kept));
    ExpectTrue(kept);
    PassageLengths fresh;
    ASSERT_OK(reader_.Update(&fresh));
    ExpectTrue(fresh);
    EXPECT_EQ(*CountWrongLengths(file_->database()), 0);
  }
}

TEST_F(LengthFileTest, CountsWhatIsWrong) {
  Insert(20);
  // The lengths of the passages 3 and 4 change places.
  ASSERT_OK(file_->database().Execute(
      "UPDATE passage_length SET lengths = CAST(substr(lengths, 1, 12) || "
      "substr(lengths, 17, 4) || substr(lengths, 13, 4) || "
      "substr(lengths, 21) AS BLOB)"));
  EXPECT_EQ(*CountWrongLengths(file_->database()), 2);
}

TEST_F(LengthFileTest, RefusesDamage) {
  Insert(20);
  for (const char* const damage :
       {"lengths = substr(lengths, 2)", "lengths = zeroblob(4100)", "block = 1",
        "block = -1", "block = 1000000000000"}) {
    SCOPED_TRACE(damage);
    Database& database = file_->database();
    ASSERT_OK(database.Execute("SAVEPOINT before"));
    ASSERT_OK(
        database.Execute(absl::StrCat("UPDATE passage_length SET ", damage)));
    PassageLengths lengths;
    const absl::Status status = reader_.Update(&lengths);
    // A block before all is not looked at; so the lengths are not known.
    if (status.ok()) {
      EXPECT_EQ(lengths.blocks(), 0u);
    } else {
      EXPECT_THAT(status, StatusIs(absl::StatusCode::kDataLoss));
    }
    const auto wrong = CountWrongLengths(database);
    EXPECT_TRUE(!wrong.ok() || *wrong == 20);
    ASSERT_OK(database.Execute("ROLLBACK TO before; RELEASE before"));
  }
}

TEST_F(LengthFileTest, RefusesPassagesThatAreNotInTheIndex) {
  Insert(3);
  EXPECT_THAT(writer_.Add(3, 4), StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace footnote
