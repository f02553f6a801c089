// What is known of a cited sentence, in words: what answers in it, who says it,
// what time it speaks of and who else reports it. As it came, not made
// printable.

#ifndef FOOTNOTE_CLIENT_SENTENCE_DETAILS_H_
#define FOOTNOTE_CLIENT_SENTENCE_DETAILS_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns where in `sentence.text` the words stand that answer, or nothing if
// there are none or not where they are said to be.
std::optional<TextRange> AnswerRange(const v1::CitedSentence& sentence);

// Returns `answer: February 7, 2025 (2025-02-07)`, without the value if the
// words hold it. Where the words are `shown`, emphasised in the sentence, only
// a value that differs needs telling: else empty, as without an answer span.
std::string AnswerSpanText(const v1::CitedSentence& sentence, bool shown);

// Returns `said by Gen Nakatani, Japanese Defense Minister`, or `reported of …`
// if the words are not quoted; empty if the document says it itself.
std::string SpeakerText(const v1::CitedSentence& sentence);

// Returns `speaks of Friday (2025-02-07); 2030 (by 2030)`: the times that the
// sentence speaks of, each value once, but not the one that is its answer;
// empty if there is none.
std::string EventsText(const v1::CitedSentence& sentence);

// Returns those of the above that are not empty, in this order.
std::vector<std::string> SentenceDetails(const v1::CitedSentence& sentence,
                                         bool shown);

// Returns `also reported by A; B; and 2 copies`: each source that says it
// independently as `cite` names it, then how many more there are and how many
// copies; empty if nobody else says it.
std::string CorroborationText(
    const v1::CitedSentence& sentence,
    const std::function<std::string(const v1::Citation&)>& cite);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SENTENCE_DETAILS_H_
