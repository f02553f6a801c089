// What kind of answer a question asks for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// The kind of an answer.
enum class AnswerType : uint8_t {
  kUnspecified,   // The question has no word that tells.
  kPerson,        // "Who", "which actor".
  kOrganization,  // "What company", "which party".
  kPlace,         // "Where", "which city".
  kDate,          // "When", "in what year".
  kDuration,      // "How long", "how many years".
  kNumber,        // "How many ships", "what is the population".
  kQuantity,      // "How far", "how old", "what is the height".
  kMoney,         // "How much did it cost", "what salary".
  kPercent,       // "What percentage".
  kQuote,         // "What did she say about it".
  kReason,        // "Why", "what caused".
  kManner,        // "How did they escape".
  kDefinition,    // "What is inflation", "what does SOFA stand for".
  kDescription,   // "What is the purpose", "what happened".
  kYesNo,         // "Did he resign".
  kList,          // "List the members", "name all rivers".
  kOther,         // Any other thing: "what animal", "which treaty".
};

// The kind of answer that a question asks for, and what told.
struct InferredAnswerType {
  AnswerType type = AnswerType::kUnspecified;
  std::string reason;         // As typed: "how many"; "" if nothing told.
  std::string focus;          // "country" of "which countries"; "" if none.
  bool several = false;       // More than one is asked for.
  bool abbreviation = false;  // A kDefinition or kOther: what a short form
                              // stands for, or the short form itself.
};

// Returns what `question` asks for, by its question word and the noun behind
// it, in any case and with or without a question mark. Takes linear time.
// Thread-safe.
InferredAnswerType InferAnswerType(absl::string_view question);

// Returns the name of `type` in the contract: "ANSWER_TYPE_DATE".
absl::string_view AnswerTypeName(AnswerType type);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_TYPE_H_
