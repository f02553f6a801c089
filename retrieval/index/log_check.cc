#include "retrieval/index/log_check.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/file_header.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr size_t kHeaderBytes = 32;
constexpr size_t kFrameHeaderBytes = 24;
constexpr uint32_t kMagic = 0x377f0682;  // Plus 1 if sums are big-endian.
constexpr size_t kPageSizeOffset = 8;
constexpr size_t kSaltOffset = 16;
constexpr size_t kSumOffset = 24;
constexpr size_t kFrameCommitOffset = 4;
constexpr size_t kFrameSaltOffset = 8;
constexpr size_t kFrameSumOffset = 16;
constexpr uint32_t kLeastPageBytes = 512;
constexpr uint32_t kMostPageBytes = 65536;

uint64_t BigEndian64(absl::string_view bytes, size_t offset) {
  return uint64_t{BigEndian32(bytes, offset)} << 32 |
         BigEndian32(bytes, offset + 4);
}

// The sum over all that stands before in the log.
class RunningSum {
 public:
  explicit RunningSum(bool big_endian) : big_endian_(big_endian) {}

  void Add(absl::string_view bytes) {
    for (size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first_ += Word(bytes, i) + second_;
      second_ += Word(bytes, i + 4) + first_;
    }
  }

  uint64_t value() const { return uint64_t{first_} << 32 | second_; }

 private:
  uint32_t Word(absl::string_view bytes, size_t offset) const {
    const uint32_t word = BigEndian32(bytes, offset);
    return big_endian_ ? word : __builtin_bswap32(word);
  }

  const bool big_endian_;
  uint32_t first_ = 0;
  uint32_t second_ = 0;
};

// The frames of a log, by position.
class Frames {
 public:
  Frames(std::ifstream& file, uint32_t page_bytes)
      : file_(file), bytes_(kFrameHeaderBytes + page_bytes, '\0') {}

  // Reads the next frame; returns false at the end.
  bool Next() {
    file_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    return file_.gcount() == static_cast<std::streamsize>(bytes_.size());
  }

  bool is_commit() const {
    return BigEndian32(bytes_, kFrameCommitOffset) != 0;
  }
  uint64_t salt() const { return BigEndian64(bytes_, kFrameSaltOffset); }

  // Returns whether the sum of the frame fits, which is added to `*sum`.
  bool Fits(RunningSum* sum) const {
    const absl::string_view bytes = bytes_;
    sum->Add(bytes.substr(0, kFrameSaltOffset));
    sum->Add(bytes.substr(kFrameHeaderBytes));
    return sum->value() == BigEndian64(bytes, kFrameSumOffset);
  }

 private:
  std::ifstream& file_;
  std::string bytes_;
};

absl::Status Damaged(const std::string& log) {
  return StorageCorrupt(absl::StrCat(
      log,
      " is damaged: changes that were acknowledged stand behind the "
      "damage. Keep it, and restore the corpus from a copy."));
}

bool IsPageSize(uint32_t bytes) {
  return bytes >= kLeastPageBytes && bytes <= kMostPageBytes &&
         (bytes & (bytes - 1)) == 0;
}

// Returns whether, from the frame at hand on, a change of the log with `salt`
// ends and another begins.
bool HoldsMoreThanOneChange(Frames& frames, uint64_t salt) {
  bool has_ended = false;
  do {
    if (frames.salt() != salt) continue;
    if (has_ended) return true;
    has_ended = frames.is_commit();
  } while (frames.Next());
  return false;
}

// Returns whether the header is whole, and adds it to `*sum`.
bool IsHeader(absl::string_view header, RunningSum* sum) {
  sum->Add(header.substr(0, kSumOffset));
  return (BigEndian32(header, 0) & ~1u) == kMagic &&
         IsPageSize(BigEndian32(header, kPageSizeOffset)) &&
         sum->value() == BigEndian64(header, kSumOffset);
}

// Leaves `frames` at the first one that does not belong to the log of this
// `salt`, or whose sum does not fit; returns false if there is none.
bool FindBreak(Frames& frames, uint64_t salt, RunningSum sum) {
  while (frames.salt() == salt && frames.Fits(&sum)) {
    if (!frames.Next()) return false;
  }
  return true;
}

// Returns the size of pages that the database at `path` gives, or 0.
absl::StatusOr<uint32_t> PageBytes(const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto header, ReadFileHeader(path));
  return header.has_value() ? header->page_bytes : 0;
}

// Returns whether what was durable is lost by damage of the header alone: then
// the frames still tell their salt, and the database the size of pages.
absl::StatusOr<bool> IsLostByItsHeader(const std::string& path,
                                       std::ifstream& file) {
  FOOTNOTE_ASSIGN_OR_RETURN(const uint32_t page_bytes, PageBytes(path));
  if (!IsPageSize(page_bytes)) return false;
  Frames frames(file, page_bytes);
  return frames.Next() && frames.salt() != 0 &&
         HoldsMoreThanOneChange(frames, frames.salt());
}

// Returns whether what was durable is lost behind a frame that is damaged.
bool IsLostByAFrame(absl::string_view header, const RunningSum& sum,
                    std::ifstream& file) {
  const uint64_t salt = BigEndian64(header, kSaltOffset);
  Frames frames(file, BigEndian32(header, kPageSizeOffset));
  return frames.Next() && FindBreak(frames, salt, sum) &&
         HoldsMoreThanOneChange(frames, salt);
}

}  // namespace

absl::Status CheckLog(const std::string& path) {
  const std::string log = path + "-wal";
  std::error_code error;
  if (!std::filesystem::exists(log, error)) return absl::OkStatus();
  std::ifstream file(log, std::ios::binary);
  if (!file) {
    return StorageFailed(absl::StrCat(
        log, " can't be read; give the user of the server the right."));
  }
  std::string header(kHeaderBytes, '\0');
  if (!file.read(header.data(), kHeaderBytes)) return absl::OkStatus();
  RunningSum sum(BigEndian32(header, 0) == kMagic + 1);
  bool is_lost = false;
  if (IsHeader(header, &sum)) {
    is_lost = IsLostByAFrame(header, sum, file);
  } else {
    FOOTNOTE_ASSIGN_OR_RETURN(is_lost, IsLostByItsHeader(path, file));
  }
  return is_lost ? Damaged(log) : absl::OkStatus();
}

}  // namespace footnote
