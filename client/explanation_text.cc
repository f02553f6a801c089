#include "client/explanation_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/markdown.h"

namespace footnote {
namespace {

// Nothing is nothing, whichever sign it has.
std::string Number(double value) {
  return absl::StrFormat("%.3f", value == 0 ? 0.0 : value);
}

// Returns `text` filled up with spaces, on the left for numbers.
std::string Cell(const std::string& text, int width, bool is_number) {
  const int missing = std::max(width - DisplayWidth(text), 0);
  const std::string spaces(static_cast<size_t>(missing), ' ');
  return is_number ? spaces + text : text + spaces;
}

std::string Aligned(const Table& table, int indent) {
  std::vector<int> widths(table.front().size());
  for (const auto& row : table) {
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
    }
  }
  std::string text;
  for (const auto& row : table) {
    std::vector<std::string> cells;
    for (size_t i = 0; i < row.size(); ++i) {
      cells.push_back(Cell(row[i], widths[i], i > 0));
    }
    absl::StrAppend(&text, std::string(static_cast<size_t>(indent), ' '),
                    absl::StrJoin(cells, "  "), "\n");
  }
  return text;
}

std::string MarkdownTable(const Table& table) {
  std::string text;
  for (size_t i = 0; i < table.size(); ++i) {
    std::vector<std::string> cells = table[i];
    cells.front() = EscapeMarkdown(cells.front());
    absl::StrAppend(&text, "| ", absl::StrJoin(cells, " | "), " |\n");
    if (i > 0) continue;
    absl::StrAppend(&text, "|---|");
    for (size_t j = 1; j < cells.size(); ++j) absl::StrAppend(&text, "--:|");
    absl::StrAppend(&text, "\n");
  }
  return text;
}

// Returns the least contribution, either way, that is shown by itself: a
// learned model has many that hardly count.
double LeastShown(const v1::SentenceExplanation& explanation) {
  constexpr size_t kMostShown = 12;
  std::vector<double> sizes;
  for (const v1::FeatureShare& share : explanation.features()) {
    sizes.push_back(std::abs(share.contribution()));
  }
  if (sizes.size() <= kMostShown) return 0;
  const auto last = sizes.begin() + (kMostShown - 1);
  std::nth_element(sizes.begin(), last, sizes.end(), std::greater<double>());
  return *last;
}

}  // namespace

Table FeatureTable(const v1::SentenceExplanation& explanation) {
  Table table = {{"feature", "value", "weight", "contribution"}};
  const double least = LeastShown(explanation);
  double sum = 0;
  double others = 0;
  int other_features = 0;
  for (const v1::FeatureShare& share : explanation.features()) {
    sum += share.contribution();
    if (std::abs(share.contribution()) < least) {
      others += share.contribution();
      ++other_features;
      continue;
    }
    table.push_back({Printable(share.feature()), Number(share.value()),
                     share.has_weight() ? Number(share.weight()) : "",
                     Number(share.contribution())});
  }
  if (other_features > 0) {
    table.push_back(
        {absl::StrCat(other_features, " others"), "", "", Number(others)});
  }
  table.push_back({"sum", "", "", Number(sum)});
  return table;
}

Table TermTable(const v1::PassageScore& passage) {
  Table table = {{"term", "IDF", "tf", "share"}};
  double sum = 0;
  for (const v1::TermScore& term : passage.terms()) {
    sum += term.score();
    table.push_back({Printable(term.term()),
                     Number(term.inverse_document_frequency()),
                     absl::StrCat(term.frequency()), Number(term.score())});
  }
  table.push_back({"sum", "", "", Number(sum)});
  return table;
}

std::string PassageScoreText(const v1::PassageScore& passage) {
  return absl::StrFormat(
      "passage bytes %d–%d, score %.3f, %d terms (mean %.1f)",
      passage.span().begin_byte(), passage.span().end_byte(), passage.score(),
      passage.term_count(), passage.average_term_count());
}

std::string RejectionText(v1::RejectionReason reason) {
  switch (reason) {
    case v1::REJECTION_REASON_NO_MATCH:
      return "it holds no term of the question";
    case v1::REJECTION_REASON_LOW_CONFIDENCE:
      return "the best sentence is too weak to answer";
    case v1::REJECTION_REASON_NEAR_DUPLICATE:
      return "a better one says the same in nearly the same words";
    case v1::REJECTION_REASON_MAX_SENTENCES:
      return "there were enough better ones";
    case v1::REJECTION_REASON_MAX_SENTENCES_PER_DOCUMENT:
      return "there were enough better ones of its document";
    case v1::REJECTION_REASON_ENTITY_NOT_FOUND:
      return "it is not about all that was named";
    case v1::REJECTION_REASON_OTHER_SPEAKER:
      return "the speaker who was named does not say it";
    case v1::REJECTION_REASON_OTHER_TIME:
      return "it speaks of no time in the window that was given";
    case v1::REJECTION_REASON_TYPE_NOT_FOUND:
      return "it holds no answer of the kind that was given";
    case v1::REJECTION_REASON_UNLIKELY:
      return "it hardly adds to the better ones";
    default:
      return "the server gave a reason that this program does not know";
  }
}

std::string ExplanationText(const v1::SentenceExplanation& explanation,
                            int indent) {
  std::string text;
  if (!explanation.features().empty()) {
    absl::StrAppend(&text, Aligned(FeatureTable(explanation), indent));
  }
  if (explanation.has_passage()) {
    absl::StrAppend(&text, std::string(static_cast<size_t>(indent), ' '),
                    PassageScoreText(explanation.passage()), "\n",
                    Aligned(TermTable(explanation.passage()), indent));
  }
  return text;
}

std::string ExplanationMarkdown(const v1::SentenceExplanation& explanation) {
  std::string text;
  if (!explanation.features().empty()) {
    absl::StrAppend(&text, MarkdownTable(FeatureTable(explanation)), "\n");
  }
  if (explanation.has_passage()) {
    absl::StrAppend(&text, "*", PassageScoreText(explanation.passage()),
                    "*\n\n", MarkdownTable(TermTable(explanation.passage())),
                    "\n");
  }
  return text;
}

}  // namespace footnote
