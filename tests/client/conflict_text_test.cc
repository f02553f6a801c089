#include "client/conflict_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::Cited;
using ::footnote::testing::ElectoralConflict;

std::string Shown(const v1::Conflict& conflict, const TextStyle& style) {
  v1::Answer answer;
  *answer.add_conflicts() = conflict;
  Footnotes footnotes;
  return ConflictsText(answer, footnotes, style);
}

TEST(ConflictsTextTest, PutsTwoSidesBesideEachOther) {
  EXPECT_EQ(
      Shown(ElectoralConflict(), {.width = 80}),
      "The documents differ on \"electoral votes\":\n"
      "\n"
      "  277                                     312, later report\n"
      "  Wire, 2024-11-06 [1]                    Ledger, 2024-11-10 [2]\n"
      "  He has 277 electoral votes, enough to   The final count gives him "
      "312\n"
      "  win.                                    electoral votes.\n"
      "\n");
}

TEST(ConflictsTextTest, PutsThemUnderEachOtherOnANarrowTerminal) {
  EXPECT_EQ(Shown(ElectoralConflict(), {.width = 79}),
            "The documents differ on \"electoral votes\":\n"
            "\n"
            "  277\n"
            "  Wire, 2024-11-06 [1]\n"
            "  He has 277 electoral votes, enough to win.\n"
            "\n"
            "  312, later report\n"
            "  Ledger, 2024-11-10 [2]\n"
            "  The final count gives him 312 electoral votes.\n"
            "\n");
}

TEST(ConflictsTextTest, PutsThreeSidesUnderEachOther) {
  v1::Conflict conflict = ElectoralConflict();
  v1::ConflictPosition& third = *conflict.add_positions();
  third.set_value("306");
  *third.add_sentences() = Cited("It is 306.", "x", "", "");
  const std::string text = Shown(conflict, {.width = 200});
  EXPECT_NE(text.find("\n\n  306\n  x [3]\n  It is 306.\n\n"),
            std::string::npos)
      << text;
}

TEST(ConflictsTextTest, PutsThemUnderEachOtherWhereAWordIsTooLong) {
  v1::Conflict conflict = ElectoralConflict();
  conflict.mutable_positions(0)->mutable_sentences(0)->set_text(
      std::string(60, 'x'));
  EXPECT_NE(Shown(conflict, {}).find("\n\n  312, later report\n"),
            std::string::npos);
}

TEST(ConflictsTextTest, EmphasisesValuesInColourWithoutMovingColumns) {
  const std::string plain = Shown(ElectoralConflict(), {});
  std::string colored = Shown(ElectoralConflict(), {.color = true});
  EXPECT_NE(colored.find("  \x1b[1m277\x1b[22m       "), std::string::npos);
  EXPECT_NE(colored.find("He has \x1b[1m277\x1b[22m electoral"),
            std::string::npos);
  for (const std::string code : {"\x1b[1m", "\x1b[22m"}) {
    for (size_t i = 0; (i = colored.find(code)) != std::string::npos;) {
      colored.erase(i, code.size());
    }
  }
  EXPECT_EQ(colored, plain);
}

TEST(ConflictsTextTest, NamesEverySourceOfASide) {
  v1::Conflict conflict = ElectoralConflict();
  v1::ConflictPosition& side = *conflict.mutable_positions(0);
  side.set_independent_sources(3);
  *side.add_sentences() = Cited("277 it is.", "p1", "Post", "2024-11-07");
  EXPECT_NE(Shown(conflict, {.width = 60})
                .find("  He has 277 electoral votes, enough to win.\n"
                      "  also Post, 2024-11-07 [2]\n"
                      "  3 independent sources\n"),
            std::string::npos);
}

TEST(ConflictsTextTest, SaysThatClaimsContradict) {
  v1::Conflict conflict = ElectoralConflict();
  conflict.set_kind(v1::CONFLICT_KIND_CLAIMS);
  EXPECT_EQ(ConflictHeading(conflict),
            "The documents contradict each other on \"electoral votes\"");
  conflict.clear_subject();
  EXPECT_EQ(ConflictHeading(conflict), "The documents contradict each other");
}

TEST(ConflictsTextTest, BearsWhatIsMissing) {
  v1::Conflict conflict;
  EXPECT_EQ(Shown(conflict, {}), "The documents differ:\n\n");
  conflict.add_positions();
  conflict.add_positions()->set_is_later(true);
  EXPECT_EQ(Shown(conflict, {.width = 40}),
            "The documents differ:\n\n\n  later report\n\n");
}

TEST(ConflictsTextTest, NeverLetsDocumentsSteerTheTerminal) {
  v1::Conflict conflict = ElectoralConflict();
  conflict.set_subject("\x1b[2J");
  conflict.mutable_positions(0)->set_value("\x1b[2J");
  conflict.mutable_positions(0)->mutable_sentences(0)->set_text("\x1b[2J");
  EXPECT_EQ(Shown(conflict, {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace footnote
