#include "service/server.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "retrieval/status.h"
#include "service/corpus_copy.h"
#include "service/server_builder.h"

namespace footnote {
namespace {

// Who uses a corpus beside the workers: the thread of changes and that of
// copies. One more, so that a place is free for whoever comes.
constexpr int kOtherUsers = 3;

// How long what is left may take to end once the drain is over; what is
// cancelled by then stops at the next look at its deadline.
constexpr auto kCancelAfter = std::chrono::milliseconds(250);

// How long nobody may have called for it to be quiet, and how long to wait for
// that: time enough for callers to read that the server is going, and to go.
constexpr std::chrono::milliseconds kQuiet(100);
constexpr std::chrono::milliseconds kMostToWaitForQuiet(1000);

}  // namespace

Server::Server(const ServerOptions& options, RequestLog* log)
    : options_(options),
      streams_(std::make_unique<StreamWatch>(options.stream_silence)),
      pool_(std::make_unique<WorkerPool>(options.workers, options.max_requests,
                                         [this] { return Tidy(); })),
      serving_{&admission_, pool_.get(), streams_.get(), log},
      question_answering_(serving_),
      corpus_(serving_) {}

Server::~Server() { Stop(); }

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    const ServerOptions& options, RequestLog* log) {
  std::unique_ptr<Server> server(new Server(options, log));
  FOOTNOTE_RETURN_IF_ERROR(server->Listen());
  return server;
}

absl::Status Server::Listen() {
  // A switch of the whole process, read when a server is built.
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  HardenTransport(&builder);
  if (!options_.reflection) RemoveReflection(&builder);
  builder.AddListeningPort(options_.listen, grpc::InsecureServerCredentials(),
                           &port_);
  builder.RegisterService(&question_answering_);
  builder.RegisterService(&corpus_);
  server_ = builder.BuildAndStart();
  // gRPC says neither which address failed nor why; a taken port is by far the
  // likeliest.
  if (server_ == nullptr || port_ == 0) {
    server_.reset();
    return absl::UnavailableError(absl::StrCat(
        "Cannot listen on ", options_.listen,
        ": another program may use the port, or the host is not this "
        "machine's. Choose another address with --listen HOST:PORT."));
  }
  SetHealth(false);
  return absl::OkStatus();
}

absl::Status Server::OpenLibrary() {
  LibraryOptions library;
  library.if_new = options_.if_new;
  library.model = options_.model;
  library.posting_cache_bytes = static_cast<size_t>(options_.posting_cache_mib)
                                << 20;
  library.max_open_corpora =
      std::max(options_.max_open_corpora, options_.workers + kOtherUsers);
  FOOTNOTE_ASSIGN_OR_RETURN(library_,
                            Library::Open(options_.data_dir, library));
  FOOTNOTE_RETURN_IF_ERROR(RemoveUnfinishedCopies(options_.data_dir));
  // In this order, so that whoever reads SERVING is served.
  admission_.Open(library_.get());
  SetHealth(true);
  return absl::OkStatus();
}

std::string Server::address() const {
  const size_t colon = options_.listen.rfind(':');
  return absl::StrCat(options_.listen.substr(0, colon), ":", port_);
}

WorkerPool::Progress Server::Tidy() {
  const absl::StatusOr<Library*> library = admission_.Enter();
  if (!library.ok()) return WorkerPool::Progress::kDone;
  const absl::StatusOr<bool> did = (*library)->Tidy();
  if (!did.ok()) {
    serving_.log->Note(
        LogLevel::kWarning,
        absl::StrCat("merging the index failed and is left until the "
                     "next change: ",
                     did.status().message()));
    return WorkerPool::Progress::kDone;
  }
  return *did ? WorkerPool::Progress::kMore : WorkerPool::Progress::kDone;
}

void Server::SetHealth(bool is_serving) {
  grpc::HealthCheckServiceInterface* const health =
      server_->GetHealthCheckService();
  for (const char* const service :
       {"", v1::QuestionAnsweringService::service_full_name(),
        v1::CorpusService::service_full_name()}) {
    health->SetServingStatus(service, is_serving);
  }
}

bool Server::Drain() {
  if (drained_.has_value()) return *drained_;
  // Requests in between are refused with a status that says to come back, and
  // whoever watches the health has gone elsewhere before the port closes.
  admission_.Close();
  SetHealth(false);
  streams_->Stop();
  const auto deadline = std::chrono::steady_clock::now() + options_.drain;
  const bool is_idle =
      pool_->WaitUntilIdle(deadline) && streams_->WaitUntilEmpty(deadline);
  if (is_idle) {
    // Those who call on and on are refused, and not waited for.
    admission_.WaitUntilQuiet(
        kQuiet, std::min(deadline, std::chrono::steady_clock::now() +
                                       kMostToWaitForQuiet));
  }
  drained_ = is_idle && admission_.emptied();
  if (*drained_) library_.reset();
  return *drained_;
}

void Server::Stop() {
  if (server_ == nullptr) return;
  Drain();
  // Callers that watch the health would keep it waiting: this ends them too.
  server_->Shutdown(std::chrono::system_clock::now() + kCancelAfter);
  // No call is left by now; the tasks of the pool have all finished theirs.
  pool_.reset();
  streams_.reset();
  server_.reset();
  library_.reset();
}

}  // namespace footnote
