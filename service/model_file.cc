#include "service/model_file.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {

std::string DefaultModelPath() {
  std::error_code error;
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return "";
  return program.parent_path().parent_path() / "share/footnote/ranking.model";
}

absl::StatusOr<std::shared_ptr<const RankingModel>> FindRankingModel(
    const std::string& asked, const std::string& default_path,
    RequestLog* log) {
  if (asked == kNoModel) {
    log->Note(LogLevel::kInfo, "Ranking by the plain score, as asked.");
    return nullptr;
  }
  const std::string& path = asked.empty() ? default_path : asked;
  std::error_code unknown;  // What can't be seen, reading it will tell.
  if (asked.empty() && !std::filesystem::exists(path, unknown) && !unknown) {
    log->Note(LogLevel::kWarning,
              absl::StrCat("Ranking by the plain score: there is no model ",
                           path, "; install it, or name one with --model."));
    return nullptr;
  }
  FOOTNOTE_ASSIGN_OR_RETURN(RankingModel model, LoadRankingModel(path));
  log->Note(LogLevel::kInfo, absl::StrCat("Ranking by the model ", path, " of ",
                                          model.origin().created, ", SHA-256 ",
                                          model.sha256(), "."));
  return std::make_shared<const RankingModel>(std::move(model));
}

}  // namespace footnote
