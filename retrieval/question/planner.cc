#include "retrieval/question/planner.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "retrieval/question/inference.h"
#include "retrieval/status.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/term_folding.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// docs/evaluation.md shows what it changes.
constexpr double kFrameImportance = 0.3;

// Returns whether a word of the question, found as `term`, is a function word.
// The marked form of an acronym, as "u.s", is none.
bool IsFunctionWord(absl::string_view word, absl::string_view term) {
  if (term.find('.') != absl::string_view::npos) return false;
  std::string folded;
  FoldWord(word, &folded);
  return IsStopWord(folded);
}

bool IsNumber(absl::string_view term) {
  return !term.empty() &&
         absl::ascii_isdigit(static_cast<unsigned char>(term.front()));
}

// Returns whether `word`, in lower case, is one that frames a question rather
// than says what it is about. Sorted by what they are: verbs, nouns, adverbs.
bool IsFrameWord(absl::string_view word) {
  constexpr absl::string_view kFrameWords[] = {
      "become",  "became",  "begin", "began",  "begun",    "come",
      "came",    "get",     "got",   "give",   "gave",     "given",
      "go",      "went",    "gone",  "happen", "happened", "hold",
      "held",    "make",    "made",  "occur",  "occurred", "see",
      "take",    "took",    "taken", "use",    "used",     "say",
      "said",    "says",    "think", "tell",   "told",     "amount",
      "example", "kind",    "kinds", "name",   "named",    "names",
      "number",  "place",   "sort",  "term",   "thing",    "things",
      "type",    "types",   "way",   "ways",   "word",     "approximately",
      "ever",    "exactly", "long",  "many",   "much",     "old",
      "often",   "usually"};
  return std::find(std::begin(kFrameWords), std::end(kFrameWords), word) !=
         std::end(kFrameWords);
}

bool HasCapital(absl::string_view word) {
  return absl::ascii_isupper(static_cast<unsigned char>(word.front()));
}

bool Holds(const std::vector<PlannedTerm>& terms, absl::string_view term) {
  return std::any_of(terms.begin(), terms.end(), [term](const auto& planned) {
    return planned.term == term;
  });
}

void SetStatement(const Question& question, QueryPlan* plan) {
  for (const std::string& entity : question.entities) {
    plan->statement.entities.push_back({{entity}});
  }
  plan->statement.speaker = question.speaker;
  plan->statement.event = question.event;
}

void InferType(const Question& question, InferredAnswerType inferred,
               QueryPlan* plan) {
  plan->focus = std::move(inferred.focus);
  plan->type_is_given = question.answer_type.has_value();
  plan->type = question.answer_type.value_or(
      inferred.type == AnswerType::kUnspecified ? AnswerType::kOther
                                                : inferred.type);
  plan->form = FormOf(plan->type);
  if (!plan->type_is_given && !inferred.reason.empty()) {
    plan->inferences.push_back({"answer_type",
                                std::string(AnswerTypeName(inferred.type)),
                                std::move(inferred.reason)});
  }
}

void InferEvent(const Question& question, const NamedTime& event,
                QueryPlan* plan) {
  const absl::string_view words = Slice(question.text, event.words);
  plan->event = event.period;
  plan->inferences.push_back(
      {"event", FormatPeriod(event.period), std::string(words)});
  ForEachTerm(words, [&](absl::string_view term, ByteRange) {
    for (uint32_t i = 0; i < plan->terms.size(); ++i) {
      if (plan->terms[i].term == term) plan->event_terms.push_back(i);
    }
    return true;
  });
}

// Adds what the words of `question` tell and its fields do not.
void Infer(const Question& question, QueryPlan* plan) {
  InferredQuestion inferred = InferFromWords(question.text);
  InferType(question, std::move(inferred.answer_type), plan);
  plan->asks_for_future = inferred.asks_for_future;
  if (question.entities.empty()) {
    for (const std::string& entity : inferred.entities) {
      plan->inferences.push_back(
          {absl::StrCat("entities[", plan->entities.size(), "]"), entity,
           entity});
      plan->entities.push_back({{entity}});
    }
  }
  if (question.speaker.empty() && !inferred.speaker.empty()) {
    plan->speaker = inferred.speaker;
    plan->inferences.push_back({"speaker", inferred.speaker, inferred.speaker});
  }
  if (!question.event.has_value() && inferred.event.has_value()) {
    InferEvent(question, *inferred.event, plan);
  }
}

// Returns the terms of `text` and the words that are ignored.
QueryPlan PlanTerms(absl::string_view text, StopWords stop_words) {
  QueryPlan plan;
  std::vector<PlannedTerm> function_words;
  ForEachTerm(text, [&](absl::string_view term, ByteRange range) {
    plan.text_terms.push_back(HashTerm(term));
    const absl::string_view word = Slice(text, range);
    const bool is_function_word = IsFunctionWord(word, term);
    std::vector<PlannedTerm>& terms =
        is_function_word ? function_words : plan.terms;
    if (is_function_word) plan.ignored_words.emplace_back(word);
    if (!Holds(terms, term)) {
      terms.push_back(
          {std::string(term), std::string(word), IsNumber(term),
           range.begin > 0 && HasCapital(word),
           IsFrameWord(absl::AsciiStrToLower(word)) ? kFrameImportance : 1.0});
    }
    return true;
  });
  if (plan.terms.empty() && stop_words == StopWords::kKeepIfAlone) {
    plan.terms = std::move(function_words);
    plan.ignored_words.clear();
  }
  return plan;
}

// Returns the terms of `question` and its conditions on terms.
absl::StatusOr<QueryPlan> PlanWithin(const Question& question,
                                     StopWords stop_words) {
  QueryPlan plan = PlanTerms(question.text, stop_words);
  if (plan.terms.size() > kMaxQuestionTerms) {
    absl::Status status = InvalidFields(
        {{"text",
          absl::StrCat("has ", plan.terms.size(), " content terms; at most ",
                       kMaxQuestionTerms, " are allowed.")}});
    status =
        WithFact(std::move(status), "limit", absl::StrCat(kMaxQuestionTerms));
    return WithFact(std::move(status), "actual",
                    absl::StrCat(plan.terms.size()));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(plan.conditions, PlanConditions(question));
  return plan;
}

}  // namespace

QueryPlan Plan(absl::string_view text, StopWords stop_words) {
  QueryPlan plan = PlanTerms(text, stop_words);
  plan.form = ExpectForm(text);
  return plan;
}

absl::StatusOr<QueryPlan> Plan(const Question& question, StopWords stop_words) {
  FOOTNOTE_ASSIGN_OR_RETURN(QueryPlan plan, PlanWithin(question, stop_words));
  SetStatement(question, &plan);
  Infer(question, &plan);
  return plan;
}

absl::StatusOr<QueryPlan> PlanSearch(const Question& query) {
  return PlanWithin(query, StopWords::kKeepIfAlone);
}

}  // namespace footnote
