#include "retrieval/text/statement_unit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/testing/statement_units.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::StatementUnits;
using testing::WordsIn;

std::vector<std::string> TextsOf(const StatementUnits& units) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < units.size(); ++i) {
    texts.emplace_back(Slice(units[i].text, units[i].range));
  }
  return texts;
}

TEST(StatementUnitTest, HasWordsMarksAndQuotations) {
  const StatementUnits units("“The quay is short,” Ines Falk said.");
  ASSERT_EQ(units.size(), 1u);
  const StatementUnit& unit = units[0];
  ASSERT_EQ(unit.size(), 5u);
  EXPECT_TRUE(unit.IsQuotation(0));
  EXPECT_EQ(WordsIn(unit, 0, 1), "“The quay is short,”");
  EXPECT_EQ(WordsIn(unit, 1, 3), "Ines Falk");
  EXPECT_EQ(unit.items[0].mention, -1);
  EXPECT_EQ(unit.items[1].mention, 0);
  EXPECT_EQ(unit.items[2].mention, 0);
  EXPECT_EQ(unit.items[3].mention, -1);
  EXPECT_TRUE(unit.Is(3, kSpeechRole));
  EXPECT_TRUE(unit.IsMark(4, '.'));
}

TEST(StatementUnitTest, AnswersForItemsOfAnotherKindAndForNone) {
  const StatementUnits units("“The quay is short,” SAID the Élan.");
  const StatementUnit& unit = units[0];
  EXPECT_TRUE(unit.IsWord(1, "said"));
  EXPECT_FALSE(unit.IsWord(1, "sai"));
  EXPECT_FALSE(unit.IsQuotation(1));
  EXPECT_FALSE(unit.IsMark(0, ','));
  EXPECT_FALSE(unit.Is(0, ~0U));
  for (const size_t i : {unit.size(), unit.size() + 1, size_t{0} - 1}) {
    EXPECT_FALSE(unit.IsWord(i, ""));
    EXPECT_FALSE(unit.Is(i, ~0U));
    EXPECT_FALSE(unit.IsQuotation(i));
    EXPECT_FALSE(unit.IsMark(i, '.'));
  }
}

TEST(StatementUnitTest, TellsWhetherItIsAllQuoted) {
  EXPECT_TRUE(
      StatementUnits("“The quay is far too short.”")[0].IsAllQuotation());
  EXPECT_FALSE(
      StatementUnits("“The quay is too short,” she said.")[0].IsAllQuotation());
  EXPECT_FALSE(StatementUnits("The quay is short.")[0].IsAllQuotation());
  EXPECT_FALSE(StatementUnit().IsAllQuotation());
}

TEST(StatementUnitReaderTest, JoinsSentencesThatAQuotationJoins) {
  EXPECT_THAT(
      TextsOf(StatementUnits("It rained. “The quay is short. It leaks. It is "
                             "old,” she said. Nobody came.")),
      ElementsAre("It rained.",
                  "“The quay is short. It leaks. It is old,” she said.",
                  "Nobody came."));
  EXPECT_THAT(TextsOf(StatementUnits("")), IsEmpty());
}

TEST(StatementUnitReaderTest, CountsParagraphs) {
  const StatementUnits units(
      "It rained. It snowed.\n\nNobody came.\nAll left.");
  ASSERT_EQ(units.size(), 4u);
  EXPECT_EQ(units[0].paragraph, units[1].paragraph);
  EXPECT_EQ(units[2].paragraph, units[1].paragraph + 1);
  EXPECT_EQ(units[3].paragraph, units[2].paragraph + 1);
}

TEST(StatementUnitReaderTest, PassesOverBoilerplate) {
  const std::string text = "It rained. Share this. It snowed.";
  const std::vector<Sentence> sentences = {
      {.range = {0, 10}},
      {.range = {11, 22}, .kind = SentenceKind::kBoilerplate},
      {.range = {23, 33}}};
  const DocumentNames names;
  StatementUnitReader reader(text, sentences, names, {});
  StatementUnit unit;
  ASSERT_TRUE(reader.Next(&unit));
  EXPECT_EQ(unit.range, (ByteRange{0, 10}));
  ASSERT_TRUE(reader.Next(&unit));
  EXPECT_EQ(unit.range, (ByteRange{23, 33}));
  EXPECT_TRUE(unit.IsWord(1, "snowed"));
  EXPECT_FALSE(reader.Next(&unit));
}

TEST(StatementUnitReaderTest, KeepsItemsInOrderAndInside) {
  const StatementUnits units(
      "Ines Falk met Åse Ødegård. “The quay is short. It leaks,” Falk said, "
      "“and "
      "it is old.” “It will do,” Ødegård said.\n\nThey left “in a great "
      "hurry.");
  uint32_t at = 0;
  for (size_t u = 0; u < units.size(); ++u) {
    EXPECT_LE(at, units[u].range.begin);
    at = units[u].range.begin;
    for (const StatementItem& item : units[u].items) {
      EXPECT_LE(at, item.range().begin);
      EXPECT_LT(item.range().begin, item.range().end);
      at = item.range().end;
    }
    EXPECT_LE(at, units[u].range.end);
  }
}

}  // namespace
}  // namespace footnote
