#include "client/commands.h"
#include "client/corpus_text.h"

namespace footnote {
namespace {

template <typename Request, typename Response>
using Method = grpc::Status (v1::CorpusService::Stub::*)(grpc::ClientContext*,
                                                         const Request&,
                                                         Response*);

template <typename Request, typename Response>
grpc::Status Call(const Session& session, Method<Request, Response> method,
                  const Request& request, Response* response) {
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  return (session.connection.corpora().*method)(&context, request, response);
}

// Prints `response` as JSON, or the corpus in it as text behind `verdict`.
template <typename Response>
ExitStatus PrintCorpus(const Session& session, absl::string_view verdict,
                       const Response& response) {
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else {
    session.console.out << verdict << CorpusText(response.corpus());
  }
  return ExitStatus::kDone;
}

}  // namespace

ExitStatus ListCorpora(const Session& session) {
  v1::ListCorporaRequest request;
  do {
    v1::ListCorporaResponse page;
    const grpc::Status status =
        Call(session, &v1::CorpusService::Stub::ListCorpora, request, &page);
    if (!status.ok()) return ReportFailure(session, status);
    if (PrintsJson(session)) {
      PrintJson(session, page);
    } else {
      for (const v1::CorpusSummary& corpus : page.corpora()) {
        session.console.out << CorpusLine(corpus);
      }
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty() && session.console.out.flush().good());
  return ExitStatus::kDone;
}

ExitStatus CreateCorpus(const Session& session,
                        const CreateCorpusArguments& arguments) {
  v1::CreateCorpusRequest request;
  request.set_corpus(arguments.name);
  if (arguments.revisions_kept.has_value()) {
    request.mutable_settings()->set_revisions_kept(*arguments.revisions_kept);
  }
  v1::CreateCorpusResponse response;
  const grpc::Status status =
      Call(session, &v1::CorpusService::Stub::CreateCorpus, request, &response);
  if (!status.ok()) return ReportFailure(session, status);
  return PrintCorpus(session, "created ", response);
}

ExitStatus GetCorpus(const Session& session,
                     const GetCorpusArguments& arguments) {
  v1::GetCorpusRequest request;
  request.set_corpus(arguments.name);
  v1::GetCorpusResponse response;
  const grpc::Status status =
      Call(session, &v1::CorpusService::Stub::GetCorpus, request, &response);
  if (!status.ok()) return ReportFailure(session, status);
  return PrintCorpus(session, "", response);
}

ExitStatus DeleteCorpus(const Session& session,
                        const DeleteCorpusArguments& arguments) {
  v1::DeleteCorpusRequest request;
  request.set_corpus(arguments.name);
  request.set_force(arguments.force);
  request.set_dry_run(arguments.dry_run);
  v1::DeleteCorpusResponse response;
  const grpc::Status status =
      Call(session, &v1::CorpusService::Stub::DeleteCorpus, request, &response);
  if (!status.ok()) return ReportFailure(session, status);
  return PrintCorpus(session, response.deleted() ? "deleted " : "would delete ",
                     response);
}

}  // namespace footnote
