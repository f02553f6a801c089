// Brings a copy of a corpus back into a data directory.

#ifndef FOOTNOTE_RETRIEVAL_CORPUS_RESTORE_H_
#define FOOTNOTE_RETRIEVAL_CORPUS_RESTORE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/corpus_check.h"
#include "retrieval/directory_lock.h"

namespace footnote {

// Returns OK if the first bytes of the file at `path` say that it is the whole
// of a corpus of this version.
//
// Errors: kFailedPrecondition (STORAGE_UNSUPPORTED) if they do not, or a log
// beside it holds a part; kUnavailable (STORAGE_FAILED) if it can't be read.
absl::Status CheckIsCopy(const std::string& path);

// Checks the copy at `path` as CheckCorpus() does, once it is in write-ahead
// logging, into which it is put; nothing else of it is changed. The copy may be
// hostile: run this where it may die.
//
// Errors: as CheckIsCopy() and CheckCorpus(). Damage is no error but a result.
absl::StatusOr<CorpusCheck> CheckCopy(const std::string& path);

// A copy in a data directory that is no corpus of it yet. What is not placed is
// removed; what a killed process leaves, the next to open the directory
// removes.
class StagedCopy {
 public:
  // Copies `file` into `directory`, which is created if it is missing, to
  // become the corpus `name`. The directory is locked as long as the copy
  // lives.
  //
  // Errors: kFailedPrecondition if the directory is in use or holds anything;
  // kUnavailable if reading or writing fails.
  //
  // REQUIRES: IsCorpusName(name).
  static absl::StatusOr<std::unique_ptr<StagedCopy>> Make(
      const std::string& file, const std::string& directory,
      absl::string_view name);

  ~StagedCopy();
  StagedCopy(const StagedCopy&) = delete;
  StagedCopy& operator=(const StagedCopy&) = delete;

  // Returns where the copy is.
  const std::string& path() const { return path_; }

  // Returns the SHA-256 of the bytes that were copied, as Sha256Hex().
  const std::string& sha256() const { return sha256_; }

  // Makes the copy the corpus. Durable when it returns.
  //
  // Errors: as Sync().
  absl::Status Place();

 private:
  StagedCopy(const std::string& directory, absl::string_view name,
             std::unique_ptr<DirectoryLock> lock);

  const std::string directory_;
  const std::string name_;
  const std::string path_;
  const std::unique_ptr<DirectoryLock> lock_;
  std::string sha256_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_CORPUS_RESTORE_H_
