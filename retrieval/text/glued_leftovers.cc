#include "retrieval/text/glued_leftovers.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "retrieval/text/abbreviations.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/page_words.h"

namespace footnote {
namespace {

// How much of a block is looked at, in bytes and words.
constexpr size_t kWindow = 400;
constexpr size_t kMaxWords = 40;

// The fewest words that a sentence behind a leftover has.
constexpr size_t kMinSentenceWords = 6;

// The longest credit in brackets, in bytes.
constexpr size_t kMaxCredit = 120;

using Words = std::vector<PageWord>;

// Returns whether a word that is not of the page begins a sentence at index
// `i`: a capital, and enough words behind it.
bool MayBeginAt(const Words& words, size_t i) {
  return i < words.size() && words.size() - i >= kMinSentenceWords &&
         words[i].capital;
}

size_t BracketedCreditEnd(absl::string_view block, const Words& words) {
  if (block[0] != '(' && block[0] != '[') return 0;
  const size_t close =
      block.substr(0, kMaxCredit).find(block[0] == '(' ? ')' : ']');
  if (close == absl::string_view::npos) return 0;
  const auto behind =
      std::find_if(words.begin(), words.end(),
                   [close](const PageWord& w) { return w.begin > close; });
  const bool credits =
      std::any_of(words.begin(), behind,
                  [](const PageWord& w) { return w.Is(kImageWord); }) &&
      std::none_of(words.begin(), behind, [](const PageWord& w) {
        return w.Is(kNarrativeWord | kVerbWord);
      });
  const auto index = static_cast<size_t>(behind - words.begin());
  if (!credits || !MayBeginAt(words, index)) return 0;
  const size_t begin = SkipWhiteSpace(block, close + 1);
  return begin == words[index].begin || IsOpening(block[begin]) ? close + 1 : 0;
}

// Two buttons in a row, or one advertisement mark before a sentence's first
// word.
size_t ButtonsEnd(const Words& words) {
  size_t count = 0;
  while (count < words.size() && words[count].capital &&
         words[count].Is(kControlWord | kSiteWord)) {
    ++count;
  }
  if (count == 0 || !MayBeginAt(words, count)) return 0;
  const bool row =
      count >= 2 && words[0].Is(kControlWord) && words[1].Is(kControlWord);
  const bool mark =
      count == 1 && absl::AsciiStrToLower(words[0].text) == "advertisement";
  if (row || mark) return words[count - 1].end();
  return 0;
}

// "Updated: January 24, 2025 9:30 AM IST" and the like.
size_t TimestampEnd(const Words& words) {
  if (words.size() < 2 || !words[0].Is(kTimeWord) || words[0].digits) return 0;
  size_t count = 0;
  bool digits = false;
  while (count < words.size() &&
         (words[count].digits || words[count].Is(kTimeWord))) {
    digits = digits || words[count].digits;
    ++count;
  }
  const absl::string_view first = words[0].text;
  const bool labelled = first == "Updated" || first == "Published" ||
                        first == "Posted" || first == "Last" ||
                        first == "Modified" || first == "Date" ||
                        first == "date";
  if (!labelled || !digits || !MayBeginAt(words, count)) return 0;
  return words[count - 1].end();
}

bool IsAllCapitals(absl::string_view word) {
  return word.size() >= 3 && std::none_of(word.begin(), word.end(), [](char c) {
           return absl::ascii_islower(static_cast<unsigned char>(c));
         });
}

// "By Jane Doe TOKYO (AP) — ..."
size_t BylineEnd(absl::string_view block, const Words& words) {
  if (words.size() < 4 || (words[0].text != "By" && words[0].text != "BY")) {
    return 0;
  }
  for (size_t i = 3; i <= 5 && MayBeginAt(words, i); ++i) {
    if (!words[i - 1].capital) return 0;
    const bool dateline = IsAllCapitals(words[i].text) &&
                          !IsAllCapitals(words[i - 1].text) &&
                          block.substr(words[i].end(), 2) == " (";
    if (dateline) return words[i - 1].end();
  }
  return 0;
}

// "Image Source: AP The minister ..."
size_t CreditEnd(absl::string_view block, const Words& words) {
  if (words.empty() || !words[0].Is(kImageWord)) return 0;
  const size_t colon = block.substr(0, kMaxCredit).find(':');
  size_t i = 1;
  while (i < words.size() && words[i].begin < colon &&
         words[i].Is(kCreditWord | kImageWord)) {
    ++i;
  }
  if (colon == absl::string_view::npos || i == words.size() ||
      words[i].begin < colon) {
    return 0;
  }
  const size_t source = i;
  while (i < words.size() && words[i].Is(kAgencyWord | kImageWord)) ++i;
  if (i == source || !MayBeginAt(words, i)) return 0;
  return IsSentenceStarter(words[i].text) ? words[i - 1].end() : 0;
}

}  // namespace

size_t GluedLeftoverEnd(absl::string_view block) {
  static constexpr absl::string_view kFirst = "([ABCDEFILMPRSTUabcdefilmprstu";
  if (kFirst.find(block[0]) == absl::string_view::npos) return 0;
  // Most blocks are told by their first word.
  Words words;
  ReadPageWords(block.substr(0, kWindow), 1, words);
  if (words.empty()) return 0;
  const bool by = words[0].text == "By" || words[0].text == "BY";
  const bool bracket = block[0] == '(' || block[0] == '[';
  if (!by && !bracket && !words[0].Is(kControlWord | kTimeWord | kImageWord)) {
    return 0;
  }
  ReadPageWords(block.substr(0, kWindow), kMaxWords, words);
  if (const size_t end = BracketedCreditEnd(block, words)) return end;
  if (const size_t end = ButtonsEnd(words)) return end;
  if (const size_t end = TimestampEnd(words)) return end;
  if (const size_t end = BylineEnd(block, words)) return end;
  return CreditEnd(block, words);
}

}  // namespace footnote
