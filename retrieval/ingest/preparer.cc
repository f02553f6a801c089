#include "retrieval/ingest/preparer.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "retrieval/index/annotations.h"
#include "retrieval/index/seal.h"
#include "retrieval/index/sentence_layout.h"
#include "retrieval/index/stored_text.h"
#include "retrieval/ingest/annotator.h"
#include "retrieval/ingest/passage_builder.h"
#include "retrieval/status.h"
#include "retrieval/text/boilerplate.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

std::vector<Sentence> FindSentences(const Document& document) {
  const std::vector<ByteRange> ranges = SplitSentences(document.text);
  const std::vector<bool> boilerplate =
      FindBoilerplate(document.text, document.title, ranges);
  std::vector<Sentence> sentences;
  sentences.reserve(ranges.size());
  for (size_t i = 0; i < ranges.size(); ++i) {
    sentences.push_back({ranges[i], boilerplate[i] ? SentenceKind::kBoilerplate
                                                   : SentenceKind::kProse});
  }
  return sentences;
}

}  // namespace

absl::StatusOr<PreparedDocument> Prepare(const Document& document) {
  FOOTNOTE_RETURN_IF_ERROR(ValidateDocument(document));
  PreparedDocument prepared;
  prepared.document = &document;
  prepared.sha256 = Sha256Hex(document.text);
  FOOTNOTE_ASSIGN_OR_RETURN(prepared.stored_text, CompressText(document.text));
  prepared.sentences = FindSentences(document);
  prepared.annotations = Annotate(document, prepared.sentences);
  prepared.stored_sentences = EncodeSentences(prepared.sentences);
  prepared.stored_annotations = EncodeAnnotations(prepared.annotations);
  prepared.fingerprint =
      Fingerprint(document, prepared.sha256, prepared.stored_sentences,
                  prepared.stored_annotations);
  prepared.passages = BuildPassages(document.text, prepared.sentences);
  prepared.terms.Cut(document.title);
  for (const SentenceRun& run : prepared.passages) {
    prepared.terms.Cut(Slice(document.text, run.range));
  }
  return prepared;
}

}  // namespace footnote
