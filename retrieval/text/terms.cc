#include "retrieval/text/terms.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/term_folding.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

// How many words on each side tell whether a text is set in capitals.
constexpr int kNeighbours = 3;

// Counts the words around `word` on its line, and those in capitals.
class Surroundings {
 public:
  Surroundings(absl::string_view text, ByteRange word) {
    const size_t from = word.begin - std::min<size_t>(word.begin, kWindowBytes);
    const absl::string_view before = text.substr(from, word.begin - from);
    CountBefore(before.substr(before.rfind('\n') + 1));
    const absl::string_view behind = text.substr(word.end, kWindowBytes);
    CountAfter(behind.substr(0, behind.find('\n')));
  }

  bool AreCapitals() const { return words_ > 0 && capitals_ == words_; }

 private:
  // Far enough for three words of usual length; a line may be far longer.
  static constexpr size_t kWindowBytes = 64;

  void CountAfter(absl::string_view text) {
    WordScanner scanner(text);
    Word word;
    for (int i = 0; i < kNeighbours && scanner.Next(&word); ++i) Count(word);
  }

  void CountBefore(absl::string_view text) {
    std::array<Word, kNeighbours> last;
    size_t n = 0;
    WordScanner scanner(text);
    for (Word word; scanner.Next(&word); ++n) last[n % kNeighbours] = word;
    for (size_t i = 0; i < std::min<size_t>(n, kNeighbours); ++i) {
      Count(last[i]);
    }
  }

  void Count(const Word& word) {
    if (word.kind == WordKind::kNumber) return;
    ++words_;
    capitals_ += word.kind == WordKind::kCapitals;
  }

  int words_ = 0;
  int capitals_ = 0;
};

void Remove(absl::string_view unwanted, std::string* term) {
  term->erase(std::remove_if(term->begin(), term->end(),
                             [unwanted](char c) {
                               return absl::StrContains(unwanted, c);
                             }),
              term->end());
}

// Puts a stop between the letters of a term that would read as a common word.
void MarkAcronym(std::string* term) {
  std::string marked;
  for (const char c : *term) {
    if (!marked.empty()) marked += '.';
    marked += c;
  }
  *term = marked;
}

// Returns whether an acronym with stops would, without them, read as a common
// word.
bool ReadsAsWord(absl::string_view letters) {
  return letters.size() >= 2 && IsStopWord(letters);
}

// Returns whether a word in capitals is more likely an acronym than a common
// word that is stressed: AM, IT, US and WHO are, AND and NOT are not.
bool IsAcronymLikeWord(absl::string_view letters) {
  return letters == "am" || letters == "it" || letters == "us" ||
         letters == "who";
}

// Sets `*term` to the folded, unstemmed form of `word`.
void Fold(absl::string_view text, const Word& word, std::string* term) {
  FoldWord(Slice(text, word.range), term);
  switch (word.kind) {
    case WordKind::kPlain:
      break;
    case WordKind::kNumber:
      Remove(",", term);
      break;
    case WordKind::kDottedAcronym:
      Remove(".", term);
      if (ReadsAsWord(*term)) MarkAcronym(term);
      break;
    case WordKind::kCapitals:
      if (IsAcronymLikeWord(*term) &&
          !Surroundings(text, word.range).AreCapitals()) {
        MarkAcronym(term);
      }
      break;
  }
}

}  // namespace

void ForEachTerm(
    absl::string_view text,
    absl::FunctionRef<bool(absl::string_view term, ByteRange)> visit) {
  WordScanner scanner(text);
  std::string folded;
  for (Word word; scanner.Next(&word);) {
    Fold(text, word, &folded);
    if (folded.empty()) continue;
    if (!visit(StemWord(folded), word.range)) return;
  }
}

std::vector<Term> Tokenize(absl::string_view text) {
  std::vector<Term> terms;
  ForEachTerm(text, [&terms](absl::string_view term, ByteRange range) {
    terms.push_back({std::string(term), range});
    return true;
  });
  return terms;
}

}  // namespace footnote
