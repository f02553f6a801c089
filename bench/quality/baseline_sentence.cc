#include "bench/quality/baseline_sentence.h"

#include <string>

#include "retrieval/text/utf8.h"

namespace footnote::bench {

CitedSentence SentenceAt(const Document& document, ByteRange range) {
  CitedSentence sentence;
  sentence.text = std::string(Slice(document.text, range));
  sentence.citation.document_id = document.id;
  sentence.citation.span = SpanCounter(document.text).Span(range);
  return sentence;
}

Reply BaselineReply(const Sentences& sentences) {
  Reply reply;
  reply.sentences = sentences;
  reply.default_sentences = First(sentences, kDefaultSentences);
  reply.four_sentences = First(sentences, kFourSentences);
  if (!sentences.empty()) reply.confidence = sentences.front().score;
  return reply;
}

}  // namespace footnote::bench
