#include "retrieval/text/attributions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/sentence_splitter.h"

namespace footnote {
namespace {

std::vector<Attribution> FindIn(absl::string_view text) {
  std::vector<Sentence> sentences;
  for (const ByteRange& range : SplitSentences(text)) {
    sentences.push_back({.range = range});
  }
  return FindAttributions(text, sentences, FindNames(text, sentences));
}

// The attributions of `text` as "source|speaker|content".
std::vector<std::string> Find(absl::string_view text) {
  std::vector<std::string> found;
  for (const Attribution& attribution : FindIn(text)) {
    found.push_back(absl::StrCat(Slice(text, attribution.source), "|",
                                 attribution.speaker, "|",
                                 Slice(text, attribution.content)));
  }
  return found;
}

using Strings = std::vector<std::string>;

TEST(AttributionsTest, FindsAQuotationBeforeItsCue) {
  EXPECT_EQ(Find("“The quay is far too short,” Ines Falk said on Monday."),
            (Strings{"Ines Falk|Ines Falk|“The quay is far too short,”"}));
}

TEST(AttributionsTest, FindsAQuotationBehindItsCue) {
  EXPECT_EQ(Find("On Monday Ines Falk said, \"The quay is far too short.\""),
            (Strings{"Ines Falk|Ines Falk|\"The quay is far too short.\""}));
  EXPECT_EQ(
      Find("In a letter to the town, Ines Falk wrote: ``The quay is short.''"),
      (Strings{"Ines Falk|Ines Falk|``The quay is short.''"}));
}

TEST(AttributionsTest, FindsAQuotationAroundItsCue) {
  EXPECT_EQ(
      Find("“The quay is short,” Ines Falk said, “and it is far too old.”"),
      (Strings{"Ines Falk|Ines Falk|“The quay is short,”",
               "Ines Falk|Ines Falk|“and it is far too old.”"}));
}

TEST(AttributionsTest, FindsTheSpeakerBehindTheVerb) {
  const absl::string_view text =
      "“The quay is far too short,” said Foreign Minister Ines Falk.";
  const std::vector<Attribution> found = FindIn(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].speaker, "Ines Falk");
  EXPECT_EQ(found[0].title, "Foreign Minister");
  EXPECT_EQ(Slice(text, found[0].cue), "said");
  EXPECT_EQ(Slice(text, found[0].source), "Foreign Minister Ines Falk");
  EXPECT_TRUE(found[0].is_direct);
}

TEST(AttributionsTest, FindsASpeakerWithAnApposition) {
  EXPECT_EQ(Find("“The quay is far too short,” Ines Falk, head of the port "
                 "since 2019, told the paper."),
            (Strings{"Ines Falk, head of the port since 2019|Ines Falk|“The "
                     "quay is far too short,”"}));
}

TEST(AttributionsTest, GivesAllSentencesOfAQuotationToItsSpeaker) {
  EXPECT_EQ(Find("“The quay is short. It is old,” Ines Falk said."),
            (Strings{"Ines Falk|Ines Falk|“The quay is short. It is old,”"}));
  EXPECT_EQ(Find("“The quay is short,” Ines Falk said. “It is old. It leaks.”"),
            (Strings{"Ines Falk|Ines Falk|“The quay is short,”",
                     "Ines Falk|Ines Falk|“It is old. It leaks.”"}));
}

TEST(AttributionsTest, GoesOnOverParagraphs) {
  EXPECT_EQ(Find("“The quay is short,” Ines Falk said.\n\n“It is as old as "
                 "the town.\n\n“It leaks in every storm.”"),
            (Strings{"Ines Falk|Ines Falk|“The quay is short,”",
                     "Ines Falk|Ines Falk|“It is as old as the town.",
                     "Ines Falk|Ines Falk|“It leaks in every storm.”"}));
}

TEST(AttributionsTest, GivesALeadingQuotationToTheSpeakerBehind) {
  EXPECT_EQ(Find("Jonas Lind said nobody had asked him.\n\n“It is as old as "
                 "the town.” “It leaks in every storm,” Ines Falk said.")
                .at(1),
            "Ines Falk|Ines Falk|“It is as old as the town.”");
}

TEST(AttributionsTest, FindsReportedSpeech) {
  EXPECT_EQ(Find("Ines Falk said that the quay was too short."),
            (Strings{"Ines Falk|Ines Falk|that the quay was too short"}));
  EXPECT_EQ(Find("Ines Falk acknowledged the quay was too short."),
            (Strings{"Ines Falk|Ines Falk|the quay was too short"}));
  EXPECT_EQ(Find("The quay was far too short, Ines Falk said on Monday."),
            (Strings{"Ines Falk|Ines Falk|The quay was far too short"}));
  EXPECT_EQ(Find("Ines Falk told reporters on Monday that the quay leaked."),
            (Strings{"Ines Falk|Ines Falk|that the quay leaked"}));
  EXPECT_EQ(Find("Ines Falk asked whether the quay would last."),
            (Strings{"Ines Falk|Ines Falk|whether the quay would last"}));
  EXPECT_FALSE(FindIn("Ines Falk said that the quay was short.")[0].is_direct);
}

TEST(AttributionsTest, KnowsManyCues) {
  for (const char* cue :
       {"announced", "warned", "stressed", "denied", "promised", "expressed",
        "remarked", "has acknowledged", "also noted", "later conceded"}) {
    SCOPED_TRACE(cue);
    EXPECT_EQ(
        Find(absl::StrCat("Ines Falk ", cue, " that the quay was short.")),
        (Strings{"Ines Falk|Ines Falk|that the quay was short"}));
  }
}

TEST(AttributionsTest, FindsParticiples) {
  EXPECT_EQ(Find("Ines Falk conveyed her worry to the council, stating, “The "
                 "quay leaks in every storm.”")
                .back(),
            "Ines Falk|Ines Falk|“The quay leaks in every storm.”");
  EXPECT_EQ(Find("Ines Falk said the quay leaked, adding that it was old."),
            (Strings{"Ines Falk|Ines Falk|the quay leaked",
                     "Ines Falk|Ines Falk|that it was old"}));
}

TEST(AttributionsTest, FindsAccordingTo) {
  EXPECT_EQ(Find("According to Ines Falk, the quay leaks in storms."),
            (Strings{"Ines Falk|Ines Falk|the quay leaks in storms"}));
  EXPECT_EQ(Find("The quay leaks in storms, according to the ministry."),
            (Strings{"the ministry|the ministry|The quay leaks in storms"}));
}

TEST(AttributionsTest, FindsColons) {
  EXPECT_EQ(Find("We met Ines Falk.\n\nFalk: “The quay leaks in storms.”"),
            (Strings{"Falk|Ines Falk|“The quay leaks in storms.”"}));
  EXPECT_EQ(Find("Harbour faces its worst winter yet: Falk\n\nWe met Ines Falk "
                 "at the quay."),
            (Strings{"Falk|Ines Falk|Harbour faces its worst winter yet"}));
}

TEST(AttributionsTest, FindsWhatIsAnnouncedForTheNextParagraph) {
  EXPECT_EQ(Find("We met Ines Falk. Falk continued:\n\n“It leaks in every "
                 "storm.”\n\n“It is old.”"),
            (Strings{"Falk|Ines Falk|“It leaks in every storm.”",
                     "Falk|Ines Falk|“It is old.”"}));
  EXPECT_EQ(Find("We met Ines Falk. Falk continued:\n\nThe quay is old."),
            Strings());
  EXPECT_EQ(Find("We met Ines Falk. Then Falk said:"), Strings());
}

TEST(AttributionsTest, TakesOnlyQuotationsFromSomeVerbs) {
  EXPECT_EQ(Find("Ines Falk continued with her work at the port."), Strings());
  EXPECT_EQ(Find("The decision highlighted the state of the port."), Strings());
}

TEST(AttributionsTest, ResolvesPronounsToTheLastSubject) {
  const absl::string_view text =
      "Ines Falk met Jonas Lind at the port. “The quay is short,” she said. "
      "She "
      "told Jonas Lind that it leaked. “It is far too old,” she added.";
  std::vector<std::string> speakers;
  for (const Attribution& attribution : FindIn(text)) {
    speakers.push_back(attribution.speaker);
  }
  EXPECT_EQ(speakers, (Strings{"Ines Falk", "Ines Falk", "Ines Falk"}));
}

TEST(AttributionsTest, ResolvesTitlesToWhoHasThem) {
  const std::string who =
      "Prime Minister Ines Falk met Vice President Jonas Lind. ";
  EXPECT_EQ(Find(who + "“The quay is short,” the prime minister remarked."),
            (Strings{"the prime minister|Ines Falk|“The quay is short,”"}));
  EXPECT_EQ(Find(who + "“The quay is short,” the president remarked."),
            (Strings{"the president|the president|“The quay is short,”"}));
}

TEST(AttributionsTest, KeepsTheWordsOfSourcesWithoutName) {
  EXPECT_EQ(Find("“The quay is far too short,” a senior official said."),
            (Strings{"a senior official|a senior official|“The quay is far too "
                     "short,”"}));
  EXPECT_EQ(Find("We met Ines Falk. A spokesman for Falk said that the quay "
                 "leaked."),
            (Strings{"A spokesman for Falk|A spokesman for Falk|that the quay "
                     "leaked"}));
  EXPECT_EQ(Find("The ministry said in a statement that the quay leaked."),
            (Strings{"The ministry|The ministry|that the quay leaked"}));
}

TEST(AttributionsTest, LeavesWhatWasNotSaid) {
  for (const char* text :
       {"Ines Falk did not say that the quay was short.",
        "Ines Falk never said the quay was short.",
        "Ines Falk will say that the quay is short.",
        "Ines Falk was told that the quay was short.",
        "The plan was criticized by many in the town.",
        "The quay is far too short.", "They read the report by Ines Falk."}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Find(text), Strings());
  }
}

TEST(AttributionsTest, LeavesWhatIsDoneToAThing) {
  for (const char* text :
       {"Ines Falk claimed the throne in 1271.",
        "Ines Falk proclaimed the Lind dynasty.",
        "Ines Falk proclaimed herself queen of the islands.",
        "Ines Falk declared a truce.",
        "Ines Falk claims the right to fish there.",
        "Ines Falk claimed the occupied islands and won.",
        "The islanders claim the land in the north.",
        "Ines Falk sailed north, claiming the islands for the town."}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(Find(text), Strings());
  }
  EXPECT_EQ(Find("Ines Falk claimed the quay leaked."),
            (Strings{"Ines Falk|Ines Falk|the quay leaked"}));
  EXPECT_EQ(Find("Ines Falk claimed the throne was empty."),
            (Strings{"Ines Falk|Ines Falk|the throne was empty"}));
  EXPECT_EQ(Find("Ines Falk claimed that land was lost."),
            (Strings{"Ines Falk|Ines Falk|that land was lost"}));
  EXPECT_EQ(
      Find("Ines Falk proclaimed a goal of “Harbours for All the Islands.”"),
      (Strings{
          "Ines Falk|Ines Falk|a goal of “Harbours for All the Islands.”"}));
}

TEST(AttributionsTest, LeavesBoilerplate) {
  const std::string text = "“The quay is far too short,” Ines Falk said.";
  const std::vector<Sentence> sentences = {
      {.range = {0, static_cast<uint32_t>(text.size())},
       .kind = SentenceKind::kBoilerplate}};
  EXPECT_TRUE(
      FindAttributions(text, sentences, FindNames(text, sentences)).empty());
}

// A name of any length, said again and again, would take quadratic space.
TEST(AttributionsTest, DoesNotKeepNamesWithoutEnd) {
  const std::string text =
      absl::StrCat("We met Falk", std::string(100'000, 'a'), " and Lind",
                   " said: “The ", "quay is short.”");
  for (const Attribution& attribution : FindIn(text)) {
    EXPECT_LE(attribution.speaker.size(), 300u);
  }
  EXPECT_EQ(FindIn(absl::StrCat("“The quay is short,” the ",
                                std::string(1'000, 'a'), " minister said."))
                .at(0)
                .speaker,
            "");
}

// Parts of statements in any order; nothing here may fail or take long.
// Each "said" behind a comma looks for a clause before it.
TEST(AttributionsTest, LooksForTheFirstClauseOnce) {
  constexpr size_t kMarks = 1'500'000;
  std::string text = "She ran ";
  for (size_t i = 0; i < kMarks; ++i) absl::StrAppend(&text, ", ");
  for (size_t i = 0; i < kMarks / 4; ++i) absl::StrAppend(&text, ", said ");
  const std::vector<Sentence> sentences = {
      {.range = {0, static_cast<uint32_t>(text.size())}}};
  EXPECT_TRUE(
      FindAttributions(text, sentences, FindNames(text, sentences)).empty());
}

TEST(AttributionsTest, TakesHostileText) {
  for (const char* part : {"said ", "“a ", "said, ", "he said he ", "Falk, ",
                           "\" said \"", "according to ", ": ", "” ", "of the ",
                           "Minister ", "\xE2\x80", "\n“", "saying ,"}) {
    SCOPED_TRACE(part);
    std::string text;
    while (text.size() < 300'000) absl::StrAppend(&text, part);
    const std::vector<Sentence> sentences = {
        {.range = {0, static_cast<uint32_t>(text.size())}}};
    for (const Attribution& attribution :
         FindAttributions(text, sentences, FindNames(text, sentences))) {
      ASSERT_LE(attribution.content.begin, attribution.content.end);
      ASSERT_LE(attribution.content.end, text.size());
      ASSERT_LE(attribution.source.end, text.size());
    }
  }
}

}  // namespace
}  // namespace footnote
