// What a server answers over gRPC.

#ifndef FOOTNOTE_BENCH_QUALITY_SERVER_ANSWERS_H_
#define FOOTNOTE_BENCH_QUALITY_SERVER_ANSWERS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/citation_check.h"
#include "bench/dataset.h"
#include "bench/quality/judge.h"
#include "client/connection.h"

namespace footnote::bench {

// A corpus of a server that holds the documents of a data set, and is deleted
// with this object. Not thread-safe.
class ServerCorpus {
 public:
  // Creates the corpus `quality` at `server` (HOST:PORT) and imports
  // `documents`. What is refused is told of on stderr.
  //
  // Errors: kAlreadyExists if the server has such a corpus; kUnavailable if it
  // is not reached; otherwise as it answers.
  static absl::StatusOr<std::unique_ptr<ServerCorpus>> Create(
      const std::string& server, const std::vector<Document>& documents);

  ~ServerCorpus();
  ServerCorpus(const ServerCorpus&) = delete;
  ServerCorpus& operator=(const ServerCorpus&) = delete;

  // Asks each of `questions` as Reply has it, two batches at a time, and
  // returns what came back in their order. An invalid question is told of on
  // stderr and counts as answered by silence. Citations are checked against
  // `dataset` by `check`.
  //
  // Errors: kUnavailable if the server is not reached; otherwise as it answers
  // a question.
  absl::StatusOr<std::vector<Reply>> Ask(
      const std::vector<LabelledQuestion>& questions, const Dataset& dataset,
      CitationCheck* check);

  // As the server tells them: `0.1.0`; `PLAIN`.
  const std::string& version() const { return version_; }
  const std::string& ranking_model() const { return ranking_model_; }

 private:
  explicit ServerCorpus(const std::string& server) : connection_(server) {}

  absl::Status CreateCorpus();
  absl::Status Import(const std::vector<Document>& documents);
  absl::Status ReadStatus();

  Connection connection_;
  bool is_created_ = false;
  std::string version_;
  std::string ranking_model_;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_SERVER_ANSWERS_H_
