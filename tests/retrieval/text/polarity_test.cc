#include "retrieval/text/polarity.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

// A sentence, a word of it, and how the sentence stands to the word.
struct Case {
  absl::string_view sentence;
  absl::string_view word;
  Polarity polarity;
};

ByteRange PlaceOf(absl::string_view word, absl::string_view sentence) {
  const size_t begin = sentence.find(word);
  EXPECT_NE(begin, absl::string_view::npos) << sentence;
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(begin + word.size())};
}

void Check(const Case& c) {
  const ByteRange place = PlaceOf(c.word, c.sentence);
  EXPECT_EQ(SentenceStances(c.sentence).At(place), StanceAt(c.sentence, place))
      << c.word << " of: " << c.sentence;
  EXPECT_EQ(
      static_cast<int>(PolarityAt(c.sentence, PlaceOf(c.word, c.sentence))),
      static_cast<int>(c.polarity))
      << c.word << " of: " << c.sentence;
}

TEST(PolarityTest, AffirmsWithoutACue) {
  constexpr auto kPolarity = Polarity::kAffirmed;
  for (const Case& c : {
           Case{"The council closed the ferry.", "closed", kPolarity},
           {"The mayor seeks to revise the lease.", "revise", kPolarity},
           {"He will sell the pier next year.", "sell", kPolarity},
           {"The minister denied the report.", "denied", kPolarity},
           {"They closed the pier in May.", "closed", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, DeniesBehindACue) {
  constexpr auto kPolarity = Polarity::kDenied;
  for (const Case& c : {
           Case{"The council did not close the ferry.", "close", kPolarity},
           {"The council didn't close the ferry.", "close", kPolarity},
           {"The council hasn\u2019t closed the ferry.", "closed", kPolarity},
           {"The mayor cannot sell the pier.", "sell", kPolarity},
           {"The mayor won't sell the pier.", "sell", kPolarity},
           {"She never signed the lease.", "signed", kPolarity},
           {"No ferry has sunk since the war.", "sunk", kPolarity},
           {"The yard has no plans to sell the pier.", "sell", kPolarity},
           {"They left without signing the lease.", "signing", kPolarity},
           {"The mayor denied selling the pier.", "selling", kPolarity},
           {"The mayor denied that the council had sold the pier.", "sold",
            kPolarity},
           {"The owners rejected calls to close the mine.", "close", kPolarity},
           {"She refused to sign the lease.", "sign", kPolarity},
           {"She declined to sign the lease.", "sign", kPolarity},
           {"He stopped short of calling for a strike.", "strike", kPolarity},
           {"The bank ruled out lending more.", "lending", kPolarity},
           {"The crew failed to reach the island.", "reach", kPolarity},
           {"The council is unlikely to buy the mill.", "buy", kPolarity},
           {"The club called off the regatta.", "regatta", kPolarity},
           {"The club canceled the regatta.", "regatta", kPolarity},
           {"The firm dropped its plan to build a tower.", "build", kPolarity},
           {"The two firms have yet to merge.", "merge", kPolarity},
           {"They neither sold nor leased the mill.", "sold", kPolarity},
           {"They neither sold nor leased the mill.", "leased", kPolarity},
           {"The court dismissed claims that he stole the boat.", "stole",
            kPolarity},
           {"It is not true that the dam leaks.", "leaks", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, DeniesBeforeACue) {
  constexpr auto kPolarity = Polarity::kDenied;
  for (const Case& c : {
           Case{"A merger has been ruled out.", "merger", kPolarity},
           {"The regatta was called off on Friday.", "regatta", kPolarity},
           {"The plan to sell the mill was dropped.", "sell", kPolarity},
           {"A strike is unlikely.", "strike", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, LeavesOpenWhatIsUncertain) {
  constexpr auto kPolarity = Polarity::kOpen;
  for (const Case& c : {
           Case{"The council may close the ferry.", "close", kPolarity},
           {"The council might close the ferry.", "close", kPolarity},
           {"The strike could close the ferry.", "close", kPolarity},
           {"It is unclear whether she signed.", "signed", kPolarity},
           {"If the dam leaks, the town is lost.", "lost", kPolarity},
           {"They will strike unless wages rise.", "strike", kPolarity},
           {"Did the council close the ferry?", "close", kPolarity},
           {"\u201CDid the council close the ferry?\u201D", "close", kPolarity},
           {"The bank did not rule out lending more.", "lending", kPolarity},
           {"She never denied signing the lease.", "signing", kPolarity},
           {"He did not say that the dam leaks.", "leaks", kPolarity},
           {"She declined to comment on the merger.", "merger", kPolarity},
           {"Not all crews reached the island.", "reached", kPolarity},
           {"They will not sell until prices rise.", "sell", kPolarity},
           {"A merger was not ruled out.", "merger", kPolarity},
           {"The man who led the protest was rejected.", "led", kPolarity},
           {"The owners rejected the revised lease.", "revised", kPolarity},
           {"She did not wait and signed the lease.", "signed", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, PassesOverWhatOnlyLooksLikeADenial) {
  constexpr auto kPolarity = Polarity::kAffirmed;
  for (const Case& c : {
           Case{"The council not only closed the ferry but sold it.", "closed",
                kPolarity},
           {"There is no doubt that the dam leaks.", "leaks", kPolarity},
           {"The firm sold not just the mill.", "sold", kPolarity},
           {"No fewer than 40 crews reached the island.", "reached", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, EndsADenialWithItsClause) {
  constexpr auto kPolarity = Polarity::kAffirmed;
  for (const Case& c : {
           Case{"He did not speak, but signed the lease.", "signed", kPolarity},
           {"She did not speak after she signed the lease.", "signed",
            kPolarity},
           {"The mayor, who has never sailed, opened the pier.", "opened",
            kPolarity},
           {"He did not stay; he sold the mill.", "sold", kPolarity},
           {"NO EXIT (Wire) \u2014 The firm sold the mill.", "sold", kPolarity},
       }) {
    Check(c);
  }
}

TEST(PolarityTest, LooksAFixedWayBack) {
  std::string sentence = "not ";
  for (int i = 0; i < 20; ++i) sentence += "very ";
  Check({sentence + "good", "good", Polarity::kOpen});
  for (int i = 0; i < 100'000; ++i) sentence += "very ";
  Check({sentence + "good", "good", Polarity::kAffirmed});
}

TEST(PolarityTest, TakesAnyBytes) {
  for (const absl::string_view sentence :
       {"", "?", "\xff\xfe", "not\xe2\x80", "n't n't cannot", ",,,((()))"}) {
    for (uint32_t i = 0; i <= sentence.size(); ++i) {
      for (uint32_t j = i; j <= sentence.size(); ++j) {
        PolarityAt(sentence, {i, j});
      }
    }
  }
  EXPECT_TRUE(IsQuestion("Why\u201D?\u201D "));
  EXPECT_FALSE(IsQuestion(""));
  EXPECT_FALSE(IsQuestion("Why? Because."));
}

TEST(OutlookTest, TellsWhatIsFromWhatIsToCome) {
  const auto outlook = [](absl::string_view sentence, absl::string_view word) {
    return StanceAt(sentence, PlaceOf(word, sentence)).outlook;
  };
  EXPECT_EQ(outlook("The firm sold the mill.", "sold"), Outlook::kActual);
  EXPECT_EQ(outlook("The firm has not sold the mill.", "sold"),
            Outlook::kActual);
  EXPECT_EQ(outlook("The firm will sell the mill.", "sell"), Outlook::kAhead);
  EXPECT_EQ(outlook("The firm seeks to sell the mill.", "sell"),
            Outlook::kAhead);
  EXPECT_EQ(outlook("The firm refused to sell the mill.", "sell"),
            Outlook::kEither);
  EXPECT_EQ(outlook("A sale was ruled out.", "sale"), Outlook::kEither);
}

TEST(SentenceStancesTest, AgreesWithStanceAtInLongSentences) {
  std::string sentence;
  for (int i = 0; i < 12; ++i) {
    sentence +=
        "The board, which didn't sell the mill\u2014if it could\u2014ruled "
        "out 1,200.5 loans (but not a lease), and was not asked; a-b";
  }
  const SentenceStances stances(sentence);
  for (uint32_t begin = 0; begin + 4 <= sentence.size(); ++begin) {
    const ByteRange word = {begin, begin + 4};
    EXPECT_EQ(stances.At(word), StanceAt(sentence, word)) << begin;
  }
}

TEST(SentenceStancesTest, AgreesWhereThereIsNoSpace) {
  const std::string sentence =
      std::string(400, 'n') + "'t," + std::string(400, 'x') + " not sold.";
  const SentenceStances stances(sentence);
  for (uint32_t begin = 0; begin + 1 <= sentence.size(); ++begin) {
    const ByteRange word = {begin, begin + 1};
    EXPECT_EQ(stances.At(word), StanceAt(sentence, word)) << begin;
  }
}

}  // namespace
}  // namespace footnote
