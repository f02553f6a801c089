// Every limit that the contract sets to questions, as a caller meets it: what
// reaches the limit is taken, and what lies one beyond is refused by name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

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
      ExpectRefused(Call(query), "query");
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
