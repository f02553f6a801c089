// The persons, bodies and places that a document names, and where.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NAMES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NAMES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/document.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// What a name stands for.
enum class NameKind {
  kUnknown,
  kPerson,
  kOrganization,
  kPlace,
};

// One place where a document names someone.
struct NameMention {
  ByteRange range;  // Without the title or a possessive ending: "Ishiba".

  // "Prime Minister"; empty if none. It may stand behind, too: "defense
  // minister" of "Gen Nakatani, the defense minister,".
  ByteRange title;

  uint32_t name = 0;  // Position in DocumentNames::names.

  friend bool operator==(const NameMention&, const NameMention&) = default;
};

// Someone as the whole document speaks of them: "Shigeru Ishiba", mentioned as
// "Ishiba", "Prime Minister Ishiba" and "Mr. Ishiba".
struct Name {
  std::string full;   // The longest form, without title: "Shigeru Ishiba".
  std::string title;  // The longest seen, as it was written; empty if none.
  NameKind kind = NameKind::kUnknown;
};

// The names of a document.
struct DocumentNames {
  std::vector<Name> names;            // In order of their first mention.
  std::vector<NameMention> mentions;  // In order, not overlapping.
};

// Returns the names in `sentences`, boilerplate left out. `sentences` are those
// of `text`, an English text, in order. A last or given name by itself stands
// for the longer name that the document has for it: the one most mentioned so
// far, if several fit. Takes time linear in the text; thread-safe.
//
// REQUIRES: the sentences' ranges lie in the text.
DocumentNames FindNames(absl::string_view text,
                        const std::vector<Sentence>& sentences);

// Returns whether `asked`, as a question has it, may name what a document calls
// `full` with the title `title` (either may be empty): "Ishiba", "ishiba's",
// "Shigeru Ishiba", "Ishiba Shigeru", "Prime Minister Ishiba" and "the prime
// minister" for "Shigeru Ishiba", "Prime Minister". "Trump" may name "Melania
// Trump"; "Donald Trump" never does. A speaker without a name ("a senior
// official") is named by its last words alone ("officials" is another).
// Thread-safe.
bool NamesMatch(absl::string_view asked, absl::string_view full,
                absl::string_view title);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NAMES_H_
