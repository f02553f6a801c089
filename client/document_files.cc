#include "client/document_files.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace footnote {
namespace {

namespace fs = std::filesystem;

std::optional<FileKind> KindOf(const fs::path& path) {
  const std::string ending = absl::AsciiStrToLower(path.extension().string());
  if (ending == ".jsonl") return FileKind::kJsonLines;
  if (ending == ".txt") return FileKind::kText;
  if (ending == ".md") return FileKind::kMarkdown;
  if (ending == ".html" || ending == ".htm") return FileKind::kHtml;
  return std::nullopt;
}

// Collects files, path by path.
class Collector {
 public:
  void AddPath(const std::string& path) {
    if (path == "-") {
      found_.files.push_back(
          {.path = "-", .kind = FileKind::kJsonLines, .id = ""});
      found_.sized = false;
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) return Refuse(path, "there is no such file");
    // To open a pipe would wait for whoever writes to it.
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) {
      return Refuse(path, "it is no file; give a pipe of JSON Lines as `-`");
    }
    if (fs::is_directory(status)) return AddFolder(path);
    const std::optional<FileKind> kind = KindOf(path);
    if (!kind.has_value()) {
      return Refuse(path,
                    "its ending is none of .jsonl, .txt, .md, .html, .htm");
    }
    AddFile(path, fs::path(path).filename(), *kind);
  }

  DocumentFiles Finish() { return std::move(found_); }

 private:
  void Refuse(const fs::path& path, absl::string_view reason) {
    found_.refused.push_back({path.string(), std::string(reason)});
  }

  // Whether browsers saved the parts of a page in `folder`.
  static bool HoldsPartsOfPage(const fs::path& folder) {
    absl::string_view page = folder.native();
    if (!absl::ConsumeSuffix(&page, "_files")) return false;
    for (const absl::string_view ending : {".html", ".htm", ".HTML", ".HTM"}) {
      std::error_code ignored;
      if (fs::exists(absl::StrCat(page, ending), ignored)) return true;
    }
    return false;
  }

  // Collects what `folder` holds and does not hide. A link to a folder is not
  // followed: it may lead back.
  void ListFolder(const fs::path& folder, std::vector<fs::path>* folders,
                  std::vector<fs::path>* paths) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator();
         entry.increment(error)) {
      std::error_code ignored;
      if (absl::StartsWith(entry->path().filename().string(), ".")) {
        ++found_.skipped;
      } else if (fs::is_directory(entry->symlink_status(ignored))) {
        if (!HoldsPartsOfPage(entry->path())) {
          folders->push_back(entry->path());
        }
      } else if (entry->is_regular_file(ignored)) {
        paths->push_back(entry->path());
      }
    }
    if (error) Refuse(folder, absl::StrCat("cannot read: ", error.message()));
  }

  void AddFolder(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::vector<fs::path> folders = {folder};
    while (!folders.empty()) {
      const fs::path next = std::move(folders.back());
      folders.pop_back();
      ListFolder(next, &folders, &paths);
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      const std::optional<FileKind> kind = KindOf(path);
      if (kind.has_value()) {
        AddFile(path, path.lexically_relative(folder), *kind);
      } else {
        ++found_.skipped;
      }
    }
  }

  void AddFile(const fs::path& path, fs::path name, FileKind kind) {
    DocumentFile file = {.path = path.string(), .kind = kind, .id = ""};
    if (kind != FileKind::kJsonLines) {
      file.id = name.replace_extension().generic_string();
      const auto [first, is_new] = paths_by_id_.emplace(file.id, file.path);
      if (!is_new) {
        return Refuse(path, absl::StrCat("its id `", file.id, "` is that of ",
                                         first->second));
      }
    }
    std::error_code error;
    const uintmax_t bytes = fs::file_size(path, error);
    if (!error) file.bytes = bytes;
    found_.bytes += file.bytes;
    found_.files.push_back(std::move(file));
  }

  DocumentFiles found_;
  absl::flat_hash_map<std::string, std::string> paths_by_id_;
};

}  // namespace

DocumentFiles FindDocumentFiles(const std::vector<std::string>& paths) {
  Collector collector;
  for (const std::string& path : paths) collector.AddPath(path);
  return collector.Finish();
}

}  // namespace footnote
