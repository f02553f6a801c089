#include "retrieval/text/stray_headlines.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/list_labels.h"
#include "retrieval/text/page_words.h"

namespace footnote {
namespace {

// The words of a headline.
constexpr size_t kMinHeadline = 5;
constexpr size_t kMaxHeadline = 18;

// From this many words on a line in title case is a headline and no heading.
constexpr size_t kLongHeadline = 8;

// The shortest paragraph and the longest headline, in bytes.
constexpr size_t kMinParagraph = 80;
constexpr size_t kMaxHeadlineBytes = 160;

// How many letters of a word tell it from others, so that its inflected forms
// count as one word.
constexpr size_t kStem = 6;

using Stems = absl::flat_hash_set<std::string>;

std::string StemOf(absl::string_view word) {
  word = word.substr(0, word.find_first_of("'\xE2"));
  std::string stem = absl::AsciiStrToLower(word.substr(0, kStem));
  if (stem.size() > 3 && stem.back() == 's') stem.pop_back();
  return stem;
}

bool HasContent(const PageWord& word) {
  constexpr uint32_t kEmpty = kFunctionWord | kVerbWord | kReaderWord;
  return word.digits || (word.text.size() >= 3 && !word.Is(kEmpty));
}

Stems ContentOf(const std::vector<PageWord>& words) {
  Stems stems;
  for (const PageWord& word : words) {
    if (HasContent(word)) stems.insert(StemOf(word.text));
  }
  return stems;
}

// A line with its words, as far as a headline has any.
struct Headline {
  absl::string_view text;
  std::vector<PageWord> words;
};

bool IsParagraph(absl::string_view line) {
  return line.size() >= kMinParagraph &&
         line.find_last_of(".!?") != absl::string_view::npos;
}

// Returns whether nearly every longer word of `headline` begins with a capital.
bool IsTitleCase(const Headline& headline) {
  size_t longer = 0;
  size_t capitals = 0;
  for (const PageWord& word : headline.words) {
    if (word.text.size() < 4 || word.Is(kFunctionWord) || word.digits) continue;
    ++longer;
    if (word.capital) ++capitals;
  }
  return longer >= 3 && capitals * 5 >= longer * 4;
}

// Returns whether it looks like a headline rather than a heading.
bool HasHeadlineMark(const Headline& headline) {
  const bool figure =
      std::any_of(headline.words.begin(), headline.words.end(),
                  [](const PageWord& word) { return word.digits; });
  return figure || headline.words.size() >= kLongHeadline ||
         headline.text.find_first_of(":|?") != absl::string_view::npos;
}

// The words of an article by the lines that hold them.
class ArticleWords {
 public:
  explicit ArticleWords(const std::vector<absl::string_view>& lines) {
    constexpr size_t kMaxLineWords = 400;
    std::vector<PageWord> words;
    for (absl::string_view line : lines) {
      ReadPageWords(line, kMaxLineWords, words);
      lines_.push_back(ContentOf(words));
      for (const std::string& stem : lines_.back()) ++line_counts_[stem];
      if (IsParagraph(line)) ++paragraphs_;
    }
  }

  // Returns whether no line but one holds `stem`.
  bool IsAlien(const std::string& stem) const {
    const auto found = line_counts_.find(stem);
    return found == line_counts_.end() || found->second <= 1;
  }

  // Returns whether the article speaks of `stem` throughout.
  bool IsCommon(const std::string& stem) const {
    const auto found = line_counts_.find(stem);
    return found != line_counts_.end() && found->second * 5 >= paragraphs_ * 2;
  }

  // Returns whether line `i` holds `stem`.
  bool Holds(size_t i, const std::string& stem) const {
    return i < lines_.size() && lines_[i].contains(stem);
  }

 private:
  std::vector<Stems> lines_;
  absl::flat_hash_map<std::string, size_t> line_counts_;
  size_t paragraphs_ = 0;
};

// Returns whether line `i` shares a word with the paragraphs around it that the
// article does not use throughout.
bool IsAnnouncing(const ArticleWords& article, size_t i, const Stems& stems) {
  return std::any_of(
      stems.begin(), stems.end(), [&article, i](const std::string& stem) {
        if (article.IsCommon(stem)) return false;
        return article.Holds(i - 1, stem) || article.Holds(i + 1, stem);
      });
}

// Returns how many names that only this line holds stand behind its first word.
size_t AlienNames(const ArticleWords& article, const Headline& headline) {
  return static_cast<size_t>(
      std::count_if(headline.words.begin() + 1, headline.words.end(),
                    [&article](const PageWord& word) {
                      return word.capital && HasContent(word) &&
                             article.IsAlien(StemOf(word.text));
                    }));
}

bool IsStray(const ArticleWords& article, size_t i, const Headline& headline) {
  const Stems stems = ContentOf(headline.words);
  const auto alien = static_cast<size_t>(std::count_if(
      stems.begin(), stems.end(),
      [&article](const std::string& stem) { return article.IsAlien(stem); }));
  if (alien < 2 || IsAnnouncing(article, i, stems)) return false;
  if (IsTitleCase(headline)) {
    return HasHeadlineMark(headline) && alien * 2 >= stems.size();
  }
  return alien * 4 >= stems.size() * 3 && AlienNames(article, headline) >= 2;
}

// Returns whether `line` ends in a mark that headlines do not end in.
bool EndsLikeProse(absl::string_view line) {
  while (!line.empty() && IsClosing(CodePointBefore(line, line.size()).value)) {
    line.remove_suffix(CodePointBefore(line, line.size()).size);
  }
  return line.empty() || absl::string_view(".!:;,").find(line.back()) !=
                             absl::string_view::npos;
}

// Returns line `i` if by its form and its neighbours it may be a headline.
std::optional<Headline> CandidateAt(const std::vector<absl::string_view>& lines,
                                    size_t i) {
  const absl::string_view line = lines[i];
  if (line.size() > kMaxHeadlineBytes || EndsLikeProse(line) ||
      ListLabelAt(line, 0).has_value()) {
    return std::nullopt;
  }
  if (!IsParagraph(lines[i - 1]) || !IsParagraph(lines[i + 1])) {
    return std::nullopt;
  }
  Headline headline{.text = line, .words = {}};
  ReadPageWords(line, kMaxHeadline + 1, headline.words);
  const size_t count = headline.words.size();
  if (count < kMinHeadline || count > kMaxHeadline) return std::nullopt;
  return headline;
}

}  // namespace

std::vector<size_t> FindStrayHeadlines(
    const std::vector<absl::string_view>& lines) {
  std::vector<size_t> strays;
  std::optional<ArticleWords> article;
  for (size_t i = 1; i + 1 < lines.size(); ++i) {
    const std::optional<Headline> headline = CandidateAt(lines, i);
    if (!headline.has_value()) continue;
    if (!article.has_value()) article.emplace(lines);
    if (IsStray(*article, i, *headline)) strays.push_back(i);
  }
  return strays;
}

}  // namespace footnote
