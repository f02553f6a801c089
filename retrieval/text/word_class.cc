#include "retrieval/text/word_class.h"

#include "retrieval/text/letters.h"
#include "retrieval/text/number_words.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

// Longer words are neither function words nor numbers.
constexpr size_t kMaxKnownWord = 16;

}  // namespace

uint8_t WordClassesOf(absl::string_view word) {
  char buffer[kMaxKnownWord];
  const absl::string_view lower = LowerAscii(word, buffer, sizeof(buffer));
  if (!lower.empty() && IsStopWord(lower)) return kFunctionWord;
  const bool is_number =
      HasDigit(word) || (!lower.empty() && FindNumberWord(lower).has_value());
  return is_number ? kNumberWordClass : 0;
}

}  // namespace footnote
