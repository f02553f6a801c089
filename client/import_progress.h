// How far an import or a copy is, shown while it runs.

#ifndef FOOTNOTE_CLIENT_IMPORT_PROGRESS_H_
#define FOOTNOTE_CLIENT_IMPORT_PROGRESS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace footnote {

// How far an import is.
struct ImportFigures {
  // Acknowledged or refused; none where bytes alone are counted.
  std::optional<int64_t> documents = 0;
  uint64_t bytes = 0;                   // Read for them.
  std::optional<uint64_t> total_bytes;  // Of everything, if it is known.
  absl::Duration elapsed;
};

// Returns `1200 documents, 4.2 MB of 10.0 MB, 2.1 MB/s, 3s left`. Without a
// total, or before there is a rate, what is not known is left out.
std::string ProgressText(const ImportFigures& figures);

// Shows progress: on a terminal one line, drawn anew at most ten times a
// second; elsewhere a line every five seconds. Not thread-safe.
class ImportProgress {
 public:
  using Clock = std::function<absl::Time()>;

  // Begins with `start`. Writes to `out`, which is not owned.
  ImportProgress(std::ostream& out, bool is_terminal, ImportFigures start,
                 Clock clock = absl::Now);

  // Wipes the line.
  ~ImportProgress();
  ImportProgress(const ImportProgress&) = delete;
  ImportProgress& operator=(const ImportProgress&) = delete;

  // Counts documents that are dealt with, unless bytes alone are counted, and
  // the bytes read for them.
  void Add(int64_t documents, uint64_t bytes);

  // Writes a line of its own above the progress.
  void Note(absl::string_view line);

  // Wipes the line, until something is added again.
  void Wipe();

  // Returns how far the import is.
  ImportFigures figures() const;

 private:
  void Show();

  std::ostream& out_;
  const bool is_terminal_;
  const Clock clock_;
  const absl::Time begin_;
  ImportFigures figures_;
  absl::Time next_show_;
  bool drawn_ = false;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_IMPORT_PROGRESS_H_
