// Every limit that the contract sets to questions, as a caller meets it: what
// reaches the limit is taken, and what lies one beyond is refused by name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/question_answering.pb.h"
#include "tests/end_to_end/limits.h"
#include "tests/service/error_details.h"

namespace footnote::testing {
namespace {

using grpc::StatusCode;

using QuestionLimitsTest = LimitsTest;

// Returns `count` characters of two bytes.
std::string Letters(int count) {
  std::string letters;
  for (int i = 0; i < count; ++i) letters += "\u00E9";
  return letters;
}

// Returns `count` words, each a content term of its own.
std::string Words(int count) {
  std::string words;
  for (int i = 0; i < count; ++i) absl::StrAppend(&words, "w", i, " ");
  return words;
}

v1::AskRequest GoodQuestion() {
  v1::AskRequest request;
  request.mutable_question()->set_text("Who was here?");
  return request;
}

v1::SearchRequest GoodQuery() {
  v1::SearchRequest request;
  request.set_query("here");
  return request;
}

TEST_F(QuestionLimitsTest, OfQuestions) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {{"question.text", 1, 1024,
        [](int n, auto* r) { r->mutable_question()->set_text(Letters(n)); }},
       {"question.filter.document_ids", 0, 1000,
        [](int n, auto* r) {
          auto* const filter = r->mutable_question()->mutable_filter();
          for (int i = 0; i < n; ++i) filter->add_document_ids("a");
        }},
       {"options.max_sentences", 1, 100,
        [](int n, auto* r) { r->mutable_options()->set_max_sentences(n); }}});
}

TEST_F(QuestionLimitsTest, OfStatements) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      {{"question.entities", 0, 16,
        [](int n, auto* r) {
          for (int i = 0; i < n; ++i) r->mutable_question()->add_entities("a1");
        }},
       {"question.entities[0]", 1, 128,
        [](int n, auto* r) {
          r->mutable_question()->add_entities(Letters(n));
        }},
       {"question.speaker", 0, 128,
        [](int n, auto* r) { r->mutable_question()->set_speaker(Letters(n)); }},
       {"options.context_sentences", 0, 10,
        [](int n, auto* r) { r->mutable_options()->set_context_sentences(n); }},
       {"options.max_sentences_per_document", 0, 100, [](int n, auto* r) {
          r->mutable_options()->set_max_sentences_per_document(n);
        }}});
}

TEST_F(QuestionLimitsTest, OfStatementsWithoutNumbers) {
  const auto ask = [this](auto change) {
    v1::AskRequest request = GoodQuestion();
    change(request.mutable_question(), request.mutable_options());
    return Call(request);
  };
  const auto of_type = [&](int type) {
    return ask([type](auto* question, auto*) {
      question->set_answer_type(static_cast<v1::AnswerType>(type));
    });
  };
  EXPECT_TRUE(of_type(v1::AnswerType_MAX).ok());
  ExpectRefused(of_type(v1::AnswerType_MAX + 1), "question.answer_type");
  ExpectRefused(of_type(-1), "question.answer_type");
  const auto in_order = [&](int order) {
    return ask([order](auto*, auto* options) {
      options->set_order(static_cast<v1::SentenceOrder>(order));
    });
  };
  EXPECT_TRUE(in_order(v1::SentenceOrder_MAX).ok());
  ExpectRefused(in_order(v1::SentenceOrder_MAX + 1), "options.order");
  ExpectRefused(in_order(-1), "options.order");
  ExpectRefused(ask([](auto* q, auto*) { q->add_entities("the"); }),
                "question.entities[0]");
  ExpectRefused(ask([](auto* q, auto*) { q->set_speaker("the"); }),
                "question.speaker");
  ExpectRefused(ask([](auto*, auto* o) { o->set_context_sentences(-1); }),
                "options.context_sentences");
  ExpectRefused(
      ask([](auto*, auto* o) { o->set_max_sentences_per_document(-1); }),
      "options.max_sentences_per_document");
}

TEST_F(QuestionLimitsTest, OfTheTimeSpokenOf) {
  const auto ask = [this](const std::string& begin, const std::string& end) {
    v1::AskRequest request = GoodQuestion();
    request.mutable_question()->mutable_event()->set_begin(begin);
    request.mutable_question()->mutable_event()->set_end(end);
    return Call(request);
  };
  EXPECT_TRUE(ask("2025", "2025-01-01T00:00:01Z").ok());
  ExpectRefused(ask("2025", "2025-01-01"), "question.event.end");
  ExpectRefused(ask("2025", "2024-12"), "question.event.end");
  ExpectRefused(ask("today", ""), "question.event.begin");
}

// They are counted when the question is planned: the refusal tells no numbers.
TEST_F(QuestionLimitsTest, OfContentTerms) {
  v1::AskRequest question;
  v1::SearchRequest query;
  for (const int n : {1, 31, 32, 33}) {
    question.mutable_question()->set_text(Words(n));
    query.set_query(Words(n));
    if (n <= 32) {
      EXPECT_TRUE(Call(question).ok()) << n;
      EXPECT_TRUE(Call(query).ok()) << n;
    } else {
      ExpectRefused(Call(question), "question.text");
      ExpectNumbers(Call(question), 32, n);
      ExpectRefused(Call(query), "query");
      ExpectNumbers(Call(query), 32, n);
    }
  }
}

TEST_F(QuestionLimitsTest, OfConfidence) {
  v1::AskRequest request = GoodQuestion();
  const auto ask = [&](double least) {
    request.mutable_options()->set_min_confidence(least);
    return Call(request);
  };
  EXPECT_TRUE(ask(0.0).ok());
  EXPECT_TRUE(ask(std::nextafter(0.0, 1.0)).ok());
  EXPECT_TRUE(ask(std::nextafter(1.0, 0.0)).ok());
  EXPECT_TRUE(ask(1.0).ok());
  for (const double beyond :
       {std::nextafter(0.0, -1.0), std::nextafter(1.0, 2.0), std::nan("")}) {
    ExpectRefused(ask(beyond), "options.min_confidence");
  }
}

TEST_F(QuestionLimitsTest, OfSearches) {
  ExpectEach<v1::SearchRequest>(
      GoodQuery(),
      {{"query", 1, 1024, [](int n, auto* r) { r->set_query(Letters(n)); }},
       {"filter.document_ids", 0, 1000,
        [](int n, auto* r) {
          for (int i = 0; i < n; ++i)
            r->mutable_filter()->add_document_ids("a");
        }},
       {"page_size", 1, 100, [](int n, auto* r) { r->set_page_size(n); }}});
}

// What narrows a question narrows a search, too: `narrow` returns the message
// with those fields, and `path` is the way to it.
template <typename Request, typename Narrow>
std::vector<Limit<Request>> NarrowingLimits(const std::string& path,
                                            Narrow narrow) {
  const auto add = [narrow](auto add_one) {
    return [narrow, add_one](int n, Request* r) {
      for (int i = 0; i < n; ++i) add_one(narrow(r));
    };
  };
  const auto letters = [narrow](auto add_text) {
    return [narrow, add_text](int n, Request* r) {
      add_text(narrow(r), Letters(n));
    };
  };
  return {
      {path + "required_terms", 0, 32,
       add([](auto* q) { q->add_required_terms("a"); })},
      {path + "required_terms[0]", 1, 128,
       letters([](auto* q, auto text) { q->add_required_terms(text); })},
      {path + "excluded_terms", 0, 32,
       add([](auto* q) { q->add_excluded_terms("a"); })},
      {path + "excluded_terms[0]", 1, 128,
       letters([](auto* q, auto text) { q->add_excluded_terms(text); })},
      {path + "phrases", 0, 16, add([](auto* q) { q->add_phrases("a"); })},
      {path + "phrases[0]", 1, 256,
       letters([](auto* q, auto text) { q->add_phrases(text); })},
      {path + "filter.sources", 0, 100,
       add([](auto* q) { q->mutable_filter()->add_sources("a"); })},
      {path + "filter.languages", 0, 100,
       add([](auto* q) { q->mutable_filter()->add_languages("en"); })},
      {path + "filter.metadata", 0, 16,
       add([](auto* q) { q->mutable_filter()->add_metadata()->set_key("k"); })},
      {path + "filter.metadata[0].values", 0, 100,
       [narrow](int n, Request* r) {
         auto* const label = narrow(r)->mutable_filter()->add_metadata();
         label->set_key("k");
         for (int i = 0; i < n; ++i) label->add_values("v");
       }},
  };
}

TEST_F(QuestionLimitsTest, OfWhatNarrows) {
  ExpectEach<v1::AskRequest>(
      GoodQuestion(),
      NarrowingLimits<v1::AskRequest>("question.", [](v1::AskRequest* r) {
        return r->mutable_question();
      }));
  ExpectEach<v1::SearchRequest>(
      GoodQuery(), NarrowingLimits<v1::SearchRequest>(
                       "", [](v1::SearchRequest* r) { return r; }));
  v1::SearchRequest keyless = GoodQuery();
  keyless.mutable_filter()->add_metadata()->add_values("v");
  ExpectRefused(Call(keyless), "filter.metadata[0].key");
}

TEST_F(QuestionLimitsTest, OfTimes) {
  const auto search = [this](const std::string& begin, const std::string& end) {
    v1::SearchRequest request = GoodQuery();
    request.mutable_published()->set_begin(begin);
    request.mutable_published()->set_end(end);
    return Call(request);
  };
  EXPECT_TRUE(search("2025", "2025-01-01T00:00:01Z").ok());
  EXPECT_TRUE(search("2025-01", "2025-02").ok());
  ExpectRefused(search("2025", "2025-01-01T00:00:00Z"), "published.end");
  ExpectRefused(search("2025", "2024-12-31T23:59:59Z"), "published.end");
  for (const char* no_time : {"25", "2025-13", "2025-02-29", "today"}) {
    ExpectRefused(search(no_time, ""), "published.begin");
    ExpectRefused(search("", no_time), "published.end");
    v1::SearchRequest request = GoodQuery();
    request.set_as_of(no_time);
    ExpectRefused(Call(request), "as_of");
  }
}

TEST_F(QuestionLimitsTest, OfBatches) {
  ExpectEach<v1::BatchAskRequest>({}, {{"requests", 1, 100, [](int n, auto* r) {
                                          for (int i = 0; i < n; ++i)
                                            *r->add_requests() = GoodQuestion();
                                        }}});
}

v1::Quotation GoodQuotation() {
  v1::Quotation quotation;
  quotation.set_text("Ida");
  quotation.mutable_citation()->set_document_id("a");
  quotation.mutable_citation()->mutable_span()->set_end_byte(3);
  return quotation;
}

TEST_F(QuestionLimitsTest, OfCitations) {
  ExpectEach<v1::VerifyCitationsRequest>(
      {}, {{"quotations", 1, 100, [](int n, auto* r) {
              for (int i = 0; i < n; ++i)
                *r->add_quotations() = GoodQuotation();
            }}});
  const struct {
    const char* field;
    std::function<void(v1::Quotation*)> take;
  } kRequired[] = {
      {"text", [](auto* q) { q->clear_text(); }},
      {"citation.document_id",
       [](auto* q) { q->mutable_citation()->clear_document_id(); }},
      {"citation.span", [](auto* q) { q->mutable_citation()->clear_span(); }},
  };
  for (const auto& required : kRequired) {
    v1::VerifyCitationsRequest request;
    required.take(&(*request.add_quotations() = GoodQuotation()));
    ExpectRefused(Call(request),
                  absl::StrCat("quotations[0].", required.field));
  }
}

TEST_F(QuestionLimitsTest, OfCorpusNames) {
  const auto ask = [this](const std::string& corpus) {
    v1::AskRequest request = GoodQuestion();
    request.set_corpus(corpus);
    return Call(request);
  };
  for (const size_t length : {1, 62, 63}) {
    EXPECT_THAT(ask(std::string(length, 'a')),
                FailsWith(StatusCode::NOT_FOUND, "CORPUS_NOT_FOUND"));
  }
  ExpectRefused(ask(std::string(64, 'a')), "corpus");
  for (const char* name : {"0-_", "9"}) {
    EXPECT_EQ(ask(name).error_code(), StatusCode::NOT_FOUND) << name;
  }
  for (const char* name : {"-a", "_a", "A", "a.b", "a/b", "\u00E4"}) {
    ExpectRefused(ask(name), "corpus");
  }
}

}  // namespace
}  // namespace footnote::testing
