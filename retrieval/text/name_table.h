// Keeps together what a document calls one person.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NAME_TABLE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NAME_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/names.h"

namespace footnote {

// The names of a document while it is read. Not thread-safe.
class NameTable {
 public:
  // Returns the position of the name that `words`, as the document writes them,
  // stand for: one that is known, whole or by its last or given name, or a new
  // one. A name known by its last word alone takes the longer form.
  //
  // REQUIRES: words is not empty.
  uint32_t Add(const std::vector<absl::string_view>& words, NameKind kind);

  // Returns the position of the name that `words` stand for, if it is known.
  std::optional<uint32_t> Find(
      const std::vector<absl::string_view>& words) const;

  // Takes `title` for that of the name at `name` if it is the longest so far,
  // and counts a mention.
  void Mention(uint32_t name, absl::string_view title);

  // Returns the names; the table is not used again.
  std::vector<Name> Take() && { return std::move(names_); }

 private:
  // The names that share a last or given name: the latest few of them. More
  // would let a text of many names take quadratic time.
  static constexpr size_t kMaxSharing = 8;
  using Sharing = std::vector<uint32_t>;

  // Returns the most mentioned of the names that `map` has for `key`.
  std::optional<uint32_t> MostMentioned(
      const absl::flat_hash_map<std::string, Sharing>& map,
      const std::string& key) const;

  // Returns the name of one word that is the last of `words`, if there is one.
  std::optional<uint32_t> ShortForm(
      const std::vector<absl::string_view>& words) const;

  // Makes the name at `name` known by `words`.
  void Enter(uint32_t name, const std::vector<absl::string_view>& words);

  std::vector<Name> names_;
  std::vector<uint32_t> mentions_;  // Of each name.
  absl::flat_hash_map<std::string, uint32_t> whole_;
  absl::flat_hash_map<std::string, uint32_t> outer_;  // First and last word.
  absl::flat_hash_map<std::string, Sharing> last_;
  absl::flat_hash_map<std::string, Sharing> given_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NAME_TABLE_H_
