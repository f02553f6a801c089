#include "service/validation.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/error_status.h"
#include "tests/service/error_details.h"
#include "tests/service/validation_cases.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::AddIds;
using testing::Case;
using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::ExpectEach;
using ::testing::Key;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

std::string Repeated(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

v1::AskRequest GoodQuestion() {
  v1::AskRequest request;
  request.mutable_question()->set_text("Who signed the treaty?");
  return request;
}

Case<v1::AskRequest> Text(const std::string& what, const std::string& text,
                          bool is_good) {
  return {what,
          [text](v1::AskRequest* r) { r->mutable_question()->set_text(text); },
          is_good ? "" : "question.text"};
}

TEST(ValidateAskTest, HoldsTheQuestionToItsLimits) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {Text("nothing", "", false),
       Text("one letter", "q", true),
       Text("spaces", " \t\r\n", false),
       Text("no-break and ideographic spaces", "\u00a0\u3000\u2028", false),
       Text("a space and a mark", " ?", true),
       Text("NUL", std::string(1, '\0'), true),
       Text("1,023 letters", std::string(1023, 'a'), true),
       Text("1,024 letters", std::string(1024, 'a'), true),
       Text("1,025 letters", std::string(1025, 'a'), false),
       Text("1,024 of four bytes", Repeated("\U0001F600", 1024), true),
       Text("1,025 of four bytes", Repeated("\U0001F600", 1025), false),
       {"no question", [](v1::AskRequest* r) { r->clear_question(); },
        "question.text"}});
}

Case<v1::AskRequest> Sentences(int count, bool is_good) {
  return {absl::StrCat(count, " sentences"),
          [count](v1::AskRequest* r) {
            r->mutable_options()->set_max_sentences(count);
          },
          is_good ? "" : "options.max_sentences"};
}

Case<v1::AskRequest> Confidence(double least, bool is_good) {
  return {absl::StrCat("confidence ", least),
          [least](v1::AskRequest* r) {
            r->mutable_options()->set_min_confidence(least);
          },
          is_good ? "" : "options.min_confidence"};
}

TEST(ValidateAskTest, HoldsTheOptionsToTheirRanges) {
  const double infinity = std::numeric_limits<double>::infinity();
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {Sentences(-1, false), Sentences(0, false), Sentences(1, true),
       Sentences(2, true), Sentences(99, true), Sentences(100, true),
       Sentences(101, false), Sentences(std::numeric_limits<int>::min(), false),
       Confidence(0.0, true), Confidence(-0.0, true), Confidence(1.0, true),
       Confidence(std::nextafter(1.0, 2.0), false),
       Confidence(std::nextafter(0.0, -1.0), false),
       Confidence(std::nan(""), false), Confidence(infinity, false)});
}

Case<v1::AskRequest> FilterIds(int count, bool is_good) {
  return {absl::StrCat(count, " ids"),
          [count](v1::AskRequest* r) {
            AddIds(count, r->mutable_question()->mutable_filter());
          },
          is_good ? "" : "question.filter.document_ids"};
}

Case<v1::AskRequest> CorpusNamed(const std::string& name, bool is_good) {
  return {absl::StrCat("corpus ", name),
          [name](v1::AskRequest* r) { r->set_corpus(name); },
          is_good ? "" : "corpus"};
}

TEST(ValidateAskTest, HoldsFilterAndCorpusToTheirRules) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {FilterIds(999, true), FilterIds(1000, true), FilterIds(1001, false),
       CorpusNamed("", true), CorpusNamed("default", true),
       CorpusNamed("../etc", false), CorpusNamed("News", false),
       CorpusNamed(std::string(63, 'a'), true),
       CorpusNamed(std::string(64, 'a'), false)});
}

template <typename Set>
Case<v1::AskRequest> Asking(const std::string& what, const std::string& wrong,
                            Set set) {
  return {what, [set](v1::AskRequest* r) { set(r->mutable_question()); },
          wrong};
}

Case<v1::AskRequest> Type(int type, bool is_good) {
  return Asking(absl::StrCat("type ", type),
                is_good ? "" : "question.answer_type", [type](auto* question) {
                  question->set_answer_type(static_cast<v1::AnswerType>(type));
                });
}

Case<v1::AskRequest> Entities(int count, bool is_good) {
  return Asking(absl::StrCat(count, " entities"),
                is_good ? "" : "question.entities", [count](auto* question) {
                  for (int i = 0; i < count; ++i) question->add_entities("Ida");
                });
}

Case<v1::AskRequest> EntityNamed(const std::string& name, bool is_good) {
  return Asking(absl::StrCat("entity ", name),
                is_good ? "" : "question.entities[1]", [name](auto* question) {
                  question->add_entities("Ida");
                  question->add_entities(name);
                });
}

Case<v1::AskRequest> SpeakerNamed(const std::string& name, bool is_good) {
  return Asking(absl::StrCat("speaker ", name),
                is_good ? "" : "question.speaker",
                [name](auto* question) { question->set_speaker(name); });
}

TEST(ValidateAskTest, HoldsTypeAndNamesToTheirRules) {
  constexpr int kLastType = v1::AnswerType_MAX;
  ExpectEach<v1::AskRequest>(GoodQuestion(),
                             {Type(-1, false),
                              Type(0, true),
                              Type(1, true),
                              Type(kLastType, true),
                              Type(kLastType + 1, false),
                              Entities(15, true),
                              Entities(16, true),
                              Entities(17, false),
                              EntityNamed("", false),
                              EntityNamed("the", false),
                              EntityNamed("?!", false),
                              EntityNamed("the mayor", true),
                              EntityNamed(Repeated("\u00e9", 127), true),
                              EntityNamed(Repeated("\u00e9", 128), true),
                              EntityNamed(Repeated("\u00e9", 129), false),
                              SpeakerNamed("", true),
                              SpeakerNamed(" ", false),
                              SpeakerNamed("the", false),
                              SpeakerNamed("Ida", true),
                              SpeakerNamed(Repeated("\u00e9", 127), true),
                              SpeakerNamed(Repeated("\u00e9", 128), true),
                              SpeakerNamed(Repeated("\u00e9", 129), false)});
}

Case<v1::AskRequest> Event(const std::string& begin, const std::string& end,
                           const std::string& wrong) {
  return Asking(absl::StrCat("from ", begin, " to ", end), wrong,
                [begin, end](auto* question) {
                  question->mutable_event()->set_begin(begin);
                  question->mutable_event()->set_end(end);
                });
}

TEST(ValidateAskTest, HoldsTheTimeSpokenOfToItsRule) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {Event("", "", ""), Event("2025-02", "", ""), Event("", "2025-02", ""),
       Event("2025-02", "2025-02-01T00:00:01Z", ""),
       Event("2025-02", "2025-02-01", "question.event.end"),
       Event("2025-02", "2025-01-31T23:59:59Z", "question.event.end"),
       Event("soon", "", "question.event.begin"),
       Event("", "2025-02-30", "question.event.end")});
}

template <typename Set>
Case<v1::AskRequest> Option(const std::string& field, int value, bool is_good,
                            Set set) {
  return {absl::StrCat(field, " ", value),
          [value, set](v1::AskRequest* r) { set(r->mutable_options(), value); },
          is_good ? "" : absl::StrCat("options.", field)};
}

Case<v1::AskRequest> Context(int count, bool is_good) {
  return Option("context_sentences", count, is_good,
                [](auto* o, int n) { o->set_context_sentences(n); });
}

Case<v1::AskRequest> OfADocument(int count, bool is_good) {
  return Option("max_sentences_per_document", count, is_good,
                [](auto* o, int n) { o->set_max_sentences_per_document(n); });
}

Case<v1::AskRequest> Order(int order, bool is_good) {
  return Option("order", order, is_good, [](auto* o, int n) {
    o->set_order(static_cast<v1::SentenceOrder>(n));
  });
}

TEST(ValidateAskTest, HoldsWhatComesWithSentencesToItsRanges) {
  constexpr int kLastOrder = v1::SentenceOrder_MAX;
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {Context(-1, false), Context(0, true), Context(1, true), Context(9, true),
       Context(10, true), Context(11, false), OfADocument(-1, false),
       OfADocument(0, true), OfADocument(1, true), OfADocument(99, true),
       OfADocument(100, true), OfADocument(101, false), Order(-1, false),
       Order(0, true), Order(kLastOrder, true), Order(kLastOrder + 1, false)});
}

TEST(ValidateAskTest, NamesEveryWrongField) {
  v1::AskRequest request;
  request.set_corpus("NO");
  request.mutable_options()->set_max_sentences(0);
  const auto details = DetailsOf(ToGrpcStatus(Validate(request)));
  EXPECT_THAT(details.violations,
              ElementsAre(Key("corpus"), Key("question.text"),
                          Key("options.max_sentences")));
}

TEST(ValidateAskTest, TellsLimitAndActual) {
  v1::AskRequest request;
  request.mutable_question()->set_text(std::string(1025, 'a'));
  const auto details = DetailsOf(ToGrpcStatus(Validate(request)));
  EXPECT_THAT(
      details.info.metadata(),
      UnorderedElementsAre(Pair("limit", "1024"), Pair("actual", "1025")));
}

TEST(ValidateSearchTest, HoldsEveryFieldToItsRule) {
  v1::SearchRequest good;
  good.set_query("treaty");
  const auto size = [](int n, bool is_good) {
    return Case<v1::SearchRequest>{
        absl::StrCat("page of ", n),
        [n](v1::SearchRequest* r) { r->set_page_size(n); },
        is_good ? "" : "page_size"};
  };
  ExpectEach<v1::SearchRequest>(
      good, {size(0, false),
             size(1, true),
             size(100, true),
             size(101, false),
             {"no query", [](auto* r) { r->clear_query(); }, "query"},
             {"1,025 letters",
              [](auto* r) { r->set_query(std::string(1025, 'q')); }, "query"},
             {"1,001 ids", [](auto* r) { AddIds(1001, r->mutable_filter()); },
              "filter.document_ids"}});
}

}  // namespace
}  // namespace footnote
