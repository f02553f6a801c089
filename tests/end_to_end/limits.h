// What a test needs to try the limits of the contract on the real server.

#ifndef FOOTNOTE_TESTS_END_TO_END_LIMITS_H_
#define FOOTNOTE_TESTS_END_TO_END_LIMITS_H_

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/corpus.grpc.pb.h"
#include "footnote/v1/question_answering.grpc.pb.h"
#include "tests/end_to_end/server_process.h"
#include "tests/service/error_details.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// Gives a field of a good message the length, the count or the value `n`.
template <typename Message>
using Set = std::function<void(int n, Message*)>;

// A field of a message, and what its contract says of it.
template <typename Message>
struct Limit {
  std::string field;  // As a refusal names it.
  int least;          // 0 where there is no lower limit.
  int most;
  Set<Message> set;
};

// A server of its own, and a caller.
class LimitsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    server_ = std::make_unique<ServerProcess>(directory_.File("data"));
    ASSERT_NE(server_->address(), "");
    questions_ = v1::QuestionAnsweringService::NewStub(server_->Channel());
    corpora_ = v1::CorpusService::NewStub(server_->Channel());
  }

  template <typename Stub, typename Request, typename Response>
  static grpc::Status Unary(Stub* stub,
                            grpc::Status (Stub::*method)(grpc::ClientContext*,
                                                         const Request&,
                                                         Response*),
                            const Request& request) {
    grpc::ClientContext context;
    Response response;
    return (stub->*method)(&context, request, &response);
  }

  using Questions = v1::QuestionAnsweringService::Stub;
  using Corpora = v1::CorpusService::Stub;
  grpc::Status Call(const v1::AskRequest& request) {
    return Unary(questions_.get(), &Questions::Ask, request);
  }
  grpc::Status Call(const v1::SearchRequest& request) {
    return Unary(questions_.get(), &Questions::Search, request);
  }
  grpc::Status Call(const v1::BatchAskRequest& request) {
    return Unary(questions_.get(), &Questions::BatchAsk, request);
  }
  grpc::Status Call(const v1::VerifyCitationsRequest& request) {
    return Unary(questions_.get(), &Questions::VerifyCitations, request);
  }
  grpc::Status Call(const v1::GetDocumentRequest& request) {
    return Unary(corpora_.get(), &Corpora::GetDocument, request);
  }
  grpc::Status Call(const v1::ListDocumentsRequest& request) {
    return Unary(corpora_.get(), &Corpora::ListDocuments, request);
  }
  grpc::Status Call(const v1::DeleteDocumentsRequest& request) {
    return Unary(corpora_.get(), &Corpora::DeleteDocuments, request);
  }
  grpc::Status Call(const v1::CreateCorpusRequest& request) {
    return Unary(corpora_.get(), &Corpora::CreateCorpus, request);
  }
  grpc::Status Call(const v1::ListCorporaRequest& request) {
    return Unary(corpora_.get(), &Corpora::ListCorpora, request);
  }
  grpc::Status Call(const v1::DeleteCorpusRequest& request) {
    return Unary(corpora_.get(), &Corpora::DeleteCorpus, request);
  }
  grpc::Status Call(const v1::ImportDocumentsRequest& request) {
    grpc::ClientContext context;
    auto stream = corpora_->ImportDocuments(&context);
    stream->Write(request);
    stream->WritesDone();
    response_.Clear();
    stream->Read(&response_);
    return stream->Finish();
  }

  // Expects that `good`, changed by each limit, is `taken` up to the limit and
  // refused beyond.
  template <typename Request>
  void ExpectEach(const Request& good,
                  const std::vector<Limit<Request>>& limits,
                  grpc::StatusCode taken = grpc::StatusCode::OK) {
    for (const Limit<Request>& limit : limits) {
      const auto call = [&](int n) {
        Request request = good;
        limit.set(n, &request);
        return Call(request);
      };
      for (const int n : {limit.most - 1, limit.most}) {
        const grpc::Status status = call(n);
        EXPECT_EQ(status.error_code(), taken)
            << limit.field << ", " << n << ": " << status.error_message();
      }
      const grpc::Status beyond = call(limit.most + 1);
      ExpectRefused(beyond, limit.field);
      ExpectNumbers(beyond, limit.most, limit.most + 1);
      if (limit.least == 0) continue;
      EXPECT_EQ(call(limit.least).error_code(), taken) << limit.field;
      ExpectRefused(call(limit.least - 1), limit.field);
    }
  }

  // Expects that `status` refuses this one field.
  static void ExpectRefused(const grpc::Status& status,
                            const std::string& field) {
    SCOPED_TRACE(absl::StrCat("beyond the limit of ", field));
    ASSERT_THAT(status,
                FailsWith(grpc::StatusCode::INVALID_ARGUMENT, "INVALID_FIELD"));
    EXPECT_THAT(DetailsOf(status).violations,
                ::testing::ElementsAre(::testing::Key(field)));
  }

  // Expects that `status` tells programs the limit and what exceeded it.
  static void ExpectNumbers(const grpc::Status& status, int limit, int actual) {
    using ::testing::Pair;
    EXPECT_THAT(
        DetailsOf(status).info.metadata(),
        ::testing::UnorderedElementsAre(Pair("limit", absl::StrCat(limit)),
                                        Pair("actual", absl::StrCat(actual))));
  }

  TemporaryDirectory directory_;
  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<Questions> questions_;
  std::unique_ptr<Corpora> corpora_;
  v1::ImportDocumentsResponse response_;  // Of the last import.
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_END_TO_END_LIMITS_H_
