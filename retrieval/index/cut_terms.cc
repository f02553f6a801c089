#include "retrieval/index/cut_terms.h"

#include "retrieval/text/terms.h"

namespace footnote {

void CutTerms::Cut(absl::string_view text) {
  const auto [entry, is_new] = texts_.try_emplace(text);
  if (!is_new) return;
  Terms& terms = entry->second;
  ForEachTerm(text, [&terms](absl::string_view term, ByteRange) {
    terms.bytes.append(term.data(), term.size());
    terms.ends.push_back(static_cast<uint32_t>(terms.bytes.size()));
    return true;
  });
}

bool CutTerms::ForEach(
    absl::string_view text,
    absl::FunctionRef<bool(absl::string_view term)> visit) const {
  const auto entry = texts_.find(text);
  if (entry == texts_.end()) return false;
  const absl::string_view bytes = entry->second.bytes;
  uint32_t begin = 0;
  for (const uint32_t end : entry->second.ends) {
    if (!visit(bytes.substr(begin, end - begin))) break;
    begin = end;
  }
  return true;
}

}  // namespace footnote
