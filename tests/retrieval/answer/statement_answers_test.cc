// Questions for statements of a kind: about whom, by whom, of when, and with
// what in them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/timestamp.h"
#include "tests/retrieval/answer/asked_corpus.h"

namespace footnote {
namespace {

using testing::Best;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class StatementAnswersTest : public testing::AskedCorpus {
 protected:
  void SetUp() override {
    AskedCorpus::SetUp();
    Import("opening",
           "Mayor Ida Brandt opened the pier on March 3, 2031. She said the "
           "pier was safe. \"The pier leaks,\" Ines Falk told reporters. The "
           "pier cost $4.5 million.",
           "2031-05-20");
    Import("office",
           "The Halden Ferry Office (HFO) rents the pier. Its boats are old. "
           "The pier closed in April 2029.",
           "2031-05-21");
    Import("paint", "The HFO painted the pier white.", "2031-05-22");
  }

  Answer AskWith(const std::function<void(Question*)>& narrow,
                 const AskOptions& options = Best()) {
    Question question = Asking("What about the pier?");
    narrow(&question);
    return Ask(question, options);
  }

  Answer About(const std::vector<std::string>& entities) {
    return AskWith([&](Question* q) { q->entities = entities; });
  }

  Answer SaidBy(const std::string& speaker) {
    return AskWith([&](Question* q) { q->speaker = speaker; });
  }

  Answer During(const std::string& time) {
    return AskWith([&](Question* q) { q->event = ParsePeriod(time); });
  }

  Answer OfType(AnswerType type) {
    return AskWith([type](Question* q) { q->answer_type = type; });
  }
};

constexpr char kOpened[] = "Mayor Ida Brandt opened the pier on March 3, 2031.";
constexpr char kSafe[] = "She said the pier was safe.";
constexpr char kLeaks[] = "\"The pier leaks,\" Ines Falk told reporters.";
constexpr char kCost[] = "The pier cost $4.5 million.";
constexpr char kRents[] = "The Halden Ferry Office (HFO) rents the pier.";
constexpr char kClosed[] = "The pier closed in April 2029.";
constexpr char kWhite[] = "The HFO painted the pier white.";

TEST_F(StatementAnswersTest, AreAboutWhomIsAskedFor) {
  for (const char* name :
       {"Ida Brandt", "Brandt", "Mayor Brandt", "the mayor", "brandt's"}) {
    EXPECT_THAT(TextsOf(About({name})), UnorderedElementsAre(kOpened, kSafe))
        << name;
  }
  EXPECT_THAT(TextsOf(About({"Ines Falk"})), ElementsAre(kLeaks));
  EXPECT_THAT(TextsOf(About({"Brandt", "pier"})),
              UnorderedElementsAre(kOpened, kSafe));
}

TEST_F(StatementAnswersTest, AreAboutWhatAcronymsStandFor) {
  for (const char* name : {"HFO", "Halden Ferry Office"}) {
    EXPECT_THAT(TextsOf(About({name})), UnorderedElementsAre(kRents, kWhite))
        << name;
  }
}

TEST_F(StatementAnswersTest, AreTheWordsOfTheSpeaker) {
  EXPECT_THAT(TextsOf(SaidBy("Ines Falk")), ElementsAre(kLeaks));
  const Answer mayor = SaidBy("Mayor Brandt");
  ASSERT_THAT(TextsOf(mayor), ElementsAre(kSafe));
  ASSERT_TRUE(mayor.sentences[0].speaker.has_value());
  EXPECT_EQ(mayor.sentences[0].speaker->name, "Ida Brandt");
  EXPECT_EQ(mayor.sentences[0].speaker->title, "Mayor");
  EXPECT_FALSE(mayor.sentences[0].speaker->is_direct);
}

TEST_F(StatementAnswersTest, SpeakOfTheTime) {
  EXPECT_THAT(TextsOf(During("2031")), ElementsAre(kOpened));
  EXPECT_THAT(TextsOf(During("2031-03-03")), ElementsAre(kOpened));
  EXPECT_THAT(TextsOf(During("2029")), ElementsAre(kClosed));
  const Answer most = AskWith([](Question* q) {
    q->event = TimePeriod{ParsePeriod("2029-04-11")->begin,
                          ParsePeriod("2030")->begin};
  });
  EXPECT_THAT(TextsOf(most), ElementsAre(kClosed));  // 20 days of that April.
}

TEST_F(StatementAnswersTest, HoldTheTypeThatIsGiven) {
  const Answer money = OfType(AnswerType::kMoney);
  ASSERT_THAT(TextsOf(money), ElementsAre(kCost));
  ASSERT_TRUE(money.sentences[0].answer_span.has_value());
  EXPECT_EQ(money.sentences[0].answer_span->value, "4500000 USD");
  EXPECT_THAT(TextsOf(OfType(AnswerType::kDate)),
              UnorderedElementsAre(kOpened, kClosed));
  EXPECT_EQ(OfType(AnswerType::kReason).sentences.size(), 7u);
}

TEST_F(StatementAnswersTest, TellWhatIsMissing) {
  EXPECT_THAT(About({"Olga Renn"}).reasons,
              ElementsAre(NotAnsweredReason::kEntityNotFound));
  EXPECT_THAT(SaidBy("Olga Renn").reasons,
              ElementsAre(NotAnsweredReason::kSpeakerNotFound));
  EXPECT_THAT(During("1999").reasons,
              ElementsAre(NotAnsweredReason::kNoEventInWindow));
  EXPECT_THAT(OfType(AnswerType::kPercent).reasons,
              ElementsAre(NotAnsweredReason::kTypeNotFound));
}

// Each is met by another sentence, so that the passages pass and none of their
// sentences does.
TEST_F(StatementAnswersTest, TellWhatIsMissingFromEverySentence) {
  const Answer answer = AskWith([](Question* q) {
    q->entities = {"Ida Brandt"};
    q->speaker = "Ines Falk";
  });
  EXPECT_THAT(answer.sentences, IsEmpty());
  ASSERT_EQ(answer.reasons.size(), 1u);
  EXPECT_THAT(
      answer.reasons,
      ::testing::AnyOf(ElementsAre(NotAnsweredReason::kSpeakerNotFound),
                       ElementsAre(NotAnsweredReason::kEntityNotFound)));
}

TEST_F(StatementAnswersTest, TellEveryConditionThatNothingMeets) {
  const Answer answer = AskWith([](Question* q) {
    q->entities = {"Olga Renn"};
    q->speaker = "Olga Renn";
    q->event = ParsePeriod("1999");
  });
  EXPECT_THAT(answer.reasons, ElementsAre(NotAnsweredReason::kEntityNotFound,
                                          NotAnsweredReason::kSpeakerNotFound,
                                          NotAnsweredReason::kNoEventInWindow));
}

TEST_F(StatementAnswersTest, TellOfATypeThatWasInferredBesideTheConfidence) {
  AskOptions options;
  options.min_confidence = 1;
  const Answer answer =
      Ask(Asking("What percentage of the pier leaks?"), options);
  EXPECT_THAT(answer.reasons, ElementsAre(NotAnsweredReason::kLowConfidence,
                                          NotAnsweredReason::kTypeNotFound));
  EXPECT_THAT(Ask(Asking("Why did a museum buy the pier?"), options).reasons,
              ElementsAre(NotAnsweredReason::kLowConfidence));
}

TEST_F(StatementAnswersTest, ShowWhyOthersWereLeftOut) {
  AskOptions options = Best();
  options.include_rejected = true;
  const auto rejections_of = [&](const std::function<void(Question*)>& narrow) {
    std::vector<RejectionReason> reasons;
    for (const RejectedSentence& rejected : AskWith(narrow, options).rejected) {
      reasons.push_back(rejected.reason);
    }
    return reasons;
  };
  EXPECT_THAT(rejections_of([](Question* q) { q->entities = {"Falk"}; }),
              Contains(RejectionReason::kEntityNotFound));
  EXPECT_THAT(rejections_of([](Question* q) { q->speaker = "Falk"; }),
              Contains(RejectionReason::kOtherSpeaker));
  EXPECT_THAT(
      rejections_of([](Question* q) { q->event = ParsePeriod("2031"); }),
      Contains(RejectionReason::kOtherTime));
  EXPECT_THAT(
      rejections_of([](Question* q) { q->answer_type = AnswerType::kMoney; }),
      Contains(RejectionReason::kTypeNotFound));
}

TEST_F(StatementAnswersTest, TellWhatWasGiven) {
  const Interpretation told = AskWith([](Question* q) {
                                q->entities = {"Brandt", "pier"};
                                q->speaker = "Brandt";
                                q->event = ParsePeriod("2031");
                                q->answer_type = AnswerType::kQuote;
                              }).interpretation;
  EXPECT_EQ(told.answer_type, AnswerType::kQuote);
  EXPECT_THAT(told.entities, ElementsAre("Brandt", "pier"));
  EXPECT_EQ(told.speaker, "Brandt");
  EXPECT_EQ(told.event, ParsePeriod("2031"));
  EXPECT_THAT(told.inferences, IsEmpty());
}

TEST_F(StatementAnswersTest, TellWhatWasInferred) {
  const Interpretation told =
      Ask(Asking("What did Ines Falk say about the pier in May 2031?"))
          .interpretation;
  EXPECT_EQ(told.answer_type, AnswerType::kQuote);
  EXPECT_THAT(told.entities, Contains("Ines Falk"));
  EXPECT_EQ(told.speaker, "Ines Falk");
  EXPECT_EQ(told.event, ParsePeriod("2031-05"));
  std::vector<std::string> fields;
  for (const Inference& inference : told.inferences) {
    fields.push_back(inference.field);
    EXPECT_FALSE(inference.value.empty()) << inference.field;
  }
  EXPECT_THAT(fields, ::testing::IsSupersetOf(
                          {"answer_type", "entities[0]", "speaker", "event"}));
}

TEST_F(StatementAnswersTest, TellWhatStandsForAnAcronym) {
  const Interpretation told =
      Ask(Asking("What did the HFO paint?")).interpretation;
  ASSERT_EQ(told.synonyms.size(), 1u);
  EXPECT_EQ(told.synonyms[0].words, "HFO");
  EXPECT_EQ(told.synonyms[0].stands_for, "Halden Ferry Office");
}

// What was inferred only weighs.
TEST_F(StatementAnswersTest, TakeWhatIsNotOfTheInferredKind) {
  EXPECT_THAT(Ask(Asking("What percentage of the pier leaks?")).sentences,
              ::testing::Not(IsEmpty()));
}

TEST_F(StatementAnswersTest, LooksBehindTheBestPassages) {
  for (int i = 0; i < 30; ++i) {
    Import(absl::StrCat("ferry", i),
           "Ida Lund rode the Kestrel. \"The Kestrel rolls,\" said Jon Holm.");
  }
  const std::string both =
      "Jon Holm said that Ida Lund had sold the Kestrel for $9 after a long "
      "way "
      "through rain and snow to the far end of the bay.";
  Import("both", both);
  Question question = Asking("What about the Kestrel?");
  question.entities = {"Ida Lund"};
  question.speaker = "Jon Holm";
  EXPECT_THAT(TextsOf(Ask(question)), ElementsAre(both));
  question = Asking("What about the Kestrel?");
  question.answer_type = AnswerType::kMoney;
  EXPECT_THAT(TextsOf(Ask(question)), ElementsAre(both));
}

}  // namespace
}  // namespace footnote
