#include "retrieval/text/speakers.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/testing/statement_units.h"

namespace footnote {
namespace {

using testing::FindWord;
using testing::StatementUnits;

// Who says what in the last unit of `text`, whose cue is "said".
ResolvedSpeaker SpeakerIn(const std::string& text) {
  const StatementUnits units(text);
  SpeakerResolver resolver(units.names());
  for (size_t i = 0; i + 1 < units.size(); ++i) resolver.Leave(units[i]);
  const StatementUnit& last = units[units.size() - 1];
  const auto source = PhraseBefore(last, FindWord(last, "said"));
  EXPECT_TRUE(source.has_value()) << text;
  return source.has_value() ? resolver.Resolve(last, *source)
                            : ResolvedSpeaker();
}

// The full name that `word` of the last unit begins to stand for, or "none";
// sets `*words` to how many it takes.
std::string ReferenceIn(const std::string& text, const char* word,
                        size_t* words) {
  const StatementUnits units(text);
  SpeakerResolver resolver(units.names());
  for (size_t i = 0; i + 1 < units.size(); ++i) resolver.Leave(units[i]);
  const StatementUnit& last = units[units.size() - 1];
  const size_t at = FindWord(last, word);
  size_t end = 0;
  const auto name = resolver.ReferenceAt(last, at, &end);
  *words = end - at;
  return name.has_value() ? units.names().names[*name].full : "none";
}

constexpr char kMeeting[] =
    "Prime Minister Ines Falk met Vice President Jonas Lind. ";

TEST(SpeakerResolverTest, GivesNamesInFull) {
  const ResolvedSpeaker falk =
      SpeakerIn(std::string(kMeeting) + "Falk said it leaks.");
  EXPECT_EQ(falk.name, "Ines Falk");
  EXPECT_EQ(falk.title, "Prime Minister");
}

TEST(SpeakerResolverTest, TakesPronounsForTheSubjectBefore) {
  EXPECT_EQ(SpeakerIn(std::string(kMeeting) + "She said it leaks.").name,
            "Ines Falk");
  EXPECT_EQ(
      SpeakerIn(std::string(kMeeting) + "Then Lind left and he said so.").name,
      "Jonas Lind");
  EXPECT_EQ(SpeakerIn(std::string(kMeeting) +
                      "She asked Jonas Lind. She said it leaks.")
                .name,
            "Ines Falk");
  EXPECT_EQ(SpeakerIn("It rained. She said it leaks.").name, "");
}

TEST(SpeakerResolverTest, TakesTitlesForWhoHasThem) {
  EXPECT_EQ(
      SpeakerIn(std::string(kMeeting) + "The prime minister said so.").name,
      "Ines Falk");
  EXPECT_EQ(SpeakerIn(std::string(kMeeting) + "The minister said so.").name,
            "Ines Falk");
  EXPECT_EQ(
      SpeakerIn(std::string(kMeeting) + "The vice president said so.").name,
      "Jonas Lind");
  EXPECT_EQ(SpeakerIn(std::string(kMeeting) + "The president said so.").name,
            "The president");
}

TEST(SpeakerResolverTest, KeepsTheWordsOfOthers) {
  EXPECT_EQ(SpeakerIn("A senior official said so.").name, "A senior official");
  EXPECT_EQ(SpeakerIn("The café owner, a sailor, said so.").name,
            "The café owner");
  EXPECT_EQ(SpeakerIn("They said so.").name, "");
  EXPECT_EQ(
      SpeakerIn("The " + std::string(1'000, 'a') + " owner said so.").name, "");
}

TEST(SpeakerResolverTest, TakesWhoForTheNameBefore) {
  EXPECT_EQ(SpeakerIn("We met Ines Falk, who said it leaks.").name,
            "Ines Falk");
  EXPECT_EQ(SpeakerIn("We met sailors, who said it leaks.").name, "");
}

TEST(SpeakerResolverTest, FindsReferences) {
  size_t words = 0;
  const std::string meeting = kMeeting;
  EXPECT_EQ(ReferenceIn(meeting + "Then she left.", "she", &words),
            "Ines Falk");
  EXPECT_EQ(words, 1u);
  EXPECT_EQ(ReferenceIn(meeting + "So the prime minister left.", "the", &words),
            "Ines Falk");
  EXPECT_EQ(words, 3u);
  EXPECT_EQ(ReferenceIn(meeting + "So the harbour leaks.", "the", &words),
            "none");
  EXPECT_EQ(words, 1u);
  EXPECT_EQ(ReferenceIn(meeting + "So a minister left.", "a", &words), "none");
  EXPECT_EQ(ReferenceIn("So the minister Ines Falk left.", "the", &words),
            "none");
}

}  // namespace
}  // namespace footnote
