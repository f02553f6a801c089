#include "retrieval/text/image_credits.h"

#include <algorithm>
#include <vector>

#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// The longest caption with a credit, and the longest credit, in words.
constexpr size_t kMaxCaption = 30;
constexpr size_t kMaxCredit = 14;

bool IsVerbless(const PageSentence& sentence) {
  return !sentence.Has(kVerbWord | kNarrativeWord);
}

bool IsCreditLead(const PageSentence& sentence) {
  return sentence.IsWord(0, "credit") || sentence.IsWord(0, "credits") ||
         sentence.IsWord(0, "courtesy");
}

// "Photo: AP", "Image Source : AP", "File photo: ...": the label may stand
// anywhere in a line without a verb, and at the beginning of any other.
bool HasLabel(const PageSentence& sentence) {
  if (sentence.words.size() > kMaxCaption || sentence.IsQuoted()) {
    return false;
  }
  constexpr size_t kMaxLead = 4;
  const bool anywhere = IsVerbless(sentence) && !sentence.HasStop();
  const size_t limit = anywhere ? sentence.words.size() : kMaxLead;
  bool image = false;
  for (size_t i = 0; i < limit && i < sentence.words.size(); ++i) {
    const PageWord& word = sentence.words[i];
    if (word.Is(kImageWord)) {
      image = true;
    } else if (!word.Is(kCreditWord)) {
      image = false;
      if (!anywhere) return false;
    }
    const bool colon = sentence.Gap(i).find(':') != absl::string_view::npos;
    const bool credit = i == 0 && IsCreditLead(sentence);
    if (colon && (image || credit)) return !sentence.Has(kNarrativeWord);
  }
  return false;
}

// "Photo by Jane Doe/Reuters", "Image courtesy of NASA", "Courtesy of NASA".
bool HasCreator(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (sentence.ReadsAt(0, {"image", "caption"}) && sentence.alone) return true;
  if (sentence.ReadsAt(0, {"courtesy", "of"}) && !sentence.HasStop() &&
      IsVerbless(sentence) && sentence.alone) {
    return true;
  }
  if (words.size() < 3 || words.size() > kMaxCredit) return false;
  if (!words[0].Is(kImageWord) || !IsVerbless(sentence)) return false;
  const size_t by = words[1].Is(kImageWord | kCreditWord) && words.size() > 3 &&
                            words[2].Is(kCreditWord)
                        ? 2
                        : 1;
  if (!words[by].Is(kCreditWord) || sentence.IsWord(by, "from")) return false;
  return words.back().capital || words.back().Is(kAgencyWord | kImageWord) ||
         sentence.IsWord(by, "courtesy");
}

// "(Reporting by Jane Doe in Tokyo; Editing by John Doe)".
bool NamesWriters(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 4 || !IsVerbless(sentence)) return false;
  const size_t first = sentence.IsWord(0, "additional") ? 1 : 0;
  const bool writes =
      sentence.IsWord(first, "reporting") ||
      sentence.IsWord(first, "editing") || sentence.IsWord(first, "writing") ||
      sentence.IsWord(first, "compiled") || sentence.IsWord(first, "edited");
  return writes && sentence.IsWord(first + 1, "by") && words[first + 2].capital;
}

// Returns the index of the first word in the brackets that `text` ends with, or
// the number of words if it does not.
size_t LastBracket(const PageSentence& sentence) {
  absl::string_view text = sentence.text;
  if (text.back() == '.') text.remove_suffix(1);
  if (text.empty() || (text.back() != ')' && text.back() != ']')) {
    return sentence.words.size();
  }
  const size_t open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == absl::string_view::npos) return sentence.words.size();
  const auto inside =
      std::find_if(sentence.words.begin(), sentence.words.end(),
                   [open](const PageWord& word) { return word.begin > open; });
  return static_cast<size_t>(inside - sentence.words.begin());
}

// "(Kyodo)" or "Leaders meet in Tokyo (AP Photo/Jane Doe)". A bracket that
// closes a sentence of prose is followed or preceded by the stop.
bool HasBracketedCredit(const PageSentence& sentence) {
  const auto& words = sentence.words;
  const size_t inside = LastBracket(sentence);
  if (inside == words.size() || words.size() - inside > kMaxCredit) {
    return false;
  }
  const auto first = words.begin() + static_cast<std::ptrdiff_t>(inside);
  const auto is = [](uint32_t kinds) {
    return [kinds](const PageWord& word) { return word.Is(kinds); };
  };
  if (std::any_of(first, words.end(), is(kVerbWord | kNarrativeWord))) {
    return false;
  }
  const bool image = std::any_of(first, words.end(), is(kImageWord));
  const bool agency = std::any_of(first, words.end(), is(kAgencyWord));
  if (inside == 0) {
    return image || IsCreditLead(sentence) || (agency && words.size() <= 6);
  }
  return (image || agency) && words.size() <= kMaxCaption &&
         sentence.text.back() != '.';
}

// "REUTERS/Jane Doe", "AFP/Getty Images", "File photo".
bool IsBareCredit(const PageSentence& sentence) {
  constexpr size_t kMaxBare = 8;
  const auto& words = sentence.words;
  if (words.size() > kMaxBare || !IsVerbless(sentence)) return false;
  if (sentence.text.back() == ':') return false;
  const bool named =
      std::all_of(words.begin(), words.end(), [](const PageWord& word) {
        return word.capital || word.digits ||
               word.Is(kAgencyWord | kImageWord | kCreditWord | kFunctionWord);
      });
  if (sentence.HasOnly(kImageWord | kCreditWord | kAgencyWord)) {
    return sentence.Has(kImageWord | kAgencyWord) &&
           (sentence.alone || words.size() >= 2);
  }
  const bool slash =
      sentence.text.find_first_of("/|") != absl::string_view::npos;
  return named && sentence.Has(kAgencyWord) &&
         (slash || sentence.Has(kImageWord)) && !sentence.HasStop();
}

}  // namespace

bool IsCredit(const PageSentence& sentence) {
  return HasLabel(sentence) || HasCreator(sentence) || NamesWriters(sentence) ||
         HasBracketedCredit(sentence) || IsBareCredit(sentence);
}

}  // namespace footnote
