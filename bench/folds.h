// Parts of a data set that share no article, for measuring a model on questions
// that it has not seen the like of.

#ifndef FOOTNOTE_BENCH_FOLDS_H_
#define FOOTNOTE_BENCH_FOLDS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "bench/dataset.h"

namespace footnote::bench {

// Returns the name of the article that `question` was written against: the id
// of its first gold document, else of its first near document, up to `#`
// ("Normans" of "Normans#12"); the question's own id if it has neither.
std::string ArticleOf(const LabelledQuestion& question);

// Returns which of `folds` parts, from 0, `article` belongs to: its SHA-256,
// the first 8 bytes as a big-endian number, modulo `folds`.
//
// REQUIRES: folds > 0.
uint32_t FoldOfArticle(absl::string_view article, uint32_t folds);

// Returns FoldOfArticle() of the question's article. Training and measuring
// both split by this.
uint32_t FoldOf(const LabelledQuestion& question, uint32_t folds);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_FOLDS_H_
