// What the words of sentences are to the terms of a question.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/planner.h"

namespace footnote {

// What a term of a sentence is to a question. Positions in QueryPlan::terms.
struct Kinship {
  std::optional<uint32_t> same;                 // The term itself.
  absl::InlinedVector<uint32_t, 1> family;      // It begins like these.
  absl::InlinedVector<RelatedTerm, 1> related;  // As QueryPlan::related tells.
  bool is_kind = false;                         // Of what is asked for.
};

// A term of a sentence.
struct KnownTerm {
  const Kinship* kinship = nullptr;  // Null: it is a stranger to the question.
  uint8_t word_classes = 0;          // As WordClassesOf().
};

// Tells terms of sentences by the question they may answer, each looked into
// once. Not thread-safe.
class KinshipTable {
 public:
  // `plan` outlives the table.
  explicit KinshipTable(const QueryPlan& plan);

  // Returns what is known of `term`, whose HashTerm() is `hash`, which `word`
  // is made into. The kinship lives until the next call. The classes are those
  // of the first word that was made into the term.
  KnownTerm Find(absl::string_view term, uint64_t hash, absl::string_view word);

  // Returns the position of `term` in the question.
  std::optional<uint32_t> PositionOf(absl::string_view term) const;

  // The number of the question's terms.
  size_t size() const { return positions_.size(); }

 private:
  // Small, so that a table of them stays in the processor's cache.
  struct Entry {
    uint32_t kinship = 0;  // Its position in `kinships_`.
    uint8_t word_classes = 0;
  };

  Entry LookInto(absl::string_view term, uint64_t hash, absl::string_view word);

  const QueryPlan& plan_;
  absl::flat_hash_map<absl::string_view, uint32_t> positions_;
  absl::flat_hash_map<uint64_t, Entry> entries_;  // By the term's hash.
  std::vector<Kinship> kinships_;                 // The first is a stranger's.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_KINSHIP_H_
