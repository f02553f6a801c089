#include "retrieval/text/acronyms.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"

namespace footnote {
namespace {

constexpr size_t kMaxAcronym = 10;  // In bytes.

// The longest text that is looked at beside an acronym, in bytes: fifteen
// words of some size. It bounds the work for each bracket.
constexpr size_t kMaxLongForm = 200;

bool IsAlnum(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c));
}

bool IsUpperAscii(char c) {
  return absl::ascii_isupper(static_cast<unsigned char>(c));
}

char Lower(char c) {
  return absl::ascii_tolower(static_cast<unsigned char>(c));
}

// Returns whether `word` looks like an acronym: short, of one word, begun by a
// letter or digit, with two capitals at least. The paper asks for one letter;
// in news that takes in names and party labels.
bool IsAcronym(absl::string_view word) {
  if (word.size() < 2 || word.size() > kMaxAcronym) return false;
  if (!IsAlnum(word[0])) return false;
  if (std::any_of(word.begin(), word.end(),
                  [](char c) { return c == ' ' || c == '\n' || c == ','; })) {
    return false;
  }
  return std::count_if(word.begin(), word.end(), IsUpperAscii) >= 2;
}

// Returns where the long form of `acronym` begins in `before`, which it ends:
// each character of the acronym is found from the end backwards, the first at
// the beginning of a word. Nothing if it is not there.
std::optional<size_t> LongFormBegin(absl::string_view acronym,
                                    absl::string_view before) {
  size_t at = before.size();
  for (size_t i = acronym.size(); i-- > 0;) {
    if (!IsAlnum(acronym[i])) continue;
    const char c = Lower(acronym[i]);
    const auto fits = [&](size_t pos) {
      return Lower(before[pos]) == c &&
             (i > 0 || pos == 0 || !IsAlnum(before[pos - 1]));
    };
    do {
      if (at == 0) return std::nullopt;
      --at;
    } while (!fits(at));
  }
  return at;
}

// Returns the number of words in `text`.
size_t CountWords(absl::string_view text) {
  size_t words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
  }
  return words;
}

// Returns the long form of `acronym` that ends `before`, or nothing.
absl::string_view LongForm(absl::string_view acronym,
                           absl::string_view before) {
  before = absl::StripTrailingAsciiWhitespace(before);
  const std::optional<size_t> begin = LongFormBegin(acronym, before);
  if (!begin.has_value()) return {};
  const absl::string_view found = before.substr(*begin);
  const size_t words = CountWords(found);
  const size_t most = std::min(acronym.size() + 5, acronym.size() * 2);
  // A long form is longer than its acronym and does not hold it.
  if (words < 2 || words > most || found.size() <= acronym.size()) return {};
  if (found.find(acronym) != absl::string_view::npos) return {};
  return found;
}

// Returns what precedes `open` in its line, no further than a long form goes
// back and not over the end of a clause.
absl::string_view Before(absl::string_view text, size_t open) {
  size_t begin = open;
  while (begin > 0 && open - begin < kMaxLongForm) {
    const char c = text[begin - 1];
    if (c == '\n' || c == '(' || c == ')' || c == ';' || c == ':') break;
    --begin;
  }
  return text.substr(begin, open - begin);
}

// Returns the last word of `before`.
absl::string_view LastWord(absl::string_view before) {
  before = absl::StripTrailingAsciiWhitespace(before);
  const size_t space = before.find_last_of(" \t");
  return space == absl::string_view::npos ? before : before.substr(space + 1);
}

// Returns `inside` up to what parts an acronym from a remark: "(SOFA; signed in
// 1960)".
absl::string_view FirstPart(absl::string_view inside) {
  return absl::StripAsciiWhitespace(
      inside.substr(0, inside.find_first_of(",;")));
}

}  // namespace

std::vector<AcronymDefinition> FindAcronyms(absl::string_view text) {
  std::vector<AcronymDefinition> found;
  for (size_t open = text.find('('); open != absl::string_view::npos;
       open = text.find('(', open + 1)) {
    const absl::string_view rest = text.substr(open + 1, kMaxLongForm);
    const size_t close = rest.find_first_of("()\n");
    if (close == absl::string_view::npos || rest[close] != ')') continue;
    const absl::string_view inside = FirstPart(rest.substr(0, close));
    const absl::string_view before = Before(text, open);
    if (IsAcronym(inside)) {
      const absl::string_view form = LongForm(inside, before);
      if (!form.empty())
        found.push_back({std::string(inside), std::string(form)});
    } else if (const absl::string_view word = LastWord(before);
               IsAcronym(word)) {
      // What stands in the brackets is the long form, all of it.
      if (LongForm(word, inside) == inside && !inside.empty()) {
        found.push_back({std::string(word), std::string(inside)});
      }
    }
  }
  return found;
}

}  // namespace footnote
