#include "retrieval/question/question_words.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

QuestionWord ReadWord(absl::string_view question, ByteRange range) {
  QuestionWord word;
  word.range = range;
  const absl::string_view typed = Slice(question, range);
  word.lower = absl::AsciiStrToLower(typed);
  word.capital = IsUpper(CodePointAt(typed, 0).value);
  word.all_capitals =
      typed.size() > 1 &&
      std::none_of(typed.begin(), typed.end(), absl::ascii_islower) &&
      word.capital;
  for (absl::string_view ending : {"'s", "\u2019s"}) {
    if (!absl::EndsWith(word.lower, ending)) continue;
    word.lower.resize(word.lower.size() - ending.size());
    word.owns = true;
  }
  return word;
}

}  // namespace

QuestionWords::QuestionWords(absl::string_view question) : question_(question) {
  WordScanner scanner(question);
  uint32_t end = 0;
  for (Word found; scanner.Next(&found); end = found.range.end) {
    QuestionWord word = ReadWord(question, found.range);
    if (word.lower == "s" && !words_.empty()) {  // "Falk 's ship".
      words_.back().owns = true;
      words_.back().range.end = word.range.end;
      continue;
    }
    const absl::string_view gap =
        Slice(question, ByteRange{end, found.range.begin});
    word.joined = gap == "-" && !words_.empty();
    word.pause = gap.find_first_of(",;:?!()\"`") != absl::string_view::npos;
    words_.push_back(std::move(word));
  }
}

const QuestionWord& QuestionWords::operator[](size_t i) const {
  static const auto* const none = new QuestionWord;
  return i < size() ? words_[i] : *none;
}

bool QuestionWords::Is(size_t i, absl::string_view word) const {
  return (*this)[i].lower == word;
}

bool QuestionWords::IsOneOf(
    size_t i, std::initializer_list<absl::string_view> words) const {
  return std::find(words.begin(), words.end(), (*this)[i].lower) != words.end();
}

bool QuestionWords::IsBe(size_t i) const {
  return IsOneOf(i, {"is", "are", "was", "were", "s", "be", "been"});
}

bool QuestionWords::IsAuxiliary(size_t i) const {
  return IsBe(i) ||
         IsOneOf(i,
                 {"do",     "does",    "did",    "has",     "have",   "had",
                  "can",    "could",   "will",   "would",   "shall",  "should",
                  "may",    "might",   "must",   "am",      "isn't",  "aren't",
                  "wasn't", "weren't", "don't",  "doesn't", "didn't", "won't",
                  "can't",  "hasn't",  "haven't"});
}

bool QuestionWords::IsPreposition(size_t i) const {
  return IsOneOf(i, {"of",     "in",      "on",    "at",      "for",    "from",
                     "to",     "by",      "with",  "between", "about",  "into",
                     "during", "since",   "until", "under",   "over",   "than",
                     "behind", "through", "among", "after",   "before", "as"});
}

bool QuestionWords::IsQuestionWord(size_t i) const {
  return IsOneOf(i, {"who", "whom", "whose", "when", "where", "why", "how",
                     "what", "which", "whats"});
}

bool QuestionWords::HasFrom(
    size_t from, std::initializer_list<absl::string_view> words) const {
  for (size_t i = from; i < size(); ++i) {
    if (IsOneOf(i, words)) return true;
  }
  return false;
}

std::string QuestionWords::Typed(size_t begin, size_t end) const {
  end = std::min(end, size());
  if (begin >= end) return "";
  return std::string(Slice(question_, ByteRange{words_[begin].range.begin,
                                                words_[end - 1].range.end}));
}

}  // namespace footnote
