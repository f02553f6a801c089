#include "service/question_answering_service.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "service/answer_conversion.h"
#include "service/find_corpus.h"
#include "service/page_token.h"
#include "service/question_conversion.h"
#include "service/unary_call.h"
#include "service/validation.h"

namespace footnote {
namespace {

// Returns `status` with the fields of its violations as the request has them,
// by `name`: the library does not know where in a request a question stood.
template <typename Name>
absl::Status Renamed(absl::Status status, Name name) {
  std::vector<FieldViolation> violations = ViolationsOf(status);
  if (violations.empty()) return status;
  for (FieldViolation& violation : violations) {
    violation.field = name(violation.field);
  }
  absl::Status renamed = InvalidFields(violations);
  for (const auto& [key, fact] : FactsOf(status)) {
    renamed = WithFact(std::move(renamed), key, fact);
  }
  return renamed;
}

std::string InAskRequest(const std::string& field) {
  return "question." + field;
}

std::string InSearchRequest(const std::string& field) {
  return field == "text" ? "query" : field;
}

absl::Status Ask(v1::AskRequest* request, const CallScope& scope,
                 v1::AskResponse* response) {
  // For the log, which leaves it out unless it is told otherwise.
  scope.record.question = request->question().text();
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  const absl::StatusOr<Answer> answer = corpus->Ask(
      ToQuestion(*request), ToAskOptions(request->options()), scope.deadline);
  if (!answer.ok()) return Renamed(answer.status(), InAskRequest);
  ToProto(*answer, response);
  scope.record.outcome = v1::Outcome_Name(response->answer().outcome());
  return absl::OkStatus();
}

// Where a page of passages begins.
struct FirstPassage {
  uint32_t offset = 0;           // How many better ones came before.
  uint64_t corpus_revision = 0;  // On which they did; 0 for the first page.
};

absl::StatusOr<FirstPassage> FirstOf(const v1::SearchRequest& request) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::optional<PagePlace> place,
                            ReadPageToken(request));
  FirstPassage first;
  if (!place.has_value()) return first;
  if (!absl::SimpleAtoi(place->cursor, &first.offset)) {
    return InvalidFields({{"page_token", "was not made by this server."}});
  }
  first.corpus_revision = place->revision;
  return first;
}

absl::Status Search(v1::SearchRequest* request, const CallScope& scope,
                    v1::SearchResponse* response) {
  scope.record.question = request->query();
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  FOOTNOTE_ASSIGN_OR_RETURN(const FirstPassage first, FirstOf(*request));
  const int limit =
      request->has_page_size() ? request->page_size() : kDefaultSearchSize;
  const absl::StatusOr<SearchResult> result =
      corpus->Search(ToQuestion(*request), {first.offset, limit},
                     first.corpus_revision, scope.deadline);
  if (!result.ok()) return Renamed(result.status(), InSearchRequest);
  ToProto(*result, response);
  if (result->has_more) {
    const size_t next = size_t{first.offset} + result->passages.size();
    response->set_next_page_token(
        MakePageToken(*request, {result->corpus_revision, absl::StrCat(next)}));
  }
  return absl::OkStatus();
}

absl::Status VerifyCitations(v1::VerifyCitationsRequest* request,
                             const CallScope& scope,
                             v1::VerifyCitationsResponse* response) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::shared_ptr<Corpus> corpus,
                            FindCorpus(scope, request->corpus()));
  std::vector<Quotation> quotations;
  for (const v1::Quotation& quotation : request->quotations()) {
    quotations.push_back(ToQuotation(quotation));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const VerificationReport report,
                            corpus->Verify(quotations, scope.deadline));
  ToProto(report, response);
  return absl::OkStatus();
}

}  // namespace

QuestionAnsweringService::QuestionAnsweringService(
    const ServingContext& serving)
    : serving_(serving),
      answer_(footnote::Ask),
      ask_(MakeWork(answer_)),
      search_(
          MakeWork<v1::SearchRequest, v1::SearchResponse>(footnote::Search)),
      verify_(MakeWork<v1::VerifyCitationsRequest, v1::VerifyCitationsResponse>(
          footnote::VerifyCitations)) {}

grpc::ServerUnaryReactor* QuestionAnsweringService::Ask(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("Ask", CallKind::kRead, ask_, serving_, context,
                        request, response);
}

grpc::ServerUnaryReactor* QuestionAnsweringService::BatchAsk(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartBatchCall(answer_, serving_, context, request, response);
}

grpc::ServerUnaryReactor* QuestionAnsweringService::Search(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("Search", CallKind::kRead, search_, serving_, context,
                        request, response);
}

grpc::ServerUnaryReactor* QuestionAnsweringService::VerifyCitations(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  return StartUnaryCall("VerifyCitations", CallKind::kRead, verify_, serving_,
                        context, request, response);
}

}  // namespace footnote
