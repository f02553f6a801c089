#include "client/conflict_markdown.h"

#include <gtest/gtest.h>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::Cited;
using ::footnote::testing::ElectoralConflict;

TEST(ConflictsMarkdownTest, MakesATable) {
  v1::Answer answer;
  Footnotes footnotes;
  EXPECT_EQ(ConflictsMarkdown(answer, footnotes), "");
  *answer.add_conflicts() = ElectoralConflict();
  v1::ConflictPosition& late =
      *answer.mutable_conflicts(0)->mutable_positions(1);
  late.set_independent_sources(2);
  *late.add_sentences() = Cited("It is 312.", "p", "Po|st", "2024-11-11");
  EXPECT_EQ(ConflictsMarkdown(answer, footnotes),
            "**The documents differ on \"electoral votes\":**\n"
            "\n"
            "| says | sentence | reported by |\n"
            "|---|---|---|\n"
            "| 277 | He has **277** electoral votes, enough to win. | Wire, "
            "2024-11-06 [^1] |\n"
            "| 312, later report | The final count gives him **312** electoral "
            "votes. | Ledger, 2024-11-10 [^2]; Po\\|st, 2024-11-11 [^3]; 2 "
            "independent sources |\n"
            "\n");
}

TEST(ConflictsMarkdownTest, BearsWhatIsMissing) {
  v1::Answer answer;
  answer.add_conflicts()->add_positions();
  Footnotes footnotes;
  EXPECT_EQ(ConflictsMarkdown(answer, footnotes),
            "**The documents differ:**\n"
            "\n"
            "| says | sentence | reported by |\n"
            "|---|---|---|\n"
            "|  |  |  |\n"
            "\n");
}

}  // namespace
}  // namespace footnote
