// The files of a data directory: a corpus's file, the log and the index of the
// log beside it, and what an interrupted deletion or restore has left.

#ifndef FOOTNOTE_RETRIEVAL_CORPUS_FILES_H_
#define FOOTNOTE_RETRIEVAL_CORPUS_FILES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The beginnings of files that are no corpora: of those that are being deleted
// and of copies that are being restored.
inline constexpr absl::string_view kDeletedPrefix = ".deleted-";
inline constexpr absl::string_view kRestoringPrefix = ".restoring-";

// Returns whether `name` may name a corpus: 1 to 63 characters a-z, 0-9, '-'
// and '_', the first a letter or digit.
bool IsCorpusName(absl::string_view name);

// Returns OK if IsCorpusName(name).
//
// Errors: kInvalidArgument naming the field `corpus`.
absl::Status RequireCorpusName(absl::string_view name);

// Returns the path of the file of the corpus `name` in `directory`.
std::string CorpusPath(absl::string_view directory, absl::string_view name);

// Returns the names of the corpora in `directory`, sorted.
//
// Errors: kUnavailable (STORAGE_FAILED) if it can't be read.
absl::StatusOr<std::vector<std::string>> CorpusNames(
    const std::string& directory);

// Returns the bytes of the corpus file at `path` and its log; 0 if there are
// none.
uint64_t CorpusFileBytes(const std::string& path);

// Makes the file or directory at `path` durable as it is.
//
// Errors: kResourceExhausted (STORAGE_FULL); kUnavailable (STORAGE_FAILED).
absl::Status Sync(const std::string& path);

// Makes an empty file at `path` and returns true, or returns false if there is
// one. Errors: as Sync().
absl::StatusOr<bool> MakeEmptyFile(const std::string& path);

// Removes the file at `path` with its log and the index of the log, whichever
// there are. Errors: kUnavailable (STORAGE_FAILED).
absl::Status RemoveWithLog(const std::string& path);

// Removes the corpus `name`, which is closed, from `directory`. Durable when it
// returns. A crash leaves it there as a whole, or gone but for what
// RemoveLeftovers() takes away.
//
// Errors: as Sync().
absl::Status RemoveCorpus(const std::string& directory, absl::string_view name);

// Removes what interrupted deletions and restores have left in `directory`.
//
// Errors: kUnavailable (STORAGE_FAILED).
absl::Status RemoveLeftovers(const std::string& directory);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_CORPUS_FILES_H_
