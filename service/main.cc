// footnoted: serves the corpora of a data directory over gRPC.

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/stubs/logging.h"
#include "service/data_check.h"
#include "service/data_restore.h"
#include "service/model_file.h"
#include "service/options.h"
#include "service/request_log.h"
#include "service/server.h"
#include "service/stop_signals.h"

namespace footnote {
namespace {

// Says why the server cannot start, and returns what to exit with.
int Fail(const absl::Status& status) {
  std::cerr << "footnoted: " << status.message() << std::endl;
  return kCannotStart;
}

// Ends the process with the connections still open, as Server::Drain() has it.
[[noreturn]] void EndProcess() {
  std::fflush(nullptr);
  std::_Exit(kStopped);
}

// Serves until a signal says to stop.
int Serve(Options options, RequestLog* log) {
  absl::StatusOr<std::shared_ptr<const LearnedModel>> model =
      FindRankingModel(options.model, DefaultModelPath(), log);
  if (!model.ok()) return Fail(model.status());
  options.server.model = *std::move(model);
  absl::StatusOr<std::unique_ptr<Server>> server =
      Server::Start(options.server, log);
  if (!server.ok()) return Fail(server.status());
  if (!IsLoopback(options.server.listen)) {
    log->Note(LogLevel::kWarning,
              "Listening beyond this machine without encryption or "
              "authentication: put a proxy in front, or keep the network "
              "private.");
  }
  const absl::Status opened = (*server)->OpenLibrary();
  if (!opened.ok()) return Fail(opened);
  std::cout << "footnoted: serving on " << (*server)->address() << std::endl;
  const int signal = WaitForStopSignal();
  log->Note(LogLevel::kInfo, absl::StrCat("Stopping on signal ", signal, "."));
  const bool drained = (*server)->Drain();
  if (!drained) (*server)->Stop();
  log->Note(LogLevel::kInfo, "Stopped.");
  if (drained) EndProcess();
  return kStopped;
}

}  // namespace
}  // namespace footnote

namespace {

// Every open corpus takes some files, every connection one.
void AllowAllOpenFiles() {
  rlimit files;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

int main(int argc, char** argv) {
  footnote::PrepareStopSignals();
  // Malformed requests are answered; Protobuf would also write of each.
  google::protobuf::SetLogHandler(nullptr);
  // gRPC writes of what our own messages say better.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);
  footnote::Options options;
  const std::optional<int> exit_status =
      footnote::ReadOptions(argc, argv, &options);
  if (exit_status.has_value()) return *exit_status;
  const bool serves = options.check_dir.empty() && options.restore.file.empty();
  if (!serves) footnote::UnblockStopSignals();
  if (!options.restore.file.empty()) {
    return footnote::RestoreData(options.restore, options.server.data_dir,
                                 std::cout, std::cerr);
  }
  if (!options.check_dir.empty()) {
    return footnote::CheckData(options.check_dir, std::cout, std::cerr);
  }
  AllowAllOpenFiles();
  footnote::RequestLog log(options.log);
  return footnote::Serve(std::move(options), &log);
}
