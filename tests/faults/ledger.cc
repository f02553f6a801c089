#include "tests/faults/ledger.h"

#include <google/protobuf/util/message_differencer.h>

#include "absl/strings/str_cat.h"
#include "tests/faults/facts.h"

namespace footnote::testing {
namespace {

using google::protobuf::util::MessageDifferencer;

void Apply(const Ledger::Versions& change, Ledger::Versions* versions) {
  for (const auto& [number, version] : change) {
    if (version == 0) {
      versions->erase(number);
    } else {
      (*versions)[number] = version;
    }
  }
}

}  // namespace

int Ledger::Version(int number) const {
  const auto found = acknowledged_.find(number);
  return found == acknowledged_.end() ? 0 : found->second;
}

void Ledger::Acknowledge() {
  Apply(sent_, &acknowledged_);
  sent_.clear();
  ++acknowledgements_;
}

std::vector<std::string> Ledger::Audit(
    const std::map<std::string, v1::Document>& stored) {
  Versions with_sent = acknowledged_;
  Apply(sent_, &with_sent);
  sent_.clear();
  if (Differences(stored, with_sent).empty()) {
    acknowledged_ = std::move(with_sent);
    return {};
  }
  return Differences(stored, acknowledged_);
}

std::vector<std::string> Ledger::Differences(
    const std::map<std::string, v1::Document>& stored,
    const Versions& versions) const {
  std::vector<std::string> differences;
  for (const auto& [number, version] : versions) {
    const v1::Document expected = FactDocument(owner_, number, version);
    const auto found = stored.find(expected.id());
    if (found == stored.end()) {
      differences.push_back(absl::StrCat(expected.id(), " is lost"));
    } else if (!MessageDifferencer::Equals(found->second, expected)) {
      differences.push_back(absl::StrCat(expected.id(), " is not version ",
                                         version, " but \"",
                                         found->second.title(), "\""));
    }
  }
  size_t mine = 0;
  for (const auto& [id, document] : stored) mine += id.front() == owner_;
  if (mine != versions.size()) {
    differences.push_back(absl::StrCat(mine, " documents of ",
                                       std::string(1, owner_), " instead of ",
                                       versions.size()));
  }
  return differences;
}

}  // namespace footnote::testing
