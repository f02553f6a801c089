#include "retrieval/text/page_stamps.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace footnote {
namespace {

// The longest byline, time of publication and counter, in words.
constexpr size_t kMaxByline = 14;
constexpr size_t kMaxTime = 16;
constexpr size_t kMaxCounter = 5;

// "Jane Doe, Staff Writer".
bool IsAuthor(const PageSentence& sentence) {
  constexpr size_t kMaxAuthor = 7;
  const auto& words = sentence.words;
  if (words.size() < 3 || words.size() > kMaxAuthor || sentence.HasStop()) {
    return false;
  }
  const size_t last = words.size() - 1;
  const bool role = sentence.IsWord(last, "writer") ||
                    sentence.IsWord(last, "reporter") ||
                    sentence.IsWord(last, "correspondent");
  return role && sentence.alone && sentence.at_edge &&
         absl::StrContains(sentence.text, ",") &&
         std::all_of(words.begin(), words.end(),
                     [](const PageWord& word) { return word.capital; });
}

// "By Jane Doe", "Posted by Jane Doe", "By Jane Doe and John Doe, Staff Writers
// | Updated 5:12 PM".
bool IsByline(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 3 || words.size() > kMaxByline || sentence.HasStop()) {
    return false;
  }
  const size_t by = sentence.IsWord(0, "by") ? 0 : 1;
  const bool made = by == 0 || sentence.IsWord(0, "written") ||
                    sentence.IsWord(0, "posted") ||
                    sentence.IsWord(0, "edited") ||
                    sentence.IsWord(0, "published");
  if (!made || !sentence.IsWord(by, "by") || words.size() < by + 3) {
    return false;
  }
  const PageWord& name = words[by + 1];
  if (!name.capital || !words[by + 2].capital) return false;
  if (name.Is(kTimeWord) || name.Is(kFunctionWord)) return false;
  const bool named =
      std::all_of(words.begin() + 1, words.end(), [](const PageWord& word) {
        return word.capital || word.digits ||
               word.Is(kFunctionWord | kTimeWord | kSiteWord);
      });
  return named && !sentence.Has(kNarrativeWord) && sentence.alone &&
         sentence.at_edge;
}

// "Published: Jan 24, 2025", "Last updated at 9:30 AM IST".
bool IsTimeOfPublication(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() > kMaxTime || sentence.HasStop()) return false;
  const bool labelled =
      sentence.IsWord(0, "updated") || sentence.IsWord(0, "published") ||
      sentence.IsWord(0, "posted") || sentence.IsWord(0, "modified") ||
      sentence.IsWord(0, "date") || sentence.ReadsAt(0, {"last", "updated"}) ||
      sentence.ReadsAt(0, {"last", "modified"}) ||
      sentence.ReadsAt(0, {"first", "published"});
  const bool dated =
      std::any_of(words.begin(), words.end(),
                  [](const PageWord& word) { return word.digits; });
  const auto known =
      std::count_if(words.begin(), words.end(), [](const PageWord& word) {
        return word.digits || word.Is(kTimeWord | kFunctionWord | kSiteWord |
                                      kReaderWord | kRequestWord);
      });
  return labelled && dated &&
         static_cast<size_t>(known) * 4 >= words.size() * 3;
}

// "Jan 24, 2025, 05:12 PM IST": a date with the time of day, nothing else.
bool IsDateAndTime(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 3 || words.size() > kMaxTime) return false;
  bool clock = false;
  for (const PageWord& word : words) {
    if (!word.digits && !word.Is(kTimeWord)) return false;
    clock = clock || (word.digits && absl::StrContains(word.text, ":"));
  }
  return clock && sentence.alone;
}

// "12 comments", "3 min read", "View 23 comments", "5 minutes ago".
bool IsCounter(const PageSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 2 || words.size() > kMaxCounter || sentence.HasStop()) {
    return false;
  }
  const bool number = words[0].digits || words[1].digits;
  const bool counts = sentence.IsWord(words.size() - 1, "read") ||
                      sentence.IsWord(words.size() - 1, "ago") ||
                      words.back().Is(kCountedWord);
  const bool only =
      std::all_of(words.begin(), words.end(), [](const PageWord& word) {
        return word.digits || word.text.size() == 1 ||
               word.Is(kCountedWord | kRequestWord | kFunctionWord);
      });
  const bool duration =
      words.back().Is(kTimeWord) && !sentence.IsWord(words.size() - 1, "ago");
  return number && counts && only && !duration && sentence.alone;
}

// "@jane", "jane@example.com", "www.example.com": nothing but addresses.
bool IsAddresses(const PageSentence& sentence) {
  constexpr size_t kMaxAddress = 80;
  const absl::string_view text = sentence.text;
  if (text.size() > kMaxAddress || text.find(' ') != absl::string_view::npos) {
    return false;
  }
  const size_t stop = text.find('.');
  const bool path = stop != absl::string_view::npos &&
                    text.find('/', stop) != absl::string_view::npos;
  return path || absl::StrContains(text, "@") ||
         absl::StartsWith(text, "www.") || absl::StartsWith(text, "http://") ||
         absl::StartsWith(text, "https://");
}

}  // namespace

bool IsStamp(const PageSentence& sentence) {
  return IsByline(sentence) || IsAuthor(sentence) || IsDateAndTime(sentence) ||
         IsTimeOfPublication(sentence) || IsCounter(sentence) ||
         IsAddresses(sentence);
}

}  // namespace footnote
