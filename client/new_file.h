// A file that appears under its name only when it is whole.

#ifndef FOOTNOTE_CLIENT_NEW_FILE_H_
#define FOOTNOTE_CLIENT_NEW_FILE_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// What happens to a file that has the name already.
enum class OldFile { kKeep, kReplace };

// A file being written, under a name of its own beside the one it is to have.
// Its owner alone may read it. Not thread-safe.
class NewFile {
 public:
  // Begins the file that is to be `path`.
  //
  // Errors: kAlreadyExists if `path` is there and shall be kept, or is no
  // regular file; else what the system says.
  static absl::StatusOr<std::unique_ptr<NewFile>> Create(
      const std::string& path, OldFile old_file);

  // Removes what was written, unless Finish() has succeeded.
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Adds the next bytes. Errors: what the system says.
  absl::Status Write(absl::string_view bytes);

  // Makes the file durable and gives it its name.
  //
  // Errors: kAlreadyExists if `path` came into being meanwhile and shall be
  // kept; else what the system says. `path` is then as it was before, unless
  // the folder alone could not be made durable: then the whole file is there,
  // but may be gone after a power cut.
  absl::Status Finish();

 private:
  NewFile(std::string path, OldFile old_file, int fd, std::string own_path);

  // Gives the file its name.
  absl::Status Publish();

  const std::string path_;
  const OldFile old_file_;
  const int fd_;
  std::string own_path_;  // Empty once it is gone.
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_NEW_FILE_H_
