// Which rows the tables of annotations hold of a document.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_ROWS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_ROWS_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/postings.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// The passages of one document, which are numbered without a gap.
struct PassageRun {
  int64_t document = 0;
  PassageNumber first = 0;
  std::vector<ByteRange> ranges;  // Of each, in the document's text; in order.
};

// Whether a name speaks in a passage that names it, by the passage's number and
// the position of the name.
using MentionRows = std::map<std::pair<PassageNumber, uint32_t>, bool>;

// The times that passages speak of: begin and end in microseconds since 1970,
// and the passage.
using EventRows = std::set<std::tuple<int64_t, int64_t, PassageNumber>>;

// Return what `annotations` say of the passages of `run`.
MentionRows FindMentions(const Annotations& annotations, const PassageRun& run);
EventRows FindEvents(const Annotations& annotations, const PassageRun& run);

// Returns the terms by which a name is looked up: those of its full form and of
// its title.
std::set<std::string> NameTerms(const Name& name);

// Returns what two spellings of one thing have in common: its terms, with
// spaces between them.
std::string TermKey(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_ANNOTATION_ROWS_H_
