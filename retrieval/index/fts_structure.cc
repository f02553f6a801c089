#include "retrieval/index/fts_structure.h"

#include <algorithm>
#include <limits>

#include "absl/strings/match.h"
#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Counts the changes of the index's settings, which are none of ours.
constexpr size_t kCookieBytes = 4;

// Follows the cookie in the newer form. As the older form's count of levels it
// would be 16,256, which is too many.
constexpr absl::string_view kNewerForm("\xff\x00\x00\x01", 4);

constexpr uint64_t kMaxSegmentId = std::numeric_limits<uint16_t>::max();
constexpr uint64_t kMaxLeaf = (uint64_t{1} << 31) - 1;

// Reads a number of at most `max`.
bool ReadNumber(uint64_t max, absl::string_view* bytes, uint64_t* value) {
  return ReadFtsVarint(bytes, value) && *value <= max;
}

// Reads a segment off the front of `*bytes`.
bool ReadSegment(absl::string_view* bytes, FtsSegment* segment) {
  uint64_t id = 0;
  uint64_t first = 0;
  uint64_t last = 0;
  if (!ReadNumber(kMaxSegmentId, bytes, &id) ||
      !ReadNumber(kMaxLeaf, bytes, &first) ||
      !ReadNumber(kMaxLeaf, bytes, &last) || id == 0 || last < first) {
    return false;
  }
  *segment = {static_cast<uint32_t>(id), static_cast<uint32_t>(first),
              static_cast<uint32_t>(last)};
  return first > 0 || last == 0;
}

// Reads a level, whose segments stand from oldest to newest, and puts them
// behind `*newest_first` in the order of its name.
bool ReadLevel(absl::string_view* bytes,
               std::vector<FtsSegment>* newest_first) {
  uint64_t merging = 0;
  uint64_t count = 0;
  if (!ReadFtsVarint(bytes, &merging) ||
      !ReadNumber(kMaxFtsSegments, bytes, &count) || merging > count) {
    return false;
  }
  std::vector<FtsSegment> level(count);
  for (FtsSegment& segment : level) {
    if (!ReadSegment(bytes, &segment)) return false;
  }
  newest_first->insert(newest_first->end(), level.rbegin(), level.rend());
  return newest_first->size() <= kMaxFtsSegments;
}

}  // namespace

absl::StatusOr<std::vector<FtsSegment>> DecodeFtsStructure(
    absl::string_view record) {
  if (record.size() < kCookieBytes) return DamagedFtsIndex();
  record.remove_prefix(kCookieBytes);
  if (absl::StartsWith(record, kNewerForm)) {
    return StorageUnsupported(
        "The index of terms has a form that this server does not know; use "
        "the server that wrote it.");
  }
  uint64_t levels = 0;
  uint64_t count = 0;
  uint64_t leaves_written = 0;
  if (!ReadNumber(kMaxFtsSegments, &record, &levels) ||
      !ReadNumber(kMaxFtsSegments, &record, &count) ||
      !ReadFtsVarint(&record, &leaves_written)) {
    return DamagedFtsIndex();
  }
  std::vector<FtsSegment> segments;
  for (uint64_t level = 0; level < levels; ++level) {
    if (!ReadLevel(&record, &segments)) return DamagedFtsIndex();
  }
  if (segments.size() != count) return DamagedFtsIndex();
  std::erase_if(segments, [](const FtsSegment& segment) {
    return segment.first_leaf == 0;
  });
  std::reverse(segments.begin(), segments.end());
  return segments;
}

absl::Status DamagedFtsIndex() {
  return StorageCorrupt(
      "The index of terms is damaged; restore the corpus from a copy.");
}

}  // namespace footnote
