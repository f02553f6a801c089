// What a question says in words that it could have said in a field.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_INFERENCE_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_INFERENCE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/question/answer_type.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/timestamp.h"

namespace footnote {

// A time that a question names, and where.
struct NamedTime {
  TimePeriod period;
  ByteRange words;  // In the question.
};

// What was inferred from the words of a question.
struct InferredQuestion {
  InferredAnswerType answer_type;

  // Whom or what it names, as NamesIn(): a title stays with its name ("Prime
  // Minister Falk").
  std::vector<std::string> entities;

  // Whose words it asks for ("What did Nakatani say"); empty if nobody's.
  std::string speaker;

  // Whether it asks for what is to come: "When will".
  bool asks_for_future = false;

  // The first time of the calendar that it names in full, if any.
  std::optional<NamedTime> event;
};

// Returns the names in `question`: runs of capitalised words, perhaps joined by
// "of" or "the", without possessive endings, in order. Thread-safe.
std::vector<std::string> NamesIn(absl::string_view question);

// Returns what `question` tells by its words. Thread-safe.
InferredQuestion InferFromWords(absl::string_view question);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_INFERENCE_H_
