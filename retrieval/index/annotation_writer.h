// Fills the tables by which passages are found by whom they name, who speaks in
// them, and the times they speak of.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_WRITER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_WRITER_H_

#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "retrieval/index/annotation_rows.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Fills the tables as documents come and go. Not thread-safe; its errors are
// those of SqliteStatus().
class AnnotationWriter {
 public:
  // `database` outlives the writer.
  static absl::StatusOr<AnnotationWriter> Create(Database& database);

  // Adds what `annotations` say of the passages of `run`.
  absl::Status Insert(const Annotations& annotations, const PassageRun& run);

  // Removes what Insert() added with the same arguments.
  absl::Status Remove(const Annotations& annotations, const PassageRun& run);

  // Forgets what it remembers of the tables: what was written since they were
  // committed is taken back.
  void Forget() { numbers_.clear(); }

 private:
  AnnotationWriter() = default;

  // Returns the number of `name`, 0 if it has none.
  absl::StatusOr<int64_t> NumberOf(const Name& name);
  absl::StatusOr<int64_t> FindOrAdd(const Name& name);
  absl::StatusOr<int64_t> AddName(const Name& name);
  absl::Status DropUnusedName(const Name& name, int64_t number);
  absl::Status InsertAcronyms(const Annotations& annotations, int64_t document);

  Database* database_ = nullptr;
  // Of names that are in the table, by KeyOf(): most come again and again.
  absl::flat_hash_map<std::string, int64_t> numbers_;
  Statement find_name_;
  Statement insert_name_;
  Statement insert_word_;
  Statement insert_mention_;
  Statement insert_event_;
  Statement insert_acronym_;
  Statement delete_mentions_;
  Statement delete_name_;
  Statement delete_word_;
  Statement delete_event_;
  Statement delete_acronyms_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_WRITER_H_
