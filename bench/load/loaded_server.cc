#include "bench/load/loaded_server.h"

#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "bench/quality/document_message.h"
#include "retrieval/status.h"
#include "tests/client/program.h"

namespace footnote::bench {
namespace {

constexpr absl::Duration kPatience = absl::Seconds(30);

absl::StatusOr<std::string> ToJson(const Document& document) {
  std::string json;
  const auto status =
      google::protobuf::util::MessageToJsonString(ToMessage(document), &json);
  if (status.ok()) return json;
  return absl::InternalError(
      absl::StrCat(document.id, ": ", status.ToString()));
}

}  // namespace

LoadedServer::LoadedServer(const Programs& programs,
                           std::vector<Document> documents)
    : programs_(programs),
      documents_(std::move(documents)),
      respelling_(documents_) {}

LoadedServer::~LoadedServer() = default;

absl::StatusOr<std::unique_ptr<LoadedServer>> LoadedServer::Start(
    const Programs& programs, const std::vector<std::string>& arguments,
    std::vector<Document> documents) {
  std::unique_ptr<LoadedServer> loaded(
      new LoadedServer(programs, std::move(documents)));
  FOOTNOTE_ASSIGN_OR_RETURN(
      loaded->server_, ServerProgram::Start(programs.footnoted, arguments));
  loaded->connection_ = std::make_unique<Connection>(loaded->address());
  return loaded;
}

absl::Status LoadedServer::Fill(uint64_t passages) {
  size_t wanted = 1;
  while (editions_ < wanted) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto import,
                              BeginImport(wanted - editions_));
    const testing::ProgramResult result = import->Wait();
    if (result.exit_status != 0) {
      return absl::UnavailableError(
          absl::StrCat("The import failed. It wrote: ", result.err));
    }
    FOOTNOTE_ASSIGN_OR_RETURN(const v1::CorpusStatus counts, Count());
    const uint64_t an_edition =
        std::max<uint64_t>(counts.passages() / editions_, 1);
    wanted = (passages + an_edition - 1) / an_edition;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<testing::Program>> LoadedServer::BeginImport(
    size_t editions) {
  const std::string path = directory_.File("documents.jsonl");
  std::ofstream file(path);
  for (const size_t end = editions_ + editions; editions_ < end; ++editions_) {
    for (const Document& document : documents_) {
      FOOTNOTE_ASSIGN_OR_RETURN(
          const std::string json,
          ToJson(respelling_.Edition(document, editions_)));
      file << json << "\n";
    }
  }
  file.close();
  if (!file) return absl::UnavailableError(absl::StrCat("Cannot write ", path));
  return std::make_unique<testing::Program>(
      std::vector<std::string>{"--server", address(), "import", path},
      std::vector<std::string>(), programs_.footnote);
}

size_t LoadedServer::EditionBytes() const {
  size_t bytes = 0;
  for (const Document& document : documents_) bytes += document.text.size();
  return bytes;
}

absl::StatusOr<v1::CorpusStatus> LoadedServer::Count() {
  grpc::ClientContext context;
  SetTimeout(context, kPatience);
  v1::GetCorpusResponse response;
  const grpc::Status status =
      connection_->corpora().GetCorpus(&context, {}, &response);
  if (status.ok()) return response.corpus();
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      status.error_message());
}

absl::Status LoadedServer::AwaitMoreThan(uint64_t documents) {
  // The server tells nobody of a change; this is how often it is asked.
  constexpr absl::Duration kLook = absl::Milliseconds(10);
  const absl::Time limit = absl::Now() + kPatience;
  while (absl::Now() < limit) {
    FOOTNOTE_ASSIGN_OR_RETURN(const v1::CorpusStatus counts, Count());
    if (counts.documents() > documents) return absl::OkStatus();
    absl::SleepFor(kLook);
  }
  return absl::UnavailableError(
      absl::StrCat("The import adds nothing to ", documents, " documents."));
}

}  // namespace footnote::bench
