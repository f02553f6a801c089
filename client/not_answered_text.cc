#include "client/not_answered_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "client/answer_type.h"
#include "client/interpretation_text.h"

namespace footnote {
namespace {

// Returns `an answer of the kind "date"`, or what stands for a kind that is not
// known.
std::string TypeInWords(const v1::Interpretation& interpretation) {
  const std::string& name = v1::AnswerType_Name(interpretation.answer_type());
  if (name.empty() ||
      interpretation.answer_type() == v1::ANSWER_TYPE_UNSPECIFIED) {
    return "the kind of answer that is asked for";
  }
  return absl::StrCat("an answer of the kind \"", AnswerTypeName(name), "\"");
}

std::string EntitiesInWords(const v1::Interpretation& interpretation) {
  const std::vector<std::string> entities = GivenEntities(interpretation);
  if (entities.empty()) return "what was named";
  return absl::StrCat("\"", absl::StrJoin(entities, "\" and \""), "\"");
}

std::string SpeakerInWords(const v1::Interpretation& interpretation) {
  const std::string& speaker = interpretation.speaker();
  return speaker.empty() ? "the speaker who was named"
                         : absl::StrCat("\"", speaker, "\"");
}

std::string ReasonInWords(int reason,
                          const v1::Interpretation& interpretation) {
  switch (reason) {
    case v1::NOT_ANSWERED_REASON_NO_MATCH:
      return "no sentence holds a term of the question";
    case v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE:
      return "the best sentence found is too weak";
    case v1::NOT_ANSWERED_REASON_QUESTION_HAS_NO_CONTENT:
      return "the question holds no word to search for";
    case v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW:
      return "no document passes the filters and times";
    case v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND:
      return absl::StrCat("no sentence that matches holds ",
                          TypeInWords(interpretation));
    case v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND:
      return absl::StrCat("no sentence that matches is about ",
                          EntitiesInWords(interpretation));
    case v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND:
      return absl::StrCat("nothing that matches was said by ",
                          SpeakerInWords(interpretation));
    case v1::NOT_ANSWERED_REASON_NO_EVENT_IN_WINDOW:
      return absl::StrCat("no sentence that matches speaks of a time within ",
                          interpretation.event().begin(), "..",
                          interpretation.event().end());
    default:
      return "the server gave a reason that this program does not know";
  }
}

std::string HintAgainst(int reason, const v1::AskResponse& response) {
  switch (reason) {
    case v1::NOT_ANSWERED_REASON_LOW_CONFIDENCE:
      return absl::StrFormat(
          "The best there is has a confidence of %.2f; --min-confidence 0 "
          "shows it.",
          response.answer().confidence());
    case v1::NOT_ANSWERED_REASON_NO_MATCH:
      return "Other words may help, or fewer filters.";
    case v1::NOT_ANSWERED_REASON_NO_DOCUMENT_IN_WINDOW:
      return "Fewer filters or a wider --published may help; `footnote list` "
             "shows the documents.";
    case v1::NOT_ANSWERED_REASON_TYPE_NOT_FOUND:
      return IsInferred(response.interpretation(), "answer_type")
                 ? "The kind was taken from the question; --type asks for "
                   "another."
                 : "Ask without --type to see what else was found.";
    case v1::NOT_ANSWERED_REASON_ENTITY_NOT_FOUND:
      return "Ask without --entity to see what else was found.";
    case v1::NOT_ANSWERED_REASON_SPEAKER_NOT_FOUND:
      return "Ask without --speaker to see what else was found.";
    case v1::NOT_ANSWERED_REASON_NO_EVENT_IN_WINDOW:
      return "Ask with a wider --event, or without it, to see what else was "
             "found.";
    default:
      return "Name what the question is about.";
  }
}

}  // namespace

std::string ReasonText(const v1::AskResponse& response) {
  std::vector<std::string> reasons;
  for (const int reason : response.answer().not_answered_reasons()) {
    reasons.push_back(ReasonInWords(reason, response.interpretation()));
  }
  if (reasons.empty()) return "the server gave no reason";
  return absl::StrJoin(reasons, "; ");
}

std::string HintText(const v1::AskResponse& response) {
  std::vector<std::string> hints;
  for (const int reason : response.answer().not_answered_reasons()) {
    hints.push_back(HintAgainst(reason, response));
  }
  return absl::StrJoin(hints, " ");
}

}  // namespace footnote
