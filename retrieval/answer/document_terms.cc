#include "retrieval/answer/document_terms.h"

#include <cstddef>

namespace footnote {

DocumentTerms FindDocumentTerms(const std::vector<Candidate>& candidates) {
  DocumentTerms terms;
  for (const Candidate& candidate : candidates) {
    TermMarks& marks = terms[candidate.document.get()];
    marks.resize(candidate.in_sentence.size());
    for (size_t i = 0; i < marks.size(); ++i) {
      marks[i] = marks[i] || candidate.in_sentence[i] ||
                 candidate.in_family[i] || candidate.in_title[i] ||
                 candidate.in_meaning[i];
    }
  }
  return terms;
}

}  // namespace footnote
