#include "retrieval/question/answer_type.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "retrieval/question/answer_nouns.h"
#include "retrieval/question/question_words.h"
#include "retrieval/text/counted_nouns.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

using Type = AnswerType;

// The noun that says what is asked for.
struct Focus {
  std::string noun;  // In the singular; empty if there is none.
  std::optional<Type> type;
  std::optional<Type> owner;  // Of what it belongs to: "her husband's name".
  size_t end = 0;             // Behind it.
  bool asked = false;    // "Which" or "what" stands right before its phrase.
  bool plural = false;   // It is in the plural.
  bool article = false;  // "A" or "an" stands before it.
  bool the = false;      // "The" or an owner stands before it.
  bool best = false;     // A word that singles out: "the largest".
  bool of = false;       // "Of" or another preposition stands behind it.

  // Returns whether its type is known, and is not that of any thing.
  bool IsSure() const { return type && *type != Type::kOther; }
};

bool IsBe(const QuestionWords& words, size_t i) {
  return words.IsOneOf(i, {"is", "are", "was", "were", "s", "be", "been"});
}

bool IsAuxiliary(const QuestionWords& words, size_t i) {
  return IsBe(words, i) ||
         words.IsOneOf(
             i, {"do",     "does",    "did",    "has",     "have",   "had",
                 "can",    "could",   "will",   "would",   "shall",  "should",
                 "may",    "might",   "must",   "am",      "isn't",  "aren't",
                 "wasn't", "weren't", "don't",  "doesn't", "didn't", "won't",
                 "can't",  "hasn't",  "haven't"});
}

bool IsPreposition(const QuestionWords& words, size_t i) {
  return words.IsOneOf(
      i, {"of",     "in",      "on",    "at",      "for",    "from",
          "to",     "by",      "with",  "between", "about",  "into",
          "during", "since",   "until", "under",   "over",   "than",
          "behind", "through", "among", "after",   "before", "as"});
}

bool IsWhWord(const QuestionWords& words, size_t i) {
  return words.IsOneOf(i, {"who", "whom", "whose", "when", "where", "why",
                           "how", "what", "which", "whats"});
}

bool IsSuperlative(absl::string_view word) {
  constexpr size_t kShortest = 5;
  return word == "most" || word == "first" || word == "last" ||
         word == "only" || word == "best" || word == "least" ||
         word == "main" || word == "common" || word == "popular" ||
         word == "famous" || word == "two" || word == "three" ||
         word == "some" || word == "good" || word == "typical" ||
         word == "different" || word == "second" || word == "third" ||
         (word.size() >= kShortest && absl::EndsWith(word, "est"));
}

// Returns whether `word` in "s" behind a noun is more likely its verb.
bool IsVerb(absl::string_view word) {
  constexpr absl::string_view kVerbs[] = {
      "boasts",   "causes", "claims", "costs", "covers", "draws",   "exports",
      "features", "holds",  "leads",  "makes", "marks",  "markets", "means",
      "names",    "plays",  "plans",  "ranks", "rates",  "records", "results",
      "rules",    "shares", "shows",  "uses",  "works"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), word) !=
         std::end(kVerbs);
}

// Looks for what a question asks for.
class TypeFinder {
 public:
  explicit TypeFinder(absl::string_view question) : words_(question) {}

  InferredAnswerType Find() const;

 private:
  // Returns the place of the word that asks, or nothing.
  std::optional<size_t> AskingWord() const;

  InferredAnswerType AfterHow(size_t at) const;
  InferredAnswerType AfterHowMany(size_t at) const;
  InferredAnswerType AfterHowMuch(size_t at) const;
  InferredAnswerType AfterHowLong(size_t at) const;
  InferredAnswerType AfterWhat(size_t at) const;
  InferredAnswerType AfterWhatIs(size_t at) const;
  InferredAnswerType AfterWhatDo(size_t at) const;
  InferredAnswerType OfRequest() const;
  std::optional<InferredAnswerType> OfWording(size_t at) const;
  std::optional<InferredAnswerType> OfAbbreviation() const;
  std::optional<InferredAnswerType> OfEnding(size_t at) const;

  // Returns whether no function word stands at `at` or behind it.
  bool IsOnePhrase(size_t at) const;

  // Returns the noun that the words from `at` lead to; `asked` if "which" or
  // "what" stands right before it.
  Focus FocusAt(size_t at, bool asked) const;
  // Returns it without passing over "name of the".
  Focus PlainFocusAt(size_t at, bool asked) const;
  // Returns whether the noun and what describes it end before word `i`.
  bool EndsPhrase(size_t i, const Focus& focus) const;
  // Takes word `i` as the noun, if it can go on with it.
  bool TakeNoun(size_t i, Focus* focus) const;
  void PassOwner(size_t i, Focus* focus) const;
  std::optional<Type> TypeOfName(const Focus& focus) const;

  // Returns an answer of `type` told by the words [begin, end).
  InferredAnswerType Told(Type type, size_t begin, size_t end) const;
  InferredAnswerType Told(Type type, size_t begin, const Focus& focus) const;

  QuestionWords words_;
};

InferredAnswerType TypeFinder::Told(Type type, size_t begin, size_t end) const {
  InferredAnswerType told;
  told.type = type;
  told.reason = words_.Typed(begin, end);
  return told;
}

InferredAnswerType TypeFinder::Told(Type type, size_t begin,
                                    const Focus& focus) const {
  InferredAnswerType told = Told(type, begin, focus.end);
  told.focus = focus.noun;
  told.several = focus.plural;
  return told;
}

std::optional<size_t> TypeFinder::AskingWord() const {
  std::optional<size_t> weak;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (!IsWhWord(words_, i)) continue;
    if (words_.IsOneOf(i, {"what", "how", "why", "whats"})) return i;
    // "When they met, who spoke": a clause before the question.
    const bool clause = i == 0 && words_.IsOneOf(i, {"when", "where"}) &&
                        !words_[i].owns && !IsAuxiliary(words_, i + 1);
    // "The man who spoke": says more about a noun.
    const bool relative =
        i > 0 && !words_[i].pause && !IsPreposition(words_, i - 1) &&
        !IsAuxiliary(words_, i - 1) &&
        !words_.IsOneOf(i - 1,
                        {"and", "or", "but", "me", "know", "say", "exactly"});
    if (!clause && !relative) return i;
    if (!weak) weak = i;
  }
  return weak;
}

bool TypeFinder::EndsPhrase(size_t i, const Focus& focus) const {
  if (IsAuxiliary(words_, i) || IsPreposition(words_, i)) return true;
  if (words_.IsOneOf(i, {"and", "or"})) return !focus.asked || focus.IsSure();
  return IsStopWord(words_[i].lower) &&
         (!focus.noun.empty() || words_.Is(i, "that"));
}

Focus TypeFinder::PlainFocusAt(size_t at, bool asked) const {
  constexpr size_t kMaxWords = 12;
  Focus focus;
  focus.asked = asked;
  for (size_t i = at; i < words_.size() && i < at + kMaxWords; ++i) {
    const QuestionWord& word = words_[i];
    if (word.pause && i > at) break;
    if (words_.IsOneOf(i, {"a", "an", "the"})) {
      if (!focus.noun.empty()) break;
      (word.lower == "the" ? focus.the : focus.article) = true;
      continue;
    }
    if (IsSuperlative(word.lower)) focus.best = true;
    if (EndsPhrase(i, focus)) {
      focus.of = IsPreposition(words_, i);
      break;
    }
    // "Prize-winning novelist": what is joined describes.
    const bool describes =
        words_[i + 1].joined ||
        (word.joined && i + 1 < words_.size() && !EndsPhrase(i + 1, focus));
    if (IsStopWord(word.lower) || describes) continue;
    if (!TakeNoun(i, &focus)) break;
    if (word.owns && asked && focus.IsSure()) break;  // "What city's mayor".
    if (word.owns) PassOwner(i, &focus);
  }
  return focus;
}

bool TypeFinder::TakeNoun(size_t i, Focus* focus) const {
  const QuestionWord& word = words_[i];
  const std::string noun = SingularOf(word.lower);
  const std::optional<Type> type = AnswerTypeOfNoun(noun);
  const bool plural = noun != word.lower;
  const bool known = type.has_value() || LeadsToNoun(noun);
  if (focus->type || LeadsToNoun(focus->noun)) {
    // Behind a noun that is known only another goes on: "film director", but
    // not "company uses", "countries share".
    const bool verb = (focus->plural && !plural && focus->noun != "sport") ||
                      (plural && IsVerb(word.lower));
    if (!known || verb) return false;
  }
  focus->noun = noun;
  focus->type = type;
  focus->plural = plural;
  focus->end = i + 1;
  return true;
}

// "Japan's largest city": the owner is not asked for.
void TypeFinder::PassOwner(size_t i, Focus* focus) const {
  Focus next;
  next.the = true;
  next.asked = focus->asked;
  next.owner = focus->type;
  if (!focus->type && words_[i].capital) next.owner = Type::kPerson;
  *focus = next;
}

// Returns what a noun that names asks for: "her husband's name", "last name",
// "part of Africa".
std::optional<Type> TypeFinder::TypeOfName(const Focus& focus) const {
  if (focus.noun.empty()) return std::nullopt;
  const size_t at = focus.end - 1;
  const size_t behind = focus.end;
  if (focus.noun == "part" && words_.Is(behind, "of") &&
      (words_[behind + 1].capital || words_.Is(behind + 2, "world"))) {
    return Type::kPlace;
  }
  const bool nickname = focus.noun == "nickname" || focus.noun == "identity";
  if (nickname && IsPreposition(words_, behind)) {
    const Focus named = PlainFocusAt(behind + 1, false);
    return named.type == Type::kPlace ? Type::kPlace : Type::kPerson;
  }
  if (focus.noun != "name" && !nickname) return std::nullopt;
  if (focus.owner) return focus.owner;
  const bool personal =
      at > 0 && words_.IsOneOf(at - 1, {"first", "last", "full", "real",
                                        "middle", "maiden", "stage", "his",
                                        "her", "christian", "family"});
  return personal ? std::optional(Type::kPerson) : std::nullopt;
}

Focus TypeFinder::FocusAt(size_t at, bool asked) const {
  Focus focus = PlainFocusAt(at, asked);
  for (int passed = 0; passed < 2; ++passed) {
    if (!LeadsToNoun(focus.noun) || !words_.Is(focus.end, "of")) break;
    Focus next = PlainFocusAt(focus.end + 1, false);
    if (next.noun.empty()) break;
    next.plural = focus.plural;
    next.best = true;  // One of its kind: no definition is asked for.
    focus = std::move(next);
  }
  if (!focus.type) focus.type = TypeOfName(focus);
  return focus;
}

InferredAnswerType TypeFinder::AfterHowMany(size_t at) const {
  const Focus focus = PlainFocusAt(at + 2, true);
  const absl::string_view noun = focus.noun;
  InferredAnswerType told = Told(Type::kNumber, at, at + 2);
  told.focus = focus.noun;
  for (absl::string_view time : {"second", "minute", "hour", "day", "week",
                                 "month", "year", "decade", "century"}) {
    if (noun == time) told.type = Type::kDuration;
  }
  for (absl::string_view money :
       {"dollar", "euro", "yen", "yuan", "ruble", "cent"}) {
    if (noun == money) told.type = Type::kMoney;
  }
  for (absl::string_view unit :
       {"mile", "kilometer", "kilometre", "meter", "metre", "foot", "ton",
        "tonne", "acre", "calorie", "inch", "gallon", "pound"}) {
    if (noun == unit) told.type = Type::kQuantity;
  }
  if (noun == "percent") told.type = Type::kPercent;
  return told;
}

InferredAnswerType TypeFinder::AfterHowMuch(size_t at) const {
  const bool money = words_.HasFrom(
      at, {"money",   "cost",   "costs",   "spend",   "spent",   "pay",
           "paid",    "pays",   "worth",   "price",   "charge",  "charged",
           "earn",    "earned", "sell",    "sold",    "fined",   "fine",
           "raise",   "raised", "donate",  "donated", "invest",  "invested",
           "support", "aid",    "fund",    "funding", "dollars", "yen",
           "euros",   "budget", "owe",     "owed",    "pledge",  "pledged",
           "buy",     "bought", "bid",     "profit",  "revenue", "loan",
           "rent",    "debt",   "grossed", "gross",   "provide", "salary"});
  return Told(money ? Type::kMoney : Type::kQuantity, at, at + 2);
}

InferredAnswerType TypeFinder::AfterHowLong(size_t at) const {
  const bool size =
      IsBe(words_, at + 2) &&
      words_.HasFrom(at + 3, {"river", "bridge", "wall", "road", "coast",
                              "coastline", "border", "tunnel", "canal", "line",
                              "track", "ship", "island", "beach"});
  return Told(size ? Type::kQuantity : Type::kDuration, at, at + 2);
}

InferredAnswerType TypeFinder::AfterHow(size_t at) const {
  const size_t next = at + 1;
  if (words_.Is(next, "many")) return AfterHowMany(at);
  if (words_.Is(next, "much")) return AfterHowMuch(at);
  if (words_.Is(next, "long")) return AfterHowLong(at);
  if (words_.Is(next, "come")) return Told(Type::kReason, at, at + 2);
  if (words_.IsOneOf(next, {"soon", "quickly"})) {
    return Told(Type::kDuration, at, at + 2);
  }
  if (words_.IsOneOf(next, {"late", "early", "recently"})) {
    return Told(Type::kDate, at, at + 2);
  }
  if (words_.IsOneOf(
          next, {"far",   "tall",   "old",    "high",  "large",      "big",
                 "deep",  "wide",   "fast",   "heavy", "hot",        "cold",
                 "close", "near",   "often",  "loud",  "thick",      "broad",
                 "small", "young",  "short",  "low",   "slow",       "bright",
                 "rich",  "warm",   "little", "few",   "frequently", "strong",
                 "great", "severe", "common"})) {
    return Told(Type::kQuantity, at, at + 2);
  }
  if (words_.IsOneOf(next, {"do", "does", "would"}) &&
      words_.Is(next + 2, "say")) {
    return Told(Type::kOther, next + 2, next + 3);
  }
  return Told(Type::kManner, at, at + 1);
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
  if (IsBe(words_, next) && words_.HasFrom(next, {"meant"})) {
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
  if (words_.Is(last, "for")) return Told(Type::kReason, last, last + 1);
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
  if (words_.IsOneOf(last, {"about", "like"})) {
    return Told(Type::kDescription, last, last + 1);
  }
  const bool named = words_.IsOneOf(last, {"called", "named", "termed"}) ||
                     (words_.Is(last, "as") && words_.Is(last - 1, "known"));
  const Focus focus = FocusAt(at + 1 + (words_[at].owns ? 0 : 1), false);
  if (named) return Told(focus.type.value_or(Type::kOther), last, last + 1);
  return std::nullopt;
}

InferredAnswerType TypeFinder::AfterWhatIs(size_t at) const {
  const size_t begin = words_[at].owns ? at + 1 : at + 2;
  if (auto told = OfEnding(at)) return *told;
  const Focus focus = FocusAt(begin, false);
  const bool bare = !focus.the && !focus.best;
  const bool last = IsOnePhrase(focus.end);
  if (focus.noun.empty()) return Told(Type::kDescription, at, begin);
  if (bare && last && focus.end > 0 && words_[focus.end - 1].all_capitals &&
      !words_[0].all_capitals) {
    InferredAnswerType told = Told(Type::kDefinition, at, focus);
    told.abbreviation = true;
    return told;
  }
  // "What is a caldera", "what are tariffs".
  if (bare && last) return Told(Type::kDefinition, at, focus);
  if (focus.the && last && words_[focus.end - 1].capital && !focus.best &&
      !words_[focus.end - 2].owns) {
    return Told(Type::kDefinition, at, focus);
  }
  // "What is a pig in a poke".
  const bool thing = !focus.IsSure();
  if (thing && bare && focus.of && !focus.plural && focus.article) {
    return Told(Type::kDefinition, at, focus);
  }
  if (focus.type) return Told(*focus.type, at, focus);
  if (bare && !focus.of) return Told(Type::kDefinition, at, focus);
  if (focus.the && !focus.best && last) {
    return Told(Type::kDefinition, at, focus);
  }
  return Told(Type::kOther, at, focus);
}

InferredAnswerType TypeFinder::AfterWhat(size_t at) const {
  if (auto told = OfWording(at)) return *told;
  if (words_[at].owns || IsBe(words_, at + 1)) return AfterWhatIs(at);
  if (IsAuxiliary(words_, at + 1)) return AfterWhatDo(at);
  size_t next = at + 1;
  if (words_.IsOneOf(next, {"exactly", "else", "of"})) ++next;
  if (next > at + 1 && IsBe(words_, next)) return AfterWhatIs(next - 1);
  const Focus focus = FocusAt(next, true);
  // "What American won": one of a people.
  const QuestionWord& first = words_[next];
  if (!focus.type && first.capital && focus.end == next + 2 &&
      (absl::EndsWith(first.lower, "an") ||
       absl::EndsWith(first.lower, "man"))) {
    return Told(Type::kPerson, at, next + 1);
  }
  if (focus.noun.empty()) return Told(Type::kOther, at, at + 1);
  if (focus.noun == "station" &&
      words_.IsOneOf(focus.end - 2, {"radio", "tv", "television"})) {
    return Told(Type::kOrganization, at, focus);
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
  const Focus focus = FocusAt(at, false);
  if (focus.noun.empty()) return {};
  if (all) return Told(Type::kList, 0, focus);
  return Told(focus.type.value_or(Type::kOther), 0, focus);
}

InferredAnswerType TypeFinder::Find() const {
  const bool requests =
      words_.IsOneOf(0, {"define", "name", "list", "identify"});
  if (requests) return OfRequest();
  const std::optional<size_t> asking = AskingWord();
  const bool inquires =
      asking && *asking > 0 &&
      words_.IsOneOf(*asking - 1, {"know", "me", "say", "remember", "tell"});
  if (IsAuxiliary(words_, 0) && !inquires) {
    return Told(Type::kYesNo, 0, 1);
  }
  if (!asking) return OfRequest();
  const size_t at = *asking;
  if (words_.IsOneOf(at, {"who", "whom", "whose"})) {
    return Told(Type::kPerson, at, at + 1);
  }
  if (words_.Is(at, "when")) return Told(Type::kDate, at, at + 1);
  if (words_.Is(at, "where")) return Told(Type::kPlace, at, at + 1);
  if (words_.Is(at, "why")) return Told(Type::kReason, at, at + 1);
  return words_.Is(at, "how") ? AfterHow(at) : AfterWhat(at);
}

}  // namespace

InferredAnswerType InferAnswerType(absl::string_view question) {
  return TypeFinder(question).Find();
}

absl::string_view AnswerTypeName(AnswerType type) {
  constexpr absl::string_view kNames[] = {
      "ANSWER_TYPE_UNSPECIFIED",
      "ANSWER_TYPE_PERSON",
      "ANSWER_TYPE_ORGANIZATION",
      "ANSWER_TYPE_PLACE",
      "ANSWER_TYPE_DATE",
      "ANSWER_TYPE_DURATION",
      "ANSWER_TYPE_NUMBER",
      "ANSWER_TYPE_QUANTITY",
      "ANSWER_TYPE_MONEY",
      "ANSWER_TYPE_PERCENT",
      "ANSWER_TYPE_QUOTE",
      "ANSWER_TYPE_REASON",
      "ANSWER_TYPE_MANNER",
      "ANSWER_TYPE_DEFINITION",
      "ANSWER_TYPE_DESCRIPTION",
      "ANSWER_TYPE_YES_NO",
      "ANSWER_TYPE_LIST",
      "ANSWER_TYPE_OTHER",
  };
  return kNames[static_cast<size_t>(type)];
}

ExpectedForm FormOf(AnswerType type) {
  switch (type) {
    case Type::kDate:
      return ExpectedForm::kDate;
    case Type::kDuration:
    case Type::kNumber:
    case Type::kQuantity:
    case Type::kMoney:
    case Type::kPercent:
      return ExpectedForm::kNumber;
    case Type::kPerson:
    case Type::kOrganization:
      return ExpectedForm::kName;
    case Type::kPlace:
      return ExpectedForm::kPlace;
    case Type::kUnspecified:
    case Type::kQuote:
    case Type::kReason:
    case Type::kManner:
    case Type::kDefinition:
    case Type::kDescription:
    case Type::kYesNo:
    case Type::kList:
    case Type::kOther:
      break;
  }
  return ExpectedForm::kAny;
}

}  // namespace footnote
