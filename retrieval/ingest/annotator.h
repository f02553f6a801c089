// Finds in a document what is kept beside its text.

#ifndef FOOTNOTE_RETRIEVAL_INGEST_ANNOTATOR_H_
#define FOOTNOTE_RETRIEVAL_INGEST_ANNOTATOR_H_

#include <vector>

#include "retrieval/document.h"
#include "retrieval/index/annotations.h"

namespace footnote {

// Returns whom `document` names, who says what in it and of what times it
// speaks, in its `sentences` of prose. A document in another language than
// English gets a sketch and nothing else. Thread-safe.
Annotations Annotate(const Document& document,
                     const std::vector<Sentence>& sentences);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INGEST_ANNOTATOR_H_
