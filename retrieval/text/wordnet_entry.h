// The line of a synset in WordNet's data files.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORDNET_ENTRY_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORDNET_ENTRY_H_

#include "absl/strings/string_view.h"
#include "retrieval/text/wordnet.h"

namespace footnote {

// Reads the line of `synset` in `file`, the data file of its part of speech,
// with its pointers of `kinds`, into `*entry`. Returns whether such a line
// begins there. Thread-safe.
bool ReadSynset(absl::string_view file, Synset synset, SynsetPointerKinds kinds,
                SynsetEntry* entry);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORDNET_ENTRY_H_
