// Filters and conditions, compared with a scan of the whole corpus: the best of
// what passes are found, not what passes of the best.

#include "retrieval/rank/passage_conditions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "retrieval/answer/sentence_annotations.h"
#include "retrieval/corpus.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/text/terms.h"
#include "tests/testing/fresh_postings.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using testing::RandomCorpus;

const std::vector<std::string> kSources = {"", "Gazette", "Post", "post"};
const std::vector<std::string> kLanguages = {"",      "en",  "en-GB",
                                             "EN-us", "enm", "fr"};
const std::vector<std::string> kPublished = {"",
                                             "1969-12-31",
                                             "2024-12-31T23:30:00-01:00",
                                             "2025-01-01",
                                             "2025-01-31T23:59:59.999999Z",
                                             "2025-02-01"};

// A filter and conditions, and what they mean read one document at a time.
struct Conditions {
  Question question;

  bool PassDocument(const StoredDocument& stored) const {
    const DocumentFilter& filter = question.filter;
    const Document& document = stored.document;
    return IsAny(filter.document_ids, document.id) &&
           IsAny(filter.sources, document.source) &&
           PassLanguage(document.language) && PassLabels(document.metadata) &&
           PassTime(document.published);
  }

  bool PassPassage(const std::string& title, const std::string& text) const {
    const auto holds_all = [&](const std::string& words) {
      const std::vector<Term> terms = Tokenize(words);
      return std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        return FindRun({term}, title) || FindRun({term}, text);
      });
    };
    const auto holds_run = [&](const std::string& words) {
      return FindRun(Tokenize(words), title) || FindRun(Tokenize(words), text);
    };
    const auto& required = question.required_terms;
    const auto& excluded = question.excluded_terms;
    const auto& phrases = question.phrases;
    return std::all_of(required.begin(), required.end(), holds_all) &&
           std::none_of(excluded.begin(), excluded.end(), holds_all) &&
           std::all_of(phrases.begin(), phrases.end(), holds_run);
  }

  // Takes a passage at `range`, whose title and text are these, with what
  // `annotations` say of it.
  bool PassStatement(const Annotations& annotations, ByteRange range,
                     const std::string& title, const std::string& text) const {
    const SentenceAnnotations in = AnnotationsIn(annotations, range);
    const auto is_about = [&](const std::string& entity) {
      const auto terms = ContentTerms(entity);
      return std::any_of(in.places.begin(), in.places.end(),
                         [&](const NamePlace& place) {
                           const Name& name = annotations.names[place.name];
                           return NamesMatch(entity, name.full, name.title);
                         }) ||
             (!terms.empty() &&
              std::all_of(terms.begin(), terms.end(),
                          [&](const std::string& term) {
                            return FindRun({Term{term, {}}}, title) ||
                                   FindRun({Term{term, {}}}, text);
                          }));
    };
    return std::all_of(question.entities.begin(), question.entities.end(),
                       is_about) &&
           (question.speaker.empty() ||
            SpeechOf(question.speaker, in, annotations, range) != nullptr) &&
           (!question.event.has_value() || SpeaksOf(in, *question.event));
  }

 private:
  static bool IsAny(const std::vector<std::string>& wanted,
                    const std::string& value) {
    return wanted.empty() ||
           std::find(wanted.begin(), wanted.end(), value) != wanted.end();
  }

  bool PassLanguage(const std::string& language) const {
    const auto& wanted = question.filter.languages;
    const std::string tag =
        language.empty() ? "en" : absl::AsciiStrToLower(language);
    return wanted.empty() ||
           std::any_of(wanted.begin(), wanted.end(), [&](const auto& range) {
             const std::string lower = absl::AsciiStrToLower(range);
             return tag == lower || absl::StartsWith(tag, lower + "-");
           });
  }

  bool PassLabels(const std::map<std::string, std::string>& metadata) const {
    const auto& labels = question.filter.metadata;
    return std::all_of(labels.begin(), labels.end(), [&](const auto& label) {
      const auto found = metadata.find(label.key);
      return found != metadata.end() && IsAny(label.values, found->second);
    });
  }

  bool PassTime(const std::string& published) const {
    const auto& window = question.filter.published;
    if (!window.has_value()) return true;
    const auto time = PublicationTime(published);
    return time.has_value() && window->Contains(*time);
  }

  static bool FindRun(const std::vector<Term>& run, const std::string& text) {
    const std::vector<Term> terms = Tokenize(text);
    return std::search(terms.begin(), terms.end(), run.begin(), run.end(),
                       [](const Term& a, const Term& b) {
                         return a.text == b.text;
                       }) != terms.end();
  }
};

class PassageConditionsTest : public ::testing::Test {
 protected:
  void Open(unsigned seed) {
    random_ = RandomCorpus(seed, 30);
    auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    corpus_ = *std::move(corpus);
    std::vector<Document> documents = random_.MakeDocuments(0, 60);
    for (Document& document : documents) {
      Label(&document);
      Report(&document);
    }
    ASSERT_OK(corpus_->Import(documents, Deadline::Infinite()));
    // Some of them anew, so that earlier versions lie about.
    for (Document& document : documents) document.text += " And w1 w2.";
    documents.resize(20);
    ASSERT_OK(corpus_->Import(documents, Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
    ASSERT_OK(reader_->Begin(Deadline::Infinite()));
    PassageLengths lengths;
    ASSERT_OK(reader_->postings().lengths().Update(&lengths));
    end_ = static_cast<PassageNumber>(lengths.blocks() *
                                      PassageLengths::kBlockPassages);
  }

  std::string OneOf(const std::vector<std::string>& values) {
    return values[static_cast<size_t>(
        random_.Number(0, static_cast<int>(values.size()) - 1))];
  }

  void Label(Document* document) {
    document->source = OneOf(kSources);
    document->language = OneOf(kLanguages);
    document->published = OneOf(kPublished);
    for (const char* key : {"desk", "it's"}) {
      if (random_.Number(0, 1) == 0) continue;
      document->metadata[key] = absl::StrCat("v", random_.Number(0, 2));
    }
  }

  // Adds sentences that name someone, quote someone or speak of a time.
  void Report(Document* document) {
    for (int i = random_.Number(0, 3); i > 0; --i) {
      absl::StrAppend(
          &document->text,
          absl::Substitute(
              OneOf({"Mayor Ida Brandt sold $0 on January $2. ",
                     "Brandt said $0 is $1. ", "He said the $0 is $1. ",
                     "\"The $0 rots. See $1,\" Ines Falk said. ",
                     "Brandt saw $0 in March 2024. ",
                     "The Falk family left $1 in 2025. "}),
              random_.Words(4), random_.Words(9), random_.Number(1, 28)));
    }
  }

  // Draws conditions on statements, most of them absent.
  void DrawStatement(Question* question) {
    while (Rarely()) {
      question->entities.push_back(
          OneOf({"Ida Brandt", "the mayor", "falk", "the w7", "Renn"}));
    }
    if (Rarely()) question->speaker = OneOf({"Falk", "Mayor Brandt", "he"});
    if (Rarely()) question->event = DrawPeriod();
  }

  // Draws conditions, most of them absent.
  Conditions Draw() {
    Conditions drawn;
    DocumentFilter& filter = drawn.question.filter;
    if (Rarely()) filter.document_ids = {"d1", "d5", "d5", "d30", "absent"};
    if (Rarely()) filter.sources = {OneOf(kSources), OneOf(kSources)};
    if (Rarely()) filter.languages = {OneOf({"en", "En-gb", "fr", "x"})};
    if (Rarely()) filter.metadata.push_back({"it's", {}});
    if (Rarely()) filter.metadata.push_back({"desk", {"v0", "v1"}});
    if (Rarely()) filter.published = DrawPeriod();
    while (Rarely()) drawn.question.required_terms.push_back(random_.Word());
    while (Rarely()) drawn.question.excluded_terms.push_back(random_.Words(2));
    while (Rarely()) drawn.question.phrases.push_back(random_.Words(2));
    DrawStatement(&drawn.question);
    return drawn;
  }

  bool Rarely() { return random_.Number(0, 3) == 0; }

  TimePeriod DrawPeriod() {
    TimePeriod period;
    if (random_.Number(0, 2) > 0) {
      period.begin = ParsePeriod(OneOf({"1969", "2025-01", "2025"}))->begin;
    }
    if (random_.Number(0, 2) > 0) {
      period.end = ParsePeriod(OneOf({"2025-01-01", "2025-02", "2026"}))->begin;
    }
    return period;
  }

  // Returns every passage for `plan`, best first, with nothing left out.
  std::vector<PassageNumber> Rank(const QueryPlan& plan,
                                  const DocumentFilter& filter, size_t limit) {
    testing::FreshPostings postings(reader_->postings());
    const auto ranking = RankPassages(plan, filter, limit, *postings, *reader_,
                                      Deadline::Infinite());
    EXPECT_OK(ranking);
    std::vector<PassageNumber> passages;
    for (const RankedPassage& passage : ranking->passages) {
      passages.push_back(passage.passage);
    }
    return passages;
  }

  absl::StatusOr<AllowedPassages> Find(const DocumentFilter& filter,
                                       const TermConditions& conditions,
                                       const StatementConditions& statement) {
    testing::FreshPostings postings(reader_->postings());
    return FindAllowed(filter, conditions, statement, end_, *postings,
                       *reader_);
  }

  bool Passes(const Conditions& conditions, PassageNumber number) {
    const auto passage = reader_->ReadPassage(number);
    EXPECT_OK(passage);
    auto record = reader_->ReadDocument(passage->document);
    EXPECT_OK(record);
    const Annotations annotations = record->annotations;
    const auto stored = reader_->ReadStored(*std::move(record));
    EXPECT_OK(stored);
    const std::string& title = stored->document.title;
    const std::string text(Slice(stored->document.text, passage->range));
    return conditions.PassDocument(*stored) &&
           conditions.PassPassage(title, text) &&
           conditions.PassStatement(annotations, passage->range, title, text);
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  RandomCorpus random_{0};
  std::unique_ptr<Corpus> corpus_;
  std::unique_ptr<Reader> reader_;
  PassageNumber end_ = 0;  // No passage has this number or a greater.
};

TEST_F(PassageConditionsTest, TheBestOfWhatPassesAreThoseOfAScan) {
  constexpr size_t kAll = 1'000'000;
  int passed = 0;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    Open(seed);
    for (int i = 0; i < 60; ++i) {
      const Conditions conditions = Draw();
      Question question = conditions.question;
      question.text = random_.Words(3);
      SCOPED_TRACE(absl::StrCat("seed ", seed, " question ", i));
      const auto plan = Plan(question, StopWords::kDrop);
      ASSERT_OK(plan);
      QueryPlan free = *plan;
      free.conditions = {};
      free.statement = {};
      std::vector<PassageNumber> want;
      for (const PassageNumber number : Rank(free, {}, kAll)) {
        if (want.size() < 5 && Passes(conditions, number)) {
          want.push_back(number);
        }
      }
      EXPECT_EQ(Rank(*plan, question.filter, 5), want);
      passed += static_cast<int>(want.size());
    }
  }
  // The scan found something to compare, again and again.
  EXPECT_GT(passed, 200);
}

// Every condition alone, so that each is seen to take some and leave some.
TEST_F(PassageConditionsTest, ConditionsOnStatementsAreThoseOfAScan) {
  Open(5);
  std::vector<Conditions> alone(7);
  alone[0].question.entities = {"Ida Brandt"};
  alone[1].question.entities = {"the mayor", "Falk"};
  alone[2].question.entities = {"the w7"};
  alone[3].question.speaker = "Falk";
  alone[4].question.speaker = "Mayor Brandt";
  alone[5].question.event = ParsePeriod("2024");
  alone[6].question.event = ParsePeriod("2025");
  for (size_t i = 0; i < alone.size(); ++i) {
    SCOPED_TRACE(i);
    const auto plan = Plan(alone[i].question, StopWords::kDrop);
    ASSERT_OK(plan);
    const auto allowed = Find({}, {}, plan->statement);
    ASSERT_OK(allowed);
    ASSERT_TRUE(allowed->set.has_value());
    int taken = 0;
    int left = 0;
    for (PassageNumber number = 0; number < end_; ++number) {
      if (!reader_->ReadPassage(number).ok()) continue;  // Of an earlier one.
      const bool passes = Passes(alone[i], number);
      EXPECT_EQ(allowed->set->Contains(number), passes) << number;
      ++(passes ? taken : left);
    }
    EXPECT_GT(taken, 0);
    EXPECT_GT(left, 0);
  }
}

TEST_F(PassageConditionsTest, TellsWhetherAnyDocumentPasses) {
  Open(9);
  DocumentFilter filter;
  filter.document_ids = {"absent"};
  EXPECT_FALSE(Find(filter, {}, {})->any_document);
  filter.document_ids = {"d1"};
  TermConditions conditions;
  conditions.required = {{"nowhere"}};
  const auto allowed = Find(filter, conditions, {});
  ASSERT_OK(allowed);
  EXPECT_TRUE(allowed->any_document);
  EXPECT_TRUE(allowed->set->empty());
}

}  // namespace
}  // namespace footnote
