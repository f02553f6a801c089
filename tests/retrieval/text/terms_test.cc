#include "retrieval/text/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

std::vector<std::string> TermsOf(absl::string_view text) {
  std::vector<std::string> terms;
  for (const Term& term : Tokenize(text)) terms.push_back(term.text);
  return terms;
}

TEST(TokenizeTest, FoldsWords) {
  const struct {
    const char* text;
    std::vector<std::string> want;
  } kCases[] = {
      {"", {}},
      {"... ?! --", {}},
      {"Talks resumed", {"talk", "resum"}},
      {"Zürich CAFÉ naïve", {"zurich", "cafe", "naiv"}},
      {"\uFB01ne Stra\u00DFe", {"fine", "strass"}},
      {"Japan's Ishiba\u2019s JAPAN'S companies'",
       {"japan", "ishiba", "japan", "compani"}},
      {"don't O\u2019Brien", {"don't", "o'brien"}},
      {"64-year-old and/or", {"64", "year", "old", "and", "or"}},
      {"AT&T, Q&A", {"at&t", "q&a"}},
      {"said.Today example.com", {"said", "today", "exampl", "com"}},
      {"\u65E5\u672C\u8A9E", {"\u65E5", "\u672C", "\u8A9E"}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_THAT(TermsOf(c.text), ElementsAreArray(c.want));
  }
}

TEST(TokenizeTest, KeepsNumbersWhole) {
  const struct {
    const char* text;
    std::vector<std::string> want;
  } kCases[] = {
      {"1,000 1000", {"1000", "1000"}},    {"$10,000,000.50", {"10000000.50"}},
      {"3.5 percent", {"3.5", "percent"}}, {"1,2,3", {"1", "2", "3"}},
      {"1999,2000", {"1999", "2000"}},     {"In 2025.", {"in", "2025"}},
      {"12,3456", {"12", "3456"}},         {"5th F-35", {"5th", "f", "35"}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_THAT(TermsOf(c.text), ElementsAreArray(c.want));
  }
}

TEST(TokenizeTest, TellsAcronymsFromPronouns) {
  const struct {
    const char* text;
    std::vector<std::string> want;
  } kCases[] = {
      {"U.S.", {"u.s"}},
      {"the US said", {"the", "u.s", "said"}},
      {"tell us", {"tell", "us"}},
      {"Us too", {"us", "too"}},
      {"Japan-U.S. pact", {"japan", "u.s", "pact"}},
      {"U.S.-led", {"u.s", "led"}},
      {"the U.S.'s and US\u2019s", {"the", "u.s", "and", "u.s"}},
      {"TELL US NOW", {"tell", "us", "now"}},
      {"N.A.T.O. NATO Nato", {"nato", "nato", "nato"}},
      {"WHO experts, who came", {"w.h.o", "expert", "who", "came"}},
      {"they did NOT say", {"they", "did", "not", "say"}},
      {"at 5 a.m. sharp", {"at", "5", "a.m", "sharp"}},
      {"U.N. and UN", {"un", "and", "un"}},
      {"J.K. Rowling", {"jk", "rowl"}},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_THAT(TermsOf(c.text), ElementsAreArray(c.want));
  }
}

TEST(TokenizeTest, KeepsPlaces) {
  EXPECT_THAT(Tokenize("\u201CJapan\u2019s\u201D U.S. pact"),
              ElementsAre(Term{"japan", {3, 12}}, Term{"u.s", {16, 20}},
                          Term{"pact", {21, 25}}));
}

TEST(TokenizeTest, CutsWordsWithoutEnd) {
  const std::string word(100'000, 'x');
  const std::vector<Term> terms = Tokenize(word + " end");
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_LE(terms[0].text.size(), 128u);
  EXPECT_EQ(terms[0].range, (ByteRange{0, 100'000}));
}

// A look around each word, or a rewrite of the rest, would take minutes.
// Time by the square of it would be hours, which ends the run.
TEST(TokenizeTest, TakesTimeByTheLengthOfALineAndAWord) {
  for (const std::string& piece :
       {std::string("US "), std::string("a\u2019")}) {
    SCOPED_TRACE(piece);
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_GT(Tokenize(text).size(), 0u);
  }
}

TEST(TokenizeTest, StopsWhenTold) {
  int visits = 0;
  ForEachTerm("one two three",
              [&visits](absl::string_view, ByteRange) { return ++visits < 2; });
  EXPECT_EQ(visits, 2);
}

// Whatever the bytes, terms come in order, do not overlap and lie in the text.
TEST(TokenizeTest, RangesAreOrderedForAnyBytes) {
  std::mt19937 random(20250207);
  const std::string pieces[] = {"U.S.", "a.",   "'s", "\u2019", "1,000",
                                ".",    "\xff", "日", " ",      "&",
                                "É",    "\n",   "US", "x\u0301"};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      text += pieces[random() % std::size(pieces)];
    }
    SCOPED_TRACE(text);
    uint32_t end = 0;
    for (const Term& term : Tokenize(text)) {
      EXPECT_FALSE(term.text.empty());
      EXPECT_GE(term.range.begin, end);
      EXPECT_LT(term.range.begin, term.range.end);
      end = term.range.end;
    }
    EXPECT_LE(end, text.size());
  }
}

}  // namespace
}  // namespace footnote
