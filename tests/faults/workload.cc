#include "tests/faults/workload.h"

#include <chrono>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/client_context.h"
#include "retrieval/text/sha256.h"
#include "tests/faults/facts.h"

namespace footnote::testing {
namespace {

constexpr int kMostInABatch = 6;
constexpr std::chrono::seconds kPatience(30);

// A call that ends, whatever the server does.
class BoundedContext : public grpc::ClientContext {
 public:
  BoundedContext() {
    set_deadline(std::chrono::system_clock::now() + kPatience);
  }
};

int Draw(std::mt19937& random, int begin, int end) {
  return std::uniform_int_distribution<>(begin, end - 1)(random);
}

// Draws documents to change, each to its next version or, now and then, again
// to the one it has.
Ledger::Versions DrawImport(const Ledger& ledger, std::mt19937& random) {
  static std::atomic<int> next_version = 1;
  Ledger::Versions change;
  const int count = Draw(random, 1, kMostInABatch + 1);
  for (int i = 0; i < count; ++i) {
    const int number = Draw(random, 0, kDocumentsOfAnOwner);
    const int version = ledger.Version(number);
    const bool is_repeated = version > 0 && Draw(random, 0, 5) == 0;
    change[number] = is_repeated ? version : next_version++;
  }
  return change;
}

// Returns the version of the document that is cited, as its title has it, or 0.
int VersionCited(const v1::Citation& citation) {
  absl::string_view title = citation.title();
  int version = 0;
  absl::ConsumePrefix(&title, "Report ");
  absl::ConsumeSuffix(&title, " of a harbour");
  return absl::SimpleAtoi(title, &version) ? version : 0;
}

}  // namespace

std::string ReasonOf(const grpc::Status& status) {
  google::rpc::Status details;
  google::rpc::ErrorInfo info;
  details.ParseFromString(status.error_details());
  for (const auto& detail : details.details()) detail.UnpackTo(&info);
  return info.reason();
}

Editor::Editor(const std::shared_ptr<grpc::Channel>& channel, Ledger* ledger,
               std::mt19937::result_type seed)
    : corpora_(v1::CorpusService::NewStub(channel)),
      ledger_(ledger),
      random_(seed) {}

FailedCall Editor::Run(const std::atomic<bool>& stop) {
  while (!stop) {
    const bool is_import = Draw(random_, 0, 4) > 0;
    grpc::Status status = is_import ? Import() : Delete();
    if (!status.ok())
      return {is_import ? "ImportDocuments" : "DeleteDocuments",
              std::move(status)};
  }
  return {};
}

grpc::Status Editor::Import() {
  BoundedContext context;
  const auto stream = corpora_->ImportDocuments(&context);
  const int batches = Draw(random_, 1, 4);
  for (int i = 0; i < batches; ++i) {
    const Ledger::Versions change = DrawImport(*ledger_, random_);
    v1::ImportDocumentsRequest request;
    for (const auto& [number, version] : change) {
      *request.add_documents() =
          FactDocument(ledger_->owner(), number, version);
    }
    ledger_->Send(change);
    v1::ImportDocumentsResponse response;
    if (!stream->Write(request) || !stream->Read(&response)) {
      return stream->Finish();
    }
    ledger_->Acknowledge();
  }
  stream->WritesDone();
  return stream->Finish();
}

grpc::Status Editor::Delete() {
  BoundedContext context;
  Ledger::Versions change;
  v1::DeleteDocumentsRequest request;
  const int count = Draw(random_, 1, kMostInABatch);
  for (int i = 0; i < count; ++i) {
    const int number = Draw(random_, 0, kDocumentsOfAnOwner);
    change[number] = 0;
    request.add_document_ids(FactDocument(ledger_->owner(), number, 1).id());
  }
  ledger_->Send(change);
  v1::DeleteDocumentsResponse response;
  grpc::Status status = corpora_->DeleteDocuments(&context, request, &response);
  if (status.ok()) ledger_->Acknowledge();
  return status;
}

Asker::Asker(const std::shared_ptr<grpc::Channel>& channel, std::string owners,
             std::mt19937::result_type seed)
    : answers_stub_(v1::QuestionAnsweringService::NewStub(channel)),
      owners_(std::move(owners)),
      random_(seed) {}

FailedCall Asker::Run(const std::atomic<bool>& stop) {
  while (!stop) {
    const int owner = Draw(random_, 0, static_cast<int>(owners_.size()));
    std::string cited_id;
    grpc::Status status = Ask(owners_[static_cast<size_t>(owner)],
                              Draw(random_, 0, kDocumentsOfAnOwner), &cited_id);
    if (!status.ok()) return {"Ask", std::move(status)};
  }
  return {};
}

grpc::Status Asker::Ask(char owner, int number, std::string* cited_id) {
  BoundedContext context;
  v1::AskRequest request;
  request.mutable_question()->set_text(FactQuestion(owner, number));
  v1::AskResponse response;
  grpc::Status status = answers_stub_->Ask(&context, request, &response);
  if (!status.ok()) return status;
  ++answers_;
  for (const auto& sentence : response.answer().sentences()) Check(sentence);
  if (response.answer().sentences_size() > 0) {
    *cited_id = response.answer().sentences(0).citation().document_id();
  }
  return status;
}

void Asker::Check(const v1::CitedSentence& sentence) {
  const v1::Citation& citation = sentence.citation();
  const std::string& id = citation.document_id();
  int number = 0;
  if (id.size() < 3 || !absl::SimpleAtoi(id.substr(2), &number)) {
    violations_.push_back(absl::StrCat("cited an unknown document ", id));
    return;
  }
  const std::string text =
      FactDocument(id.front(), number, VersionCited(citation)).text();
  const v1::TextSpan& span = citation.span();
  if (Sha256Hex(text) != citation.document_sha256() ||
      Sha256Hex(sentence.text()) != citation.sha256() ||
      span.end_byte() > text.size() ||
      text.substr(span.begin_byte(), span.end_byte() - span.begin_byte()) !=
          sentence.text()) {
    violations_.push_back(
        absl::StrCat("untrue citation: ", citation.ShortDebugString(), " for ",
                     sentence.text()));
  }
}

grpc::Status ReadAll(const std::shared_ptr<grpc::Channel>& channel,
                     std::map<std::string, v1::Document>* stored) {
  const auto corpora = v1::CorpusService::NewStub(channel);
  v1::ListDocumentsRequest list;
  do {
    BoundedContext context;
    v1::ListDocumentsResponse page;
    grpc::Status status = corpora->ListDocuments(&context, list, &page);
    if (!status.ok()) return status;
    for (const auto& summary : page.documents()) {
      BoundedContext get_context;
      v1::GetDocumentRequest get;
      get.set_document_id(summary.id());
      v1::GetDocumentResponse response;
      status = corpora->GetDocument(&get_context, get, &response);
      if (!status.ok()) return status;
      (*stored)[summary.id()] = response.document().document();
    }
    list.set_page_token(page.next_page_token());
  } while (!list.page_token().empty());
  return grpc::Status::OK;
}

}  // namespace footnote::testing
