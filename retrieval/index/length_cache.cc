#include "retrieval/index/length_cache.h"

#include "retrieval/status.h"

namespace footnote {

absl::StatusOr<std::shared_ptr<const PassageLengths>> LengthCache::Get(
    LengthReader& reader, uint64_t revision) {
  std::shared_ptr<const PassageLengths> known;
  {
    const absl::MutexLock lock(&mutex_);
    if (revision_ >= revision) return lengths_;
    known = lengths_;
  }
  // Read outside of the lock: two readers may both do it, to the same end.
  auto lengths = std::make_shared<PassageLengths>(*known);
  FOOTNOTE_RETURN_IF_ERROR(reader.Update(lengths.get()));
  const absl::MutexLock lock(&mutex_);
  if (revision > revision_) {
    revision_ = revision;
    lengths_ = lengths;
  }
  return lengths;
}

}  // namespace footnote
