// What the words of sentences are to the terms of a question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/planner.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {

// What a term of a sentence is to a question. Positions in QueryPlan::terms.
struct Kinship {
  std::optional<uint32_t> same;                 // The term itself.
  absl::InlinedVector<uint32_t, 1> family;      // It begins like these.
  absl::InlinedVector<RelatedTerm, 1> related;  // As QueryPlan::related tells.
  bool is_kind = false;                         // Of what is asked for.
};

// Tells terms of sentences by the question they may answer, each looked into
// once. Not thread-safe.
class KinshipTable {
 public:
  // `plan` outlives the table.
  explicit KinshipTable(const QueryPlan& plan);

  // Returns what `term`, whose HashTerm() is `hash`, is to the question, until
  // the next call; null: a stranger.
  const Kinship* Find(absl::string_view term, uint64_t hash);

  // Returns the position of `term` in the question.
  std::optional<uint32_t> PositionOf(absl::string_view term) const {
    return PositionOfHash(HashTerm(term));
  }

  // Likewise, of the term with that HashTerm().
  std::optional<uint32_t> PositionOfHash(uint64_t hash) const;

  // The number of the question's terms.
  size_t size() const { return hashes_.size(); }

 private:
  // Returns the position of the kinship of `term` in `kinships_`.
  uint32_t LookInto(absl::string_view term, uint64_t hash);

  const QueryPlan& plan_;
  std::vector<uint64_t> hashes_;  // HashTerm() of the question's terms.
  std::bitset<256> first_bytes_;  // Of them.
  // Positions in `kinships_` by the term's hash.
  absl::flat_hash_map<uint64_t, uint32_t> entries_;
  std::vector<Kinship> kinships_;  // The first is a stranger's.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_
