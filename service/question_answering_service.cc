#include "service/question_answering_service.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "service/answer_conversion.h"
#include "service/find_corpus.h"
#include "service/unary_call.h"
#include "service/validation.h"

namespace footnote {
namespace {

// Returns `status` with every violation named `field`: the library checks one
// text and does not know where in a request it stood.
absl::Status NamedAs(const std::string& field, absl::Status status) {
  std::vector<FieldViolation> violations = ViolationsOf(status);
  if (violations.empty()) return status;
  for (FieldViolation& violation : violations) violation.field = field;
  return InvalidFields(violations);
}

absl::Status Ask(v1::AskRequest* request, const CallScope& scope,
                 v1::AskResponse* response) {
  // For the log, which leaves it out unless it is told otherwise.
  scope.record.question = request->question().text();
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  const absl::StatusOr<Answer> answer = corpus->Ask(
      ToQuestion(*request), ToAskOptions(request->options()), scope.deadline);
  if (!answer.ok()) return NamedAs("question.text", answer.status());
  ToProto(*answer, response);
  scope.record.outcome = v1::Outcome_Name(response->answer().outcome());
  return absl::OkStatus();
}

absl::Status Search(v1::SearchRequest* request, const CallScope& scope,
                    v1::SearchResponse* response) {
  scope.record.question = request->query();
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  const int limit =
      request->has_page_size() ? request->page_size() : kDefaultSearchSize;
  const absl::StatusOr<SearchResult> result =
      corpus->Search(ToQuestion(*request), limit, scope.deadline);
  if (!result.ok()) return NamedAs("query", result.status());
  ToProto(*result, response);
  return absl::OkStatus();
}

}  // namespace

QuestionAnsweringService::QuestionAnsweringService(
    const ServingContext& serving)
    : serving_(serving),
      ask_(MakeWork<v1::AskRequest, v1::AskResponse>(footnote::Ask)),
      search_(
          MakeWork<v1::SearchRequest, v1::SearchResponse>(footnote::Search)) {}

grpc::ServerUnaryReactor* QuestionAnsweringService::Ask(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("Ask", CallKind::kRead, ask_, serving_, context,
                        request, response);
}

grpc::ServerUnaryReactor* QuestionAnsweringService::Search(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("Search", CallKind::kRead, search_, serving_, context,
                        request, response);
}

}  // namespace footnote
