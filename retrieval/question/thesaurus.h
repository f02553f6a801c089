// What a sentence may say in place of the words of a question.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_THESAURUS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_THESAURUS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/question/planner.h"
#include "retrieval/text/wordnet.h"

namespace footnote {

// Finds words related to those of questions in WordNet, and keeps what it found
// for the next question. Thread-safe.
class Thesaurus {
 public:
  // Up to so many terms are kept, in some ten megabytes: what ten thousand
  // questions ask for.
  static constexpr size_t kMostTermsKept = 512 * 1024;

  // Beyond `most_terms_kept`, what was found so far is forgotten.
  explicit Thesaurus(std::shared_ptr<const WordNet> wordnet,
                     size_t most_terms_kept = kMostTermsKept);

  // Adds to `*plan` the terms that are related to those of its question, names
  // and numbers left out, and the kinds of what it asks for. Kinds of nouns
  // that have more than kMostKinds are left out: they stand everywhere.
  void AddRelatedTerms(QueryPlan* plan) const;

  static constexpr size_t kMostKinds = 2000;

 private:
  // A related word, by HashTerm().
  struct Related {
    uint64_t term = 0;
    Nearness nearness = Nearness::kRelated;
  };
  using Words = std::vector<Related>;

  // Lists of terms by what they were found for.
  template <typename Terms>
  struct Kept {
    absl::flat_hash_map<std::string, std::shared_ptr<const Terms>> by_key;
    size_t terms = 0;  // In all lists, with what an entry takes itself.
  };

  std::shared_ptr<const Words> FindWords(const std::string& word) const;
  std::shared_ptr<const TermSet> FindKinds(const std::string& noun) const;

  const std::shared_ptr<const WordNet> wordnet_;
  const size_t most_terms_kept_;

  // What was found, by what was asked for.
  mutable absl::Mutex mutex_;
  mutable Kept<Words> words_ ABSL_GUARDED_BY(mutex_);
  mutable Kept<TermSet> kinds_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_THESAURUS_H_
