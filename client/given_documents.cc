#include "client/given_documents.h"

#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "client/document_files.h"
#include "client/document_reader.h"
#include "client/stop_signal.h"

namespace footnote {
namespace {

namespace fs = std::filesystem;

// Returns the files below `path`, or `path` itself as a text if an import would
// not take its ending.
absl::StatusOr<std::vector<DocumentFile>> FilesOf(const std::string& path) {
  DocumentFiles found = FindDocumentFiles({path});
  if (found.refused.empty()) return std::move(found.files);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status) || fs::is_directory(status)) {
    const RefusedPath& refused = found.refused.front();
    return absl::InvalidArgumentError(
        absl::StrCat(refused.path, ": ", refused.reason));
  }
  DocumentFile file;
  file.path = path;
  file.kind = FileKind::kText;
  file.id = fs::path(path).stem().string();
  return std::vector<DocumentFile>{std::move(file)};
}

}  // namespace

absl::StatusOr<GivenDocuments> ReadGivenDocuments(
    const std::vector<std::string>& paths,
    const std::vector<v1::Quotation>& quotations) {
  absl::flat_hash_set<std::string> cited;
  for (const v1::Quotation& quotation : quotations) {
    cited.insert(quotation.citation().document_id());
  }
  std::vector<DocumentFile> files;
  for (const std::string& path : paths) {
    absl::StatusOr<std::vector<DocumentFile>> found = FilesOf(path);
    if (!found.ok()) return found.status();
    std::move(found->begin(), found->end(), std::back_inserter(files));
  }
  if (files.size() == 1 && cited.size() == 1 &&
      files[0].kind != FileKind::kJsonLines) {
    files[0].id = *cited.begin();
  }
  GivenDocuments given;
  const StopSignal never;
  DocumentReader reader(std::move(files), UnknownKeys::kIgnore, never);
  ReadItem item;
  while (true) {
    const ReadEvent event = reader.Next(&item, absl::InfiniteDuration());
    if (event == ReadEvent::kEnd) return given;
    if (event == ReadEvent::kRefused) {
      given.refusals.push_back(
          absl::StrCat(OriginText(item.origin), ": ", item.refusal));
    } else if (cited.contains(item.document.id())) {
      given.texts[item.document.id()] =
          std::move(*item.document.mutable_text());
    }
  }
}

}  // namespace footnote
