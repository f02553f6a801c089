#include "retrieval/library.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/directory_lock.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr size_t kMaxNameBytes = 63;
constexpr absl::string_view kEnding = ".footnote.db";

absl::Status NoSuchCorpus(absl::string_view name) {
  return WithReason(
      absl::NotFoundError(absl::StrCat(
          "There is no corpus \"", name,
          "\"; import documents into it, or name one that `status` shows.")),
      "CORPUS_NOT_FOUND");
}

std::string PathOf(absl::string_view directory, absl::string_view name) {
  return absl::StrCat(directory, "/", name, kEnding);
}

// Returns the names of the corpora in `directory`, sorted.
absl::StatusOr<std::vector<std::string>> CorpusNames(
    const std::string& directory) {
  std::vector<std::string> names;
  std::error_code error;
  // Not a range's loop, whose step would throw.
  std::filesystem::directory_iterator entry(directory, error);
  for (; !error && entry != end(entry); entry.increment(error)) {
    const std::string file = entry->path().filename().string();
    absl::string_view name = file;
    if (absl::ConsumeSuffix(&name, kEnding) && IsCorpusName(name)) {
      names.emplace_back(name);
    }
  }
  if (error) {
    return StorageFailed(absl::StrCat(directory, ": ", error.message()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

bool IsCorpusName(absl::string_view name) {
  const auto is_alnum = [](char c) {
    return absl::ascii_islower(static_cast<unsigned char>(c)) ||
           absl::ascii_isdigit(static_cast<unsigned char>(c));
  };
  return !name.empty() && name.size() <= kMaxNameBytes &&
         is_alnum(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_alnum(c) || c == '-' || c == '_';
         });
}

absl::StatusOr<std::vector<NamedCheck>> CheckLibrary(
    const std::string& directory) {
  std::error_code error;
  if (!std::filesystem::is_directory(directory, error)) {
    return absl::NotFoundError(absl::StrCat(
        directory, " is no directory; name the data directory of a server."));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const auto lock, DirectoryLock::Take(directory));
  FOOTNOTE_ASSIGN_OR_RETURN(const auto names, CorpusNames(directory));
  std::vector<NamedCheck> checks;
  for (const std::string& name : names) {
    checks.push_back({name, CheckCorpus(PathOf(directory, name))});
  }
  return checks;
}

struct Library::Shelves {
  std::string directory;
  std::unique_ptr<DirectoryLock> lock;
  absl::Mutex mutex;
  std::map<std::string, std::shared_ptr<Corpus>> open ABSL_GUARDED_BY(mutex);
};

absl::StatusOr<std::unique_ptr<Library>> Library::Open(
    const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) {
    return StorageFailed(absl::StrCat(directory, ": ", error.message()));
  }
  auto shelves = std::make_unique<Shelves>();
  shelves->directory = directory;
  FOOTNOTE_ASSIGN_OR_RETURN(shelves->lock, DirectoryLock::Take(directory));
  std::unique_ptr<Library> library(new Library(std::move(shelves)));
  FOOTNOTE_RETURN_IF_ERROR(library->FindOrCreate(kDefaultCorpus).status());
  return library;
}

Library::Library(std::unique_ptr<Shelves> shelves)
    : shelves_(std::move(shelves)) {}

Library::~Library() = default;

absl::StatusOr<std::shared_ptr<Corpus>> Library::Find(absl::string_view name) {
  return Open(name.empty() ? kDefaultCorpus : name, /*create=*/false);
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::FindOrCreate(
    absl::string_view name) {
  return Open(name.empty() ? kDefaultCorpus : name, /*create=*/true);
}

const std::string& Library::directory() const { return shelves_->directory; }

absl::StatusOr<std::vector<std::string>> Library::Names() const {
  return CorpusNames(shelves_->directory);
}

absl::StatusOr<std::shared_ptr<Corpus>> Library::Open(absl::string_view name,
                                                      bool create) {
  if (!IsCorpusName(name)) {
    return InvalidFields(
        {{"corpus",
          "is no corpus name; use 1 to 63 of a-z, 0-9, '-' and '_', beginning "
          "with a letter or digit."}});
  }
  const absl::MutexLock lock(&shelves_->mutex);
  std::shared_ptr<Corpus>& corpus = shelves_->open[std::string(name)];
  if (corpus != nullptr) return corpus;
  const std::string path = PathOf(shelves_->directory, name);
  std::error_code unknown;  // What can't be seen, opening it will tell.
  if (!create && !std::filesystem::exists(path, unknown) && !unknown) {
    shelves_->open.erase(std::string(name));
    return NoSuchCorpus(name);
  }
  absl::StatusOr<std::unique_ptr<Corpus>> opened = Corpus::Open(path);
  if (!opened.ok()) {
    shelves_->open.erase(std::string(name));
    return opened.status();
  }
  corpus = *std::move(opened);
  return corpus;
}

}  // namespace footnote
