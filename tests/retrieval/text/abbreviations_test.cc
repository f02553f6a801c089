#include "retrieval/text/abbreviations.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(AbbreviationsTest, TellsTheirKinds) {
  struct Case {
    const char* word;
    AbbreviationKind kind;
  };
  for (const Case& c : {
           Case{"Mr", AbbreviationKind::kTitle},
           Case{"Gen", AbbreviationKind::kTitle},
           Case{"vs", AbbreviationKind::kTitle},
           Case{"No", AbbreviationKind::kNumber},
           Case{"p", AbbreviationKind::kNumber},
           Case{"J", AbbreviationKind::kInitial},
           Case{"\u00C9", AbbreviationKind::kInitial},
           Case{"a.m", AbbreviationKind::kTime},
           Case{"P.M", AbbreviationKind::kTime},
           Case{"Inc", AbbreviationKind::kOpen},
           Case{"U.S", AbbreviationKind::kOpen},
           Case{"Hwy", AbbreviationKind::kOpen},
           Case{"Sat", AbbreviationKind::kOpen},
           Case{"sat", AbbreviationKind::kNone},
           Case{"port", AbbreviationKind::kNone},
           Case{"BBC", AbbreviationKind::kNone},
           Case{"example.com", AbbreviationKind::kNone},
           Case{"", AbbreviationKind::kNone},
       }) {
    SCOPED_TRACE(c.word);
    EXPECT_EQ(KindOfAbbreviation(c.word), c.kind);
  }
}

TEST(AbbreviationsTest, KnowsWordsAroundThem) {
  EXPECT_TRUE(IsSentenceStarter("However"));
  EXPECT_TRUE(IsSentenceStarter("It\u2019s"));
  EXPECT_FALSE(IsSentenceStarter("Navy"));
  EXPECT_TRUE(FollowsTimeOfDay("Monday"));
  EXPECT_FALSE(FollowsTimeOfDay("Falk"));
  EXPECT_TRUE(IsSpeechVerb("asked"));
  EXPECT_FALSE(IsSpeechVerb("sank"));
  EXPECT_TRUE(LeavesSentenceOpen("the"));
  EXPECT_FALSE(LeavesSentenceOpen("port"));
}

}  // namespace
}  // namespace footnote
