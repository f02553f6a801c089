// What a sentence must be a statement of to take part.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_STATEMENT_CONDITIONS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_STATEMENT_CONDITIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/timestamp.h"

namespace footnote {

// Someone or something that a question names.
struct Entity {
  // As it was asked for, and the acronym or long form that stands for it: any
  // of them will do.
  std::vector<std::string> forms;
};

// Conditions on whom a sentence is about, who says it and of what time it
// speaks. All of them hold for a sentence that takes part, and a passage that
// does holds a sentence for each.
struct StatementConditions {
  std::vector<Entity> entities;     // It is about each.
  std::string speaker;              // Whose words it is; empty: anyone's.
  std::optional<TimePeriod> event;  // It speaks of a time that lies mostly in.

  bool empty() const {
    return entities.empty() && speaker.empty() && !event.has_value();
  }
};

// Returns the terms of `name` by which a text is known to hold it: those of its
// words that are no function words. Thread-safe.
std::vector<std::string> ContentTerms(absl::string_view name);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_STATEMENT_CONDITIONS_H_
