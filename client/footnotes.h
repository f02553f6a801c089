// The footnotes of one answer and their numbers.

#ifndef FOOTNOTE_CLIENT_FOOTNOTES_H_
#define FOOTNOTE_CLIENT_FOOTNOTES_H_

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// Numbers citations from 1 in the order in which they are first named. For one
// thread.
class Footnotes {
 public:
  // Returns the number of `citation`, which must outlive this object. Citations
  // of the same bytes of the same version of a document share a number.
  int Number(const v1::Citation& citation);

  // Every citation that has a number, by number.
  const std::vector<const v1::Citation*>& citations() const {
    return citations_;
  }

 private:
  // A document, its revision, and the first byte and the one after the last.
  using Place = std::tuple<std::string, uint64_t, uint32_t, uint32_t>;

  std::vector<const v1::Citation*> citations_;  // Not owned.
  absl::flat_hash_map<Place, int> numbers_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_FOOTNOTES_H_
