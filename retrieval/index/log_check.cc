#include "retrieval/index/log_check.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
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

uint32_t Word(absl::string_view bytes, size_t offset, bool big_endian = true) {
  uint32_t word = 0;
  for (size_t i = 0; i < 4; ++i) {
    const size_t at = offset + (big_endian ? i : 3 - i);
    word = word << 8 | static_cast<unsigned char>(bytes[at]);
  }
  return word;
}

uint64_t TwoWords(absl::string_view bytes, size_t offset) {
  return uint64_t{Word(bytes, offset)} << 32 | Word(bytes, offset + 4);
}

// The sum over all that stands before in the log.
class RunningSum {
 public:
  explicit RunningSum(bool big_endian) : big_endian_(big_endian) {}

  void Add(absl::string_view bytes) {
    for (size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      first_ += Word(bytes, i, big_endian_) + second_;
      second_ += Word(bytes, i + 4, big_endian_) + first_;
    }
  }

  uint64_t value() const { return uint64_t{first_} << 32 | second_; }

 private:
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

  bool is_commit() const { return Word(bytes_, kFrameCommitOffset) != 0; }
  uint64_t salt() const { return TwoWords(bytes_, kFrameSaltOffset); }

  // Returns whether the sum of the frame fits, which is added to `*sum`.
  bool Fits(RunningSum* sum) const {
    const absl::string_view bytes = bytes_;
    sum->Add(bytes.substr(0, kFrameSaltOffset));
    sum->Add(bytes.substr(kFrameHeaderBytes));
    return sum->value() == TwoWords(bytes, kFrameSumOffset);
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
  return (Word(header, 0) & ~1u) == kMagic &&
         IsPageSize(Word(header, kPageSizeOffset)) &&
         sum->value() == TwoWords(header, kSumOffset);
}

// Returns the size of pages that the database at `path` gives, or 0.
uint32_t PageBytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string header(kHeaderBytes, '\0');
  file.read(header.data(), static_cast<std::streamsize>(header.size()));
  const uint32_t bytes = Word(header, 16) >> 16;
  return bytes == 1 ? kMostPageBytes : bytes;
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
  RunningSum sum((Word(header, 0) & 1) == 1);
  const bool is_whole = IsHeader(header, &sum);
  const uint32_t page_bytes =
      is_whole ? Word(header, kPageSizeOffset) : PageBytes(path);
  if (!IsPageSize(page_bytes)) return absl::OkStatus();
  Frames frames(file, page_bytes);
  if (!frames.Next()) return absl::OkStatus();
  // Without its header all of a log is lost; its frames still tell their salt.
  const uint64_t salt =
      is_whole ? TwoWords(header, kSaltOffset) : frames.salt();
  if (is_whole) {
    while (frames.salt() == salt && frames.Fits(&sum)) {
      if (!frames.Next()) return absl::OkStatus();
    }
  }
  const bool is_damaged =
      (is_whole || salt != 0) && HoldsMoreThanOneChange(frames, salt);
  return is_damaged ? Damaged(log) : absl::OkStatus();
}

}  // namespace footnote
