#include "retrieval/answer/sentence_words.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

bool HasCapital(absl::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return absl::ascii_isupper(first) ||
         (first >= 0x80 && IsUpper(CodePointAt(word, 0).value));
}

void CountNew(SentenceWords* words) {
  for (size_t i = 0; i < words->classes.size(); ++i) {
    if (words->Is(i, kQuestionWord | kFunctionWord)) continue;
    const bool is_time = words->Is(i, kTimeWord);
    ++words->new_all;
    words->new_names += words->Is(i, kCapitalWord) && i > 0;
    words->new_times += is_time;
    words->new_numbers += words->Is(i, kNumberWordClass) && !is_time;
    words->new_others +=
        !words->Is(i, kCapitalWord | kNumberWordClass | kTimeWord);
  }
}

}  // namespace

SentenceWords ReadSentenceWords(const Candidate& candidate) {
  SentenceWords words;
  words.classes.assign(candidate.term_classes.begin(),
                       candidate.term_classes.end());
  auto time = candidate.annotations.times.begin();
  for (size_t i = 0; i < candidate.term_ranges.size(); ++i) {
    const ByteRange range = candidate.term_ranges[i];
    uint8_t& classes = words.classes[i];
    const absl::string_view word = Slice(candidate.text, range);
    if (classes != kFunctionWord && HasCapital(word)) classes |= kCapitalWord;
    const uint32_t begin = candidate.range.begin + range.begin;
    while (time != candidate.annotations.times.end() &&
           time->range.end <= begin) {
      ++time;
    }
    if (time != candidate.annotations.times.end() &&
        time->range.begin <= begin) {
      classes |= kTimeWord;
    }
  }
  for (const TermHit& hit : candidate.hits) {
    words.classes[hit.position] |= kQuestionWord;
  }
  CountNew(&words);
  return words;
}

}  // namespace footnote
