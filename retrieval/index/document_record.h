// What is stored of documents and passages beside their text.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_RECORD_H_
#define FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_RECORD_H_

#include <cstdint>
#include <string>
#include <vector>

#include "retrieval/document.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/posting.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A document's number in its corpus; never used twice.
using DocumentNumber = int64_t;

// A passage's place.
struct Passage {
  PassageNumber number = 0;
  DocumentNumber document = 0;
  uint32_t first_sentence = 0;  // Its position among the document's sentences.
  uint32_t sentence_count = 0;
  ByteRange range;  // In the document's text.
};

// What is stored of a document beside its text.
struct DocumentRecord {
  DocumentNumber number = 0;
  DocumentSummary summary;
  std::string language;
  std::string seal;
  std::vector<Sentence> sentences;
  Annotations annotations;
  bool is_earlier = false;  // Whether another version has replaced it.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_DOCUMENT_RECORD_H_
