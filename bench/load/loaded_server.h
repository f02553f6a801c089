// A server to be loaded, with a corpus.

#ifndef FOOTNOTE_BENCH_LOAD_LOADED_SERVER_H_
#define FOOTNOTE_BENCH_LOAD_LOADED_SERVER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/load/respelling.h"
#include "bench/quality/server_program.h"
#include "client/connection.h"
#include "retrieval/document.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {
class Program;
}  // namespace footnote::testing

namespace footnote::bench {

// The programs of the project.
struct Programs {
  std::string footnoted;
  std::string footnote;
};

// A running server and what it is given: documents, and as many editions of
// them as are asked for. Not thread-safe.
class LoadedServer {
 public:
  // Starts the server with `arguments`; its corpus is empty.
  //
  // Errors: kUnavailable if it does not serve.
  static absl::StatusOr<std::unique_ptr<LoadedServer>> Start(
      const Programs& programs, const std::vector<std::string>& arguments,
      std::vector<Document> documents);

  ~LoadedServer();
  LoadedServer(const LoadedServer&) = delete;
  LoadedServer& operator=(const LoadedServer&) = delete;

  // Imports edition after edition until there are `passages` passages, one
  // edition at least.
  //
  // Errors: kUnavailable with what `footnote import` wrote if it fails.
  absl::Status Fill(uint64_t passages);

  // Begins to import the next `editions` editions in a process of its own and
  // returns that. It has to end before the next begins.
  //
  // Errors: kUnavailable if they cannot be written to a file.
  absl::StatusOr<std::unique_ptr<testing::Program>> BeginImport(
      size_t editions);

  // Returns the bytes of the texts of an edition.
  size_t EditionBytes() const;

  // Returns what the corpus holds. Errors: as the server answers.
  absl::StatusOr<v1::CorpusStatus> Count();

  // Returns once the corpus holds more than so many documents.
  //
  // Errors: kUnavailable if it stays at no more; as Count().
  absl::Status AwaitMoreThan(uint64_t documents);

  // HOST:PORT.
  const std::string& address() const { return server_->address(); }

 private:
  LoadedServer(const Programs& programs, std::vector<Document> documents);

  const Programs programs_;
  const std::vector<Document> documents_;
  const Respelling respelling_;
  size_t editions_ = 0;  // That were given so far.
  testing::TemporaryDirectory directory_;
  std::unique_ptr<ServerProgram> server_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_LOADED_SERVER_H_
