// Which ranking model the server uses.

#ifndef FOOTNOTE_SERVICE_MODEL_FILE_H_
#define FOOTNOTE_SERVICE_MODEL_FILE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/learned_model.h"
#include "service/request_log.h"

namespace footnote {

// What asks for the plain score in place of a model file.
inline constexpr absl::string_view kNoModel = "none";

// Returns ../share/footnote/ranking.model, seen from the directory of the
// running program, or nothing if the system does not tell where that is.
std::string DefaultModelPath();

// Returns the model in the file `asked`, null for kNoModel. If nothing is
// asked for, it is the one in the file `default_path`; a file that is not there
// is null then, too. Notes in `log` what will rank.
//
// Errors: as LoadRankingModel(); kInvalidArgument as LearnedModel::Create().
absl::StatusOr<std::shared_ptr<const LearnedModel>> FindRankingModel(
    const std::string& asked, const std::string& default_path, RequestLog* log);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_MODEL_FILE_H_
