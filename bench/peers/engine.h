// What is compared: programs' ways to find the best passages.

#ifndef FOOTNOTE_BENCH_PEERS_ENGINE_H_
#define FOOTNOTE_BENCH_PEERS_ENGINE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace footnote::bench {

// The names by which Footnote's ways take part, and its peers.
inline constexpr char kWarm[] = "Footnote";
inline constexpr char kCold[] = "Footnote, cold";
inline constexpr char kExhaustive[] = "Footnote, exhaustive";
inline constexpr char kLucene[] = "Lucene";
inline constexpr char kTantivy[] = "Tantivy";
inline constexpr char kXapian[] = "Xapian";
inline constexpr char kFts5[] = "FTS5";

// The parameters of BM25 that all engines use: FTS5 and Tantivy have no others.
inline constexpr double kK1 = 1.2;
inline constexpr double kB = 0.75;

// A passage, the number of its line from 1, and its score.
struct Hit {
  uint64_t passage = 0;
  double score = 0;
};

// Looks for passages on one thread at a time.
class Searcher {
 public:
  virtual ~Searcher() = default;
  Searcher() = default;
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Returns the best passages that hold a word of `question`, best first.
  // Errors: those of the engine.
  virtual absl::StatusOr<std::vector<Hit>> Find(
      const std::string& question) = 0;
};

// An index that was opened. Thread-safe.
class OpenIndex {
 public:
  virtual ~OpenIndex() = default;
  OpenIndex() = default;
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;

  // Returns a searcher that finds `limit` passages at most; this object
  // outlives it. Errors: those of the engine.
  virtual absl::StatusOr<std::unique_ptr<Searcher>> NewSearcher(
      size_t limit) = 0;
};

// An engine of this program.
struct Engine {
  std::string name;
  std::string version;

  // Makes of the passages' file `corpus` the index `index`, a path where there
  // is nothing. Errors: those of the engine.
  absl::Status (*build)(const std::string& corpus, const std::string& index);

  // Opens what `build` made. Errors: those of the engine.
  absl::StatusOr<std::unique_ptr<OpenIndex>> (*open)(const std::string& index);
};

// FTS5: a table without content, merged into one segment, `ORDER BY rank`.
Engine Fts5Engine();

// Xapian, compacted. None of it but the name where it was not at hand when this
// program was built.
Engine XapianEngine();

// Footnote, in three ways: with the lists of the questions in memory; with
// nothing in memory, opening the index for each question; and scoring every
// passage that holds a word, with the lists in memory.
Engine WarmEngine();
Engine ColdEngine();
Engine ExhaustiveEngine();

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_ENGINE_H_
