// Documents as the interface takes them.

#ifndef FOOTNOTE_BENCH_QUALITY_DOCUMENT_MESSAGE_H_
#define FOOTNOTE_BENCH_QUALITY_DOCUMENT_MESSAGE_H_

#include "footnote/v1/document.pb.h"
#include "retrieval/document.h"

namespace footnote::bench {

// Returns what data sets tell of `document`.
inline v1::Document ToMessage(const Document& document) {
  v1::Document message;
  message.set_id(document.id);
  message.set_title(document.title);
  message.set_text(document.text);
  message.set_source(document.source);
  message.set_published(document.published);
  return message;
}

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_DOCUMENT_MESSAGE_H_
