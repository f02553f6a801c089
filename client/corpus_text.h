// Documents, corpora and the server, for people.

#ifndef FOOTNOTE_CLIENT_CORPUS_TEXT_H_
#define FOOTNOTE_CLIENT_CORPUS_TEXT_H_

#include <cstdint>
#include <string>

#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// Returns `bytes` as people read it: `310 B`, `4.2 kB`, `1.0 MB`, `3.1 GB`.
std::string BytesText(uint64_t bytes);

// Returns what is known of `document` beside its text, one line a field that is
// set. Safe to print on a terminal, as everything here.
std::string DocumentHeader(const v1::StoredDocument& document);

// Returns one line: id, date, size, source and title.
std::string DocumentLine(const v1::DocumentSummary& document);

// Returns what was deleted and what was not there.
std::string DeletionText(const v1::DeleteDocumentsResponse& response);

// Returns one line: the corpus's name and the size of its file.
std::string CorpusLine(const v1::CorpusSummary& corpus);

// Returns one line: what the corpus holds and how it is kept.
std::string CorpusText(const v1::CorpusStatus& corpus);

// Returns the server's state and one line a corpus.
std::string StatusText(const v1::GetStatusResponse& response);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CORPUS_TEXT_H_
