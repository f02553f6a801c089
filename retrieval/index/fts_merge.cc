#include "retrieval/index/fts_merge.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {

absl::StatusOr<bool> MergeFtsSegments(Database& database) {
  constexpr int kPages = 500;  // Of 4 KB, that are written at most.
  const int64_t before = sqlite3_total_changes64(database.handle());
  FOOTNOTE_RETURN_IF_ERROR(database.Execute(absl::StrCat(
      "INSERT INTO passage_index (passage_index, rank) VALUES ('merge', ",
      kPages, ")")));
  // One change is the statement's own. SQLite: "SQLite FTS5 Extension", the
  // 'merge' command.
  return sqlite3_total_changes64(database.handle()) - before >= 2;
}

}  // namespace footnote
