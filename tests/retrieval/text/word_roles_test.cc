#include "retrieval/text/word_roles.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(RolesOfTest, KnowsEveryRole) {
  const struct {
    const char* word;
    uint32_t role;
  } kCases[] = {
      {"warned", kSpeechRole},     {"criticized", kStanceRole},
      {"insist", kBaseSpeechRole}, {"adding", kParticipleRole},
      {"governor", kTitleRole},    {"former", kTitlePartRole},
      {"mr", kHonorificRole},      {"she", kPersonPronounRole},
      {"they", kOtherPronounRole}, {"his", kDeterminerRole},
      {"officials", kHumanRole},   {"ministry", kBodyRole},
      {"didn't", kNegationRole},   {"has", kAuxiliaryRole},
      {"could", kModalRole},       {"been", kBeRole},
      {"later", kAdverbRole},      {"into", kPrepositionRole},
      {"but", kConjunctionRole},   {"monday", kDayRole},
      {"okinawa", kPlaceRole},     {"danish", kNationRole},
      {"mary", kGivenNameRole},    {"van", kParticleRole},
      {"of", kFunctionRole},       {"replied", kQuotingRole},
      {"said", kPlainSpeechRole},  {"claimed", kDeedRole},
  };
  for (const auto& c : kCases) EXPECT_TRUE(RolesOf(c.word) & c.role) << c.word;
}

TEST(RolesOfTest, GivesAWordAllItsRoles) {
  EXPECT_EQ(RolesOf("that"),
            kDeterminerRole | kConjunctionRole | kFunctionRole);
  EXPECT_EQ(RolesOf("told"), kSpeechRole | kPlainSpeechRole);
  EXPECT_EQ(RolesOf("deputy"), kTitleRole | kTitlePartRole);
  EXPECT_EQ(RolesOf("march"), kDayRole | kFunctionRole);
}

TEST(RolesOfTest, HasNoneForOtherWords) {
  for (const char* word :
       {"", "harbour", "Said", " said", "said ", "ødegård"}) {
    EXPECT_EQ(RolesOf(word), 0u) << word;
  }
}

// A name may begin with none of the small words, but with any other.
TEST(RolesOfTest, TellsWhatANameDoesNotBeginWith) {
  for (const char* word : {"he", "it", "the", "never", "did", "will", "is",
                           "also", "with", "and", "friday"}) {
    EXPECT_TRUE(RolesOf(word) & kFunctionRole) << word;
  }
  for (const char* word : {"president", "dr", "japan", "greek", "susan", "de",
                           "said", "police", "prime"}) {
    EXPECT_FALSE(RolesOf(word) & kFunctionRole) << word;
  }
}

// What must be quoted, and what a thing may say, is said first of all.
TEST(RolesOfTest, HoldsSpecialVerbsOfSayingForVerbsOfSaying) {
  for (const char* word :
       {"continued", "reads", "sighed", "announced", "wrote"}) {
    EXPECT_TRUE(RolesOf(word) & (kQuotingRole | kPlainSpeechRole)) << word;
    EXPECT_TRUE(RolesOf(word) & kSpeechRole) << word;
  }
}

}  // namespace
}  // namespace footnote
