// Whether what a question asks for may be who a document names.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/names.h"
#include "retrieval/text/prose_words.h"
#include "retrieval/text/term_folding.h"

namespace footnote {
namespace {

using Words = std::vector<std::string>;

// The roles of words that stand before a name.
constexpr uint32_t kTitleRoles = kTitleRole | kTitlePartRole | kHonorificRole;

// Returns the words of `name`, folded, marks and stops left out.
Words FoldedWords(absl::string_view name) {
  std::vector<ProseWord> read;
  ReadProseWords(name, {0, static_cast<uint32_t>(name.size())}, read);
  Words words;
  for (const ProseWord& word : read) {
    if (!word.IsWord()) continue;
    std::string folded;
    FoldWord(Slice(name, word.range), &folded);
    folded.erase(std::remove(folded.begin(), folded.end(), '.'), folded.end());
    if (!folded.empty()) words.push_back(std::move(folded));
  }
  return words;
}

bool IsArticle(const std::string& word) {
  return (RolesOf(word) & kDeterminerRole) != 0;
}

// Returns whether `word`, or what it is short for, is `other`: "j" is "joe".
bool IsSameOrInitial(const std::string& word, const std::string& other) {
  return word == other || (word.size() == 1 && other[0] == word[0]) ||
         (other.size() == 1 && word[0] == other[0]);
}

// Returns whether two names of two words or more are of one person: the first
// and the last words agree, in either order; middle names may be missing.
bool FullNamesMatch(const Words& asked, const Words& full) {
  if (asked.back() == full.back() &&
      IsSameOrInitial(asked.front(), full.front())) {
    return true;
  }
  return asked.size() == 2 && full.size() == 2 && asked[0] == full[1] &&
         asked[1] == full[0];
}

bool HoldsPreposition(const Words& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return (RolesOf(word) & kPrepositionRole) != 0;
  });
}

// Returns whether `asked` may name `full`, both without titles.
bool BareNamesMatch(const Words& asked, const Words& full) {
  if (asked.empty() || full.empty()) return false;
  if (asked == full) return true;
  if (asked.size() > 1 && full.size() > 1) return FullNamesMatch(asked, full);
  // One of them is a single word: the last or the given name of the other.
  const std::string& word = asked.size() == 1 ? asked[0] : full[0];
  const Words& other = asked.size() == 1 ? full : asked;
  if (word.size() < 2) return false;
  // "Japan" is not short for the "Bank of Japan".
  const bool names_part = asked.size() > 1 && HoldsPreposition(asked);
  return !names_part && (word == other.front() || word == other.back());
}

// Returns whether `asked`, a title alone, may be that of one whose title is
// `title`: "president" is that of a "former president", not of a "vice
// president".
bool TitlesMatch(const Words& asked, const Words& title) {
  const auto at =
      std::search(title.begin(), title.end(), asked.begin(), asked.end());
  if (at == title.end()) return false;
  if (at == title.begin()) return true;
  const std::string& before = *(at - 1);
  return before != "vice" && before != "deputy" && before != "assistant" &&
         before != "under" && before != "of";
}

// Returns the words of `full` up to what it belongs to: "a spokesman for the
// party" is a spokesman.
Words Head(const Words& full) {
  const auto end =
      std::find_if(full.begin() + 1, full.end(), [](const std::string& word) {
        return (RolesOf(word) & (kPrepositionRole | kConjunctionRole)) != 0;
      });
  return Words(full.begin(), end);
}

// Returns whether `full` is no name but words that stand for someone.
bool IsDescription(absl::string_view full) {
  std::vector<ProseWord> words;
  ReadProseWords(full, {0, static_cast<uint32_t>(full.size())}, words);
  return std::any_of(words.begin(), words.end(), [](const ProseWord& word) {
    return word.IsWord() && !word.capital && !word.number &&
           !word.Is(kFunctionRole | kParticleRole);
  });
}

bool DescriptionsMatch(const Words& asked, const Words& full) {
  if (asked == full) return true;
  const Words head = Head(full);
  return asked.size() <= head.size() &&
         std::equal(asked.rbegin(), asked.rend(), head.rbegin());
}

}  // namespace

bool NamesMatch(absl::string_view asked, absl::string_view full,
                absl::string_view title) {
  Words words = FoldedWords(asked);
  if (!words.empty() && IsArticle(words[0])) words.erase(words.begin());
  Words name = FoldedWords(full);
  if (!name.empty() && IsArticle(name[0])) name.erase(name.begin());
  if (words.empty()) return false;
  if (!name.empty()) {
    if (IsDescription(full)) return DescriptionsMatch(words, name);
    if (BareNamesMatch(words, name)) return true;
  }
  // Behind the last word of a title stands the name.
  const auto last_title =
      std::find_if(words.rbegin(), words.rend(), [](const std::string& word) {
        return (RolesOf(word) & kTitleRoles) != 0;
      });
  if (last_title == words.rend()) return false;
  const Words behind(last_title.base(), words.end());
  return BareNamesMatch(behind, name) || TitlesMatch(words, FoldedWords(title));
}

}  // namespace footnote
