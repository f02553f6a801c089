#include "retrieval/text/names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/sentence_splitter.h"

namespace footnote {
namespace {

DocumentNames Find(absl::string_view text) {
  std::vector<Sentence> sentences;
  for (const ByteRange& range : SplitSentences(text)) {
    sentences.push_back({.range = range});
  }
  return FindNames(text, sentences);
}

// The mentions of `text` as "title|words|full name".
std::vector<std::string> Mentions(absl::string_view text) {
  const DocumentNames found = Find(text);
  std::vector<std::string> mentions;
  for (const NameMention& mention : found.mentions) {
    mentions.push_back(absl::StrCat(Slice(text, mention.title), "|",
                                    Slice(text, mention.range), "|",
                                    found.names[mention.name].full));
  }
  return mentions;
}

using Strings = std::vector<std::string>;

TEST(NamesTest, PartsTitlesFromNames) {
  EXPECT_EQ(Mentions("On Monday Norwegian Prime Minister Ines Falk met former "
                     "president Jonas Lind."),
            (Strings{"Norwegian Prime Minister|Ines Falk|Ines Falk",
                     "former president|Jonas Lind|Jonas Lind"}));
  EXPECT_EQ(Mentions("They saw Secretary of State Ines Falk."),
            (Strings{"Secretary of State|Ines Falk|Ines Falk"}));
}

TEST(NamesTest, ReadsTitlesBehindNames) {
  EXPECT_EQ(Mentions("It was up to Ines Falk, the defense minister, to act."),
            (Strings{"defense minister|Ines Falk|Ines Falk"}));
  EXPECT_EQ(Mentions("We asked Ines Falk, a spokeswoman for the harbour, why."),
            (Strings{"spokeswoman for the harbour|Ines Falk|Ines Falk"}));
  EXPECT_EQ(
      Mentions("We met Ines Falk, President Jonas Lind and others."),
      (Strings{"|Ines Falk|Ines Falk", "President|Jonas Lind|Jonas Lind"}));
}

TEST(NamesTest, BringsShortFormsToTheFullName) {
  EXPECT_EQ(Mentions("President Falk spoke. Then Ines Falk left. Falk came "
                     "back, as Ms. Falk does."),
            (Strings{"President|Falk|Ines Falk", "|Ines Falk|Ines Falk",
                     "|Falk|Ines Falk", "Ms|Falk|Ines Falk"}));
  const DocumentNames names = Find("President Falk met Ms. Ines Falk.");
  ASSERT_EQ(names.names.size(), 1u);
  EXPECT_EQ(names.names[0].title, "President");
  EXPECT_EQ(names.names[0].kind, NameKind::kPerson);
}

TEST(NamesTest, KnowsAGivenNameThatReadsLikeATitle) {
  EXPECT_EQ(
      Mentions("They met Defense Minister Gen Morita and Gen. Falk."),
      (Strings{"Defense Minister|Gen Morita|Gen Morita", "Gen|Falk|Falk"}));
}

TEST(NamesTest, TakesEitherOrderOfAName) {
  EXPECT_EQ(Mentions("They met Haruka Morita. Then Morita Haruka left."),
            (Strings{"|Haruka Morita|Haruka Morita",
                     "|Morita Haruka|Haruka Morita"}));
}

TEST(NamesTest, DoesNotTakeTheFirstWordOfASentence) {
  EXPECT_EQ(Mentions("Ferries sank. Ferries sank. Yesterday it rained."),
            Strings());
  EXPECT_EQ(
      Mentions("We met Ines Falk. Yesterday Falk left. Falk is here."),
      (Strings{"|Ines Falk|Ines Falk", "|Falk|Ines Falk", "|Falk|Ines Falk"}));
}

TEST(NamesTest, TakesFromAHeadlineWhatTheTextNames) {
  EXPECT_EQ(Mentions("Harbour Faces Lean Years: Falk\n\nThe port is poor, "
                     "said Ines Falk."),
            (Strings{"|Falk|Ines Falk", "|Ines Falk|Ines Falk"}));
}

TEST(NamesTest, TellsBodiesAndPlaces) {
  const DocumentNames names =
      Find("In Japan the Ministry of Fish met NATO and Mary Lind.");
  ASSERT_EQ(names.names.size(), 4u);
  EXPECT_EQ(names.names[0].kind, NameKind::kPlace);
  EXPECT_EQ(names.names[1].full, "Ministry of Fish");
  EXPECT_EQ(names.names[1].kind, NameKind::kOrganization);
  EXPECT_EQ(names.names[2].kind, NameKind::kOrganization);
  EXPECT_EQ(names.names[3].kind, NameKind::kPerson);
}

TEST(NamesTest, LeavesBoilerplate) {
  const std::string text = "We met Ines Falk.";
  EXPECT_TRUE(
      FindNames(text, {{.range = {0, 17}, .kind = SentenceKind::kBoilerplate}})
          .mentions.empty());
}

TEST(NamesTest, TakesHostileText) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) absl::StrAppend(&text, "Ab", i, " Smith, ");
  text += " and so Smith left them.";
  EXPECT_GT(
      FindNames(text, {{.range = {0, static_cast<uint32_t>(text.size())}}})
          .mentions.size(),
      19'000u);
  EXPECT_TRUE(FindNames("", {}).mentions.empty());
  const std::string broken = "We met \xFF\xC3 Ines\xE2\x80 Falk.";
  EXPECT_FALSE(
      FindNames(broken, {{.range = {0, static_cast<uint32_t>(broken.size())}}})
          .mentions.empty());
}

TEST(NamesMatchTest, TakesTheFormsOfAName) {
  for (const char* asked :
       {"Falk", "falk", "Falk's", "Ines Falk", "Falk Ines", "Ines",
        "Prime Minister Falk", "Ms. Ines Falk", "prime minister", "I. Falk",
        "the prime minister", "Ines M. Falk", "the minister"}) {
    SCOPED_TRACE(asked);
    EXPECT_TRUE(NamesMatch(asked, "Ines Falk", "Prime Minister"));
  }
}

TEST(NamesMatchTest, RefusesOtherNames) {
  for (const char* asked : {"Jonas Falk", "Lind", "", "the president", "Fal",
                            "Ines Lind", "the", "the foreign minister"}) {
    SCOPED_TRACE(asked);
    EXPECT_FALSE(NamesMatch(asked, "Ines Falk", "Prime Minister"));
  }
  EXPECT_FALSE(NamesMatch("the president", "Jonas Lind", "vice president"));
  EXPECT_TRUE(NamesMatch("the president", "Jonas Lind", "former president"));
}

TEST(NamesMatchTest, TakesNoPlaceForABodyOfIt) {
  EXPECT_FALSE(NamesMatch("Bank of Norhaven", "Norhaven", ""));
  EXPECT_FALSE(NamesMatch("the Bank of Norhaven", "the Bank", ""));
  EXPECT_TRUE(NamesMatch("Bank of Norhaven", "the Bank of Norhaven", ""));
}

TEST(NamesMatchTest, ComparesDescriptionsByTheirHead) {
  EXPECT_TRUE(NamesMatch("a senior official", "a senior official", ""));
  EXPECT_TRUE(NamesMatch("the official", "a senior official", ""));
  EXPECT_FALSE(NamesMatch("Falk", "a spokesman for Falk", ""));
  EXPECT_FALSE(NamesMatch("Falk", "a Falk spokesman", ""));
  EXPECT_TRUE(NamesMatch("the spokesman", "a spokesman for Falk", ""));
  EXPECT_TRUE(NamesMatch("White House", "the White House", ""));
}

}  // namespace
}  // namespace footnote
