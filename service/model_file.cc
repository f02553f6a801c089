#include "service/model_file.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Returns the thesaurus, or null, with a note, if WordNet is not installed.
std::shared_ptr<const Thesaurus> OpenThesaurus(RequestLog* log) {
  auto wordnet = WordNet::Open(WordNet::kDirectory);
  if (!wordnet.ok()) {
    log->Note(LogLevel::kWarning,
              absl::StrCat("Ranking without related words: ",
                           wordnet.status().message()));
    return nullptr;
  }
  return std::make_shared<const Thesaurus>(*std::move(wordnet));
}

}  // namespace

std::string DefaultModelPath() {
  std::error_code error;
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return "";
  return program.parent_path().parent_path() / "share/footnote/ranking.model";
}

absl::StatusOr<std::shared_ptr<const LearnedModel>> FindRankingModel(
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
  FOOTNOTE_ASSIGN_OR_RETURN(RankingModel file, LoadRankingModel(path));
  absl::StatusOr<LearnedModel> model =
      LearnedModel::Create(std::move(file), OpenThesaurus(log));
  if (!model.ok()) {
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": ", model.status().message(), "."));
  }
  const RankingModel& described = model->file();
  log->Note(LogLevel::kInfo,
            absl::StrCat("Ranking by the model ", path, " of ",
                         described.origin().created, ", SHA-256 ",
                         described.sha256(), "."));
  return std::make_shared<const LearnedModel>(*std::move(model));
}

}  // namespace footnote
