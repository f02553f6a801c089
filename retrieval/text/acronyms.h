// What the acronyms of a document stand for.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_ACRONYMS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_ACRONYMS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

// An acronym and its long form, as the document writes them.
struct AcronymDefinition {
  std::string acronym;    // "SOFA"
  std::string long_form;  // "Status of Forces Agreement"

  friend bool operator==(const AcronymDefinition&,
                         const AcronymDefinition&) = default;
};

// Returns the acronyms that `text` defines in brackets, in order: "Status of
// Forces Agreement (SOFA)" and "SOFA (Status of Forces Agreement)". An acronym
// defined twice appears twice. Takes time linear in the text; thread-safe.
// Schwartz and Hearst: "A simple algorithm for identifying abbreviation
// definitions in biomedical text", 2003.
std::vector<AcronymDefinition> FindAcronyms(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_ACRONYMS_H_
