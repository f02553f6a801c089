#include "retrieval/text/glued_leftovers.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
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

bool IsWeekdayOrMonth(const PageWord& word) {
  return word.capital && word.text.size() >= 3 && FollowsTimeOfDay(word.text);
}

// Returns whether the word at `index` goes on with a time; "On Tuesday" behind
// it begins a sentence.
bool IsPartOfTime(const PageWord& word, size_t index) {
  if (index > 0 && word.capital && word.Is(kFunctionWord)) return false;
  return word.Is(kTimeWord);
}

// "Updated: January 24, 2025 9:30 AM IST" or "Thursday, May 7, 2015".
size_t TimestampEnd(const Words& words) {
  if (words.size() < 2 || !words[0].Is(kTimeWord) || words[0].digits) return 0;
  size_t count = 0;
  int numbers = 0;
  while (count < words.size() &&
         (words[count].digits || IsPartOfTime(words[count], count))) {
    if (words[count].digits) ++numbers;
    ++count;
  }
  const absl::string_view first = words[0].text;
  const bool labelled = first == "Updated" || first == "Published" ||
                        first == "Posted" || first == "Last" ||
                        first == "Modified" || first == "Date" ||
                        first == "date";
  const bool whole_date = IsWeekdayOrMonth(words[0]) && numbers >= 2;
  if (!labelled && !whole_date) return 0;
  if (numbers == 0 || !MayBeginAt(words, count)) return 0;
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

// Returns whether a title may follow `word` within a sentence ("her novel In
// the Woods").
bool NamesWork(absl::string_view word) {
  static constexpr absl::string_view kWorks[] = {
      "novel",  "film",   "movie",   "album",  "book",     "song",   "play",
      "show",   "series", "musical", "memoir", "magazine", "single", "game",
      "called", "titled", "named",   "poem",   "essay",    "hit",    "drama"};
  return std::find(std::begin(kWorks), std::end(kWorks), word) !=
         std::end(kWorks);
}

// Returns whether the word at `i` is a capital preposition or article that in
// mid-sentence would be in lower case, as one at a sentence's beginning is.
bool BeginsInMidLine(absl::string_view block, const Words& words, size_t i) {
  static constexpr absl::string_view kFirst[] = {"In",  "On",    "At",
                                                 "The", "After", "According"};
  const PageWord& word = words[i];
  if (std::find(std::begin(kFirst), std::end(kFirst), word.text) ==
      std::end(kFirst)) {
    return false;
  }
  const PageWord& before = words[i - 1];
  const bool only_space =
      block.substr(before.end(), word.begin - before.end()) == " ";
  if (!only_space || before.Is(kFunctionWord) || NamesWork(before.text)) {
    return false;
  }
  return !words[i + 1].capital || IsWeekdayOrMonth(words[i + 1]);
}

// A caption or heading: "Jane Doe of the Greens In the northern district ...".
// What stands before has no verb or ends in a plain noun; what follows has one.
size_t HeadingEnd(absl::string_view block, const Words& words) {
  constexpr size_t kMaxHeadingWords = 12;
  bool has_verb = false;
  for (size_t i = 2; i <= kMaxHeadingWords; ++i) {
    if (words.size() < i + kMinSentenceWords) return 0;
    has_verb = has_verb || words[i - 1].Is(kVerbWord | kNarrativeWord);
    if (!BeginsInMidLine(block, words, i)) continue;
    if (has_verb && words[i - 1].capital) return 0;
    const bool tells = std::any_of(
        words.begin() + static_cast<std::ptrdiff_t>(i), words.end(),
        [](const PageWord& w) { return w.Is(kVerbWord | kNarrativeWord); });
    return tells ? words[i - 1].end() : 0;
  }
  return 0;
}

// Returns whether a capital "In", "On" and so on stands in the first words,
// which is cheaper to see than to judge.
bool MayHoldHeading(absl::string_view block) {
  const absl::string_view head = block.substr(0, 120);
  for (absl::string_view word :
       {" In ", " On ", " At ", " The ", " After ", " According "}) {
    if (absl::StrContains(head, word)) return true;
  }
  return false;
}

}  // namespace

size_t GluedLeftoverEnd(absl::string_view block) {
  Words words;
  ReadPageWords(block.substr(0, kWindow), 1, words);
  if (words.empty()) return 0;
  const PageWord& first = words[0];
  const bool by = first.text == "By" || first.text == "BY";
  const bool bracket = block[0] == '(' || block[0] == '[';
  const bool label = first.Is(kControlWord | kTimeWord | kImageWord);
  const bool heading = first.capital && MayHoldHeading(block);
  if (!by && !bracket && !label && !heading) return 0;
  ReadPageWords(block.substr(0, kWindow), kMaxWords, words);
  if (const size_t end = BracketedCreditEnd(block, words)) return end;
  if (const size_t end = ButtonsEnd(words)) return end;
  if (const size_t end = TimestampEnd(words)) return end;
  if (const size_t end = BylineEnd(block, words)) return end;
  if (const size_t end = CreditEnd(block, words)) return end;
  return heading ? HeadingEnd(block, words) : 0;
}

std::optional<size_t> GluedCreditBefore(absl::string_view block, size_t colon) {
  constexpr size_t kMaxLabel = 32;
  const size_t floor = colon > kMaxLabel ? colon - kMaxLabel : 0;
  Words words;
  ReadPageWords(block.substr(floor, colon - floor), kMaxWords, words);
  size_t i = words.size();
  while (i > 0 && words[i - 1].Is(kImageWord | kCreditWord) &&
         (i == words.size() || words[i - 1].capital)) {
    --i;
  }
  if (i == 0 || i == words.size() || !words[i].capital) return std::nullopt;
  const bool image =
      std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(),
                  [](const PageWord& w) { return w.Is(kImageWord); });
  const size_t begin = floor + words[i].begin;
  const size_t before = floor + words[i - 1].end();
  const absl::string_view gap = block.substr(before, begin - before);
  const bool glued = gap == " " || gap == ". ";
  if (!image || !glued || words[i - 1].Is(kFunctionWord)) return std::nullopt;
  return begin;
}

}  // namespace footnote
