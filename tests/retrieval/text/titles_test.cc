#include "retrieval/text/titles.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

std::vector<ProseWord> Read(absl::string_view text) {
  std::vector<ProseWord> words;
  ReadProseWords(text, {0, static_cast<uint32_t>(text.size())}, words);
  return words;
}

// The name in `text`, which is capitalised words alone.
std::string NameIn(absl::string_view text) {
  const std::vector<ProseWord> words = Read(text);
  const size_t begin = NameBegin(text, words, 0, words.size());
  return begin == words.size()
             ? ""
             : std::string(text.substr(words[begin].range.begin));
}

std::string TitleBeforeIn(absl::string_view text, size_t sentence, size_t run,
                          size_t name) {
  return std::string(Slice(text, TitleBefore(Read(text), sentence, run, name)));
}

std::string TitleBehindIn(absl::string_view text, size_t end) {
  return std::string(Slice(text, TitleBehind(Read(text), end)));
}

TEST(NameBeginTest, FindsTheNameBehindItsTitle) {
  const struct {
    const char* text;
    const char* name;
  } kCases[] = {
      {"Ines Falk", "Ines Falk"},
      {"Prime Minister Falk", "Falk"},
      {"Dr. Falk", "Falk"},
      {"Professor Ødegård", "Ødegård"},
      {"Secretary of State Ines Falk", "Ines Falk"},
      {"Republican Ines Falk", "Ines Falk"},
      {"Judge", ""},
      {"Vice President", ""},
      {"Secretary of the Navy", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(NameIn(c.text), c.name) << c.text;
}

TEST(NameBeginTest, TakesSomeTitlesForNames) {
  EXPECT_EQ(NameIn("Stephen King"), "Stephen King");
  EXPECT_EQ(NameIn("Defense Minister Gen Lind"), "Gen Lind");
  EXPECT_EQ(NameIn("Defense Minister Gen. Lind"), "Lind");
}

TEST(NameBeginTest, LooksOnlyAtTheWordsGiven) {
  const absl::string_view text = "Yesterday Judge Falk met Governor Lind";
  const std::vector<ProseWord> words = Read(text);
  EXPECT_EQ(NameBegin(text, words, 1, 3), 2u);
  EXPECT_EQ(NameBegin(text, words, 1, 2), 2u);
  EXPECT_EQ(NameBegin(text, words, 2, 3), 2u);
}

TEST(TitleBeforeTest, FindsTheTitleInTheRun) {
  EXPECT_EQ(TitleBeforeIn("Prime Minister Ines Falk", 0, 0, 2),
            "Prime Minister");
  EXPECT_EQ(TitleBeforeIn("then acting Governor Ines Falk", 0, 2, 3),
            "then acting Governor");
  EXPECT_EQ(TitleBeforeIn("Republican Ines Falk", 0, 0, 1), "");
}

TEST(TitleBeforeTest, FindsTheTitleBeforeTheRun) {
  EXPECT_EQ(TitleBeforeIn("the foreign minister Ines Falk", 0, 3, 3),
            "foreign minister");
  EXPECT_EQ(TitleBeforeIn("her adviser, Ines Falk", 0, 3, 3), "adviser");
  EXPECT_EQ(TitleBeforeIn("the president's adviser Ines Falk", 0, 3, 3),
            "adviser");
  EXPECT_EQ(TitleBeforeIn("the harbour Ines Falk", 0, 2, 2), "");
}

TEST(TitleBeforeTest, StaysInTheSentence) {
  EXPECT_EQ(TitleBeforeIn("deputy minister Ines Falk", 0, 2, 2),
            "deputy minister");
  EXPECT_EQ(TitleBeforeIn("deputy minister Ines Falk", 1, 2, 2), "minister");
  EXPECT_EQ(TitleBeforeIn("deputy minister Ines Falk", 2, 2, 2), "");
}

TEST(TitleBehindTest, FindsTheTitleBehindAComma) {
  const struct {
    const char* text;  // Begins with a name of two words.
    const char* title;
  } kCases[] = {
      {"Ines Falk, the foreign minister, left.", "foreign minister"},
      {"Ines Falk, a spokeswoman for the harbour, left.",
       "spokeswoman for the harbour"},
      {"Ines Falk, minister since the flood", "minister since the flood"},
      {"Ines Falk, the minister said today", "minister"},
      {"Ines Falk, who left,", ""},
      {"Ines Falk, President Jonas Lind, and others", ""},
      {"Ines Falk the minister", ""},
      {"Ines Falk, the harbour, the minister", ""},
      {"Ines Falk,", ""},
      {"Ines Falk", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(TitleBehindIn(c.text, 2), c.title) << c.text;
  }
}

}  // namespace
}  // namespace footnote
