#include "service/data_check.h"

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "retrieval/corpus_check.h"

namespace footnote {
namespace {

std::string Summary(const CorpusCheck& check) {
  if (check.schema_version == 0) return "intact: nothing is in it yet";
  const CorpusCounts& counts = check.counts;
  return absl::StrCat(check.damages.empty() ? "intact" : "DAMAGED",
                      ": schema version ", check.schema_version, ", revision ",
                      counts.revision, ", ", counts.documents, " documents, ",
                      counts.passages, " passages, ", counts.sentences,
                      " sentences");
}

// Writes what a check came to and returns whether the corpus is intact.
bool Write(const NamedCheck& named, std::ostream& out) {
  out << named.corpus << ": ";
  if (!named.check.ok()) {
    out << "NOT CHECKED: " << named.check.status().message() << "\n";
    return false;
  }
  out << Summary(*named.check) << "\n";
  for (const std::string& damage : named.check->damages) {
    out << "  " << damage << "\n";
  }
  return named.check->damages.empty();
}

}  // namespace

ExitStatus CheckData(const std::string& directory, std::ostream& out,
                     std::ostream& err) {
  const absl::StatusOr<std::vector<NamedCheck>> checks =
      CheckCorpora(directory);
  if (!checks.ok()) {
    err << "footnoted: " << checks.status().message() << std::endl;
    return kCannotStart;
  }
  if (checks->empty()) out << directory << " holds no corpus.\n";
  bool all_intact = true;
  for (const NamedCheck& named : *checks) {
    all_intact = Write(named, out) && all_intact;
  }
  out << std::flush;
  return all_intact ? kStopped : kDamaged;
}

}  // namespace footnote
