// The words by which a sentence says what it says, for comparison with others.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_TOLD_WORDS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_TOLD_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/polarity.h"

namespace footnote {

// A term that is no function word and no part of a name.
struct ToldWord {
  uint64_t hash = 0;          // HashTerm() of it.
  absl::string_view term;     // Lives as long as the sentence.
  ByteRange range;            // Where it stands first, in the sentence.
  bool has_opposite = false;  // As HasOpposite().
};

// What one sentence says, worked out once for all it is compared with. Not
// thread-safe.
class ToldWords {
 public:
  // `candidate` outlives this.
  explicit ToldWords(const Candidate& candidate);

  // Returns the words, each once, sorted by their hashes.
  const std::vector<ToldWord>& words() const { return words_; }

  // Returns whether the sentence denies what word `i` says, as PolarityAt().
  bool Denies(size_t i);

  // Returns its runs of digits, separators left out, sorted.
  const std::vector<std::string>& Figures();

 private:
  const Candidate& candidate_;
  std::vector<ToldWord> words_;
  // Worked out when first asked for.
  std::optional<SentenceStances> stances_;
  std::vector<std::optional<bool>> denied_;
  std::optional<std::vector<std::string>> figures_;
};

// Returns the positions of the words that both have: pairs of one in `a` and
// one in `b`.
std::vector<std::pair<size_t, size_t>> SharedWords(const ToldWords& a,
                                                   const ToldWords& b);

// Returns whether a word of `a` that `b` lacks has its opposite there.
bool AnyOpposite(const ToldWords& a, const ToldWords& b);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_TOLD_WORDS_H_
