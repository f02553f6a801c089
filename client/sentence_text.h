// Cited sentences on a terminal.

#ifndef FOOTNOTE_CLIENT_SENTENCE_TEXT_H_
#define FOOTNOTE_CLIENT_SENTENCE_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "client/footnotes.h"
#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// How far what belongs to a sentence stands to the right of it.
inline constexpr int kDetailIndent = 4;

// Returns the mark of the footnote for `citation`, as `[2]`.
std::string FootnoteMark(const v1::Citation& citation, Footnotes& footnotes);

// Returns who published what is cited, and its mark: `Post, 2025-01-31 [2]`. As
// it came, not made printable.
std::string CitedReporter(const v1::Citation& citation, Footnotes& footnotes);

// Returns the sentence in lines, `indent` columns to the right, with `suffix`
// behind. The words that answer are bold where colour is allowed; if it has
// none, the terms that match.
std::string SentenceLines(const v1::CitedSentence& sentence, int indent,
                          absl::string_view suffix, const TextStyle& style);

// Returns the sentence with its footnote's mark, the sentences before and
// behind it in faint letters, and below what is known of it and the parts of
// its score. Each line begins with `indent` spaces. Safe to print on a
// terminal.
std::string SentenceParagraph(const v1::CitedSentence& sentence, int indent,
                              Footnotes& footnotes, const TextStyle& style);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SENTENCE_TEXT_H_
