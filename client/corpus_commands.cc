#include <string>

#include "client/commands.h"
#include "client/corpus_text.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

void PrintDocument(const Session& session, const v1::StoredDocument& stored) {
  const Console& console = session.console;
  console.err << DocumentHeader(stored) << std::flush;
  const std::string& text = stored.document().text();
  console.out << (console.out_is_terminal ? PrintableLines(text) : text);
}

void PrintPage(const Session& session, const v1::ListDocumentsResponse& page) {
  if (PrintsJson(session)) {
    PrintJson(session, page);
    return;
  }
  for (const v1::DocumentSummary& document : page.documents()) {
    session.console.out << DocumentLine(document);
  }
  session.console.out << std::flush;
}

}  // namespace

ExitStatus GetDocument(const Session& session, const GetArguments& arguments) {
  v1::GetDocumentRequest request;
  request.set_corpus(session.options.corpus);
  request.set_document_id(arguments.document_id);
  if (arguments.revision.has_value()) {
    request.set_revision(*arguments.revision);
  }
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  v1::GetDocumentResponse response;
  const grpc::Status status =
      session.connection.corpora().GetDocument(&context, request, &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else {
    PrintDocument(session, response.document());
  }
  return ExitStatus::kDone;
}

ExitStatus ListDocuments(const Session& session,
                         const ListArguments& arguments) {
  v1::ListDocumentsRequest request;
  request.set_corpus(session.options.corpus);
  request.set_page_token(arguments.page_token);
  if (arguments.page_size.has_value()) {
    request.set_page_size(*arguments.page_size);
  }
  const bool every_page = arguments.all || !PrintsJson(session);
  do {
    grpc::ClientContext context;
    SetTimeout(context, session.options.timeout);
    v1::ListDocumentsResponse page;
    const grpc::Status status =
        session.connection.corpora().ListDocuments(&context, request, &page);
    if (!status.ok()) return ReportFailure(session, status);
    PrintPage(session, page);
    request.set_page_token(page.next_page_token());
  } while (every_page && !request.page_token().empty() &&
           session.console.out.good());
  return ExitStatus::kDone;
}

ExitStatus DeleteDocuments(const Session& session,
                           const DeleteArguments& arguments) {
  v1::DeleteDocumentsRequest request;
  request.set_corpus(session.options.corpus);
  for (const std::string& id : arguments.document_ids) {
    request.add_document_ids(id);
  }
  grpc::ClientContext context;
  SetTimeout(context, session.options.timeout);
  v1::DeleteDocumentsResponse response;
  const grpc::Status status = session.connection.corpora().DeleteDocuments(
      &context, request, &response);
  if (!status.ok()) return ReportFailure(session, status);
  if (PrintsJson(session)) {
    PrintJson(session, response);
  } else {
    session.console.out << DeletionText(response);
  }
  return ExitStatus::kDone;
}

}  // namespace footnote
