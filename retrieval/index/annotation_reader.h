// Finds passages by whom they name, who speaks in them, and the times they
// speak of.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_READER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_READER_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/annotation_rows.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/passage_set.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/timestamp.h"

namespace footnote {

// Reads the tables in the snapshot of its connection. Not thread-safe; its
// errors are those of SqliteStatus() and of the connection's deadline.
class AnnotationReader {
 public:
  // `database` outlives the reader.
  static absl::StatusOr<AnnotationReader> Create(Database& database);

  // Returns the passages that name what `asked` names, as NamesMatch() has it,
  // or, if `speaking`, those in which it speaks.
  absl::StatusOr<PassageSet> FindNaming(absl::string_view asked, bool speaking);

  // Returns the passages that speak of a time of which more than half lies in
  // `period`.
  absl::StatusOr<PassageSet> FindSpeakingOf(const TimePeriod& period);

  // Return the long form that most documents give for `acronym`, and the
  // acronym that most give for `long_form`; nothing if none does. Compared by
  // terms.
  absl::StatusOr<std::optional<std::string>> FindLongForm(
      absl::string_view acronym);
  absl::StatusOr<std::optional<std::string>> FindAcronym(
      absl::string_view long_form);

  // Compares the tables with what `annotations` say of the passages of `run`.
  // Errors: kDataLoss if they lack a row of it.
  absl::Status Check(const Annotations& annotations, const PassageRun& run);

 private:
  AnnotationReader() = default;

  absl::Status CheckMention(const Name& name, PassageNumber passage,
                            bool speaks);

  Statement names_;
  Statement mentions_;
  Statement events_;
  Statement long_form_;
  Statement acronym_;
  Statement has_mention_;
  Statement has_event_;
  Statement has_word_;
  Statement has_acronym_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_READER_H_
