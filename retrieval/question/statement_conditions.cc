#include "retrieval/question/statement_conditions.h"

#include <utility>

#include "retrieval/text/stop_words.h"
#include "retrieval/text/terms.h"

namespace footnote {

std::vector<std::string> ContentTerms(absl::string_view name) {
  std::vector<std::string> terms;
  for (Term& term : Tokenize(name)) {
    if (!IsStopWord(term.text)) terms.push_back(std::move(term.text));
  }
  return terms;
}

}  // namespace footnote
