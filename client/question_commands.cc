#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/answer_text.h"
#include "client/commands.h"
#include "client/failure.h"
#include "client/markdown.h"
#include "client/passage_text.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

// gRPC would send bytes that are not UTF-8 in a message that no server reads.
std::optional<ExitStatus> RefuseInvalidUtf8(const Session& session,
                                            absl::string_view what,
                                            absl::string_view text) {
  const std::optional<size_t> byte = FirstInvalidUtf8(text);
  if (!byte.has_value()) return std::nullopt;
  return ReportFailure(
      session,
      MalformedInput(absl::StrCat("the ", what, " is not valid UTF-8 at byte ",
                                  *byte + 1, "; type it in a UTF-8 locale")));
}

v1::AskRequest MakeAskRequest(const GlobalOptions& options,
                              const AskArguments& arguments) {
  v1::AskRequest request;
  request.set_corpus(options.corpus);
  v1::Question& question = *request.mutable_question();
  question.set_text(arguments.question);
  for (const std::string& id : arguments.document_ids) {
    question.mutable_filter()->add_document_ids(id);
  }
  v1::AskOptions& how = *request.mutable_options();
  if (arguments.max_sentences.has_value()) {
    how.set_max_sentences(*arguments.max_sentences);
  }
  if (arguments.min_confidence.has_value()) {
    how.set_min_confidence(*arguments.min_confidence);
  }
  return request;
}

v1::SearchRequest MakeSearchRequest(const GlobalOptions& options,
                                    const SearchArguments& arguments) {
  v1::SearchRequest request;
  request.set_corpus(options.corpus);
  request.set_query(arguments.query);
  for (const std::string& id : arguments.document_ids) {
    request.mutable_filter()->add_document_ids(id);
  }
  if (arguments.limit.has_value()) request.set_page_size(*arguments.limit);
  return request;
}

}  // namespace

ExitStatus AskQuestion(const Session& session, const AskArguments& arguments) {
  const auto refused =
      RefuseInvalidUtf8(session, "question", arguments.question);
  if (refused.has_value()) return *refused;
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  v1::AskResponse response;
  const grpc::Status status = session.connection.questions().Ask(
      &context, MakeAskRequest(session.options, arguments), &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else if (session.options.output == OutputFormat::kMarkdown) {
    session.console.out << AnswerMarkdown(response);
  } else {
    session.console.out << AnswerText(response, session.console.style);
  }
  return response.answer().outcome() == v1::OUTCOME_ANSWERED
             ? ExitStatus::kDone
             : ExitStatus::kNotAnswered;
}

ExitStatus SearchPassages(const Session& session,
                          const SearchArguments& arguments) {
  const auto refused = RefuseInvalidUtf8(session, "query", arguments.query);
  if (refused.has_value()) return *refused;
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  v1::SearchResponse response;
  const grpc::Status status = session.connection.questions().Search(
      &context, MakeSearchRequest(session.options, arguments), &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else if (session.options.output == OutputFormat::kMarkdown) {
    session.console.out << PassagesMarkdown(response);
  } else {
    session.console.out << PassagesText(response, session.console.style);
  }
  return response.passages().empty() ? ExitStatus::kNotAnswered
                                     : ExitStatus::kDone;
}

}  // namespace footnote
