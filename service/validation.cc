#include "service/validation.h"

#include <string>

#include "retrieval/question/question.h"
#include "service/field_checks.h"

namespace footnote {
namespace {

void CheckFilter(const v1::DocumentFilter& filter, absl::string_view field,
                 FieldChecks* checks) {
  checks->AtMost(field, static_cast<size_t>(filter.document_ids_size()),
                 kMaxFilterDocumentIds, "ids");
}

void CheckOptions(const v1::AskOptions& options, FieldChecks* checks) {
  if (options.has_max_sentences()) {
    checks->Within("options.max_sentences", options.max_sentences(), 1,
                   kMaxResults);
  }
  if (options.has_min_confidence()) {
    // Written so that NaN, which compares with nothing, is refused too.
    const double confidence = options.min_confidence();
    if (!(confidence >= 0.0 && confidence <= 1.0)) {
      checks->Refuse("options.min_confidence", "is no number from 0.0 to 1.0.");
    }
  }
}

}  // namespace

absl::Status Validate(const v1::AskRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  checks.QuestionText("question.text", request.question().text());
  CheckFilter(request.question().filter(), "question.filter.document_ids",
              &checks);
  CheckOptions(request.options(), &checks);
  return checks.Result();
}

absl::Status Validate(const v1::SearchRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  checks.QuestionText("query", request.query());
  CheckFilter(request.filter(), "filter.document_ids", &checks);
  if (request.has_page_size()) {
    checks.Within("page_size", request.page_size(), 1, kMaxResults);
  }
  return checks.Result();
}

}  // namespace footnote
