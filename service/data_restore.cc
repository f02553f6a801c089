#include "service/data_restore.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "retrieval/status.h"
#include "service/child_process.h"

namespace footnote {
namespace {

// Far more than a check of an intact file takes: what is meant to be stopped is
// what would never end.
constexpr uint64_t kMemoryBytes = uint64_t{2} << 30;
constexpr uint64_t kLeastCpuSeconds = 60;
constexpr uint64_t kBytesPerCpuSecond = 100'000;

ChildLimits LimitsFor(const std::string& path) {
  std::error_code error;
  const uint64_t bytes = std::filesystem::file_size(path, error);
  return {kMemoryBytes,
          kLeastCpuSeconds + (error ? 0 : bytes / kBytesPerCpuSecond)};
}

// What the child found: damages, or why it could not look for them.
struct Findings {
  bool is_intact = false;
  uint64_t revision = 0;
  uint64_t documents = 0;
  std::vector<std::string> lines;
};

// Returns `text` as a line of plain ASCII: it goes to a terminal, and may hold
// whatever a hostile file has for names.
std::string Line(absl::string_view text) {
  std::string line;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isprint(byte)) {
      line.push_back(c);
    } else {
      absl::StrAppend(&line, "\\x", absl::Hex(byte, absl::kZeroPad2));
    }
  }
  return line + "\n";
}

// Returns `check` as lines: revision and documents, then each finding.
std::string Report(const absl::StatusOr<CorpusCheck>& check) {
  if (!check.ok()) return absl::StrCat("0 0\n", Line(check.status().message()));
  std::string report =
      absl::StrCat(check->counts.revision, " ", check->counts.documents, "\n");
  for (const std::string& damage : check->damages) report += Line(damage);
  return report;
}

// Reads what Report() wrote.
absl::StatusOr<Findings> ReadReport(absl::string_view report) {
  Findings findings;
  const std::vector<std::string> lines = absl::StrSplit(report, '\n');
  const std::pair<absl::string_view, absl::string_view> counts =
      absl::StrSplit(lines[0], ' ');
  if (!lines.back().empty() ||
      !absl::SimpleAtoi(counts.first, &findings.revision) ||
      !absl::SimpleAtoi(counts.second, &findings.documents)) {
    return absl::AbortedError("a report that is none");
  }
  findings.lines.assign(lines.begin() + 1, lines.end() - 1);
  findings.is_intact = findings.lines.empty();
  return findings;
}

absl::StatusOr<Findings> CheckApart(const std::string& path,
                                    const CopyCheck& check) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::string report,
                            RunApart(LimitsFor(path), [&path, &check] {
                              return Report(check(path));
                            }));
  return ReadReport(report);
}

ExitStatus CannotRestore(const absl::Status& status, std::ostream& err) {
  err << "footnoted: " << status.message() << std::endl;
  return kCannotStart;
}

ExitStatus NotRestored(const RestoreOptions& options, absl::string_view why,
                       std::ostream& out) {
  out << options.corpus << ": NOT RESTORED: " << why << std::endl;
  return kDamaged;
}

ExitStatus PlaceIfIntact(const RestoreOptions& options, StagedCopy& copy,
                         const CopyCheck& check, std::ostream& out,
                         std::ostream& err) {
  const absl::StatusOr<Findings> findings = CheckApart(copy.path(), check);
  if (absl::IsAborted(findings.status())) {
    return NotRestored(
        options,
        absl::StrCat(options.file,
                     " is damaged or hostile: checking it ended with ",
                     findings.status().message(), "."),
        out);
  }
  if (!findings.ok()) return CannotRestore(findings.status(), err);
  if (!findings->is_intact) {
    NotRestored(options, absl::StrCat(options.file, " did not pass the check."),
                out);
    for (const std::string& line : findings->lines) out << "  " << line << "\n";
    out << std::flush;
    return kDamaged;
  }
  const absl::Status placed = copy.Place();
  if (!placed.ok()) return CannotRestore(placed, err);
  out << options.corpus << ": restored: revision " << findings->revision << ", "
      << findings->documents << " documents, SHA-256 " << copy.sha256()
      << std::endl;
  return kStopped;
}

}  // namespace

ExitStatus RestoreData(const RestoreOptions& options,
                       const std::string& directory, std::ostream& out,
                       std::ostream& err, const CopyCheck& check) {
  const absl::Status is_copy = CheckIsCopy(options.file);
  if (absl::IsFailedPrecondition(is_copy)) {
    return NotRestored(options, is_copy.message(), out);
  }
  if (!is_copy.ok()) return CannotRestore(is_copy, err);
  const absl::StatusOr<std::unique_ptr<StagedCopy>> copy =
      StagedCopy::Make(options.file, directory, options.corpus);
  if (!copy.ok()) return CannotRestore(copy.status(), err);
  if (!options.sha256.empty() &&
      absl::AsciiStrToLower(options.sha256) != (*copy)->sha256()) {
    return NotRestored(
        options,
        absl::StrCat(options.file, " has the SHA-256 ", (*copy)->sha256(),
                     ", not the one that was named: it is another file, or it "
                     "was damaged on its way."),
        out);
  }
  return PlaceIfIntact(options, **copy, check, out, err);
}

}  // namespace footnote
