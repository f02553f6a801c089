// A file in memory that is read where it is touched.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_MAPPED_FILE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_MAPPED_FILE_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The bytes of a file, mapped read-only for as long as this lives. Thread-safe.
//
// To replace the file, rename another to its path, as package managers do: what
// is mapped stays as it was. A file that is cut short in place ends the process
// (SIGBUS) where the lost bytes are read.
class MappedFile {
 public:
  // Maps the file at `path`. None of it is read yet.
  //
  // Errors: kNotFound if there is none; kUnavailable if it can't be mapped.
  static absl::StatusOr<MappedFile> Open(const std::string& path);

  MappedFile() = default;  // Of no bytes.
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // Returns the bytes, which live as long as this.
  absl::string_view bytes() const {
    return absl::string_view(static_cast<const char*>(address_), size_);
  }

 private:
  MappedFile(void* address, size_t size) : address_(address), size_(size) {}

  void* address_ = nullptr;
  size_t size_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_MAPPED_FILE_H_
