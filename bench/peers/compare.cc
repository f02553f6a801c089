#include "bench/peers/compare.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <numeric>
#include <utility>

#include "absl/strings/str_cat.h"
#include "bench/peers/engine_process.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr size_t kBest = 10;
constexpr double kMicrosecondsPerSecond = 1e6;

// The size of a file, or of all files in a folder.
uint64_t BytesAt(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) {
    return std::filesystem::file_size(path, error);
  }
  uint64_t bytes = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(path, error)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

bool AreEqual(const std::vector<Hit>& a, const std::vector<Hit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Hit& left, const Hit& right) {
                      return left.passage == right.passage &&
                             left.score == right.score;
                    });
}

// Returns which part of `best` is in `found`.
double OverlapOf(const std::vector<Hit>& best, const std::vector<Hit>& found) {
  if (best.empty()) return 1;
  const auto is_found = [&found](const Hit& hit) {
    return std::any_of(found.begin(), found.end(), [&hit](const Hit& other) {
      return other.passage == hit.passage;
    });
  };
  return static_cast<double>(
             std::count_if(best.begin(), best.end(), is_found)) /
         static_cast<double>(best.size());
}

// The engines on one corpus, under way.
class Contest {
 public:
  Contest(const CorpusLines& corpus, const std::vector<Contender>& contenders,
          const CompareOptions& options, std::string folder)
      : corpus_(corpus),
        contenders_(contenders),
        options_(options),
        folder_(std::move(folder)) {
    for (const Contender& contender : contenders_) {
      EngineFigures* figures = comparison_.add_engines();
      figures->set_name(contender.name);
      figures->set_questions_asked(static_cast<uint32_t>(
          contender.is_slow ? std::min<size_t>(options.slow_questions,
                                               corpus.questions.size())
                            : corpus.questions.size()));
    }
  }

  absl::StatusOr<Comparison> Run() {
    FOOTNOTE_RETURN_IF_ERROR(BuildAll());
    FOOTNOTE_RETURN_IF_ERROR(StartAll());
    FOOTNOTE_RETURN_IF_ERROR(WarmUp());
    for (uint32_t round = 0; round < options_.rounds; ++round) {
      std::cerr << "  round " << round + 1 << std::endl;
      FOOTNOTE_RETURN_IF_ERROR(AskAll(round));
    }
    FOOTNOTE_RETURN_IF_ERROR(LoadAll());
    comparison_.set_passages(corpus_.passage_count);
    comparison_.set_words(corpus_.words);
    comparison_.set_bytes(corpus_.bytes);
    comparison_.set_questions(static_cast<uint32_t>(corpus_.questions.size()));
    return std::move(comparison_);
  }

 private:
  EngineFigures& FiguresOf(size_t engine) {
    return *comparison_.mutable_engines(static_cast<int>(engine));
  }

  std::string IndexOf(size_t engine) const {
    return absl::StrCat(folder_, "/", contenders_[engine].index);
  }

  // Each index once, for all who share it.
  absl::Status BuildAll() {
    for (size_t i = 0; i < contenders_.size(); ++i) {
      const auto first = static_cast<size_t>(
          std::find_if(contenders_.begin(), contenders_.end(),
                       [&](const Contender& other) {
                         return other.index == contenders_[i].index;
                       }) -
          contenders_.begin());
      if (first == i) {
        std::cerr << "  " << contenders_[i].name << " builds" << std::endl;
        FOOTNOTE_ASSIGN_OR_RETURN(
            const double seconds,
            BuildIndex(contenders_[i].command, corpus_.passages, IndexOf(i)));
        FiguresOf(i).set_build_seconds(seconds);
      }
      FiguresOf(i).set_build_seconds(FiguresOf(first).build_seconds());
      FiguresOf(i).set_index_bytes(BytesAt(IndexOf(i)));
    }
    return absl::OkStatus();
  }

  absl::Status StartAll() {
    for (size_t i = 0; i < contenders_.size(); ++i) {
      FOOTNOTE_ASSIGN_OR_RETURN(
          processes_.emplace_back(),
          EngineProcess::Start(contenders_[i].command, IndexOf(i), kBest));
      FiguresOf(i).set_version(processes_[i]->version());
    }
    return absl::OkStatus();
  }

  absl::Status WarmUp() {
    for (size_t i = 0; i < contenders_.size(); ++i) {
      std::cerr << "  " << contenders_[i].name << " warms up" << std::endl;
      const uint32_t passes = contenders_[i].is_slow ? 1 : options_.warm_ups;
      for (uint32_t pass = 0; pass < passes; ++pass) {
        FOOTNOTE_RETURN_IF_ERROR(AskOnce(i));
      }
    }
    return absl::OkStatus();
  }

  // Asks an engine all its questions, and notes what it finds of the best.
  absl::Status AskOnce(size_t engine) {
    EngineFigures& figures = FiguresOf(engine);
    double overlap = 0;
    for (uint32_t j = 0; j < figures.questions_asked(); ++j) {
      FOOTNOTE_ASSIGN_OR_RETURN(const Finding finding, Ask(engine, j));
      overlap += OverlapOf(best_[j], finding.hits);
    }
    figures.set_overlap(overlap / figures.questions_asked());
    figures.set_is_exact(contenders_[engine].is_exact);
    return absl::OkStatus();
  }

  // Asks one question and checks what is found.
  absl::StatusOr<Finding> Ask(size_t engine, size_t question) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        Finding finding, processes_[engine]->Ask(corpus_.questions[question]));
    if (question == best_.size()) best_.push_back(finding.hits);
    if (contenders_[engine].is_exact &&
        !AreEqual(finding.hits, best_[question])) {
      return absl::DataLossError(
          absl::StrCat(contenders_[engine].name, " finds other passages than ",
                       contenders_[0].name, ": ", corpus_.questions[question]));
    }
    return finding;
  }

  absl::Status AskAll(uint32_t round) {
    for (uint32_t j = 0; j < corpus_.questions.size(); ++j) {
      for (size_t i = 0; i < contenders_.size(); ++i) {
        EngineFigures& figures = FiguresOf(i);
        if (j >= figures.questions_asked()) continue;
        if (round > 0 && contenders_[i].is_slow) continue;
        FOOTNOTE_ASSIGN_OR_RETURN(const Finding finding, Ask(i, j));
        figures.add_microseconds(finding.microseconds);
      }
    }
    return absl::OkStatus();
  }

  absl::Status LoadAll() {
    for (const uint32_t threads : options_.threads) {
      std::cerr << "  threads: " << threads << std::endl;
      for (size_t i = 0; i < contenders_.size(); ++i) {
        if (contenders_[i].is_loaded) {
          FOOTNOTE_RETURN_IF_ERROR(Load(i, threads));
        }
      }
    }
    for (size_t i = 0; i < contenders_.size(); ++i) {
      FOOTNOTE_ASSIGN_OR_RETURN(const ResidentMemory memory,
                                processes_[i]->Memory());
      FiguresOf(i).set_resident_bytes(memory.bytes);
      FiguresOf(i).set_file_bytes(memory.bytes_of_files);
    }
    return absl::OkStatus();
  }

  absl::Status Load(size_t engine, uint32_t threads) {
    EngineFigures& figures = FiguresOf(engine);
    const auto& times = figures.microseconds();
    const double mean =
        std::accumulate(times.begin(), times.end(), 0.0) / times.size();
    const auto count = static_cast<size_t>(
        threads *
        std::max(2.0, options_.load_seconds * kMicrosecondsPerSecond / mean));
    FOOTNOTE_ASSIGN_OR_RETURN(const double rate,
                              processes_[engine]->QuestionsPerSecond(
                                  threads, count, corpus_.questions_file));
    Throughput* throughput = figures.add_throughputs();
    throughput->set_threads(threads);
    throughput->set_questions_per_second(rate);
    return absl::OkStatus();
  }

  const CorpusLines& corpus_;
  const std::vector<Contender>& contenders_;
  const CompareOptions& options_;
  const std::string folder_;
  std::vector<std::unique_ptr<EngineProcess>> processes_;  // In their order.
  std::vector<std::vector<Hit>> best_;  // By the first, a question each.
  Comparison comparison_;
};

}  // namespace

absl::StatusOr<Comparison> Compare(const CorpusLines& corpus,
                                   const std::vector<Contender>& contenders,
                                   const CompareOptions& options,
                                   const std::string& folder) {
  if (corpus.questions.empty()) {
    return absl::InvalidArgumentError(
        "There is no question to ask. Give a corpus of more passages.");
  }
  return Contest(corpus, contenders, options, folder).Run();
}

}  // namespace footnote::bench
