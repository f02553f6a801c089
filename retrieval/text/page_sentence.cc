#include "retrieval/text/page_sentence.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "retrieval/text/letters.h"

namespace footnote {

uint32_t AllKinds(const std::vector<PageWord>& words) {
  uint32_t kinds = 0;
  for (const PageWord& word : words) kinds |= word.kinds;
  return kinds;
}

size_t PageSentence::Count(uint32_t any_of) const {
  if (!Has(any_of)) return 0;
  return static_cast<size_t>(std::count_if(
      words.begin(), words.end(),
      [any_of](const PageWord& word) { return word.Is(any_of); }));
}

bool PageSentence::IsWord(size_t i, absl::string_view lower) const {
  return i < words.size() && absl::EqualsIgnoreCase(words[i].text, lower);
}

bool PageSentence::ReadsAt(
    size_t i, std::initializer_list<absl::string_view> lower) const {
  return std::all_of(
      lower.begin(), lower.end(),
      [this, &i](absl::string_view word) { return IsWord(i++, word); });
}

bool PageSentence::HasStop() const {
  size_t end = text.size();
  while (end > 0 && IsClosing(CodePointBefore(text, end).value)) {
    end -= CodePointBefore(text, end).size;
  }
  if (absl::EndsWith(text.substr(0, end), "...")) return false;
  return end > 0 && absl::string_view(".!?").find(text[end - 1]) !=
                        absl::string_view::npos;
}

bool PageSentence::IsQuoted() const {
  const char32_t first = CodePointAt(text, 0).value;
  if (first == '"' || first == '`' || first == 0x2018 || first == 0x201C) {
    return true;
  }
  const char32_t last = CodePointBefore(text, text.size()).value;
  return last == 0x201D && !absl::StrContains(text, "\u201C");
}

bool PageSentence::Tells() const { return IsQuoted() || Has(kNarrativeWord); }

absl::string_view PageSentence::Gap(size_t i) const {
  const size_t begin = words[i].end();
  const size_t end = i + 1 < words.size() ? words[i + 1].begin : text.size();
  return text.substr(begin, end - begin);
}

size_t PageSentence::LeadEnd(size_t limit) const {
  const size_t count = std::min(limit, words.size());
  for (size_t i = 0; i < count; ++i) {
    if (Gap(i).find_first_of(":|") != absl::string_view::npos) return i;
  }
  return words.size();
}

}  // namespace footnote
