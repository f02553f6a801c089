#include "retrieval/index/passage_sentences.h"

#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/word_class.h"

namespace footnote {
namespace {

// How many bytes of a sentence a term takes with the space behind it.
constexpr size_t kUsualTermBytes = 5;

template <typename T>
size_t BytesOf(const std::vector<T>& list) {
  return list.capacity() * sizeof(T);
}

size_t BytesOf(const DocumentSummary& summary) {
  return summary.id.capacity() + summary.title.capacity() +
         summary.uri.capacity() + summary.source.capacity() +
         summary.published.capacity() + summary.sha256.capacity();
}

size_t BytesOf(const Annotations& annotations) {
  size_t bytes = BytesOf(annotations.names) + BytesOf(annotations.places) +
                 BytesOf(annotations.speeches) + BytesOf(annotations.times) +
                 BytesOf(annotations.acronyms) + BytesOf(annotations.sketch);
  for (const Name& name : annotations.names) {
    bytes += name.full.capacity() + name.title.capacity();
  }
  for (const TimeExpression& time : annotations.times) {
    bytes += time.value.capacity() + time.interval.capacity();
  }
  for (const AcronymDefinition& acronym : annotations.acronyms) {
    bytes += acronym.acronym.capacity() + acronym.long_form.capacity();
  }
  return bytes;
}

}  // namespace

CutSentence::CutSentence(uint32_t index, ByteRange range,
                         absl::string_view text)
    : index_(index), range_(range), text_(text) {
  const size_t usual_terms = text.size() / kUsualTermBytes + 1;
  hashes_.reserve(usual_terms);
  ranges_.reserve(usual_terms);
  classes_.reserve(usual_terms);
  term_ends_.reserve(usual_terms);
  terms_.reserve(text.size());
  ForEachTerm(text_, [this](absl::string_view term, ByteRange place) {
    hashes_.push_back(HashTerm(term));
    ranges_.push_back(place);
    classes_.push_back(WordClassesOf(Slice(text_, place)));
    terms_.append(term.data(), term.size());
    term_ends_.push_back(static_cast<uint32_t>(terms_.size()));
    return true;
  });
}

size_t CutSentence::bytes() const {
  return sizeof(*this) + text_.capacity() + terms_.capacity() +
         BytesOf(hashes_) + BytesOf(ranges_) + BytesOf(classes_) +
         BytesOf(term_ends_);
}

size_t PassageSentences::bytes() const {
  size_t bytes = sizeof(*this) + sizeof(DocumentRecord) +
                 BytesOf(document->summary) + BytesOf(document->annotations) +
                 BytesOf(document->sentences) + document->seal.capacity();
  for (const CutSentence& sentence : sentences) bytes += sentence.bytes();
  return bytes;
}

}  // namespace footnote
