#include <fstream>
#include <utility>

#include "absl/strings/str_split.h"
#include "bench/passage_index.h"
#include "bench/peers/engine.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

// Of memory for lists, more than there is.
constexpr size_t kUnbounded = size_t{1} << 40;

Bm25Parameters Parameters() {
  Bm25Parameters parameters;
  parameters.k1 = kK1;
  parameters.b = kB;
  return parameters;
}

absl::Status Build(const std::string& corpus, const std::string& index) {
  std::ifstream passages(corpus);
  return WritePassages(index, [&passages](std::string* text) {
    return static_cast<bool>(std::getline(passages, *text));
  });
}

std::vector<Hit> HitsOf(const std::vector<ScoredPassage>& best) {
  std::vector<Hit> hits;
  for (const ScoredPassage& scored : best) {
    hits.push_back({scored.passage, scored.score});
  }
  return hits;
}

using Finder = decltype(&PassageSnapshot::FindBest);

// Keeps its lists in memory. All searchers share them.
class WarmSearcher : public Searcher {
 public:
  WarmSearcher(std::unique_ptr<PassageSnapshot> snapshot, Finder find,
               size_t limit)
      : snapshot_(std::move(snapshot)), find_(find), limit_(limit) {}

  absl::StatusOr<std::vector<Hit>> Find(const std::string& question) override {
    FOOTNOTE_ASSIGN_OR_RETURN(
        const auto best,
        ((*snapshot_).*find_)(absl::StrSplit(question, ' '), limit_));
    return HitsOf(best);
  }

 private:
  std::unique_ptr<PassageSnapshot> snapshot_;
  const Finder find_;
  const size_t limit_;
};

class WarmIndex : public OpenIndex {
 public:
  WarmIndex(const std::string& path, Finder find)
      : path_(path),
        find_(find),
        postings_(std::make_shared<PostingCache>(kUnbounded), Parameters()) {}

  absl::StatusOr<std::unique_ptr<Searcher>> NewSearcher(size_t limit) override {
    FOOTNOTE_ASSIGN_OR_RETURN(auto snapshot,
                              PassageSnapshot::Open(path_, postings_));
    return std::make_unique<WarmSearcher>(std::move(snapshot), find_, limit);
  }

 private:
  const std::string path_;
  const Finder find_;
  CorpusPostings postings_;
};

// Opens the index for each question, with nothing in memory.
class ColdSearcher : public Searcher {
 public:
  ColdSearcher(const std::string& path, size_t limit)
      : path_(path), limit_(limit) {}

  absl::StatusOr<std::vector<Hit>> Find(const std::string& question) override {
    CorpusPostings postings(std::make_shared<PostingCache>(0), Parameters());
    FOOTNOTE_ASSIGN_OR_RETURN(const auto snapshot,
                              PassageSnapshot::Open(path_, postings));
    FOOTNOTE_ASSIGN_OR_RETURN(
        const auto best,
        snapshot->FindBest(absl::StrSplit(question, ' '), limit_));
    return HitsOf(best);
  }

 private:
  const std::string path_;
  const size_t limit_;
};

class ColdIndex : public OpenIndex {
 public:
  explicit ColdIndex(const std::string& path) : path_(path) {}

  absl::StatusOr<std::unique_ptr<Searcher>> NewSearcher(size_t limit) override {
    return std::make_unique<ColdSearcher>(path_, limit);
  }

 private:
  const std::string path_;
};

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenWarm(const std::string& index) {
  return std::make_unique<WarmIndex>(index, &PassageSnapshot::FindBest);
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenExhaustive(
    const std::string& index) {
  return std::make_unique<WarmIndex>(index, &PassageSnapshot::ScoreAll);
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenCold(const std::string& index) {
  return std::make_unique<ColdIndex>(index);
}

}  // namespace

Engine WarmEngine() { return {kWarm, "", Build, OpenWarm}; }
Engine ColdEngine() { return {kCold, "", Build, OpenCold}; }
Engine ExhaustiveEngine() { return {kExhaustive, "", Build, OpenExhaustive}; }

}  // namespace footnote::bench
