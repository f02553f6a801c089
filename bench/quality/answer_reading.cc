#include "bench/quality/answer_reading.h"

namespace footnote::bench {
namespace {

TextSpan ReadSpan(const v1::TextSpan& message) {
  TextSpan span;
  span.bytes = {message.begin_byte(), message.end_byte()};
  span.begin_code_point = message.begin_code_point();
  span.end_code_point = message.end_code_point();
  span.begin_utf16 = message.begin_utf16();
  span.end_utf16 = message.end_utf16();
  return span;
}

}  // namespace

Answer ReadAnswer(const v1::Answer& message) {
  Answer answer;
  answer.confidence = message.confidence();
  for (const v1::CitedSentence& cited : message.sentences()) {
    CitedSentence& sentence = answer.sentences.emplace_back();
    sentence.text = cited.text();
    sentence.score = cited.score();
    sentence.citation.document_id = cited.citation().document_id();
    sentence.citation.span = ReadSpan(cited.citation().span());
    sentence.citation.sha256 = cited.citation().sha256();
    sentence.citation.document_sha256 = cited.citation().document_sha256();
  }
  return answer;
}

}  // namespace footnote::bench
