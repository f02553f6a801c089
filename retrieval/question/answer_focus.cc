#include "retrieval/question/answer_focus.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/answer_nouns.h"
#include "retrieval/text/counted_nouns.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

// Returns whether `word` singles out, or says that there are several: behind
// it no definition is asked for.
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
      "boasts", "hosts",  "heads", "coaches", "causes",   "claims",
      "costs",  "covers", "draws", "exports", "features", "holds",
      "leads",  "makes",  "marks", "markets", "means",    "names",
      "plays",  "plans",  "ranks", "rates",   "records",  "results",
      "rules",  "shares", "shows", "uses",    "works"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), word) !=
         std::end(kVerbs);
}

// Returns whether word `i` is a function word: "us", but not "US".
bool IsFunctionWord(const QuestionWords& words, size_t i) {
  const bool name = words[i].all_capitals && !words[0].all_capitals;
  return !name && IsStopWord(words[i].lower);
}

// Returns whether the noun and what describes it end before word `i`.
bool EndsPhrase(const QuestionWords& words, size_t i,
                const AnswerFocus& focus) {
  if (words.IsAuxiliary(i) || words.IsPreposition(i)) return true;
  if (words.IsOneOf(i, {"and", "or"})) return !focus.asked || focus.IsSure();
  return IsFunctionWord(words, i) &&
         (!focus.noun.empty() || words.Is(i, "that"));
}

bool IsNumber(absl::string_view word) {
  return std::all_of(word.begin(), word.end(), absl::ascii_isdigit);
}

// Returns whether `word` behind a noun is one that says more about it: "the
// airline founded by", "the largest state east of".
bool SaysMore(absl::string_view word) {
  constexpr absl::string_view kEndings[] = {"ed", "en", "ing", "ly"};
  constexpr absl::string_view kWords[] = {"apart", "built", "east",    "held",
                                          "known", "left",  "made",    "north",
                                          "shot",  "south", "visible", "west"};
  return std::find(std::begin(kWords), std::end(kWords), word) !=
             std::end(kWords) ||
         std::any_of(std::begin(kEndings), std::end(kEndings),
                     [word](absl::string_view ending) {
                       return absl::EndsWith(word, ending);
                     });
}

// Takes word `i` as the noun, if it can go on with it.
bool TakeNoun(const QuestionWords& words, size_t i, AnswerFocus* focus) {
  const QuestionWord& word = words[i];
  if (!focus->noun.empty() && IsNumber(word.lower)) {
    focus->numbered = true;
    focus->end = i + 1;
    return true;
  }
  const std::string noun = SingularOf(word.lower);
  const std::optional<AnswerType> type = AnswerTypeOfNoun(noun);
  const bool plural = noun != word.lower;
  const bool known = type.has_value() || LeadsToNoun(noun);
  if (focus->type || LeadsToNoun(focus->noun)) {
    // Behind a noun that is known only another goes on: "film director", but
    // not "company uses", "countries share".
    const bool verb = (focus->plural && !plural && focus->noun != "sport") ||
                      (plural && IsVerb(word.lower));
    // "Her pet project": behind "what is" no verb ends the phrase.
    const bool goes_on = !focus->asked && !SaysMore(word.lower);
    if ((!known && !goes_on) || verb) return false;
  }
  // "Molecules exist": behind a plural, a verb.
  if (focus->asked && focus->plural && !known && !word.capital) return false;
  focus->noun = noun;
  focus->numbered = false;
  focus->type = type;
  focus->plural = plural;
  focus->end = i + 1;
  return true;
}

// "Japan's largest city": the owner is not asked for.
void PassOwner(const QuestionWords& words, size_t i, AnswerFocus* focus) {
  AnswerFocus next;
  next.the = true;
  next.asked = focus->asked;
  next.owner = focus->type;
  if (!focus->type && words[i].capital) next.owner = AnswerType::kPerson;
  *focus = next;
}

// Returns what the "figure" at `at` is: someone, a number, or open.
std::optional<AnswerType> TypeOfFigure(const QuestionWords& words, size_t at) {
  if (words.IsOneOf(
          at - 1,
          {"authority", "central", "cult", "historic", "historical", "key",
           "leading", "legendary", "literary", "mythical", "mythological",
           "political", "prominent", "public", "religious"})) {
    return AnswerType::kPerson;
  }
  return IsFunctionWord(words, at - 1) ? AnswerType::kNumber
                                       : AnswerType::kOther;
}

// Returns what a noun that its phrase makes clear asks for: "her husband's
// name", "last name", "part of Africa", "amount of time", "key figure".
std::optional<AnswerType> TypeOfPhrase(const QuestionWords& words,
                                       const AnswerFocus& focus) {
  if (focus.noun.empty()) return std::nullopt;
  const size_t at = focus.end - 1;
  const size_t behind = focus.end;
  if (focus.noun == "part" && words.Is(behind, "of") &&
      (words[behind + 1].capital || words.Is(behind + 2, "world"))) {
    return AnswerType::kPlace;
  }
  if (focus.noun == "amount" && words.Is(behind, "of")) {
    if (words.Is(behind + 1, "time")) return AnswerType::kDuration;
    if (words.Is(behind + 1, "money")) return AnswerType::kMoney;
  }
  if (focus.noun == "body" && words.Is(behind, "of") &&
      words.Is(behind + 1, "water")) {
    return AnswerType::kPlace;
  }
  if (focus.noun == "figure" && at > 0) return TypeOfFigure(words, at);
  const bool nickname = focus.noun == "nickname" || focus.noun == "identity";
  if (nickname && words.IsPreposition(behind)) {
    const AnswerFocus named = PlainFocusAt(words, behind + 1, false);
    return named.type == AnswerType::kPlace ? AnswerType::kPlace
                                            : AnswerType::kPerson;
  }
  if (focus.noun != "name" && !nickname) return std::nullopt;
  if (focus.owner) return focus.owner;
  const bool personal =
      at > 0 && words.IsOneOf(at - 1, {"first", "last", "full", "real",
                                       "middle", "maiden", "stage", "his",
                                       "her", "christian", "family"});
  return personal ? std::optional(AnswerType::kPerson) : std::nullopt;
}

}  // namespace

AnswerFocus PlainFocusAt(const QuestionWords& words, size_t at, bool asked) {
  constexpr size_t kMaxWords = 12;
  AnswerFocus focus;
  focus.asked = asked;
  for (size_t i = at; i < words.size() && i < at + kMaxWords; ++i) {
    const QuestionWord& word = words[i];
    if (word.pause && i > at) break;
    if (words.IsOneOf(i, {"a", "an", "the"})) {
      if (!focus.noun.empty()) break;
      (word.lower == "the" ? focus.the : focus.article) = true;
      continue;
    }
    if (IsSuperlative(word.lower)) focus.best = true;
    if (EndsPhrase(words, i, focus)) {
      focus.of = words.IsPreposition(i);
      break;
    }
    // "Prize-winning novelist": what is joined describes, unless it is someone
    // ("vice-president").
    const bool person =
        AnswerTypeOfNoun(SingularOf(word.lower)) == AnswerType::kPerson;
    const bool describes = words[i + 1].joined ||
                           (word.joined && !person && i + 1 < words.size() &&
                            !EndsPhrase(words, i + 1, focus));
    if (IsFunctionWord(words, i) || describes) continue;
    if (!TakeNoun(words, i, &focus)) break;
    if (word.owns && asked && focus.type && !focus.plural)
      break;  // "What city's mayor".
    if (word.owns) PassOwner(words, i, &focus);
  }
  return focus;
}

AnswerFocus FocusAt(const QuestionWords& words, size_t at, bool asked) {
  AnswerFocus focus = PlainFocusAt(words, at, asked);
  bool kind = false;
  for (int passed = 0; passed < 2; ++passed) {
    const bool leads = LeadsToNoun(focus.noun) && words.Is(focus.end, "of");
    if (!leads || TypeOfPhrase(words, focus)) break;
    AnswerFocus next = PlainFocusAt(words, focus.end + 1, false);
    if (next.noun.empty()) break;
    kind = kind || focus.noun == "kind" || focus.noun == "type" ||
           focus.noun == "sort";
    next.plural = focus.plural;
    next.best = true;  // One of its kind: no definition is asked for.
    focus = std::move(next);
  }
  if (const auto named = TypeOfPhrase(words, focus)) focus.type = named;
  // "What kind of city": small, not Lagos.
  if (kind) focus.type = AnswerType::kOther;
  return focus;
}

InferredAnswerType ToldBy(const QuestionWords& words, AnswerType type,
                          size_t begin, size_t end) {
  InferredAnswerType told;
  told.type = type;
  told.reason = words.Typed(begin, end);
  return told;
}

InferredAnswerType ToldBy(const QuestionWords& words, AnswerType type,
                          size_t begin, const AnswerFocus& focus) {
  InferredAnswerType told = ToldBy(words, type, begin, focus.end);
  told.focus = focus.noun;
  told.several = focus.plural;
  return told;
}

}  // namespace footnote
