#include "retrieval/text/boilerplate.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/image_credits.h"
#include "retrieval/text/page_sentence.h"
#include "retrieval/text/page_stamps.h"
#include "retrieval/text/page_words.h"
#include "retrieval/text/reader_prompts.h"
#include "retrieval/text/site_notices.h"
#include "retrieval/text/stray_headlines.h"

namespace footnote {
namespace {

// What is longer than this is prose, in bytes and in words.
constexpr size_t kMaxBytes = 400;
constexpr size_t kMaxWords = 48;

// The lines at either end of a document where bylines stand.
constexpr size_t kEdgeLines = 4;

// The longest headline that may be repeated, in bytes; the longest caption
// before a credit, in words, and the longest that is one in spite of a stop.
constexpr size_t kMaxHeadlineBytes = 200;
constexpr size_t kMaxFragmentWords = 6;
constexpr size_t kMaxCaptionWords = 16;

// Sentences [first, last) of one line of the text.
struct Line {
  size_t first = 0;
  size_t last = 0;

  size_t size() const { return last - first; }
};

// Finds the boilerplate of one document.
class Page {
 public:
  Page(absl::string_view text, const std::vector<ByteRange>& sentences)
      : text_(text), sentences_(sentences), marks_(sentences.size(), false) {
    for (size_t i = 0; i < sentences_.size(); ++i) {
      if (i == 0 || BeginsLine(i)) lines_.push_back({i, i});
      lines_.back().last = i + 1;
    }
  }

  std::vector<bool> Find(absl::string_view title) && {
    for (size_t line = 0; line < lines_.size(); ++line) MarkFurniture(line);
    MarkTitle(title);
    MarkRepetitions();
    MarkStrayHeadlines();
    return std::move(marks_);
  }

 private:
  bool BeginsLine(size_t i) const {
    const absl::string_view gap = text_.substr(
        sentences_[i - 1].end, sentences_[i].begin - sentences_[i - 1].end);
    return std::any_of(gap.begin(), gap.end(),
                       [](char c) { return c >= '\n' && c <= '\r'; });
  }

  absl::string_view TextOf(size_t i) const {
    return Slice(text_, sentences_[i]);
  }

  absl::string_view TextOf(const Line& line) const {
    return Slice(text_,
                 {sentences_[line.first].begin, sentences_[line.last - 1].end});
  }

  // Returns whether sentence `i` has its line to itself, or shares it with a
  // brief question in front of it ("Already a member? Log in").
  bool IsAlone(const Line& line, size_t i) const {
    if (line.size() != 2 || i == line.first) return line.size() == 1;
    return IsBriefQuestion(TextOf(line.first));
  }

  static bool IsBriefQuestion(absl::string_view text) {
    constexpr size_t kMaxQuestionBytes = 40;
    return text.back() == '?' && text.size() <= kMaxQuestionBytes;
  }

  PageSentence SentenceAt(size_t line, size_t i) const {
    return {.text = TextOf(i),
            .words = words_,
            .alone = IsAlone(lines_[line], i),
            .at_edge = line < kEdgeLines || line + kEdgeLines >= lines_.size(),
            .kinds = AllKinds(words_)};
  }

  // Marks what is furniture by itself, and captions that share the line of a
  // credit.
  void MarkFurniture(size_t line) {
    const Line& at = lines_[line];
    bool credited = false;
    for (size_t i = at.first; i < at.last; ++i) {
      if (sentences_[i].size() > kMaxBytes) continue;
      ReadPageWords(TextOf(i), kMaxWords + 1, words_);
      if (words_.size() > kMaxWords) continue;
      const PageSentence sentence = SentenceAt(line, i);
      const bool credit = !words_.empty() && IsCredit(sentence);
      marks_[i] = words_.empty() || credit || IsFurniture(sentence);
      credited = credited || (credit && i + 1 == at.last && at.size() > 1);
    }
    if (credited) MarkCaption(line);
    const bool lures = at.size() == 2 && marks_[at.first + 1] &&
                       IsBriefQuestion(TextOf(at.first));
    if (lures) marks_[at.first] = true;
  }

  static bool IsFurniture(const PageSentence& sentence) {
    return IsPrompt(sentence) || IsPointer(sentence) ||
           IsLegalNotice(sentence) || IsWidgetError(sentence) ||
           IsStamp(sentence);
  }

  // Marks what stands on a line before its credit if it is a headline or a
  // fragment. A caption that is a whole sentence stays.
  void MarkCaption(size_t line) {
    const Line& at = lines_[line];
    if (at.size() != 2) return;
    ReadPageWords(TextOf(at.first), kMaxCaptionWords + 1, words_);
    if (words_.empty() || words_.size() > kMaxCaptionWords) return;
    const PageSentence sentence = SentenceAt(line, at.first);
    size_t small = 0;
    for (const PageWord& word : words_) {
      const bool content = !word.Is(kFunctionWord) && word.text.size() >= 4;
      if (content && !word.capital && !word.digits) ++small;
    }
    const bool brief = words_.size() <= kMaxFragmentWords;
    const bool fragment = (brief || !sentence.HasStop()) &&
                          !sentence.Has(kVerbWord | kNarrativeWord);
    if (small <= 1 || fragment) marks_[at.first] = true;
  }

  // Returns the letters and digits of `text` in lower case; other scripts'
  // bytes are kept.
  static std::string Fold(absl::string_view text) {
    std::string folded;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (absl::ascii_isalnum(byte) || (byte >= 0x80 && byte < 0xE2)) {
        folded.push_back(absl::ascii_tolower(byte));
      }
    }
    return folded;
  }

  void MarkLine(const Line& line) {
    std::fill(marks_.begin() + static_cast<std::ptrdiff_t>(line.first),
              marks_.begin() + static_cast<std::ptrdiff_t>(line.last), true);
  }

  // Marks the lines that are `title`, with or without the site's name behind
  // it.
  void MarkTitle(absl::string_view title) {
    const std::string whole = Fold(title);
    if (whole.empty()) return;
    const size_t site = std::min(
        {title.rfind(" | "), title.rfind(" - "), title.rfind(" \u2013 ")});
    const std::string part = Fold(title.substr(0, site));
    for (const Line& line : lines_) {
      const absl::string_view text = TextOf(line);
      if (text.size() > 2 * title.size() + 8) continue;
      const std::string folded = Fold(text);
      if (folded == whole || folded == part) MarkLine(line);
    }
  }

  // Marks headlines that stood on an earlier line already.
  void MarkRepetitions() {
    absl::flat_hash_set<std::string> seen;
    for (const Line& line : lines_) {
      const absl::string_view text = TextOf(line.first);
      if (text.size() > kMaxHeadlineBytes) continue;
      const bool stop = text.back() == '.' || text.back() == '!' ||
                        text.back() == '?' || text.back() == '"';
      if (stop && !marks_[line.first]) continue;
      ReadPageWords(text, kMaxWords, words_);
      if (words_.size() < 3) continue;
      const std::string folded = Fold(text);
      const bool repeated = line.size() == 1 && !stop && seen.contains(folded);
      if (repeated) MarkLine(line);
      seen.insert(folded);
    }
  }

  void MarkStrayHeadlines() {
    std::vector<absl::string_view> texts;
    std::vector<Line> kept;
    for (const Line& line : lines_) {
      if (line.size() == 1 && marks_[line.first]) continue;
      texts.push_back(TextOf(line));
      kept.push_back(line);
    }
    for (const size_t i : FindStrayHeadlines(texts)) {
      if (kept[i].size() == 1) MarkLine(kept[i]);
    }
  }

  absl::string_view text_;
  const std::vector<ByteRange>& sentences_;
  std::vector<bool> marks_;  // One a sentence.
  std::vector<Line> lines_;
  std::vector<PageWord> words_;  // Of the sentence looked at; reused.
};

}  // namespace

std::vector<bool> FindBoilerplate(absl::string_view text,
                                  absl::string_view title,
                                  const std::vector<ByteRange>& sentences) {
  return Page(text, sentences).Find(title);
}

}  // namespace footnote
