// The server: a listener, the services behind it, and the data directory.

#ifndef FOOTNOTE_SERVICE_SERVER_H_
#define FOOTNOTE_SERVICE_SERVER_H_

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/answer/learned_model.h"
#include "retrieval/document.h"
#include "retrieval/library.h"
#include "service/admission.h"
#include "service/call.h"
#include "service/corpus_service.h"
#include "service/question_answering_service.h"
#include "service/request_log.h"
#include "service/stream_watch.h"
#include "service/worker_pool.h"

namespace grpc {
class Server;
}

namespace footnote {

// How a server is set up.
struct ServerOptions {
  std::string data_dir;                    // Created if missing.
  std::string listen = "127.0.0.1:50051";  // HOST:PORT; port 0: a free one.
  int workers = 1;                         // Threads that answer questions.
  int max_requests = 64;                   // Waiting and running, in all.
  bool reflection = true;
  CorpusSettings if_new;  // How corpora are kept that come into being.

  // What ranks the sentences of answers; null: the plain score.
  std::shared_ptr<const LearnedModel> model;

  // The most corpora that are open at once; more where the workers need more.
  int max_open_corpora = 32;

  // The memory for posting lists, in MiB; 0: none are kept.
  int posting_cache_mib = static_cast<int>(kPostingCacheBytes >> 20);

  // How long a stream may be silent before it is ended.
  std::chrono::milliseconds stream_silence = std::chrono::seconds(30);

  // How long Stop() waits for requests before it cancels them.
  std::chrono::milliseconds drain = std::chrono::seconds(8);
};

// Listens, serves, stops. Start(), OpenLibrary(), Drain() and Stop() are called
// by one thread, in this order.
class Server {
 public:
  // Begins to listen. Until OpenLibrary() every request ends in UNAVAILABLE and
  // the health of all services is NOT_SERVING. `log` outlives the server.
  //
  // Errors: kUnavailable if the address can't be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> Start(
      const ServerOptions& options, RequestLog* log);

  // Stops as Stop() does.
  ~Server();

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Opens the data directory, clears away what a crash left of copies, and
  // begins to serve. Errors: as Library::Open() and RemoveUnfinishedCopies().
  absl::Status OpenLibrary();

  // Returns HOST:PORT with the port that is listened on.
  std::string address() const;

  // Turns the health to NOT_SERVING, refuses what comes, waits for what is in
  // flight as long as the options say, and returns whether all of it has ended
  // and been sent. Then the library is closed, and the process may end: that
  // tells callers to come back (UNAVAILABLE), where Stop() would cut off those
  // who never ceased to call (CANCELLED), which gRPC 1.51 offers no way around.
  // Doing it again does nothing and returns the same.
  bool Drain();

  // Drains, cancels what is left, ceases to listen, and closes the library.
  // Doing it again does nothing.
  void Stop();

 private:
  Server(const ServerOptions& options, RequestLog* log);

  // Listens and registers the services; see Start().
  absl::Status Listen();

  // Sets the health of the server and of each service.
  void SetHealth(bool is_serving);

  // Does a step of what makes corpora faster, and notes in the log if it fails.
  WorkerPool::Progress Tidy();

  const ServerOptions options_;
  Admission admission_;
  std::unique_ptr<Library> library_;
  std::unique_ptr<StreamWatch> streams_;
  std::unique_ptr<WorkerPool> pool_;
  const ServingContext serving_;
  QuestionAnsweringService question_answering_;
  CorpusService corpus_;
  int port_ = 0;
  std::optional<bool> drained_;  // What Drain() returned.
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_SERVER_H_
