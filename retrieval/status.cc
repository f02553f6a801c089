#include "retrieval/status.h"

#include <cstddef>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace footnote {
namespace {

constexpr absl::string_view kReasonUrl = "footnote/reason";
constexpr absl::string_view kViolationsUrl = "footnote/violations";
constexpr absl::string_view kFactUrl = "footnote/fact/";

// Between the parts of an attached violation. Field paths and descriptions are
// ours and hold no control characters.
constexpr char kFieldEnd = '\x1f';
constexpr char kViolationEnd = '\x1e';

}  // namespace

absl::Status WithReason(absl::Status status, absl::string_view reason) {
  status.SetPayload(kReasonUrl, absl::Cord(reason));
  return status;
}

std::optional<std::string> ReasonOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kReasonUrl);
  if (!payload.has_value()) return std::nullopt;
  return std::string(*payload);
}

absl::Status WithFact(absl::Status status, absl::string_view key,
                      absl::string_view value) {
  status.SetPayload(absl::StrCat(kFactUrl, key), absl::Cord(value));
  return status;
}

std::map<std::string, std::string> FactsOf(const absl::Status& status) {
  std::map<std::string, std::string> facts;
  status.ForEachPayload(
      [&facts](absl::string_view url, const absl::Cord& fact) {
        if (absl::ConsumePrefix(&url, kFactUrl)) {
          facts[std::string(url)] = std::string(fact);
        }
      });
  return facts;
}

absl::Status StorageCorrupt(absl::string_view message) {
  return WithReason(absl::DataLossError(message), "STORAGE_CORRUPT");
}

absl::Status StorageFailed(absl::string_view message) {
  return WithReason(absl::UnavailableError(message), "STORAGE_FAILED");
}

absl::Status StorageUnsupported(absl::string_view message) {
  return WithReason(absl::FailedPreconditionError(message),
                    "STORAGE_UNSUPPORTED");
}

absl::Status InvalidFields(const std::vector<FieldViolation>& violations) {
  std::string attached;
  std::string message;
  for (const FieldViolation& violation : violations) {
    attached += violation.field + kFieldEnd + violation.description;
    attached += kViolationEnd;
    absl::StrAppend(&message, message.empty() ? "" : " ", violation.field, ": ",
                    violation.description);
  }
  absl::Status status = absl::InvalidArgumentError(message);
  status.SetPayload(kViolationsUrl, absl::Cord(attached));
  return WithReason(std::move(status), "INVALID_FIELD");
}

std::vector<FieldViolation> ViolationsOf(const absl::Status& status) {
  std::vector<FieldViolation> violations;
  const auto payload = status.GetPayload(kViolationsUrl);
  if (!payload.has_value()) return violations;
  const std::string attached(*payload);
  for (const absl::string_view part :
       absl::StrSplit(attached, kViolationEnd, absl::SkipEmpty())) {
    const std::pair<std::string, std::string> pair =
        absl::StrSplit(part, absl::MaxSplits(kFieldEnd, 1));
    violations.push_back({pair.first, pair.second});
  }
  return violations;
}

}  // namespace footnote
