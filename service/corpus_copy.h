// A copy of a corpus, from which it is sent.

#ifndef FOOTNOTE_SERVICE_CORPUS_COPY_H_
#define FOOTNOTE_SERVICE_CORPUS_COPY_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/corpus.h"
#include "retrieval/deadline.h"

namespace footnote {

// A file without a name, which is gone with this object and with the process.
// Not thread-safe: one thread at a time.
class CorpusCopy {
 public:
  // Copies `corpus`, as Corpus::CopyTo() does, into a file in `directory`, and
  // reads the copy once for its hash.
  //
  // Errors: as Corpus::CopyTo(), and kUnavailable (STORAGE_FAILED) if no file
  // can be made or read. None leaves anything behind.
  static absl::StatusOr<std::unique_ptr<CorpusCopy>> Make(
      const Corpus& corpus, const std::string& directory,
      const Deadline& deadline);

  ~CorpusCopy();
  CorpusCopy(const CorpusCopy&) = delete;
  CorpusCopy& operator=(const CorpusCopy&) = delete;

  // The revision of the corpus that the copy holds, its bytes, and their
  // SHA-256, hexadecimal.
  uint64_t revision() const { return revision_; }
  uint64_t size_bytes() const { return size_; }
  const std::string& sha256() const { return sha256_; }

  // Returns whether everything was read.
  bool AtEnd() const { return offset_ == size_; }

  // Reads on: at most `limit` bytes, and fewer only at the end. What follows
  // them is asked of the disk in advance.
  //
  // Errors: kUnavailable (STORAGE_FAILED).
  absl::StatusOr<std::string> Read(size_t limit);

 private:
  explicit CorpusCopy(int file) : file_(file) {}

  // Finds out size and hash.
  absl::Status Measure(const Deadline& deadline);

  const int file_;
  uint64_t revision_ = 0;
  uint64_t size_ = 0;
  uint64_t offset_ = 0;  // Of what is read next.
  std::string sha256_;
};

// Removes from `directory`, which this process has locked, what a server that
// crashed while it made a copy left there.
//
// Errors: kUnavailable (STORAGE_FAILED).
absl::Status RemoveUnfinishedCopies(const std::string& directory);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_CORPUS_COPY_H_
