// Who says what in a document.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_ATTRIBUTIONS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_ATTRIBUTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/document.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/names.h"

namespace footnote {

// A statement, and who the document says made it. A quotation in several parts
// ("“...,” Ishiba said, “...”") is an attribution for each.
struct Attribution {
  // What was said: a quotation with its marks, or a clause. It may lie in
  // several sentences.
  ByteRange content;

  // The words that say so: "said", "according to", ":". A quotation that goes
  // on without words of its own has the cue and source of the one before. How
  // the speaker stands to the content is what the cue says: "denied".
  ByteRange cue;

  // The words that name who: "he", "Nakatani", "a spokesman for the ministry".
  // Empty if the document does not say.
  ByteRange source;

  // Who that is: the full name where the source is a name, or a pronoun or
  // title that stands for one in this document; else the words of the source
  // as they are ("a senior official"). Empty if unknown.
  std::string speaker;

  std::string title;       // The speaker's; empty if the document gives none.
  bool is_direct = false;  // Quoted word for word, else reported.
};

// Words that stand for a name: "he", "the prime minister".
struct NameReference {
  ByteRange range;
  uint32_t name = 0;  // Position in DocumentNames::names.
};

// Returns the attributions in `sentences`, boilerplate left out, in order of
// their content, which may overlap: "She said that, according to him, ...".
// `sentences` and `names` (of FindNames()) are those of `text`. What someone
// did not say, or may say one day, is no attribution. A pronoun stands for who
// was last the subject of a sentence, or spoke last. Takes time linear in the
// text; thread-safe. Sets `*references`, if it is not null, to the words
// outside of quotations that stand for names, in order.
//
// REQUIRES: the ranges lie in the text.
std::vector<Attribution> FindAttributions(
    absl::string_view text, const std::vector<Sentence>& sentences,
    const DocumentNames& names,
    std::vector<NameReference>* references = nullptr);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_ATTRIBUTIONS_H_
