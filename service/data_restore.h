// footnoted --restore: a data directory from a copy of a corpus.

#ifndef FOOTNOTE_SERVICE_DATA_RESTORE_H_
#define FOOTNOTE_SERVICE_DATA_RESTORE_H_

#include <functional>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/corpus_check.h"
#include "retrieval/corpus_restore.h"
#include "service/options.h"

namespace footnote {

// What checks the copy at a path; runs in a process of its own.
using CopyCheck =
    std::function<absl::StatusOr<CorpusCheck>(const std::string& path)>;

// Restores the copy that `options` name into `directory`, which is empty or
// missing: copies it there, has all of it checked by a process of its own, and
// only then makes it the corpus. Writes to `out` a line that says what was
// restored, or that it was not, followed by one for each damage found.
//
// Returns kStopped if the corpus is restored; kDamaged if the file is damaged,
// is no copy of this version, or kills the process that checks it;
// kCannotStart, with the reason on `err`, if it can't be read or the directory
// can't be used. Whatever fails, nothing of the copy is left in the directory.
ExitStatus RestoreData(const RestoreOptions& options,
                       const std::string& directory, std::ostream& out,
                       std::ostream& err, const CopyCheck& check = CheckCopy);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_DATA_RESTORE_H_
