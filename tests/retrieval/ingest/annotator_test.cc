#include "retrieval/ingest/annotator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/sentence_splitter.h"

namespace footnote {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

Document Of(const std::string& text, const std::string& published = "") {
  Document document;
  document.id = "a";
  document.text = text;
  document.published = published;
  return document;
}

// The sentences of `text`, each prose.
std::vector<Sentence> Prose(absl::string_view text) {
  std::vector<Sentence> sentences;
  for (const ByteRange& range : SplitSentences(text)) {
    sentences.push_back({.range = range});
  }
  return sentences;
}

Annotations AnnotateProse(const Document& document) {
  return Annotate(document, Prose(document.text));
}

// The words that stand for names, as "words|full name", with a '*' in front of
// those that are no name themselves.
std::vector<std::string> Places(const std::string& text) {
  const Annotations annotations = AnnotateProse(Of(text));
  std::vector<std::string> places;
  for (const NamePlace& place : annotations.places) {
    places.push_back(absl::StrCat(place.is_named ? "" : "*",
                                  Slice(text, place.range), "|",
                                  annotations.names[place.name].full));
  }
  return places;
}

// What is said, as "source|speaker|content", with quotations marked by a '"'.
std::vector<std::string> Speeches(const std::string& text) {
  const Annotations annotations = AnnotateProse(Of(text));
  std::vector<std::string> speeches;
  for (const Speech& speech : annotations.speeches) {
    speeches.push_back(absl::StrCat(
        speech.is_direct ? "\"" : "", Slice(text, speech.source), "|",
        annotations.names[speech.name].full, "|", Slice(text, speech.content)));
  }
  return speeches;
}

std::vector<std::string> Times(const Document& document,
                               const std::vector<Sentence>& sentences) {
  std::vector<std::string> values;
  for (const TimeExpression& time : Annotate(document, sentences).times) {
    values.push_back(time.value);
  }
  return values;
}

TEST(AnnotateTest, FindsNamesOnceAndEveryPlace) {
  const std::string text =
      "Prime Minister Ines Falk met Jonas Lind. Falk left. Lind stayed.";
  const Annotations annotations = AnnotateProse(Of(text));
  ASSERT_EQ(annotations.names.size(), 2u);
  EXPECT_EQ(annotations.names[0].full, "Ines Falk");
  EXPECT_EQ(annotations.names[0].title, "Prime Minister");
  EXPECT_EQ(annotations.names[0].kind, NameKind::kPerson);
  EXPECT_EQ(annotations.names[1].full, "Jonas Lind");
  EXPECT_THAT(Places(text),
              ElementsAre("Ines Falk|Ines Falk", "Jonas Lind|Jonas Lind",
                          "Falk|Ines Falk", "Lind|Jonas Lind"));
}

TEST(AnnotateTest, FindsWordsThatStandForNames) {
  EXPECT_THAT(Places("Ines Falk opened the port. She praised the quay."),
              ElementsAre("Ines Falk|Ines Falk", "*She|Ines Falk"));
  EXPECT_THAT(
      Places("Prime Minister Ines Falk opened the port. “The quay is "
             "short,” the prime minister remarked."),
      ElementsAre("Ines Falk|Ines Falk", "*the prime minister|Ines Falk"));
}

TEST(AnnotateTest, FindsSpeeches) {
  EXPECT_THAT(Speeches("“The quay is short,” Ines Falk said."),
              ElementsAre("\"Ines Falk|Ines Falk|“The quay is short,”"));
  EXPECT_THAT(Speeches("Ines Falk said that the quay was short."),
              ElementsAre("Ines Falk|Ines Falk|that the quay was short"));
  EXPECT_THAT(
      Speeches("“The quay is far too short,” a senior official said."),
      ElementsAre("\"a senior official|a senior official|“The quay is far too "
                  "short,”"));
  EXPECT_THAT(Speeches("The quay is short."), IsEmpty());
}

TEST(AnnotateTest, KeepsTheTitleAndKindOfASpeaker) {
  const Annotations annotations = AnnotateProse(
      Of("Prime Minister Ines Falk met us. “The quay is short,” she said."));
  ASSERT_EQ(annotations.names.size(), 1u);
  ASSERT_EQ(annotations.speeches.size(), 1u);
  EXPECT_EQ(annotations.speeches[0].name, 0u);
  EXPECT_EQ(annotations.names[0].title, "Prime Minister");
  EXPECT_EQ(annotations.names[0].kind, NameKind::kPerson);
}

TEST(AnnotateTest, KeepsPlacesAndSpeechesInOrder) {
  const Annotations annotations = AnnotateProse(
      Of("Ines Falk met Jonas Lind. “The quay is short,” she said. According "
         "to Jonas Lind, the fog was thick. He left. She said that he would "
         "come back. “It leaks,” Lind said."));
  EXPECT_GE(annotations.places.size(), 6u);
  EXPECT_GE(annotations.speeches.size(), 3u);
  EXPECT_TRUE(std::is_sorted(annotations.places.begin(),
                             annotations.places.end(),
                             [](const auto& a, const auto& b) {
                               return a.range.begin < b.range.begin;
                             }));
  EXPECT_TRUE(std::is_sorted(annotations.speeches.begin(),
                             annotations.speeches.end(),
                             [](const auto& a, const auto& b) {
                               return a.content.begin < b.content.begin;
                             }));
}

TEST(AnnotateTest, ReadsTimesFromTheDayOfPublication) {
  const std::string text = "The port opened yesterday.";
  EXPECT_THAT(Times(Of(text, "2025-02-07"), Prose(text)),
              ElementsAre("2025-02-06"));
  // In UTC it was published on the 8th.
  EXPECT_THAT(Times(Of(text, "2025-02-07T23:30:00-01:00"), Prose(text)),
              ElementsAre("2025-02-07"));
  EXPECT_THAT(Times(Of(text), Prose(text)), Not(Contains("2025-02-06")));
}

TEST(AnnotateTest, KeepsTheTimesOfProseAlone) {
  const std::string text =
      "The port opened in 2019. Ads of May 2021. The port closed in 2023.";
  std::vector<Sentence> sentences = Prose(text);
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_THAT(Times(Of(text), sentences),
              ElementsAre("2019", "2021-05", "2023"));
  sentences[1].kind = SentenceKind::kBoilerplate;
  EXPECT_THAT(Times(Of(text), sentences), ElementsAre("2019", "2023"));
  sentences[2].kind = SentenceKind::kBoilerplate;
  EXPECT_THAT(Times(Of(text), sentences), ElementsAre("2019"));
  EXPECT_THAT(Times(Of(text), {}), IsEmpty());
}

TEST(AnnotateTest, FindsAcronyms) {
  EXPECT_THAT(
      AnnotateProse(Of("The Narvik Harbour Authority (NHA) met.")).acronyms,
      ElementsAre(AcronymDefinition{"NHA", "Narvik Harbour Authority"}));
}

TEST(AnnotateTest, OtherLanguagesGetASketchAlone) {
  Document document = Of(
      "Prime Minister Ines Falk of the Narvik Harbour Authority (NHA) said on "
      "February 7, 2025 that the fog had lifted.");
  for (const char* language : {"", "en", "EN", "en-GB"}) {
    SCOPED_TRACE(language);
    document.language = language;
    const Annotations annotations = AnnotateProse(document);
    EXPECT_FALSE(annotations.names.empty());
    EXPECT_FALSE(annotations.times.empty());
    EXPECT_EQ(annotations.sketch, Sketch(document.text));
  }
  for (const char* language : {"fr", "enm", "e", "de-EN"}) {
    SCOPED_TRACE(language);
    document.language = language;
    const Annotations annotations = AnnotateProse(document);
    EXPECT_TRUE(annotations.names.empty());
    EXPECT_TRUE(annotations.places.empty());
    EXPECT_TRUE(annotations.speeches.empty());
    EXPECT_TRUE(annotations.times.empty());
    EXPECT_TRUE(annotations.acronyms.empty());
    EXPECT_EQ(annotations.sketch, Sketch(document.text));
  }
}

// Returns a text that names `count` persons, each of whom says something. Their
// names are words of letters alone.
std::string ManySpeakers(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    std::string name;
    for (int digits = i, j = 0; j < 4; ++j, digits /= 16) {
      name.push_back(static_cast<char>('a' + digits % 16));
    }
    absl::StrAppend(&text, "Ines Q", name, " said that the fog had lifted. ");
  }
  return text;
}

TEST(AnnotateTest, KeepsTheFirstNamesOfADirectory) {
  constexpr size_t kMost = 4096;
  EXPECT_EQ(AnnotateProse(Of(ManySpeakers(kMost - 1))).names.size(), kMost - 1);
  EXPECT_EQ(AnnotateProse(Of(ManySpeakers(kMost))).names.size(), kMost);
  const Annotations annotations = AnnotateProse(Of(ManySpeakers(kMost + 1)));
  EXPECT_EQ(annotations.names.size(), kMost);
  EXPECT_EQ(annotations.places.size(), kMost);
  EXPECT_EQ(annotations.speeches.size(), kMost);
}

}  // namespace
}  // namespace footnote
