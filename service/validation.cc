#include "service/validation.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/document.h"
#include "retrieval/question/question.h"
#include "retrieval/question/statement_conditions.h"
#include "retrieval/text/timestamp.h"
#include "service/field_checks.h"

namespace footnote {
namespace {

size_t Count(int size) { return static_cast<size_t>(size); }

void CheckLabels(const v1::DocumentFilter& filter, const std::string& field,
                 FieldChecks* checks) {
  checks->AtMost(field, Count(filter.metadata_size()), kMaxFilterLabels,
                 "labels");
  for (int i = 0; i < filter.metadata_size(); ++i) {
    const v1::MetadataFilter& label = filter.metadata(i);
    const std::string path = absl::StrCat(field, "[", i, "]");
    if (label.key().empty()) {
      checks->Refuse(path + ".key", "is empty; name the label.");
    }
    checks->AtMost(path + ".values", Count(label.values_size()),
                   kMaxFilterValues, "values");
  }
}

// Checks the filter at `root` + "filter" of a request.
void CheckFilter(const v1::DocumentFilter& filter, const std::string& root,
                 FieldChecks* checks) {
  const std::string field = root + "filter.";
  checks->AtMost(field + "document_ids", Count(filter.document_ids_size()),
                 kMaxFilterDocumentIds, "ids");
  checks->AtMost(field + "sources", Count(filter.sources_size()),
                 kMaxFilterSources, "sources");
  checks->AtMost(field + "languages", Count(filter.languages_size()),
                 kMaxFilterLanguages, "languages");
  CheckLabels(filter, field + "metadata", checks);
}

// Returns what `text` names, having refused it if it names no time. Empty text
// names nothing.
std::optional<TimePeriod> CheckTime(const std::string& text,
                                    const std::string& field,
                                    FieldChecks* checks) {
  const std::optional<TimePeriod> period = ParsePeriod(text);
  if (!text.empty() && !period.has_value()) {
    checks->Refuse(field,
                   "is no time; write it as 2025, 2025-01, 2025-01-31 or "
                   "2025-01-31T09:30:00Z.");
  }
  return period;
}

void CheckWindow(const v1::TimeWindow& window, const std::string& field,
                 FieldChecks* checks) {
  const auto begin = CheckTime(window.begin(), field + ".begin", checks);
  const auto end = CheckTime(window.end(), field + ".end", checks);
  if (begin.has_value() && end.has_value() && begin->begin >= end->begin) {
    checks->Refuse(field + ".end",
                   "does not lie behind begin; leave it out, or name the first "
                   "time that is not to be in the window.");
  }
}

// Checks the times of `question`, an AskRequest's question or a SearchRequest,
// which stands at `root`.
template <typename Conditions>
void CheckTimes(const Conditions& question, const std::string& root,
                FieldChecks* checks) {
  CheckWindow(question.published(), root + "published", checks);
  CheckTime(question.as_of(), root + "as_of", checks);
}

// Checks the words and phrases of `question`, likewise.
template <typename Conditions>
void CheckTerms(const Conditions& question, const std::string& root,
                FieldChecks* checks) {
  const struct {
    const char* field;
    const google::protobuf::RepeatedPtrField<std::string>& texts;
    size_t most;
    size_t most_code_points;
  } kLists[] = {
      {"required_terms", question.required_terms(), kMaxConditionTerms,
       kMaxConditionTermCodePoints},
      {"excluded_terms", question.excluded_terms(), kMaxConditionTerms,
       kMaxConditionTermCodePoints},
      {"phrases", question.phrases(), kMaxPhrases, kMaxPhraseCodePoints},
  };
  for (const auto& [field, texts, most, most_code_points] : kLists) {
    checks->AtMost(root + field, Count(texts.size()), most, "entries");
    for (int i = 0; i < texts.size(); ++i) {
      checks->Text(absl::StrCat(root, field, "[", i, "]"), texts[i],
                   most_code_points);
    }
  }
}

template <typename Conditions>
void CheckConditions(const Conditions& question, const std::string& root,
                     FieldChecks* checks) {
  CheckFilter(question.filter(), root, checks);
  CheckTimes(question, root, checks);
  CheckTerms(question, root, checks);
}

void CheckQuotation(const v1::Quotation& quotation, const std::string& root,
                    FieldChecks* checks) {
  if (quotation.text().empty()) {
    checks->Refuse(root + "text", "is empty; send what is quoted.");
  }
  checks->AtMost(root + "text", quotation.text().size(), kMaxDocumentBytes,
                 "bytes");
  const v1::Citation& citation = quotation.citation();
  if (citation.document_id().empty()) {
    checks->Refuse(root + "citation.document_id",
                   "is empty; name the document.");
  }
  checks->AtMost(root + "citation.document_id", citation.document_id().size(),
                 kMaxDocumentIdBytes, "bytes");
  if (citation.span().begin_byte() >= citation.span().end_byte()) {
    checks->Refuse(root + "citation.span",
                   "holds no byte; say where the quotation stands.");
  }
}

void CheckName(const std::string& name, const std::string& field,
               FieldChecks* checks) {
  if (ContentTerms(name).empty()) {
    checks->Refuse(field, "holds no word of a name; name one.");
    return;
  }
  checks->Text(field, name, kMaxNameCodePoints);
}

// Checks what kind of statement `question` asks for.
void CheckStatement(const v1::Question& question, FieldChecks* checks) {
  if (!v1::AnswerType_IsValid(question.answer_type())) {
    checks->Refuse("question.answer_type",
                   "is no type that this server knows; leave it out.");
  }
  checks->AtMost("question.entities", Count(question.entities_size()),
                 kMaxEntities, "entries");
  for (int i = 0; i < question.entities_size(); ++i) {
    CheckName(question.entities(i), absl::StrCat("question.entities[", i, "]"),
              checks);
  }
  if (!question.speaker().empty()) {
    CheckName(question.speaker(), "question.speaker", checks);
  }
  CheckWindow(question.event(), "question.event", checks);
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
  checks->Within("options.context_sentences", options.context_sentences(), 0,
                 kMaxContextSentences);
  checks->Within("options.max_sentences_per_document",
                 options.max_sentences_per_document(), 0, kMaxResults);
  if (!v1::SentenceOrder_IsValid(options.order())) {
    checks->Refuse("options.order",
                   "is no order that this server knows; leave it out.");
  }
}

}  // namespace

absl::Status Validate(const v1::AskRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  checks.Text("question.text", request.question().text(),
              kMaxQuestionCodePoints);
  CheckConditions(request.question(), "question.", &checks);
  CheckStatement(request.question(), &checks);
  CheckOptions(request.options(), &checks);
  return checks.Result();
}

absl::Status Validate(const v1::BatchAskRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  if (request.requests().empty()) {
    checks.Refuse("requests", "is empty; ask a question.");
  }
  checks.AtMost("requests", static_cast<size_t>(request.requests_size()),
                kMaxBatchQuestions, "questions");
  return checks.Result();
}

absl::Status Validate(const v1::SearchRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  checks.Text("query", request.query(), kMaxQuestionCodePoints);
  CheckConditions(request, "", &checks);
  if (request.has_page_size()) {
    checks.Within("page_size", request.page_size(), 1, kMaxResults);
  }
  return checks.Result();
}

absl::Status Validate(const v1::VerifyCitationsRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  if (request.quotations().empty()) {
    checks.Refuse("quotations", "is empty; send what is to be verified.");
  }
  checks.AtMost("quotations", Count(request.quotations_size()), kMaxQuotations,
                "quotations");
  for (int i = 0; i < request.quotations_size(); ++i) {
    CheckQuotation(request.quotations(i), absl::StrCat("quotations[", i, "]."),
                   &checks);
  }
  return checks.Result();
}

}  // namespace footnote
