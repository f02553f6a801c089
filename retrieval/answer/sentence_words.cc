#include "retrieval/answer/sentence_words.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/number_words.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

// Longer words are neither function words nor numbers.
constexpr size_t kMaxKnownWord = 16;

uint8_t ClassesOf(absl::string_view word) {
  char buffer[kMaxKnownWord];
  const absl::string_view lower = LowerAscii(word, buffer, sizeof(buffer));
  if (!lower.empty() && IsStopWord(lower)) return kFunctionWord;
  uint8_t classes = 0;
  const auto first = static_cast<unsigned char>(word.front());
  const bool is_capital =
      absl::ascii_isupper(first) ||
      (first >= 0x80 && IsUpper(CodePointAt(word, 0).value));
  if (is_capital) classes |= kCapitalWord;
  if (HasDigit(word) || (!lower.empty() && FindNumberWord(lower).has_value())) {
    classes |= kNumberWordClass;
  }
  return classes;
}

}  // namespace

SentenceWords ReadSentenceWords(const Candidate& candidate) {
  SentenceWords words;
  auto time = candidate.annotations.times.begin();
  for (const ByteRange& range : candidate.term_ranges) {
    uint8_t classes = ClassesOf(Slice(candidate.text, range));
    const uint32_t begin = candidate.range.begin + range.begin;
    while (time != candidate.annotations.times.end() &&
           time->range.end <= begin) {
      ++time;
    }
    if (time != candidate.annotations.times.end() &&
        time->range.begin <= begin) {
      classes |= kTimeWord;
    }
    words.classes.push_back(classes);
  }
  for (const TermHit& hit : candidate.hits) {
    words.classes[hit.position] |= kQuestionWord;
  }
  return words;
}

}  // namespace footnote
