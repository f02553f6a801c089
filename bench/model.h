// The ranking model that a program of measurement asks with.

#ifndef FOOTNOTE_BENCH_MODEL_H_
#define FOOTNOTE_BENCH_MODEL_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/answer/learned_model.h"

namespace footnote::bench {

// Returns the model in the file `path` with WordNet where Debian keeps it, or
// null, for the plain score, if `path` is empty.
//
// Errors: as LoadRankingModel(), LearnedModel::Create() and WordNet::Open().
absl::StatusOr<std::shared_ptr<const LearnedModel>> OpenModel(
    const std::string& path);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_MODEL_H_
