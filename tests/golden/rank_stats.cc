#include "tests/golden/rank_stats.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace footnote::testing {
namespace {

// The sums of one way of ranking.
struct Totals {
  int first_right = 0;
  double reciprocal_ranks = 0;
  int answered = 0;  // Of the answerable.
  int silent = 0;    // Of the others.

  void Add(const Gold& gold, const Ranking& ranking) {
    if (gold.empty()) {
      silent += ranking.is_silent;
      return;
    }
    answered += !ranking.is_silent;
    const int rank = RightRank(gold, ranking.response.answer());
    first_right += rank == 1;
    reciprocal_ranks += rank == 0 ? 0 : 1.0 / rank;
  }
};

// Returns the rank of the first right sentence, `-` if there is none or none
// is known, and whether it is kept back.
std::string Cell(const Gold& gold, const Ranking& ranking) {
  const int rank = RightRank(gold, ranking.response.answer());
  return absl::StrCat(rank == 0 ? "-" : absl::StrCat(rank),
                      ranking.is_silent ? " silent" : "");
}

std::string Line(const std::string& learned, const std::string& plain,
                 const std::string& text) {
  return absl::StrFormat("%-10s%-10s%s\n", learned, plain, text);
}

std::string TotalLines(const Totals& learned, const Totals& plain,
                       int answerable, int others) {
  const auto of = [](int count, int all) {
    return absl::StrCat(count, "/", all);
  };
  const auto mean = [answerable](const Totals& totals) {
    return Rounded(totals.reciprocal_ranks / std::max(answerable, 1), 3);
  };
  return absl::StrCat(
      Line(of(learned.first_right, answerable),
           of(plain.first_right, answerable), "P@1"),
      Line(mean(learned), mean(plain), "MRR, of five sentences"),
      Line(of(learned.answered, answerable), of(plain.answered, answerable),
           "answered, of those that the documents answer"),
      Line(of(learned.silent, others), of(plain.silent, others),
           "silent, of the others"));
}

}  // namespace

std::string RankStats(const std::vector<GoldenQuestion>& questions,
                      const std::vector<Rankings>& rankings) {
  Totals learned;
  Totals plain;
  std::string answerable;
  std::string others;
  int answerable_count = 0;
  for (size_t i = 0; i < questions.size(); ++i) {
    const Gold& gold = questions[i].gold;
    learned.Add(gold, rankings[i].learned);
    plain.Add(gold, rankings[i].plain);
    answerable_count += gold.empty() ? 0 : 1;
    absl::StrAppend(
        gold.empty() ? &others : &answerable,
        Line(Cell(gold, rankings[i].learned), Cell(gold, rankings[i].plain),
             questions[i].question.text()));
  }
  const int other_count = static_cast<int>(questions.size()) - answerable_count;
  return absl::StrCat(Line("learned", "plain", "measure"),
                      TotalLines(learned, plain, answerable_count, other_count),
                      "\nRank of the first right sentence\n", answerable,
                      "\nNot in the documents\n", others);
}

}  // namespace footnote::testing
