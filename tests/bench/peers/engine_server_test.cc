#include "bench/peers/engine_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "bench/peers/corpus_lines.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using testing::TemporaryDirectory;

using Words = std::vector<std::string>;

// The engines that this program has, each with an index of the same corpus.
class EngineServerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto corpus = WriteGeneratedCorpus(3, 300, 10, folder_.path());
    ASSERT_TRUE(corpus.ok()) << corpus.status();
    corpus_ = *std::move(corpus);
  }

  absl::Status Build(const Engine& engine) {
    std::istringstream in;
    std::ostringstream out;
    return RunEngine(engine, {"build", corpus_.passages, IndexOf(engine)}, in,
                     out);
  }

  // Gives `orders` to an engine, and returns its answers.
  absl::StatusOr<std::string> Serve(const Engine& engine,
                                    const std::string& orders) {
    std::istringstream in(orders);
    std::ostringstream out;
    const absl::Status status =
        RunEngine(engine, {"serve", IndexOf(engine), "10"}, in, out);
    if (!status.ok()) return status;
    return out.str();
  }

  std::string IndexOf(const Engine& engine) const {
    return folder_.File(engine.name);
  }

  TemporaryDirectory folder_;
  CorpusLines corpus_;
};

// BM25 with Lucene's IDF, from the text alone.
class Truth {
 public:
  explicit Truth(const std::string& path) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      passages_.push_back(absl::StrSplit(line, ' '));
      words_ += static_cast<double>(passages_.back().size());
    }
  }

  // Returns the best ten passages with their scores, ties by number.
  std::vector<Hit> Best(const std::string& question) const {
    std::vector<Hit> hits;
    for (size_t i = 0; i < passages_.size(); ++i) hits.push_back({i + 1, 0});
    for (const std::string& word : Words(absl::StrSplit(question, ' '))) {
      AddScores(word, &hits);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
      return a.score > b.score;
    });
    hits.resize(10);
    return hits;
  }

 private:
  void AddScores(const std::string& word, std::vector<Hit>* hits) const {
    const auto n = static_cast<double>(passages_.size());
    std::vector<double> counts;
    double holding = 0;
    for (const Words& words : passages_) {
      counts.push_back(
          static_cast<double>(std::count(words.begin(), words.end(), word)));
      if (counts.back() > 0) ++holding;
    }
    const double idf = std::log(1 + (n - holding + 0.5) / (holding + 0.5));
    for (size_t i = 0; i < passages_.size(); ++i) {
      const double length =
          static_cast<double>(passages_[i].size()) / (words_ / n);
      (*hits)[i].score += idf * counts[i] * (1.2 + 1) /
                          (counts[i] + 1.2 * (0.25 + 0.75 * length));
    }
  }

  std::vector<Words> passages_;
  double words_ = 0;
};

TEST_F(EngineServerTest, FindsTheBestByEveryWayOfFootnote) {
  const Truth truth(corpus_.passages);
  for (const Engine& engine :
       {WarmEngine(), ColdEngine(), ExhaustiveEngine()}) {
    ASSERT_TRUE(Build(engine).ok());
    const auto index = engine.open(IndexOf(engine));
    ASSERT_TRUE(index.ok()) << index.status();
    const auto searcher = (*index)->NewSearcher(10);
    ASSERT_TRUE(searcher.ok()) << searcher.status();
    for (const std::string& question : corpus_.questions) {
      const auto found = (*searcher)->Find(question);
      ASSERT_TRUE(found.ok()) << found.status();
      const std::vector<Hit> best = truth.Best(question);
      ASSERT_EQ(found->size(), best.size());
      for (size_t i = 0; i < best.size(); ++i) {
        EXPECT_EQ((*found)[i].passage, best[i].passage) << engine.name;
        EXPECT_NEAR((*found)[i].score, best[i].score, 1e-9);
      }
    }
  }
}

TEST_F(EngineServerTest, AnswersLineByLine) {
  std::vector<Engine> engines = {WarmEngine(), Fts5Engine()};
  if (XapianEngine().open != nullptr) engines.push_back(XapianEngine());
  for (const Engine& engine : engines) {
    ASSERT_TRUE(Build(engine).ok());
    const auto answers = Serve(
        engine, absl::StrCat("ask ", corpus_.questions[0], "\nload 2 7 ",
                             corpus_.questions_file, "\nask nosuchword\n"));
    ASSERT_TRUE(answers.ok()) << answers.status();
    EXPECT_THAT(*answers, MatchesRegex("ready [0-9]+ [^\n]*\n"
                                       "found [0-9]+( [0-9]+:[0-9.e-]+){10}\n"
                                       "loaded [0-9]+\n"
                                       "found [0-9]+\n"))
        << engine.name;
  }
}

TEST_F(EngineServerTest, TellsWhatItCannotDo) {
  const Engine engine = WarmEngine();
  ASSERT_TRUE(Build(engine).ok());
  for (const std::string order :
       {"sing", "load 1 x y", "load 1", "load -1 2 file"}) {
    EXPECT_THAT(Serve(engine, order + "\n").status().message(),
                HasSubstr(order));
  }
  EXPECT_EQ(Serve(engine, "load 1 1 /no/such\n").status().code(),
            absl::StatusCode::kNotFound);
  std::istringstream in;
  std::ostringstream out;
  for (const Words& arguments :
       {Words{}, {"build", "a"}, {"serve", "a", "0"}, {"serve", "a", "ten"}}) {
    EXPECT_EQ(RunEngine(engine, arguments, in, out).code(),
              absl::StatusCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace footnote::bench
