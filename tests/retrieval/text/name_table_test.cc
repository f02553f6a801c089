#include "retrieval/text/name_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace footnote {
namespace {

using ::testing::Optional;

constexpr NameKind kPerson = NameKind::kPerson;

TEST(NameTableTest, KeepsTheFormsOfAPersonTogether) {
  NameTable table;
  EXPECT_EQ(table.Add({"Jonas", "Lind"}, kPerson), 0u);
  EXPECT_EQ(table.Add({"Ines", "Maria", "Falk"}, kPerson), 1u);
  EXPECT_EQ(table.Add({"Ines", "Falk"}, kPerson), 1u);
  EXPECT_EQ(table.Add({"Falk", "Ines"}, kPerson), 1u);
  EXPECT_EQ(table.Add({"Falk"}, kPerson), 1u);
  EXPECT_EQ(table.Add({"Ines"}, kPerson), 1u);
  EXPECT_EQ(table.Add({"FALK"}, kPerson), 1u);
  const std::vector<Name> names = std::move(table).Take();
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].full, "Jonas Lind");
  EXPECT_EQ(names[1].full, "Ines Maria Falk");
}

TEST(NameTableTest, FindsOnlyWhatItKnows) {
  NameTable table;
  EXPECT_EQ(table.Find({"Ødegård"}), std::nullopt);
  table.Add({"Åse", "Ødegård"}, kPerson);
  EXPECT_THAT(table.Find({"ødegård"}), Optional(0u));
  EXPECT_THAT(table.Find({"ÅSE"}), Optional(0u));
  EXPECT_EQ(table.Find({"Odegard"}), std::nullopt);
  EXPECT_EQ(table.Find({"Liv", "Ødegård"}), std::nullopt);
}

TEST(NameTableTest, LengthensAShortNameOnce) {
  NameTable table;
  EXPECT_EQ(table.Add({"Falk"}, NameKind::kUnknown), 0u);
  EXPECT_EQ(table.Add({"Ines", "Falk"}, kPerson), 0u);
  EXPECT_EQ(table.Add({"Jonas", "Falk"}, kPerson), 1u);
  const std::vector<Name> names = std::move(table).Take();
  EXPECT_EQ(names[0].full, "Ines Falk");
  EXPECT_EQ(names[0].kind, kPerson);
}

TEST(NameTableTest, ShortensThoseOfPersonsAlone) {
  NameTable table;
  table.Add({"Harbour", "Board"}, NameKind::kOrganization);
  EXPECT_EQ(table.Find({"Board"}), std::nullopt);
  EXPECT_THAT(table.Find({"harbour", "board"}), Optional(0u));
  table.Add({"Oslo"}, NameKind::kPlace);
  EXPECT_EQ(table.Add({"Ines", "Oslo"}, kPerson), 2u);
}

TEST(NameTableTest, TakesTheMostMentionedOfSeveral) {
  NameTable table;
  table.Add({"Ines", "Falk"}, kPerson);
  table.Add({"Jonas", "Falk"}, kPerson);
  table.Mention(1, "");
  EXPECT_THAT(table.Find({"Falk"}), Optional(1u));
  table.Mention(0, "");
  table.Mention(0, "");
  EXPECT_THAT(table.Find({"Falk"}), Optional(0u));
  EXPECT_THAT(table.Find({"Jonas"}), Optional(1u));
}

TEST(NameTableTest, KeepsTheLongestTitle) {
  NameTable table;
  table.Add({"Falk"}, NameKind::kUnknown);
  table.Add({"Harbour", "Board"}, NameKind::kOrganization);
  table.Mention(0, "Minister");
  table.Mention(0, "Prime Minister");
  table.Mention(0, "Mrs");
  table.Mention(0, std::string(1'000, 'a'));
  table.Mention(1, "Chief");
  const std::vector<Name> names = std::move(table).Take();
  EXPECT_EQ(names[0].title, "Prime Minister");
  EXPECT_EQ(names[0].kind, kPerson);
  EXPECT_EQ(names[1].kind, NameKind::kOrganization);
}

}  // namespace
}  // namespace footnote
