// Any bytes are cut into terms in order, each in the text, and the plan of a
// question holds each of its terms once.

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "absl/strings/string_view.h"
#include "retrieval/question/planner.h"
#include "retrieval/text/terms.h"

namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  uint32_t end = 0;
  footnote::ForEachTerm(
      text, [&](absl::string_view term, footnote::ByteRange range) {
        Require(!term.empty());
        Require(range.begin >= end && range.begin < range.end);
        end = range.end;
        return true;
      });
  Require(end <= size);
  std::set<std::string> seen;
  for (const auto& term :
       footnote::Plan(text, footnote::StopWords::kKeepIfAlone).terms) {
    Require(seen.insert(term.term).second);
  }
  return 0;
}
