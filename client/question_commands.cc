#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "client/answer_markdown.h"
#include "client/answer_text.h"
#include "client/commands.h"
#include "client/failure.h"
#include "client/markdown.h"
#include "client/passage_text.h"
#include "client/question_scope.h"
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
  Narrow(arguments.scope, question);
  Narrow(arguments.answer, question);
  v1::AskOptions& how = *request.mutable_options();
  if (arguments.max_sentences.has_value()) {
    how.set_max_sentences(*arguments.max_sentences);
  }
  if (arguments.min_confidence.has_value()) {
    how.set_min_confidence(*arguments.min_confidence);
  }
  how.set_max_sentences_per_document(arguments.max_per_document.value_or(0));
  how.set_context_sentences(arguments.context_sentences.value_or(0));
  how.set_order(arguments.order);
  how.set_explain(arguments.explain);
  how.set_include_rejected(arguments.rejected);
  return request;
}

v1::SearchRequest MakeSearchRequest(const GlobalOptions& options,
                                    const SearchArguments& arguments) {
  v1::SearchRequest request;
  request.set_corpus(options.corpus);
  request.set_query(arguments.query);
  Narrow(arguments.scope, request);
  request.set_page_token(arguments.page_token);
  if (arguments.limit.has_value()) request.set_page_size(*arguments.limit);
  return request;
}

// `first` is the rank of the page's first passage.
void PrintPassages(const Session& session, const v1::SearchResponse& page,
                   int first) {
  std::ostream& out = session.console.out;
  if (PrintsJson(session)) {
    PrintJson(session, page);
  } else if (first > 1 && page.passages().empty()) {
    return;  // The pages before held passages.
  } else if (session.options.output == OutputFormat::kMarkdown) {
    out << PassagesMarkdown(page, first) << std::flush;
  } else {
    // As between passages, there is an empty line between pages.
    out << (first > 1 ? "\n" : "")
        << PassagesText(page, first, session.console.style) << std::flush;
  }
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
  const AnswerView view = {
      .is_timeline = arguments.order == v1::SENTENCE_ORDER_TIME,
      .interpretation = arguments.explain};
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else if (session.options.output == OutputFormat::kMarkdown) {
    session.console.out << AnswerMarkdown(response, view);
  } else {
    session.console.out << AnswerText(response, view, session.console.style);
  }
  return response.answer().outcome() == v1::OUTCOME_ANSWERED
             ? ExitStatus::kDone
             : ExitStatus::kNotAnswered;
}

ExitStatus SearchPassages(const Session& session,
                          const SearchArguments& arguments) {
  const auto refused = RefuseInvalidUtf8(session, "query", arguments.query);
  if (refused.has_value()) return *refused;
  v1::SearchRequest request = MakeSearchRequest(session.options, arguments);
  int passages = 0;
  do {
    grpc::ClientContext context;
    SetTimeout(context, session.options.timeout);
    v1::SearchResponse page;
    const grpc::Status status =
        session.connection.questions().Search(&context, request, &page);
    if (!status.ok()) return ReportFailure(session, status);
    PrintPassages(session, page, passages + 1);
    passages += page.passages_size();
    request.set_page_token(page.next_page_token());
  } while (arguments.all && !request.page_token().empty() &&
           session.console.out.good());
  if (!request.page_token().empty() && !PrintsJson(session)) {
    session.console.err << NextPageText(request.page_token());
  }
  return passages == 0 ? ExitStatus::kNotAnswered : ExitStatus::kDone;
}

}  // namespace footnote
