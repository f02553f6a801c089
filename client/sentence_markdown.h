// Cited sentences as Markdown.

#ifndef FOOTNOTE_CLIENT_SENTENCE_MARKDOWN_H_
#define FOOTNOTE_CLIENT_SENTENCE_MARKDOWN_H_

#include <string>

#include "client/footnotes.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns the mark of the footnote for `citation`, as `[^2]`.
std::string MarkdownMark(const v1::Citation& citation, Footnotes& footnotes);

// Returns who published what is cited, and its mark: `Post, 2025-01-31 [^2]`.
std::string MarkdownReporter(const v1::Citation& citation,
                             Footnotes& footnotes);

// Returns the sentence on one line, the words that answer in bold.
std::string MarkdownSentence(const v1::CitedSentence& sentence);

// Returns a block quote of the sentence with its footnote's mark, the sentences
// before and behind it in italics, then a list of what is known of it and the
// parts of its score. An empty line stands behind each.
std::string SentenceMarkdown(const v1::CitedSentence& sentence,
                             Footnotes& footnotes);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SENTENCE_MARKDOWN_H_
