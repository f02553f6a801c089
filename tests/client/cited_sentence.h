// Parts of answers as a server sends them, for the client's tests.

#ifndef FOOTNOTE_TESTS_CLIENT_CITED_SENTENCE_H_
#define FOOTNOTE_TESTS_CLIENT_CITED_SENTENCE_H_

#include <string>

#include "footnote/v1/question_answering.pb.h"

namespace footnote::testing {

// Returns a citation of 50 bytes from the 100th on of the document `id`, which
// `source` published on `day`.
v1::Citation CitationOf(const std::string& id, const std::string& source,
                        const std::string& day);

// Returns `text`, cited from the 100th byte on of the document `id`, which
// `source` published on `day`.
v1::CitedSentence Cited(const std::string& text, const std::string& id,
                        const std::string& source, const std::string& day);

// Returns the place in its document of the first `words` in the text of
// `sentence`, which have to stand there.
v1::TextSpan SpanOf(const v1::CitedSentence& sentence,
                    const std::string& words);

// Makes `words` of `sentence` its answer, of the value `value`.
void SetAnswer(const std::string& words, const std::string& value,
               v1::CitedSentence* sentence);

// Adds the time that `words` of `sentence` name, of the value `value`.
v1::TimeMention* AddEvent(const std::string& words, const std::string& value,
                          v1::CitedSentence* sentence);

// Adds that `citation` says the same, as a copy or of its own.
void AddCorroboration(const v1::Citation& citation, bool is_copy,
                      v1::CitedSentence* sentence);

// Returns a conflict on "electoral votes" of two sides, of one sentence each:
// 277 by the Wire on 2024-11-06 and, later, 312 by the Ledger on 2024-11-10.
v1::Conflict ElectoralConflict();

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_CLIENT_CITED_SENTENCE_H_
