#include "tests/golden/ranking_text.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace footnote::testing {
namespace {

constexpr size_t kShares = 3;
constexpr size_t kBeginning = 60;  // Code points.

// Returns the first code points of `text`, on one line.
std::string Beginning(absl::string_view text) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(text, absl::ByAnyChar(" \t\r\n"), absl::SkipEmpty());
  std::string line = absl::StrJoin(words, " ");
  size_t begun = 0;
  const auto end = std::find_if(line.begin(), line.end(), [&begun](char c) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    begun += continues ? 0 : 1;
    return begun > kBeginning;
  });
  line.erase(end, line.end());
  return line;
}

std::string PlaceOf(const v1::CitedSentence& sentence) {
  return absl::StrCat(sentence.citation().document_id(), "#",
                      sentence.citation().sentence_index());
}

// Returns the rank of the sentence at `place` from 1, or `-`.
std::string RankOf(const std::string& place, const v1::Answer& answer) {
  for (int i = 0; i < answer.sentences_size(); ++i) {
    if (PlaceOf(answer.sentences(i)) == place) return absl::StrCat(i + 1);
  }
  return "-";
}

// Returns the features that moved the score of `sentence` most, up or down.
std::string MainShares(const v1::CitedSentence& sentence) {
  std::vector<std::pair<double, std::string>> shares;
  for (const v1::FeatureShare& share : sentence.explanation().features()) {
    // What every sentence has, and what is left of the addition.
    if (share.feature() == "base" || share.feature() == "rounding") continue;
    const std::string text = Rounded(share.contribution(), 2);
    const double rounded = std::stod(text);
    if (rounded == 0) continue;
    shares.emplace_back(
        -std::abs(rounded),
        absl::StrCat(share.feature(), rounded > 0 ? " +" : " ", text));
  }
  std::sort(shares.begin(), shares.end());
  shares.resize(std::min(shares.size(), kShares));
  if (shares.empty()) return "no feature moved it";
  return absl::StrJoin(shares, ", ", [](std::string* out, const auto& share) {
    out->append(share.second);
  });
}

// Returns the line of the sentence at `index`: its rank, place and score.
std::string SentenceLine(const Gold& gold, const v1::Answer& answer,
                         int index) {
  const v1::CitedSentence& sentence = answer.sentences(index);
  v1::Answer alone;
  *alone.add_sentences() = sentence;
  return absl::StrFormat("%2d%c %s %s", index + 1,
                         RightRank(gold, alone) == 1 ? '*' : ' ',
                         PlaceOf(sentence), Rounded(sentence.score(), 3));
}

// Returns the line that says how sure `ranking` is.
std::string Headline(absl::string_view name, const Ranking& ranking) {
  const v1::Answer& answer = ranking.response.answer();
  return absl::StrCat(
      "\n", name, ": ",
      answer.has_confidence()
          ? absl::StrCat("confidence ", Rounded(answer.confidence(), 2))
          : "no confidence",
      ranking.is_silent ? ", silent\n" : ", answers\n");
}

}  // namespace

std::string RankingText(const GoldenQuestion& asked, const Rankings& rankings) {
  const v1::AskResponse& response = rankings.learned.response;
  const v1::Answer& learned = response.answer();
  const v1::Answer& plain = rankings.plain.response.answer();
  std::string text =
      absl::StrCat(asked.question.text(), "\n",
                   v1::AnswerType_Name(response.interpretation().answer_type()),
                   asked.gold.empty() ? ", not in the documents\n" : "\n",
                   Headline("learned", rankings.learned));
  for (int i = 0; i < learned.sentences_size(); ++i) {
    const v1::CitedSentence& sentence = learned.sentences(i);
    absl::StrAppend(&text, SentenceLine(asked.gold, learned, i), " (plain ",
                    RankOf(PlaceOf(sentence), plain), ")\n    ",
                    Beginning(sentence.text()), "\n    ", MainShares(sentence),
                    "\n");
  }
  absl::StrAppend(&text, Headline("plain", rankings.plain));
  for (int i = 0; i < plain.sentences_size(); ++i) {
    absl::StrAppend(&text, SentenceLine(asked.gold, plain, i), "\n    ",
                    Beginning(plain.sentences(i).text()), "\n");
  }
  return text;
}

std::string Rounded(double value, int digits) {
  const double unit = std::pow(10, digits);
  // A zero is added to make -0 a 0.
  return absl::StrFormat("%.*f", digits, std::round(value * unit) / unit + 0.0);
}

}  // namespace footnote::testing
