// Conflicts between articles, as questions bring them out.

#include "retrieval/answer/conflicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Article {
  std::string text;
  std::string published = "2031-05-20";
};

// A question, articles, and the values of the sides of the conflict between
// them in order of their report; none if they are in none.
struct Case {
  std::string question;
  std::vector<Article> articles;
  std::vector<std::string> values;
};

std::vector<Conflict> ConflictsOf(const Case& c) {
  testing::TemporaryDirectory directory;
  auto corpus = Corpus::Open(directory.File("corpus.db"));
  EXPECT_OK(corpus);
  std::vector<Document> documents;
  for (const Article& article : c.articles) {
    Document document;
    document.id = absl::StrCat("d", documents.size());
    document.text = article.text;
    document.published = article.published;
    documents.push_back(document);
  }
  EXPECT_OK((*corpus)->Import(documents, Deadline::Infinite()));
  AskOptions options;
  options.min_confidence = 0;
  Question question;
  question.text = c.question;
  const auto answer = (*corpus)->Ask(question, options, Deadline::Infinite());
  EXPECT_OK(answer);
  return answer->conflicts;
}

void Check(const std::vector<Case>& cases, ConflictKind kind) {
  for (const Case& c : cases) {
    SCOPED_TRACE(absl::StrCat(c.question, "\n  ", c.articles[0].text, "\n  ",
                              c.articles[1].text));
    const std::vector<Conflict> conflicts = ConflictsOf(c);
    if (c.values.empty()) {
      EXPECT_THAT(conflicts, IsEmpty());
      continue;
    }
    EXPECT_THAT(conflicts, SizeIs(1));
    if (conflicts.empty()) continue;
    EXPECT_EQ(conflicts[0].kind, kind);
    std::vector<std::string> values;
    for (const ConflictPosition& position : conflicts[0].positions) {
      values.push_back(position.value);
    }
    EXPECT_EQ(values, c.values);
  }
}

TEST(ConflictsTest, FindsDifferentDates) {
  Check({{"When did the Halden bridge open?",
          {{"The Halden bridge opened on March 3, 2031."},
           {"Workers said the Halden bridge opened on March 9, 2031."}},
          {"2031-03-03", "2031-03-09"}},
         {"When was the Halden observatory founded?",
          {{"The Halden observatory was founded in 1871.", "2029-01-02"},
           {"Founded in 1874, the Halden observatory is small.", "2031-02-03"}},
          {"1871", "1874"}}},
        ConflictKind::kValues);
}

TEST(ConflictsTest, LetsDatesAgreeThatMayBeOne) {
  Check({{"When did the Halden bridge open?",
          {{"The Halden bridge opened on March 3, 2031."},
           {"The Halden bridge opened in March 2031."}},
          {}},
         {"When did the Halden bridge open?",
          {{"The Halden bridge opened on March 3, 2031."},
           {"The Halden bridge opened in 2031."}},
          {}},
         {"When will the Halden bridge open?",
          {{"The Halden bridge will open by June 2031."},
           {"The Halden bridge will open in April 2031."}},
          {}},
         // A plan is no report.
         {"When did the Halden bridge open?",
          {{"The Halden bridge will open on March 3, 2031.", "2031-01-05"},
           {"The Halden bridge opened on March 9, 2031.", "2031-03-10"}},
          {}},
         // The day of the report is not that of the event.
         {"When did the Halden bridge open?",
          {{"The mayor said on May 2, 2031 that the Halden bridge opened."},
           {"The Halden bridge opened on March 9, 2031."}},
          {}},
         // Every year anew.
         {"When did the Halden regatta begin?",
          {{"The Halden regatta began on June 3, 2030.", "2030-06-04"},
           {"The Halden regatta began on June 9, 2031.", "2031-06-10"}},
          {}}},
        ConflictKind::kValues);
}

TEST(ConflictsTest, FindsDifferentAmounts) {
  Check({{"How many passengers did the ferry Kestrel carry?",
          {{"The ferry Kestrel carried 120 passengers."},
           {"Police counted: the ferry Kestrel carried 95 passengers.",
            "2031-05-21"}},
          {"120 passenger", "95 passenger"}},
         {"How much did the Halden bridge cost?",
          {{"The Halden bridge cost $4.5 million."},
           {"In the end the Halden bridge cost $6 million.", "2031-05-21"}},
          {"4500000 USD", "6000000 USD"}},
         {"How many homes did the storm Ines damage?",
          {{"The storm Ines damaged more than 900 homes."},
           {"The storm Ines damaged 412 homes, officials said.", "2031-05-21"}},
          {">900 home", "412 home"}}},
        ConflictKind::kValues);
}

TEST(ConflictsTest, LetsAmountsAgreeThatMayBeOne) {
  const std::string question =
      "How many passengers did the ferry Kestrel carry?";
  Check({{question,
          {{"The ferry Kestrel carried 120 passengers."},
           {"The ferry Kestrel carried more than 100 passengers."}},
          {}},
         {question,
          {{"The ferry Kestrel carried 120 passengers."},
           {"The ferry Kestrel carried about 125 passengers."}},
          {}},
         {question,
          {{"The ferry Kestrel carried 12 passengers."},
           {"The ferry Kestrel carried twelve passengers."}},
          {}},
         {question,
          {{"The ferry Kestrel carried 120 passengers."},
           {"The ferry Kestrel carried 100 to 150 passengers."}},
          {}},
         {"How much did the Halden bridge cost?",
          {{"The Halden bridge cost $4.5 million."},
           {"The Halden bridge cost 4.51 million dollars."}},
          {}}},
        ConflictKind::kValues);
}

TEST(ConflictsTest, ComparesOnlyWhatIsTheSameCase) {
  const std::string question =
      "How many passengers did the ferry Kestrel carry?";
  const Article plain = {"The ferry Kestrel carried 120 passengers."};
  std::vector<Case> cases;
  for (const Article& other : std::vector<Article>{
           {"The ferry Kestrel carried 40 lorries."},
           {"The ferry Heron carried 40 passengers."},
           {"In 2019 the ferry Kestrel carried 40 passengers."},
           {"The ferry Kestrel carried 40 passengers.", "2028-05-20"},
           {"The ferry Kestrel can carry 40 passengers more."},
           {"In Sandvik the ferry Kestrel carried 40 passengers."},
           {"On average the ferry Kestrel carried 40 passengers."},
           {"The ferry Kestrel carried 40 passengers and 80 passengers."},
           {"Among others, the ferry Kestrel carried another 40 passengers."},
           {"The ferry Kestrel may carry 40 passengers."},
           {"Did the ferry Kestrel carry 40 passengers?"},
           {"The ferry Kestrel did not carry 40 passengers."},
           {"The ferry Kestrel will carry 40 passengers."},
           {"The ferry Kestrel carried 40 passengers a day."},
           {"The ferry Kestrel, which carried mail, sank with 40 passengers."},
       }) {
    cases.push_back({question, {plain, other}, {}});
  }
  Check(cases, ConflictKind::kValues);
}

TEST(ConflictsTest, LeavesOutWhatIsOfAnotherCase) {
  const auto conflicts =
      ConflictsOf({"How many passengers did the ferry Kestrel carry?",
                   {{"The ferry Kestrel carried 120 passengers."},
                    {"On average the ferry Kestrel carried 120 passengers."},
                    {"The ferry Kestrel carried 95 passengers."}},
                   {}});
  ASSERT_THAT(conflicts, SizeIs(1));
  for (const ConflictPosition& position : conflicts[0].positions) {
    EXPECT_THAT(position.sentences, SizeIs(1)) << position.value;
  }
}

TEST(ConflictsTest, CountsACopyOnce) {
  const std::string report =
      "The harbour office gave the first count in the evening, when fog still "
      "lay over the sound and the boats had stopped their search. The ferry "
      "Kestrel carried 120 passengers. Its captain was taken to the hospital "
      "of the island with a broken arm, and the owners sent a tug.";
  const auto conflicts =
      ConflictsOf({"How many passengers did the ferry Kestrel carry?",
                   {{report},
                    {report + " More to follow.", "2031-05-21"},
                    {"The ferry Kestrel carried 95 passengers, the owners "
                     "found.",
                     "2031-05-22"}},
                   {}});
  ASSERT_THAT(conflicts, SizeIs(1));
  ASSERT_THAT(conflicts[0].positions, SizeIs(2));
  EXPECT_EQ(conflicts[0].subject, "passengers ferry Kestrel carry");
  EXPECT_EQ(conflicts[0].positions[0].independent_sources, 1u);
  EXPECT_FALSE(conflicts[0].positions[0].is_later);
  EXPECT_EQ(conflicts[0].positions[1].value, "95 passenger");
  EXPECT_TRUE(conflicts[0].positions[1].is_later);
}

TEST(ConflictsTest, FindsWhatIsSaidAndDenied) {
  Check({{"Did Ines Falk resign?",
          {{"Ines Falk resigned."},
           {"Ines Falk did not resign, her office said.", "2031-05-21"}},
          {"affirmed", "denied"}},
         {"Does Ines Falk want to sell the pier?",
          {{"Ines Falk seeks to sell the pier."},
           {"Ines Falk stopped short of calling for a sale of the pier.",
            "2031-05-21"}},
          {}},  // "sell" and "sale" are different stems.
         {"Does Ines Falk want to revise the lease?",
          {{"Ines Falk seeks to revise the lease."},
           {"Ines Falk stopped short of calling for a revision of the lease.",
            "2031-05-21"}},
          {"affirmed", "denied"}},
         {"Does Ines Falk support the new pier?",
          {{"Ines Falk supports the new pier."},
           {"Ines Falk opposes the new pier.", "2031-05-21"}},
          {"affirmed", "denied"}}},
        ConflictKind::kClaims);
}

TEST(ConflictsTest, LeavesClaimsThatDoNotMeet) {
  const std::string question = "Did Ines Falk sign the lease?";
  const Article plain = {"Ines Falk signed the lease."};
  std::vector<Case> cases;
  for (const Article& other : std::vector<Article>{
           {"Ines Falk not only signed the lease but read it."},
           {"Ines Falk may not sign the lease."},
           {"It is unclear whether Ines Falk signed the lease."},
           {"Did Ines Falk not sign the lease?"},
           {"Ines Falk never denied that she signed the lease."},
           {"Ines Falk did not sign the lease.", "2028-01-01"},
           {"Ida Brandt did not sign the lease."},
           {"Ines Falk will not sign the lease."},
           {"Ines Falk signed the lease. Ines Falk did not sign the lease."},
       }) {
    cases.push_back({question, {plain, other}, {}});
  }
  Check(cases, ConflictKind::kClaims);
}

TEST(ConflictsTest, FindsOtherNamesInTheSameWordsOnly) {
  const std::string question = "Who won the Halden regatta?";
  const Article plain = {
      "Ida Brandt won the Halden regatta by two lengths on Sunday. A light "
      "wind from the east made the last leg slow, and two boats gave up."};
  Check({{question,
          {plain,
           {"Ines Falk won the Halden regatta by two lengths on Sunday. The "
            "prize, a ham, was eaten by the crew before anyone weighed it.",
            "2031-05-21"}},
          {"Ida Brandt", "Ines Falk"}},
         {question,
          {plain,
           {"The Halden regatta, long a quiet event, was won by Ines Falk. The "
            "prize was eaten by the crew before anyone weighed it."}},
          {}},
         {question,
          {plain,
           {"Ines Falk won the Halden regatta by two lengths on Sunday. Ida "
            "Brandt, who had won it last time, came to the prize giving."}},
          {}}},
        ConflictKind::kValues);
}

TEST(ConflictsTest, TellsTheBestSentenceOfASideFirst) {
  // The first article is the better passage, the second holds the better
  // sentence.
  const std::vector<Conflict> conflicts = ConflictsOf(
      {"How many passengers did the ferry Kestrel carry?",
       {{"The ferry Kestrel has passengers. On a mild day in late spring, with "
         "fresh paint on every deck and a new whistle on the funnel, the ferry "
         "of the island folk, Kestrel, carried 120 passengers. Passengers like "
         "the Kestrel."},
        {"The ferry Kestrel carried 120 passengers. Rain fell on the quay, the "
         "bakers slept and a dog barked at the gulls."},
        {"Crews told us the ferry Kestrel carried 95 passengers.",
         "2031-05-21"}},
       {}});
  ASSERT_THAT(conflicts, SizeIs(1));
  const auto& sentences = conflicts[0].positions[0].sentences;
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[0].citation.document_id, "d1");
  EXPECT_GT(sentences[0].score, sentences[1].score);
}

}  // namespace
}  // namespace footnote
