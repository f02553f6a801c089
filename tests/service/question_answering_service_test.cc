#include "service/question_answering_service.h"

#include <gmock/gmock.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "tests/service/bytes_call.h"
#include "tests/service/error_details.h"
#include "tests/service/service_fixture.h"

namespace footnote {
namespace {

using testing::CallWithBytes;
using ::testing::Contains;
using testing::DetailsOf;
using ::testing::ElementsAre;
using testing::FailsWith;
using ::testing::HasSubstr;
using ::testing::Key;

constexpr char kAsk[] = "/footnote.v1.QuestionAnsweringService/Ask";
constexpr char kSearch[] = "/footnote.v1.QuestionAnsweringService/Search";

class QuestionAnsweringServiceTest : public testing::ServiceFixture {
 protected:
  // Imports one document into `corpus`.
  void Import(const std::string& corpus, const std::string& id,
              const std::string& text) {
    const auto opened = library_->FindOrCreate(corpus, Deadline::Infinite());
    ASSERT_OK(opened);
    Document document;
    document.id = id;
    document.text = text;
    ASSERT_OK((*opened)->Import({document}, Deadline::Infinite()));
  }
};

TEST_F(QuestionAnsweringServiceTest, NamesTheFieldOfAQuestionWithTooManyTerms) {
  std::string text;
  for (int i = 0; i < 40; ++i) absl::StrAppend(&text, "w", 1000 + i, " ");
  v1::AskRequest ask;
  ask.mutable_question()->set_text(text);
  EXPECT_THAT(DetailsOf(CallWithBytes(channel_, kAsk, ask.SerializeAsString()))
                  .violations,
              ElementsAre(Key("question.text")));
  v1::SearchRequest search;
  search.set_query(text);
  EXPECT_THAT(
      DetailsOf(CallWithBytes(channel_, kSearch, search.SerializeAsString()))
          .violations,
      ElementsAre(Key("query")));
}

TEST_F(QuestionAnsweringServiceTest, AnswersFromWhatWasImported) {
  Import("news", "d1",
         "The two ministers signed the treaty in Kyoto. It rained.");
  v1::AskRequest request;
  request.set_corpus("news");
  request.mutable_question()->set_text("Where did ministers sign the treaty?");
  request.mutable_options()->set_min_confidence(0);
  v1::AskResponse response;
  grpc::ClientContext context;
  const grpc::Status status =
      v1::QuestionAnsweringService::NewStub(channel_)->Ask(&context, request,
                                                           &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_GE(response.answer().sentences_size(), 1);
  EXPECT_EQ(response.answer().sentences(0).text(),
            "The two ministers signed the treaty in Kyoto.");
  EXPECT_EQ(response.answer().sentences(0).citation().document_id(), "d1");
  EXPECT_EQ(response.corpus_revision(), 1u);
}

TEST_F(QuestionAnsweringServiceTest, SearchesWhatWasImported) {
  Import("", "d1", "The two ministers signed the treaty in Kyoto.");
  Import("", "d2", "The weather in Oslo was fine.");
  v1::SearchRequest request;
  request.set_query("treaty OR \"(*^:");
  v1::SearchResponse response;
  grpc::ClientContext context;
  const grpc::Status status =
      v1::QuestionAnsweringService::NewStub(channel_)->Search(&context, request,
                                                              &response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  ASSERT_EQ(response.passages_size(), 1);
  EXPECT_EQ(response.passages(0).citation().document_id(), "d1");
  EXPECT_EQ(response.corpus_revision(), 2u);
}

TEST_F(QuestionAnsweringServiceTest, NamesACorpusThatThereIsNot) {
  v1::AskRequest request = SomeQuestion();
  request.set_corpus("nowhere");
  const grpc::Status status =
      CallWithBytes(channel_, kAsk, request.SerializeAsString());
  EXPECT_THAT(status, FailsWith(grpc::NOT_FOUND, "CORPUS_NOT_FOUND"));
  EXPECT_EQ(DetailsOf(status).info.metadata().at("corpus"), "nowhere");
}

TEST_F(QuestionAnsweringServiceTest, LogsTheOutcomeButNotTheQuestion) {
  EXPECT_TRUE(
      CallWithBytes(channel_, kAsk, SomeQuestion().SerializeAsString()).ok());
  EXPECT_THAT(log_.lines(),
              Contains(HasSubstr("outcome=OUTCOME_NOT_ANSWERED")));
  EXPECT_THAT(log_.lines(), ::testing::Not(Contains(HasSubstr("treaty"))));
}

}  // namespace
}  // namespace footnote
