#include "retrieval/index/consistency.h"

#include "absl/strings/str_cat.h"
#include "retrieval/index/passage_lengths.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

using Lines = std::vector<std::string>;

// What two tables may say of each other: a count of contradictions.
struct Agreement {
  absl::string_view what;
  absl::string_view contradictions;
};

constexpr Agreement kAgreements[] = {
    {"rows of counts too many or too few",
     "SELECT abs(count(*) - 1) FROM corpus"},
    {"documents more or fewer than counted",
     "SELECT abs((SELECT documents FROM corpus) - count(*)) FROM document"},
    {"passages more or fewer than counted",
     "SELECT abs((SELECT passages FROM corpus) - count(*)) FROM passage"},
    {"sentences more or fewer than counted",
     "SELECT abs((SELECT sentences FROM corpus) - "
     "coalesce(sum(sentence_count), 0)) FROM document"},
    {"bytes of text more or fewer than counted",
     "SELECT abs((SELECT text_bytes FROM corpus) - "
     "coalesce(sum(text_bytes), 0)) FROM document"},
    {"documents of a revision that is yet to come",
     "SELECT count(*) FROM document "
     "WHERE revision > (SELECT revision FROM corpus)"},
    {"passages of no document",
     "SELECT count(*) FROM passage "
     "WHERE document NOT IN (SELECT number FROM document)"},
    {"labels of no document",
     "SELECT count(*) FROM metadata "
     "WHERE document NOT IN (SELECT number FROM document "
     "UNION ALL SELECT number FROM earlier_document)"},
    {"mentions in no passage",
     "SELECT count(*) FROM mention "
     "WHERE passage NOT IN (SELECT number FROM passage)"},
    {"mentions of no name",
     "SELECT count(*) FROM mention "
     "WHERE name NOT IN (SELECT number FROM name)"},
    {"names that nothing mentions",
     "SELECT count(*) FROM name "
     "WHERE number NOT IN (SELECT name FROM mention)"},
    {"words of no name",
     "SELECT count(*) FROM name_word "
     "WHERE name NOT IN (SELECT number FROM name)"},
    {"events in no passage",
     "SELECT count(*) FROM event "
     "WHERE passage NOT IN (SELECT number FROM passage)"},
    {"acronyms of no document",
     "SELECT count(*) FROM acronym "
     "WHERE document NOT IN (SELECT number FROM document)"},
    {"earlier versions more or fewer than counted",
     "SELECT abs((SELECT earlier_versions FROM corpus) - count(*)) "
     "FROM earlier_document"},
    {"earlier versions that are not earlier than a document",
     "SELECT count(*) FROM earlier_document AS earlier WHERE NOT EXISTS "
     "(SELECT 1 FROM document WHERE document.id = earlier.id "
     "AND document.revision > earlier.revision)"},
};

absl::Status CheckPages(Database& database, Lines* lines) {
  FOOTNOTE_ASSIGN_OR_RETURN(Statement check,
                            database.Prepare("PRAGMA integrity_check(50)"));
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, check.Step());
    if (!found) return absl::OkStatus();
    if (check.Text(0) != "ok") lines->emplace_back(check.Text(0));
  }
}

absl::Status CheckAgreements(Database& database, Lines* lines) {
  for (const auto& [what, contradictions] : kAgreements) {
    FOOTNOTE_ASSIGN_OR_RETURN(const int64_t count,
                              database.QueryInt64(contradictions));
    if (count != 0) lines->push_back(absl::StrCat(count, " ", what));
  }
  return absl::OkStatus();
}

absl::Status CheckLengths(Database& database, Lines* lines) {
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t count, CountWrongLengths(database));
  if (count == 0) return absl::OkStatus();
  lines->push_back(absl::StrCat(count, " passages of another length"));
  return absl::OkStatus();
}

absl::Status CheckIndex(Database& database, Lines* lines) {
  // Rank 1: compare with the passages, not the index with itself alone.
  const absl::Status status = database.Execute(
      "INSERT INTO passage_index (passage_index, rank) "
      "VALUES ('integrity-check', 1)");
  if (!absl::IsDataLoss(status)) return status;
  lines->emplace_back("the index of terms does not fit the passages");
  return absl::OkStatus();
}

}  // namespace

absl::Status NoteDamage(const absl::Status& status, Lines* lines) {
  if (!absl::IsDataLoss(status)) return status;
  lines->emplace_back(status.message());
  return absl::OkStatus();
}

absl::StatusOr<Lines> FindInconsistencies(Database& database) {
  Lines lines;
  for (const auto& check :
       {CheckPages, CheckAgreements, CheckLengths, CheckIndex}) {
    FOOTNOTE_RETURN_IF_ERROR(NoteDamage(check(database, &lines), &lines));
  }
  return lines;
}

}  // namespace footnote
