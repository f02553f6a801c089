#include "client/passage_text.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(PassagesTextTest, ShowsTheShareOfEachTerm) {
  v1::SearchResponse response;
  for (int i = 0; i < 2; ++i) {
    v1::ScoredPassage& passage = *response.add_passages();
    passage.set_text("The bridge opened in May. It is long.");
    passage.set_score(7.5);
    passage.mutable_citation()->set_document_id("a");
    passage.mutable_citation()->set_title("Bridge");
    passage.mutable_citation()->mutable_span()->set_end_byte(37);
    v1::TermScore& term = *passage.add_terms();
    term.set_term("bridg");
    term.set_score(5.25);
    term.set_frequency(2);
    *passage.add_terms() = term;
  }
  const char* const kPassage =
      ". 7.500  Bridge\n"
      "    document a, bytes\n"
      "    0–37\n"
      "    bridg 5.250 ×2 ·\n"
      "    bridg 5.250 ×2\n"
      "    The bridge opened\n"
      "    in May. It is\n"
      "    long.\n";
  EXPECT_EQ(PassagesText(response, 1, {.width = 22}),
            "1" + std::string(kPassage) + "\n2" + kPassage);
}

TEST(PassagesTextTest, SaysThatThereIsNone) {
  EXPECT_EQ(PassagesText({}, 1, {}), "No passage matches.\n");
}

}  // namespace
}  // namespace footnote
