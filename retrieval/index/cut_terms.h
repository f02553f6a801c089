// The terms of texts, cut before FTS5 asks for them.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_CUT_TERMS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_CUT_TERMS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The terms of some texts. FTS5 cuts what it is given on the thread that
// writes; with these it need not, and the cutting is done on others.
class CutTerms {
 public:
  // Cuts `text`, which outlives this object, unless it was cut before.
  void Cut(absl::string_view text);

  // Calls `visit` with each term of `text` in order, as ForEachTerm() does, and
  // returns true; or returns false if a text of these bytes was not cut.
  bool ForEach(absl::string_view text,
               absl::FunctionRef<bool(absl::string_view term)> visit) const;

 private:
  // Terms one behind the other, and where each ends.
  struct Terms {
    std::string bytes;
    std::vector<uint32_t> ends;
  };

  absl::flat_hash_map<absl::string_view, Terms> texts_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_CUT_TERMS_H_
