// Settles what the segments of an index say of the same passages.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_SETTLE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_SETTLE_H_

#include <algorithm>
#include <cstddef>
#include <vector>

namespace footnote {

// Merges the entries from `begin` on, a newer segment's, with those before, an
// older one's. Both are in order of passage, each once; so is what is left, and
// of a passage that both have, the newer entry. Entries that tell of a removal
// stay where they replace another, and may stay elsewhere.
//
// An Entry has a `passage`; one that tells of a removal has no holds_term().
template <typename Entry>
void SettleNewer(size_t begin, std::vector<Entry>* entries) {
  const auto before = [](const Entry& a, const Entry& b) {
    return a.passage < b.passage;
  };
  const auto newer = entries->begin() + static_cast<ptrdiff_t>(begin);
  if (newer == entries->begin() || newer == entries->end() ||
      before(*(newer - 1), *newer)) {
    return;
  }
  // Nearly all that is new has a greater number than all that is old. The rest
  // is sought, so that a few removals need not walk through a long list.
  auto older = entries->begin();
  auto kept = newer;
  for (auto entry = newer; entry != entries->end(); ++entry) {
    older = std::lower_bound(older, newer, *entry, before);
    if (older != newer && older->passage == entry->passage) {
      *older = *entry;
    } else if (older == newer || entry->holds_term()) {
      *kept++ = *entry;
    }
  }
  const bool is_in_order = kept == newer || before(*(newer - 1), *newer);
  entries->erase(kept, entries->end());
  if (is_in_order) return;
  std::inplace_merge(entries->begin(), newer, entries->end(), before);
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_SETTLE_H_
