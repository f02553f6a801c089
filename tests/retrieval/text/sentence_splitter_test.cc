#include "retrieval/text/sentence_splitter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "tests/testing/sentence_invariants.h"

namespace footnote {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

std::vector<std::string> Split(absl::string_view text) {
  std::vector<std::string> sentences;
  for (const ByteRange& range : SplitSentences(text)) {
    sentences.emplace_back(Slice(text, range));
  }
  return sentences;
}

// Sentences, and the text that they are joined to by `between`.
struct Case {
  std::vector<std::string> sentences;
  const char* between = " ";
};

void ExpectSplit(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::string text;
    for (const std::string& sentence : c.sentences) {
      absl::StrAppend(&text, text.empty() ? "" : c.between, sentence);
    }
    SCOPED_TRACE(text);
    EXPECT_THAT(Split(text), ElementsAreArray(c.sentences));
  }
}

TEST(SentenceSplitterTest, EndsAtStops) {
  ExpectSplit({
      {{"The port is shut.", "Ships wait outside."}},
      {{"Who will pay?", "Nobody knows!", "It is late."}},
      {{"Really?!", "Yes."}},
      {{"They left\u2026", "No one followed."}},
      {{"It cost 3.5 million.", "That is 1,000.25 a head."}},
      {{"He was born in 1999.", "2 years later he moved."}},
      {{"Prices rose.", "$5 is now the norm."}},
      {{"Die Stra\u00DFe ist leer.", "\u00C4rger droht."}},
      {{"\u6E2F\u304C\u958B\u3044\u305F\u3002",
        "\u8239\u304C\u6765\u305F\u3002"}},
      {{"He tweeted it.", "#portgate was born.", "@falk replied."}},
  });
}

TEST(SentenceSplitterTest, GoesOnBehindAbbreviations) {
  ExpectSplit({
      {{"Mr. Falk met Gen. Marsh and Sen. Lind of St. Ives."}},
      {{"The port of Harwich vs. Dover was heard by Judge J. K. Lowe."}},
      {{"He joined Falk & Co. in Jan. 1999 and left on Oct. 3."}},
      {{"See No. 5 on p. 12 and Fig. 3 of Vol. 2."}},
      {{"She moved from Washington, D.C. to Boise, Idaho."}},
      {{"The U.S. Navy and the U.N. Security Council agreed."}},
      {{"The U.S.-led and Japan-U.S. talks go on."}},
      {{"It opens at 9 a.m. Monday and shuts at 5 p.m. EST."}},
      {{"Many ports, e.g. Dover, i.e. the large ones, are full."}},
      {{"He lives on Baker St. near the quay."}},
      {{"Apple Inc. Chief Executive Tim Cook spoke."}},
      {{"Lt. Gov. Ana Ruiz and Ph.D. candidates met."}},
  });
}

TEST(SentenceSplitterTest, EndsAtAbbreviationsBeforeASentence) {
  ExpectSplit({
      {{"He works for Falk Inc.", "The firm is small."}},
      {{"They moved to the U.S.", "However, they came back."}},
      {{"It closed at 6 p.m.", "Falk went home."}},
      {{"We want ports, roads, etc.", "They want peace."}},
      {{"It is plan B.", "There is no other."}},
      {{"He spoke of the U.N.", "\u201CIt failed,\u201D he said."}},
  });
}

TEST(SentenceSplitterTest, KeepsQuotationsTogetherWithTheirCue) {
  ExpectSplit({
      {{"\"Will it hold?\" she asked."}},
      {{"\u201CWill it hold?\u201D Ines Falk asked."}},
      {{"\u201CIt will hold!\u201D he said."}},
      {{"He said, 'It holds.' and left."}},
      {{"\u201CIt holds.\u201D", "She shut the gate."}},
      {{"\u201CIt holds.", "We tested it,\u201D he said."}},
      {{"He asked, \u201CWhy us?\u201D", "Nobody answered."}},
      {{"It holds (so they say.) for now."}},
      {{"It holds.", "(So they say.)", "We will see."}},
      {{"It is \u201C[...] a wall\u201D (Falk 12)."}},
  });
}

TEST(SentenceSplitterTest, TakesEllipsesForWhatTheyAre) {
  ExpectSplit({
      {{"It was meaningful...the strength of it."}},
      {{"It was ... well, late."}},
      {{"I thought....", "She left."}},
      {{"It fell . . . and rose."}},
  });
}

TEST(SentenceSplitterTest, LeavesAddressesWhole) {
  ExpectSplit({
      {{"See https://www.port.example/a.B/c?d=E.F for more.", "It is new."}},
      {{"Write to Ines.Falk@port.example.", "She answers."}},
      {{"Visit www.Port.Example today."}},
      {{"Open report.Final.pdf first."}},
  });
}

TEST(SentenceSplitterTest, PartsSentencesWithoutSpace) {
  ExpectSplit({
      {{"Hello world.", "Today is Tuesday."}, ""},
      {{"It cost 1,000.", "That is a lot."}, ""},
      {{"\u201CIt holds.\u201D", "She left."}, ""},
      {{"\u201CIt holds.\u201D", "\u201CDoes it?\u201D"}, ""},
  });
}

TEST(SentenceSplitterTest, EndsAtLinesThatAreWhole) {
  ExpectSplit({
      {{"Port reopens", "The port reopened on Monday."}, "\n\n"},
      {{"Port reopens", "The port reopened on Monday."}, "\n"},
      {{"Port reopens", "the small print"}, "\n\n"},
      {{"apples", "pears", "plums, cherries"}, "\n"},
      {{"\u201CWe wait.", "\u201CWe always wait.\u201D"}, "\n\n"},
      {{"The list:", "- ropes", "- sails"}, "\n"},
      {{"Falk said:", "\u201CWe wait.\u201D"}, "\n"},
      {{"One line", "Another line"}, "\r\n"},
      {{"One line", "Another line"}, "\u2029"},
      {{"News of the day", "iPhone sales fall"}, "\n"},
  });
}

TEST(SentenceSplitterTest, RunsOverLinesThatAreNot) {
  ExpectSplit({
      {{"It was a cold \nnight in the port."}},
      {{"The port was reopened by the\nPrime Minister."}},
      {{"It was signed by Gen.\nMarsh."}},
      {{"The U.S.\ngovernment agreed."}},
      {{"The harbour council of the old town approved the new ferry\n"
        "Terminal North on Tuesday after a debate that had lasted nine\n"
        "hours, and Ines Falk, who has led it since the last election,\n"
        "called it a good day."}},
  });
}

TEST(SentenceSplitterTest, PartsListItemsInALine) {
  EXPECT_THAT(Split("1) Ropes 2) Sails 3) Masts"),
              ElementsAreArray({"1) Ropes", "2) Sails", "3) Masts"}));
  EXPECT_THAT(Split("a. Ropes b. Sails"),
              ElementsAreArray({"a. Ropes", "b. Sails"}));
  EXPECT_THAT(Split("\u2022 Ropes \u2022 Sails"),
              ElementsAreArray({"\u2022 Ropes", "\u2022 Sails"}));
  EXPECT_THAT(Split("It had 2. Not 3. It sank."),
              ElementsAreArray({"It had 2.", "Not 3.", "It sank."}));
}

TEST(SentenceSplitterTest, CutsLeftoversOffTheLead) {
  ExpectSplit({
      {{"(Photo by Ana Lind/Reuters)",
        "The port reopened on Monday after a storm."}},
      {{"Advertisement", "The port reopened on Monday after a storm."}},
      {{"Updated: Jan 24, 2025 9:30 AM IST",
        "Dockers reopened the port on Monday."}},
      {{"By Ana Lind", "HARWICH (AP) \u2014 The port reopened on Monday."}},
      {{"The port at dusk", "Image: Harbour Authority."}},
      {{"TOKYO (Kyodo) -- Prime Minister Ishiba said he would go."}},
      {{"(Reuters) - The port reopened on Monday after a storm."}},
      {{"Her novel In the Woods was praised by the critics."}},
  });
}

TEST(SentenceSplitterTest, FindsNoneInNothing) {
  for (const char* text : {"", " ", "\n\n\t ", "\u00A0\u3000\u2028"}) {
    EXPECT_THAT(SplitSentences(text), IsEmpty());
  }
}

// Pieces that splitters stumble over.
constexpr const char* kPieces[] = {
    ".",      "...",    ". . .",  "!",      "?!",      "\u2026", "\"",
    "'",      "\u201C", "\u201D", "\u2019", "(",       ")",      "[...]",
    " ",      "  ",     "\n",     "\n\n",   "\r\n",    "\t",     "\u00A0",
    "\u2028", "\u3002", "Mr",     "U.S",    "Inc",     "a.m",    "No",
    "1",      "2)",     "1.",     "a.",     "\u2022",  "*",      "-",
    "word",   "Word",   "I",      "said",   "http://", "a@b.C",  "\U0001F6A2",
    "\u00C9", "\u6E2F", ":",      ",",      ";",       "Photo:", "(Photo by",
    "By",     "The",    "In the", "5 PM",   "Updated", "Share",  "\u00B0",
};

std::string RandomText(std::mt19937& random) {
  std::uniform_int_distribution<size_t> piece(0, std::size(kPieces) - 1);
  std::uniform_int_distribution<int> length(0, 60);
  std::string text;
  for (int i = length(random); i > 0; --i) text += kPieces[piece(random)];
  return text;
}

TEST(SentenceSplitterTest, KeepsItsContractOnRandomTexts) {
  constexpr int kTexts = 20000;
  std::mt19937 random(20250131);
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = RandomText(random);
    const std::vector<ByteRange> sentences = SplitSentences(text);
    ASSERT_EQ(::footnote::testing::BrokenInvariant(text, sentences), "")
        << ::testing::PrintToString(text);
    ASSERT_EQ(SplitSentences(text), sentences);
  }
}

// Repetitions of a piece, 1 MB of each. A splitter that looks back or ahead
// without bound takes so long for one of them that the run is ended.
TEST(SentenceSplitterTest, TakesLinearTimeOnHostileTexts) {
  constexpr size_t kBytes = 1'000'000;
  for (const char* piece :
       {".",     ". ",       "\"",      "\u201D",  "\n",   "\n\n",    " ",
        ".\"",   "a.",       "A.",      "Aa.Ba",   "(",    "([",      ".(",
        ". (",   ")",        "1. ",     "\u2022 ", "* ",   "a\n",     "A\n",
        "the\n", ": ",       "Photo:",  "?\" Aa ", "Mr. ", "5 p.m. ", "\u2026",
        ". . ",  "\xC2\xA0", "In the ", "a.b@"}) {
    SCOPED_TRACE(::testing::PrintToString(piece));
    std::string text;
    while (text.size() < kBytes) text += piece;
    const std::vector<ByteRange> sentences = SplitSentences(text);
    EXPECT_EQ(::footnote::testing::BrokenInvariant(text, sentences), "");
  }
}

}  // namespace
}  // namespace footnote
