#include "bench/load/measure.h"

#include <csignal>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "bench/dataset.h"
#include "bench/load/arrivals.h"
#include "bench/load/open_loop.h"
#include "bench/load/percentiles.h"
#include "bench/load/rate_search.h"
#include "bench/load/rpc_caller.h"
#include "footnote/v1/question_answering.pb.h"
#include "grpc/health/v1/health.pb.h"
#include "retrieval/status.h"
#include "tests/client/program.h"

namespace footnote::bench {
namespace {

// What waits for a worker is for the latencies to tell: nothing is refused.
constexpr char kNoRefusal[] = "--max-requests=10000";

// A rate is sustained if all calls have ended so soon after the last was due:
// of a run's length, and at the least what a few slow calls take.
constexpr double kOverrunShare = 0.02;
constexpr absl::Duration kLeastOverrun = absl::Milliseconds(50);

// More than an import takes in.
constexpr double kImportBytesPerSecond = 8e6;

std::vector<absl::Duration>& operator+=(std::vector<absl::Duration>& all,
                                        const LoadRun& run) {
  all.insert(all.end(), run.latencies.begin(), run.latencies.end());
  return all;
}

Latencies Summarize(double rate, std::vector<absl::Duration> all) {
  const Percentiles percentiles = ComputePercentiles(std::move(all));
  Latencies latencies;
  latencies.set_rate(rate);
  latencies.set_calls(percentiles.calls);
  latencies.set_p50(absl::ToDoubleMicroseconds(percentiles.p50));
  latencies.set_p95(absl::ToDoubleMicroseconds(percentiles.p95));
  latencies.set_p99(absl::ToDoubleMicroseconds(percentiles.p99));
  latencies.set_max(absl::ToDoubleMicroseconds(percentiles.max));
  return latencies;
}

Rpc HealthCheck() {
  return {"/grpc.health.v1.Health/Check",
          {ToBytes(grpc::health::v1::HealthCheckRequest())}};
}

Rpc AskAll(const std::vector<LabelledQuestion>& questions) {
  Rpc rpc{"/footnote.v1.QuestionAnsweringService/Ask", {}};
  for (const LabelledQuestion& question : questions) {
    v1::AskRequest request;
    request.mutable_question()->set_text(question.text);
    rpc.requests.push_back(ToBytes(request));
  }
  return rpc;
}

// A method and what was found of it.
struct MeasuredMethod {
  std::string name;
  Rpc rpc;
  std::optional<RateSearch> search;
  std::vector<absl::Duration> latencies;  // At half of what it sustains.

  double HalfLoad() const { return search->found() / 2; }
};

// What imports that were begun added, and for how long they ran.
struct Imported {
  uint64_t documents = 0;
  absl::Duration time;
};

class Measuring {
 public:
  Measuring(const LoadOptions& options, LoadedServer& server,
            const std::vector<LabelledQuestion>& questions)
      : options_(options),
        server_(server),
        caller_(server.address(), options.threads) {
    methods_.push_back({"Health/Check", HealthCheck(), {}, {}});
    methods_.push_back({"Ask", AskAll(questions), {}, {}});
  }

  absl::StatusOr<LoadReport> Run() {
    for (MeasuredMethod& method : methods_) {
      FOOTNOTE_RETURN_IF_ERROR(WarmUp(&method));
    }
    FOOTNOTE_RETURN_IF_ERROR(FindRates());
    FOOTNOTE_RETURN_IF_ERROR(LoadByHalf());
    LoadReport report;
    FOOTNOTE_RETURN_IF_ERROR(Describe(&report));
    if (options_.during_import) {
      FOOTNOTE_ASSIGN_OR_RETURN(*report.mutable_import(), AskDuringImport());
    }
    return report;
  }

 private:
  LoadRun Arrive(const Rpc& rpc, const std::vector<absl::Duration>& arrivals) {
    const size_t first = called_;
    called_ += arrivals.size();
    return RunOpenLoop(arrivals, [&](size_t n, CallDone done) {
      caller_.Call(rpc, first + n, std::move(done));
    });
  }

  // Loads the server for a turn. Each has arrivals of its own.
  LoadRun Load(const Rpc& rpc, double rate) {
    return Arrive(rpc, DrawArrivals(rate, absl::Seconds(options_.seconds),
                                    options_.seed + turn_++));
  }

  // Calls the method with each question once, all at once, and guesses from
  // that what it bears.
  absl::Status WarmUp(MeasuredMethod* method) {
    const size_t calls = methods_.back().rpc.requests.size();
    const LoadRun run = Arrive(method->rpc, std::vector<absl::Duration>(calls));
    if (run.failed > 0) return run.first_failure;
    method->search.emplace(static_cast<double>(calls) /
                           absl::ToDoubleSeconds(run.overrun));
    return absl::OkStatus();
  }

  bool IsSustained(const LoadRun& run) const {
    return run.failed == 0 &&
           run.overrun <=
               std::max(absl::Seconds(options_.seconds * kOverrunShare),
                        kLeastOverrun);
  }

  absl::Status FindRates() {
    bool any_open = true;
    while (any_open) {
      any_open = false;
      for (MeasuredMethod& method : methods_) {
        if (method.search->done()) continue;
        any_open = true;
        const double rate = method.search->next();
        const LoadRun run = Load(method.rpc, rate);
        method.search->Tell(IsSustained(run));
        std::cerr << "load: " << method.name << ", " << rate
                  << " a second: " << (IsSustained(run) ? "kept up with" : "no")
                  << "\n";
      }
    }
    for (const MeasuredMethod& method : methods_) {
      if (method.search->found() > 0) continue;
      return absl::ResourceExhaustedError(
          absl::StrCat(method.name,
                       " does not keep up with the least load. Give fewer "
                       "--passages."));
    }
    return absl::OkStatus();
  }

  absl::Status LoadByHalf() {
    for (int turn = 0; turn < options_.turns; ++turn) {
      for (MeasuredMethod& method : methods_) {
        const LoadRun run = Load(method.rpc, method.HalfLoad());
        if (run.failed > 0) return run.first_failure;
        method.latencies += run;
      }
    }
    return absl::OkStatus();
  }

  absl::Status Describe(LoadReport* report) {
    FOOTNOTE_ASSIGN_OR_RETURN(const v1::CorpusStatus counts, server_.Count());
    report->set_data(options_.data);
    report->set_documents(counts.documents());
    report->set_passages(counts.passages());
    report->set_text_bytes(counts.text_bytes());
    report->set_questions(
        static_cast<uint32_t>(methods_.back().rpc.requests.size()));
    report->set_processors(std::thread::hardware_concurrency());
    report->set_threads(static_cast<uint32_t>(options_.threads));
    report->set_turns(static_cast<uint32_t>(options_.turns));
    report->set_seconds(options_.seconds);
    for (const MeasuredMethod& method : methods_) {
      MethodLoad* load = report->add_methods();
      load->set_method(method.name);
      load->set_sustained(method.search->found());
      *load->mutable_at_half() = Summarize(method.HalfLoad(), method.latencies);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<ImportLoad> AskDuringImport() {
    const MeasuredMethod& ask = methods_.back();
    std::vector<absl::Duration> without;
    std::vector<absl::Duration> during;
    Imported imported;
    for (int turn = 0; turn < options_.turns; ++turn) {
      const LoadRun run = Load(ask.rpc, ask.HalfLoad());
      if (run.failed > 0) return run.first_failure;
      without += run;
      FOOTNOTE_ASSIGN_OR_RETURN(const LoadRun beside,
                                LoadDuringImport(ask, &imported));
      during += beside;
    }
    ImportLoad load;
    *load.mutable_without() = Summarize(ask.HalfLoad(), std::move(without));
    *load.mutable_during() = Summarize(ask.HalfLoad(), std::move(during));
    load.set_documents_per_second(static_cast<double>(imported.documents) /
                                  absl::ToDoubleSeconds(imported.time));
    return load;
  }

  // Loads the server once an import is well under way: what it costs to start
  // a program is not the server's doing. Adds to `*imported`.
  absl::StatusOr<LoadRun> LoadDuringImport(const MeasuredMethod& ask,
                                           Imported* imported) {
    FOOTNOTE_ASSIGN_OR_RETURN(const v1::CorpusStatus before, server_.Count());
    const double editions = options_.seconds * kImportBytesPerSecond /
                            static_cast<double>(server_.EditionBytes());
    FOOTNOTE_ASSIGN_OR_RETURN(
        const auto import,
        server_.BeginImport(static_cast<size_t>(editions) + 1));
    const absl::Time begin = absl::Now();
    FOOTNOTE_RETURN_IF_ERROR(server_.AwaitMoreThan(before.documents()));
    LoadRun run = Load(ask.rpc, ask.HalfLoad());
    FOOTNOTE_ASSIGN_OR_RETURN(const v1::CorpusStatus last, server_.Count());
    imported->documents += last.documents() - before.documents();
    imported->time += absl::Now() - begin;
    import->Signal(SIGINT);
    if (import->Wait().exit_status == 0) {
      return absl::FailedPreconditionError(
          "The import ended before its turn; give fewer --seconds.");
    }
    if (run.failed > 0) return run.first_failure;
    return run;
  }

  const LoadOptions& options_;
  LoadedServer& server_;
  RpcCaller caller_;
  std::vector<MeasuredMethod> methods_;  // The questions come last.
  size_t called_ = 0;
  uint32_t turn_ = 0;
};

}  // namespace

absl::StatusOr<LoadReport> MeasureLoad(const LoadOptions& options) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Dataset dataset, ReadDatasetFiles(options.corpus, options.questions));
  if (dataset.documents.empty() || dataset.questions.empty()) {
    return absl::InvalidArgumentError(
        "There are no documents or no questions; name others by --data.");
  }
  std::vector<std::string> arguments = options.server_arguments;
  arguments.push_back(kNoRefusal);
  FOOTNOTE_ASSIGN_OR_RETURN(const auto server,
                            LoadedServer::Start(options.programs, arguments,
                                                std::move(dataset.documents)));
  FOOTNOTE_RETURN_IF_ERROR(server->Fill(options.passages));
  return Measuring(options, *server, dataset.questions).Run();
}

}  // namespace footnote::bench
