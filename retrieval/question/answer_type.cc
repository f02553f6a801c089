#include "retrieval/question/answer_type.h"

#include <cstddef>
#include <optional>

#include "absl/strings/match.h"
#include "retrieval/question/answer_focus.h"
#include "retrieval/question/how_questions.h"
#include "retrieval/question/question_words.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

using Type = AnswerType;

// Looks for what a question asks for.
class TypeFinder {
 public:
  explicit TypeFinder(absl::string_view question) : words_(question) {}

  InferredAnswerType Find() const;

 private:
  // Returns the place of the word that asks, or nothing.
  std::optional<size_t> AskingWord() const;

  InferredAnswerType AfterWhat(size_t at) const;
  InferredAnswerType AfterWhatIs(size_t at) const;
  InferredAnswerType AfterWhatDo(size_t at) const;
  InferredAnswerType AfterWhere(size_t at) const;
  InferredAnswerType OfRequest() const;
  std::optional<InferredAnswerType> OfWording(size_t at) const;
  std::optional<InferredAnswerType> OfAbbreviation() const;
  std::optional<InferredAnswerType> OfEnding(size_t at) const;

  // Returns whether the "what" at `at` takes an "is" in: "what's".
  bool IsContracted(size_t at) const {
    return words_[at].owns || words_.Is(at, "whats");
  }
  // Returns the place behind the "what is" at `at`.
  size_t BehindWhatIs(size_t at) const {
    return IsContracted(at) ? at + 1 : at + 2;
  }
  // Returns whether no function word stands at `at` or behind it.
  bool IsOnePhrase(size_t at) const;
  // Returns whether the "what" at `at` ends its clause, so that no word behind
  // it tells: "it sold what when the mayor left".
  bool Closes(size_t at) const;
  // Returns whether "what is" with `focus` asks what that is.
  bool AsksForDefinition(const AnswerFocus& focus) const;

  InferredAnswerType Told(Type type, size_t begin, size_t end) const {
    return ToldBy(words_, type, begin, end);
  }
  InferredAnswerType Told(Type type, size_t begin,
                          const AnswerFocus& focus) const {
    return ToldBy(words_, type, begin, focus);
  }

  QuestionWords words_;
};

std::optional<size_t> TypeFinder::AskingWord() const {
  std::optional<size_t> weak;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (!words_.IsQuestionWord(i)) continue;
    if (words_.IsOneOf(i, {"what", "how", "why", "whats"})) return i;
    if (i + 1 == words_.size()) return i;  // "He died when?"
    // "When they met, who spoke": a clause before the question.
    const bool clause = i == 0 && words_.IsOneOf(i, {"when", "where"}) &&
                        !words_[i].owns && !words_.IsAuxiliary(i + 1);
    // "The man who spoke": says more about a noun.
    const bool relative =
        i > 0 && !words_[i].pause && !words_.IsPreposition(i - 1) &&
        !words_.IsAuxiliary(i - 1) &&
        !words_.IsOneOf(i - 1,
                        {"and", "or", "but", "me", "know", "say", "exactly"});
    if (!clause && !relative) return i;
    if (!weak) weak = i;
  }
  return weak;
}

// Returns what asks for a short form or what one stands for.
std::optional<InferredAnswerType> TypeFinder::OfAbbreviation() const {
  size_t told_by = 0;
  bool expands = false;
  for (size_t i = 1; i < words_.size(); ++i) {
    const bool stands =
        words_.IsOneOf(i, {"stand", "stands"}) && words_.Is(i + 1, "for");
    const bool full = words_.Is(i, "full") && words_.Is(i + 1, "form");
    const bool shorts =
        words_.IsOneOf(i, {"abbreviation", "acronym", "abbreviated"});
    if (!stands && !full && !shorts) continue;
    told_by = i;
    expands = !shorts || words_.Is(i - 1, "an");
    break;
  }
  if (told_by == 0) return std::nullopt;
  InferredAnswerType told = Told(expands ? Type::kDefinition : Type::kOther,
                                 told_by, told_by + (expands ? 2 : 1));
  told.abbreviation = true;
  return told;
}

// Returns what the wording as a whole asks for.
std::optional<InferredAnswerType> TypeFinder::OfWording(size_t at) const {
  if (auto told = OfAbbreviation()) return told;
  const size_t next = at + 1;
  for (size_t i = 0; i + 2 < words_.size(); ++i) {
    if (words_.Is(i, "claim") && words_.Is(i + 2, "fame")) {
      return Told(Type::kReason, i, i + 3);
    }
  }
  if (at > 0 && words_.Is(at - 1, "for") && at + 1 == words_.size()) {
    return Told(Type::kReason, at - 1, at + 1);
  }
  const bool does = words_.IsOneOf(next, {"does", "do", "did"});
  for (size_t i = at + 2; does && i < words_.size(); ++i) {
    if (!words_.Is(i, "mean")) continue;
    InferredAnswerType told = Told(Type::kDefinition, i, i + 1);
    told.abbreviation = words_[i - 1].all_capitals;
    return told;
  }
  if (words_.IsOneOf(next, {"caused", "causes", "cause", "made", "makes", "led",
                            "prompted", "triggered", "motivated", "drove"})) {
    return Told(Type::kReason, at, at + 2);
  }
  if (words_.IsOneOf(next, {"happened", "happens"})) {
    return Told(Type::kDescription, at, at + 2);
  }
  if (words_.IsBe(next) && words_.HasFrom(next, {"meant"})) {
    return Told(Type::kDefinition, at, at + 2);
  }
  return std::nullopt;
}

InferredAnswerType TypeFinder::AfterWhatDo(size_t at) const {
  for (size_t i = at + 2; i < words_.size(); ++i) {
    if (words_.IsOneOf(
            i, {"say", "said", "warn", "tell", "promise", "declare", "claim",
                "announce", "state", "argue", "stress", "vow", "urge", "reply",
                "respond", "describe", "predict"})) {
      return Told(Type::kQuote, i, i + 1);
    }
    if (words_.Is(i, "do") && words_.Is(words_.size() - 1, "living")) {
      InferredAnswerType told = Told(Type::kOther, i, words_.size());
      told.focus = "occupation";
      return told;
    }
    if (words_.IsOneOf(i, {"do", "doing", "done", "happen", "think", "believe",
                           "entail", "represent"})) {
      return Told(Type::kDescription, i, i + 1);
    }
    if (words_.Is(i, "call")) {
      const bool quote = words_.Is(at + 1, "did") && words_[at + 2].capital;
      return Told(quote ? Type::kQuote : Type::kOther, i, i + 1);
    }
    if (words_.Is(i, "weigh")) return Told(Type::kQuantity, i, i + 1);
    if (words_.IsOneOf(i, {"cost", "pay", "paid", "earn"})) {
      return Told(Type::kMoney, i, i + 1);
    }
  }
  const size_t last = words_.size() - 1;
  // "What did the law allow for": no reason.
  const bool object = words_.IsOneOf(
      last - 1, {"account", "allow", "apply", "ask", "compete", "hope", "look",
                 "provide", "run", "search", "vote", "wait", "wish"});
  if (words_.Is(last, "for") && !object) {
    return Told(Type::kReason, last, last + 1);
  }
  if (words_.IsOneOf(last, {"like", "about", "common"})) {
    return Told(Type::kDescription, last, last + 1);
  }
  return Told(Type::kOther, at, at + 1);
}

bool TypeFinder::IsOnePhrase(size_t at) const {
  for (size_t i = at; i < words_.size(); ++i) {
    if (IsStopWord(words_[i].lower) || words_[i - 1].owns) return false;
  }
  return true;
}

// Returns what the end of "what is ..." asks for: "... famous for", "...
// called".
std::optional<InferredAnswerType> TypeFinder::OfEnding(size_t at) const {
  const size_t last = words_.size() - 1;
  if (last < at + 2) return std::nullopt;
  if (words_.Is(last, "for")) return Told(Type::kReason, last - 1, last + 1);
  if (words_.Is(last, "of")) return Told(Type::kOther, last - 1, last + 1);
  if (words_.IsOneOf(last, {"about", "like"})) {
    return Told(Type::kDescription, last, last + 1);
  }
  const bool named = words_.IsOneOf(last, {"called", "named", "termed"}) ||
                     (words_.Is(last, "as") && words_.Is(last - 1, "known"));
  if (!named) return std::nullopt;
  const AnswerFocus focus = FocusAt(words_, BehindWhatIs(at), false);
  return Told(focus.type.value_or(Type::kOther), last, last + 1);
}

bool TypeFinder::AsksForDefinition(const AnswerFocus& focus) const {
  const bool bare = !focus.the && !focus.best;
  const bool last = IsOnePhrase(focus.end);
  // "What is a caldera", "what are tariffs", "what was article 5 of the pact".
  if (bare && (last || focus.numbered)) return true;
  // "What are teachers in Spain", but not "what are cities of Spain".
  const bool one = focus.type == Type::kPerson || focus.type == Type::kPlace ||
                   focus.type == Type::kOrganization;
  if (one && bare && !focus.article && focus.of &&
      !words_.Is(focus.end, "of")) {
    return true;
  }
  const bool whole = focus.the && !focus.best && last;
  // "What is the Red Planet".
  if (whole && words_[focus.end - 1].capital && !words_[focus.end - 2].owns) {
    return true;
  }
  // "What is the feudal system".
  const bool thing = !focus.IsSure() || *focus.type == Type::kManner;
  if (thing && whole && !focus.owner) return true;
  // "What is a pig in a poke", but not "what is a fear of heights", "what is a
  // term for a sailor".
  const bool named = focus.type && words_.IsOneOf(focus.end, {"of", "for"});
  if (thing && bare && focus.of && focus.article && !named) return true;
  return !focus.type && bare && !focus.of;
}

InferredAnswerType TypeFinder::AfterWhatIs(size_t at) const {
  const size_t begin = BehindWhatIs(at);
  if (auto told = OfEnding(at)) return *told;
  const AnswerFocus focus = FocusAt(words_, begin, false);
  if (focus.noun.empty()) return Told(Type::kDescription, at, begin);
  const bool last = IsOnePhrase(focus.end);
  if (AsksForDefinition(focus)) {
    InferredAnswerType told = Told(Type::kDefinition, at, focus);
    told.abbreviation = last && !focus.the && !words_[0].all_capitals &&
                        words_[focus.end - 1].all_capitals;
    return told;
  }
  if (focus.type) return Told(*focus.type, at, focus);
  // "What is her pet project".
  const bool described = focus.the && !focus.best && last;
  return Told(described ? Type::kDescription : Type::kOther, at, focus);
}

bool TypeFinder::Closes(size_t at) const {
  if (at == 0 || at + 1 == words_.size()) return at > 0;
  // A quotation mark closes nothing.
  const std::string typed = words_.Typed(at, at + 2);
  const char mark = typed[words_[at].range.size()];
  return mark == ',' || mark == ';' || mark == '?' || mark == ')' ||
         words_.IsOneOf(at + 1,
                        {"when", "while", "where", "because", "if", "and", "or",
                         "but", "against", "near", "within", "without"});
}

InferredAnswerType TypeFinder::AfterWhat(size_t at) const {
  if (auto told = OfWording(at)) return *told;
  if (Closes(at)) return Told(Type::kOther, at, at + 1);
  if (IsContracted(at) || words_.IsBe(at + 1)) return AfterWhatIs(at);
  if (words_.IsAuxiliary(at + 1)) return AfterWhatDo(at);
  size_t next = at + 1;
  if (words_.IsOneOf(next, {"exactly", "else", "of"})) ++next;
  if (next > at + 1 && words_.IsBe(next)) return AfterWhatIs(next - 1);
  const AnswerFocus focus = FocusAt(words_, next, true);
  // "What American won": one of a people.
  const bool people =
      words_[next].capital && (absl::EndsWith(words_[next].lower, "an") ||
                               absl::EndsWith(words_[next].lower, "man"));
  const bool acts =
      absl::EndsWith(words_[next + 1].lower, "ed") ||
      words_.IsOneOf(next + 1, {"won", "gave", "said", "wrote", "became",
                                "made", "led", "was", "is", "has"});
  if (!focus.IsSure() && people && acts) {
    return Told(Type::kPerson, at, next + 1);
  }
  if (focus.noun.empty()) return Told(Type::kOther, at, at + 1);
  // "What collapse did she warn of".
  const size_t last = words_.size() - 1;
  const bool spoken = words_.IsOneOf(last, {"say", "mention"}) ||
                      (words_.Is(last - 1, "warn") && words_.Is(last, "of"));
  if (spoken && !focus.IsSure()) return Told(Type::kQuote, at, focus);
  const bool body =
      (focus.noun == "station" &&
       words_.IsOneOf(focus.end - 2, {"radio", "tv", "television"})) ||
      (focus.noun == "force" &&
       words_.IsOneOf(focus.end - 2, {"police", "air", "task", "armed"}));
  if (body) return Told(Type::kOrganization, at, focus);
  // "What place did she finish in": a rank.
  if (focus.noun == "place" &&
      words_.HasFrom(focus.end, {"rank", "ranked", "finish", "finished"})) {
    return Told(Type::kOther, at, focus);
  }
  return Told(focus.type.value_or(Type::kOther), at, focus);
}

// Returns what a request without a question word asks for: "name a river".
InferredAnswerType TypeFinder::OfRequest() const {
  if (words_.IsOneOf(0, {"define"})) return Told(Type::kDefinition, 0, 1);
  if (words_.IsOneOf(0, {"describe", "explain"})) {
    return Told(Type::kDescription, 0, 1);
  }
  if (!words_.IsOneOf(0,
                      {"name", "list", "give", "tell", "identify", "find"})) {
    return {};
  }
  const size_t at = words_.IsOneOf(1, {"me", "of"}) ? 2 : 1;
  const bool all = words_.IsOneOf(at, {"all", "every"}) || words_.Is(0, "list");
  const AnswerFocus focus = FocusAt(words_, at, false);
  if (focus.noun.empty()) return {};
  if (all) return Told(Type::kList, 0, focus);
  return Told(focus.type.value_or(Type::kOther), 0, focus);
}

InferredAnswerType TypeFinder::AfterWhere(size_t at) const {
  const size_t last = words_.size() - 1;
  const bool from = words_.Is(last, "from");
  // "Where does the word come from": its story.
  if (from &&
      words_.IsOneOf(at + 3, {"term", "word", "name", "saying", "expression",
                              "phrase", "idea", "custom", "tradition"})) {
    return Told(Type::kDescription, at, at + 1);
  }
  // "Where does she get her ideas from": a person or thing too.
  const bool source =
      from && words_.HasFrom(at, {"get", "gets", "got", "take", "draw", "draws",
                                  "obtain", "receive", "derive"});
  return Told(source ? Type::kOther : Type::kPlace, at, at + 1);
}

InferredAnswerType TypeFinder::Find() const {
  const bool requests =
      words_.IsOneOf(0, {"define", "name", "list", "identify"});
  if (requests) return OfRequest();
  const std::optional<size_t> asking = AskingWord();
  const bool inquires =
      asking && *asking > 0 &&
      words_.IsOneOf(*asking - 1, {"know", "me", "say", "remember", "tell"});
  if (words_.IsAuxiliary(0) && !inquires) {
    return Told(Type::kYesNo, 0, 1);
  }
  if (!asking) return OfRequest();
  const size_t at = *asking;
  if (words_.IsOneOf(at, {"who", "whom", "whose"})) {
    return Told(Type::kPerson, at, at + 1);
  }
  if (words_.Is(at, "when")) return Told(Type::kDate, at, at + 1);
  if (words_.Is(at, "where")) return AfterWhere(at);
  if (words_.Is(at, "why")) return Told(Type::kReason, at, at + 1);
  return words_.Is(at, "how") ? TypeBehindHow(words_, at) : AfterWhat(at);
}

}  // namespace

InferredAnswerType InferAnswerType(absl::string_view question) {
  return TypeFinder(question).Find();
}

absl::string_view AnswerTypeName(AnswerType type) {
  constexpr absl::string_view kNames[] = {
      "ANSWER_TYPE_UNSPECIFIED",  "ANSWER_TYPE_PERSON",
      "ANSWER_TYPE_ORGANIZATION", "ANSWER_TYPE_PLACE",
      "ANSWER_TYPE_DATE",         "ANSWER_TYPE_DURATION",
      "ANSWER_TYPE_NUMBER",       "ANSWER_TYPE_QUANTITY",
      "ANSWER_TYPE_MONEY",        "ANSWER_TYPE_PERCENT",
      "ANSWER_TYPE_QUOTE",        "ANSWER_TYPE_REASON",
      "ANSWER_TYPE_MANNER",       "ANSWER_TYPE_DEFINITION",
      "ANSWER_TYPE_DESCRIPTION",  "ANSWER_TYPE_YES_NO",
      "ANSWER_TYPE_LIST",         "ANSWER_TYPE_OTHER",
  };
  return kNames[static_cast<size_t>(type)];
}

}  // namespace footnote
