#include "retrieval/index/removal_log.h"

#include <algorithm>
#include <utility>

namespace footnote {

void RemovalLog::Announce(uint64_t revision,
                          std::vector<PassageNumber> passages) {
  const absl::MutexLock lock(&mutex_);
  // What was announced of this revision and never came to be.
  while (!changes_.empty() && first_ + changes_.size() > revision) {
    passages_ -= changes_.back().size();
    changes_.pop_back();
  }
  // What is known does not reach to this revision.
  while (!changes_.empty() && first_ + changes_.size() < revision) Forget();
  if (changes_.empty()) first_ = revision;
  passages_ += passages.size();
  changes_.push_back(std::move(passages));
  while (changes_.size() > kMaxChanges || passages_ > kMaxPassages) Forget();
}

std::optional<std::vector<PassageNumber>> RemovalLog::Between(
    uint64_t from, uint64_t to) const {
  std::vector<PassageNumber> removed;
  if (from == to) return removed;
  {
    const absl::MutexLock lock(&mutex_);
    if (from + 1 < first_ || to >= first_ + changes_.size()) {
      return std::nullopt;
    }
    for (uint64_t revision = from + 1; revision <= to; ++revision) {
      const auto& passages = changes_[revision - first_];
      removed.insert(removed.end(), passages.begin(), passages.end());
    }
  }
  std::sort(removed.begin(), removed.end());
  return removed;
}

void RemovalLog::Forget() {
  passages_ -= changes_.front().size();
  changes_.pop_front();
  ++first_;
}

}  // namespace footnote
