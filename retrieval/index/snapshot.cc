#include "retrieval/index/snapshot.h"

#include <memory>

#include "retrieval/index/schema.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"

namespace footnote {

absl::StatusOr<uint64_t> WriteSnapshot(const std::string& path,
                                       const std::string& target,
                                       const Deadline& deadline) {
  FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
  {
    // A connection of its own, so that the snapshot ends with the copy.
    FOOTNOTE_ASSIGN_OR_RETURN(const std::unique_ptr<Database> corpus,
                              OpenForReading(path));
    const DeadlineScope scope(*corpus, deadline);
    FOOTNOTE_ASSIGN_OR_RETURN(Statement copy,
                              corpus->Prepare("VACUUM INTO ?1"));
    copy.BindText(1, target);
    FOOTNOTE_RETURN_IF_ERROR(copy.Run());
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const std::unique_ptr<Database> copied,
                            Database::Open(target, Database::Mode::kImmutable));
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t revision,
                            copied->QueryInt64("SELECT revision FROM corpus"));
  return static_cast<uint64_t>(revision);
}

}  // namespace footnote
