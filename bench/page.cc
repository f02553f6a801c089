#include "bench/page.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote::bench {

absl::StatusOr<std::string> ReplacePart(const std::string& page,
                                        const std::string& name,
                                        const std::string& part) {
  const std::string first = absl::StrCat("<!-- ", name, ":begin -->\n");
  const std::string last = absl::StrCat("<!-- ", name, ":end -->");
  const size_t begin = page.find(first);
  const size_t end = page.find(last);
  if (begin == std::string::npos || end == std::string::npos || end < begin ||
      page.find(first, begin + 1) != std::string::npos ||
      page.find(last, end + 1) != std::string::npos) {
    return absl::FailedPreconditionError(
        absl::StrCat("The page needs a line ", first, "and behind it a line ",
                     last, ", each once."));
  }
  return absl::StrCat(page.substr(0, begin), first, part, page.substr(end));
}

absl::Status WritePart(const std::string& name, const std::string& part,
                       const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("Cannot read ", path));
  const std::string old(std::istreambuf_iterator<char>(file), {});
  FOOTNOTE_ASSIGN_OR_RETURN(const std::string page,
                            ReplacePart(old, name, part));
  return WriteText(page, path);
}

absl::Status WriteText(const std::string& text, const std::string& path) {
  std::error_code ignored;  // Writing into it will tell.
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(),
                                      ignored);
  std::ofstream file(path);
  file << text;
  file.close();
  if (file) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("Cannot write ", path));
}

}  // namespace footnote::bench
