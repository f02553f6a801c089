#include "retrieval/status.h"

#include <cstddef>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace footnote {
namespace {

constexpr absl::string_view kReasonUrl = "footnote/reason";
constexpr absl::string_view kViolationsUrl = "footnote/violations";
constexpr absl::string_view kFactsUrl = "footnote/facts";

// Between the parts of an attached violation. Field paths and descriptions are
// ours and hold no control characters.
constexpr char kFieldEnd = '\x1f';
constexpr char kViolationEnd = '\x1e';

// Returns the pairs attached to `status` at `url`, in order.
std::vector<std::pair<std::string, std::string>> AttachedPairs(
    const absl::Status& status, absl::string_view url) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto payload = status.GetPayload(url);
  if (!payload.has_value()) return pairs;
  const std::string attached(*payload);
  for (const absl::string_view part :
       absl::StrSplit(attached, kViolationEnd, absl::SkipEmpty())) {
    pairs.push_back(absl::StrSplit(part, absl::MaxSplits(kFieldEnd, 1)));
  }
  return pairs;
}

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
  std::map<std::string, std::string> facts = FactsOf(status);
  facts[std::string(key)] = std::string(value);
  std::string attached;
  for (const auto& [name, fact] : facts) {
    attached += name + kFieldEnd + fact + kViolationEnd;
  }
  status.SetPayload(kFactsUrl, absl::Cord(attached));
  return status;
}

std::map<std::string, std::string> FactsOf(const absl::Status& status) {
  std::map<std::string, std::string> facts;
  for (auto& [name, fact] : AttachedPairs(status, kFactsUrl)) {
    facts[std::move(name)] = std::move(fact);
  }
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
  for (auto& [field, description] : AttachedPairs(status, kViolationsUrl)) {
    violations.push_back({std::move(field), std::move(description)});
  }
  return violations;
}

}  // namespace footnote
