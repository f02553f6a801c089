#include "retrieval/index/passage_sentences.h"

#include <cstring>
#include <string>

#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/word_class.h"

namespace footnote {
namespace {

// The terms of a sentence for which memory is kept.
constexpr size_t kMostTermsKept = 4096;

// The terms of a sentence while it is cut: how many they will be is not known.
struct Cuttings {
  std::vector<uint64_t> hashes;
  std::vector<ByteRange> ranges;
  std::vector<uint8_t> classes;
  std::vector<uint32_t> ends;
  std::string terms;
};

// Cuts `text` into `*cut`, whose memory is used again.
void Cut(absl::string_view text, Cuttings* cut) {
  cut->hashes.clear();
  cut->ranges.clear();
  cut->classes.clear();
  cut->ends.clear();
  cut->terms.clear();
  ForEachTerm(text, [text, cut](absl::string_view term, ByteRange place) {
    cut->hashes.push_back(HashTerm(term));
    cut->ranges.push_back(place);
    cut->classes.push_back(WordClassesOf(Slice(text, place)));
    cut->terms.append(term.data(), term.size());
    cut->ends.push_back(static_cast<uint32_t>(cut->terms.size()));
    return true;
  });
}

// Copies `items` to `*to` and moves that behind them.
template <typename Items>
void Append(const Items& items, char** to) {
  const size_t bytes = items.size() * sizeof(*items.data());
  if (bytes > 0) std::memcpy(*to, items.data(), bytes);
  *to += bytes;
}

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
    : index_(index), range_(range) {
  thread_local Cuttings cut;
  Cut(text, &cut);
  size_ = static_cast<uint32_t>(cut.hashes.size());
  text_bytes_ = static_cast<uint32_t>(text.size());
  terms_bytes_ = static_cast<uint32_t>(cut.terms.size());
  memory_.reset(new char[terms_at() + terms_bytes_]);
  char* to = memory_.get();
  Append(cut.hashes, &to);
  Append(cut.ranges, &to);
  Append(cut.ends, &to);
  Append(cut.classes, &to);
  Append(text, &to);
  Append(cut.terms, &to);
  // A thread does not keep what one monstrous sentence took.
  if (size_ > kMostTermsKept) cut = {};
}

size_t CutSentence::bytes() const {
  return sizeof(*this) + terms_at() + terms_bytes_;
}

size_t PassageSentences::bytes() const {
  size_t bytes = sizeof(*this) + sizeof(DocumentRecord) +
                 BytesOf(document->summary) + BytesOf(document->annotations) +
                 BytesOf(document->sentences) + document->seal.capacity() +
                 BytesOf(title_terms);
  for (const CutSentence& sentence : sentences) bytes += sentence.bytes();
  bytes += (sentences.capacity() - sentences.size()) * sizeof(CutSentence);
  return bytes;
}

}  // namespace footnote
