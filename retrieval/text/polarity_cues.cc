#include "retrieval/text/polarity_cues.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace footnote {
namespace {

struct Cue {
  absl::string_view words;
  CueSense sense;
};

// Sorted, so that cues that begin alike stand together, a longer one behind the
// shorter one that it begins with.
constexpr Cue kCues[] = {
    {"abandoned", CueSense::kTurnsDown},
    {"abandoning", CueSense::kTurnsDown},
    {"abandons", CueSense::kTurnsDown},
    {"absence of", CueSense::kNegates},
    {"after", CueSense::kBreaks},
    {"agree to", CueSense::kAhead},
    {"agreed to", CueSense::kAhead},
    {"agrees to", CueSense::kAhead},
    {"aim", CueSense::kAhead},
    {"aimed", CueSense::kAhead},
    {"aims", CueSense::kAhead},
    {"although", CueSense::kBreaks},
    {"and", CueSense::kJoins},
    {"and not only", CueSense::kNone},
    {"are to", CueSense::kAhead},
    {"as", CueSense::kBreaks},
    {"asked", CueSense::kOpens},
    {"avoid", CueSense::kOpens},
    {"avoided", CueSense::kOpens},
    {"avoids", CueSense::kOpens},
    {"aware", CueSense::kVeils},
    {"because", CueSense::kBreaks},
    {"before", CueSense::kBreaks},
    {"believe", CueSense::kVeils},
    {"bid to", CueSense::kAhead},
    {"but", CueSense::kBreaks},
    {"call for", CueSense::kAhead},
    {"called for", CueSense::kAhead},
    {"called off", CueSense::kTurnsDown},
    {"calling for", CueSense::kAhead},
    {"calling off", CueSense::kTurnsDown},
    {"calls for", CueSense::kAhead},
    {"calls off", CueSense::kTurnsDown},
    {"canceled", CueSense::kTurnsDown},
    {"canceling", CueSense::kTurnsDown},
    {"cancelled", CueSense::kTurnsDown},
    {"cancelling", CueSense::kTurnsDown},
    {"cancels", CueSense::kTurnsDown},
    {"cannot", CueSense::kNegates},
    {"certain", CueSense::kVeils},
    {"clear", CueSense::kVeils},
    {"comment", CueSense::kVeils},
    {"confirm", CueSense::kVeils},
    {"consider", CueSense::kOpens},
    {"considered", CueSense::kOpens},
    {"considering", CueSense::kOpens},
    {"considers", CueSense::kOpens},
    {"could", CueSense::kOpens},
    {"decided to", CueSense::kAhead},
    {"decides to", CueSense::kAhead},
    {"decline to", CueSense::kTurnsDown},
    {"declined to", CueSense::kTurnsDown},
    {"declines to", CueSense::kTurnsDown},
    {"declining to", CueSense::kTurnsDown},
    {"demand", CueSense::kAhead},
    {"demanded", CueSense::kAhead},
    {"demands", CueSense::kAhead},
    {"denial of", CueSense::kDenies},
    {"denial that", CueSense::kDenies},
    {"denials that", CueSense::kDenies},
    {"denied", CueSense::kDenies},
    {"denies", CueSense::kDenies},
    {"deny", CueSense::kDenies},
    {"denying", CueSense::kDenies},
    {"despite", CueSense::kBreaks},
    {"disclose", CueSense::kVeils},
    {"discuss", CueSense::kVeils},
    {"disputed", CueSense::kDenies},
    {"disputes", CueSense::kDenies},
    {"doubt", CueSense::kOpens},
    {"doubted", CueSense::kOpens},
    {"doubtful", CueSense::kOpens},
    {"doubts", CueSense::kOpens},
    {"due to", CueSense::kAhead},
    {"elaborate", CueSense::kVeils},
    {"expect", CueSense::kAhead},
    {"expected", CueSense::kAhead},
    {"expects", CueSense::kAhead},
    {"expects to", CueSense::kAhead},
    {"explain", CueSense::kVeils},
    {"fail to", CueSense::kNegates},
    {"failed to", CueSense::kNegates},
    {"failing to", CueSense::kNegates},
    {"fails to", CueSense::kNegates},
    {"failure to", CueSense::kNegates},
    {"false", CueSense::kDenies},
    {"falsely", CueSense::kDenies},
    {"forecast", CueSense::kAhead},
    {"forecasts", CueSense::kAhead},
    {"going to", CueSense::kAhead},
    {"hardly", CueSense::kNegates},
    {"has yet to", CueSense::kNegates},
    {"hope", CueSense::kAhead},
    {"hoped", CueSense::kAhead},
    {"hopes", CueSense::kAhead},
    {"hoping", CueSense::kAhead},
    {"however", CueSense::kBreaks},
    {"if", CueSense::kOpens},
    {"if only", CueSense::kNone},
    {"impossible", CueSense::kDenies},
    {"in case", CueSense::kOpens},
    {"instead of", CueSense::kTurnsDown},
    {"intend", CueSense::kAhead},
    {"intended", CueSense::kAhead},
    {"intends", CueSense::kAhead},
    {"is to", CueSense::kAhead},
    {"know", CueSense::kVeils},
    {"knowing", CueSense::kVeils},
    {"lack of", CueSense::kNegates},
    {"lacked", CueSense::kNegates},
    {"lacks", CueSense::kNegates},
    {"may", CueSense::kOpens},
    {"may day", CueSense::kNone},
    {"maybe", CueSense::kOpens},
    {"meanwhile", CueSense::kBreaks},
    {"mention", CueSense::kVeils},
    {"might", CueSense::kOpens},
    {"neither", CueSense::kNegates},
    {"never", CueSense::kNegates},
    {"never before", CueSense::kNone},
    {"no", CueSense::kNegates},
    {"no doubt", CueSense::kNone},
    {"no fewer than", CueSense::kNone},
    {"no intention of", CueSense::kTurnsDown},
    {"no intention to", CueSense::kTurnsDown},
    {"no less", CueSense::kNone},
    {"no less than", CueSense::kNone},
    {"no longer", CueSense::kNegates},
    {"no matter", CueSense::kNone},
    {"no more than", CueSense::kNone},
    {"no one", CueSense::kNegates},
    {"no plan to", CueSense::kTurnsDown},
    {"no plans to", CueSense::kTurnsDown},
    {"no sooner", CueSense::kNone},
    {"no wonder", CueSense::kNone},
    {"nobody", CueSense::kNegates},
    {"none", CueSense::kNegates},
    {"nor", CueSense::kContinues},
    {"not", CueSense::kNegates},
    {"not all", CueSense::kOpens},
    {"not always", CueSense::kOpens},
    {"not entirely", CueSense::kOpens},
    {"not every", CueSense::kOpens},
    {"not everyone", CueSense::kOpens},
    {"not fully", CueSense::kOpens},
    {"not immediately", CueSense::kOpens},
    {"not just", CueSense::kNone},
    {"not least", CueSense::kNone},
    {"not long after", CueSense::kNone},
    {"not long ago", CueSense::kNone},
    {"not merely", CueSense::kNone},
    {"not necessarily", CueSense::kOpens},
    {"not only", CueSense::kNone},
    {"not quite", CueSense::kOpens},
    {"not simply", CueSense::kNone},
    {"not surprisingly", CueSense::kNone},
    {"not the case", CueSense::kDenies},
    {"not to mention", CueSense::kNone},
    {"not true", CueSense::kDenies},
    {"not until", CueSense::kOpens},
    {"not willing to", CueSense::kTurnsDown},
    {"nothing", CueSense::kNegates},
    {"nothing but", CueSense::kNone},
    {"nothing short of", CueSense::kNone},
    {"nowhere", CueSense::kNegates},
    {"once", CueSense::kBreaks},
    {"oppose", CueSense::kOpens},
    {"opposed", CueSense::kOpens},
    {"opposes", CueSense::kOpens},
    {"opposing", CueSense::kOpens},
    {"ought", CueSense::kOpens},
    {"perhaps", CueSense::kOpens},
    {"plan", CueSense::kAhead},
    {"planned", CueSense::kAhead},
    {"planning", CueSense::kAhead},
    {"plans", CueSense::kAhead},
    {"pledge", CueSense::kAhead},
    {"pledged", CueSense::kAhead},
    {"pledges", CueSense::kAhead},
    {"possibly", CueSense::kOpens},
    {"predicted", CueSense::kAhead},
    {"predicts", CueSense::kAhead},
    {"prepared to", CueSense::kAhead},
    {"prevent", CueSense::kOpens},
    {"prevented", CueSense::kOpens},
    {"prevents", CueSense::kOpens},
    {"projected", CueSense::kAhead},
    {"promise", CueSense::kAhead},
    {"promised", CueSense::kAhead},
    {"promises", CueSense::kAhead},
    {"proposal", CueSense::kAhead},
    {"propose", CueSense::kAhead},
    {"proposed", CueSense::kAhead},
    {"proposes", CueSense::kAhead},
    {"provided that", CueSense::kOpens},
    {"push for", CueSense::kAhead},
    {"pushes for", CueSense::kAhead},
    {"pushing for", CueSense::kAhead},
    {"questioned", CueSense::kOpens},
    {"rather than", CueSense::kTurnsDown},
    {"ready to", CueSense::kAhead},
    {"rebutted", CueSense::kDenies},
    {"refusal to", CueSense::kTurnsDown},
    {"refuse", CueSense::kTurnsDown},
    {"refused", CueSense::kTurnsDown},
    {"refuses", CueSense::kTurnsDown},
    {"refusing", CueSense::kTurnsDown},
    {"refuted", CueSense::kDenies},
    {"refutes", CueSense::kDenies},
    {"reject", CueSense::kTurnsDown},
    {"rejected", CueSense::kTurnsDown},
    {"rejecting", CueSense::kTurnsDown},
    {"rejection of", CueSense::kTurnsDown},
    {"rejects", CueSense::kTurnsDown},
    {"remember", CueSense::kVeils},
    {"reveal", CueSense::kVeils},
    {"rule out", CueSense::kTurnsDown},
    {"ruled out", CueSense::kTurnsDown},
    {"rules out", CueSense::kTurnsDown},
    {"ruling out", CueSense::kTurnsDown},
    {"rumors", CueSense::kOpens},
    {"rumours", CueSense::kOpens},
    {"say", CueSense::kVeils},
    {"saying", CueSense::kVeils},
    {"scarcely", CueSense::kNegates},
    {"scheduled", CueSense::kAhead},
    {"scrapped", CueSense::kTurnsDown},
    {"scrapping", CueSense::kTurnsDown},
    {"scraps", CueSense::kTurnsDown},
    {"seek", CueSense::kAhead},
    {"seeking", CueSense::kAhead},
    {"seeks", CueSense::kAhead},
    {"set to", CueSense::kAhead},
    {"shall", CueSense::kAhead},
    {"shelved", CueSense::kTurnsDown},
    {"shelves", CueSense::kTurnsDown},
    {"should", CueSense::kOpens},
    {"since", CueSense::kBreaks},
    {"so", CueSense::kBreaks},
    {"sought", CueSense::kAhead},
    {"specify", CueSense::kVeils},
    {"stop short of", CueSense::kTurnsDown},
    {"stopped short of", CueSense::kTurnsDown},
    {"stopping short of", CueSense::kTurnsDown},
    {"stops short of", CueSense::kTurnsDown},
    {"sure", CueSense::kVeils},
    {"that", CueSense::kRelates},
    {"therefore", CueSense::kBreaks},
    {"think", CueSense::kVeils},
    {"though", CueSense::kBreaks},
    {"threatened", CueSense::kOpens},
    {"threatening", CueSense::kOpens},
    {"threatens", CueSense::kOpens},
    {"till", CueSense::kBreaks},
    {"unable to", CueSense::kNegates},
    {"uncertain", CueSense::kOpens},
    {"unclear", CueSense::kOpens},
    {"understand", CueSense::kVeils},
    {"unless", CueSense::kOpens},
    {"unlikely", CueSense::kDenies},
    {"unsure", CueSense::kOpens},
    {"until", CueSense::kBreaks},
    {"untrue", CueSense::kDenies},
    {"unwilling to", CueSense::kTurnsDown},
    {"urge", CueSense::kAhead},
    {"urged", CueSense::kAhead},
    {"urges", CueSense::kAhead},
    {"vetoed", CueSense::kTurnsDown},
    {"vetoes", CueSense::kTurnsDown},
    {"vow", CueSense::kAhead},
    {"vowed", CueSense::kAhead},
    {"vows", CueSense::kAhead},
    {"want", CueSense::kAhead},
    {"wanted", CueSense::kAhead},
    {"wanting", CueSense::kAhead},
    {"wants", CueSense::kAhead},
    {"was to", CueSense::kAhead},
    {"were to", CueSense::kAhead},
    {"when", CueSense::kBreaks},
    {"where", CueSense::kRelates},
    {"whereas", CueSense::kBreaks},
    {"whether", CueSense::kOpens},
    {"which", CueSense::kRelates},
    {"while", CueSense::kBreaks},
    {"who", CueSense::kRelates},
    {"whose", CueSense::kRelates},
    {"will", CueSense::kAhead},
    {"willing to", CueSense::kAhead},
    {"wish", CueSense::kAhead},
    {"wishes", CueSense::kAhead},
    {"without", CueSense::kNegates},
    {"without delay", CueSense::kNone},
    {"without doubt", CueSense::kNone},
    {"without fail", CueSense::kNone},
    {"wonders", CueSense::kOpens},
    {"would", CueSense::kAhead},
    {"would have", CueSense::kOpens},
    {"wrongly", CueSense::kDenies},
    {"yet", CueSense::kBreaks},
    {"yet to", CueSense::kNegates},
};

// Verbs that turn down only what can be turned down: "dropped the plan".
constexpr absl::string_view kDropping[] = {
    "dismiss",  "dismissed", "dismisses", "dismissing",
    "drop",     "dropped",   "dropping",  "drops",
    "rebuffed", "withdraw",  "withdrawn", "withdrew"};

constexpr absl::string_view kDroppable[] = {
    "accusation",  "accusations", "allegation", "allegations", "attempt",
    "attempts",    "bid",         "call",       "calls",       "claim",
    "claims",      "demand",      "demands",    "effort",      "efforts",
    "idea",        "notion",      "plan",       "plans",       "proposal",
    "proposals",   "report",      "reports",    "request",     "requests",
    "rumor",       "rumors",      "rumour",     "rumours",     "scheme",
    "speculation", "suggestion",  "suggestions"};

// What is said of a plan that came to nothing, behind "was" or "has".
constexpr absl::string_view kTurnedDown[] = {"abandoned",
                                             "called off",
                                             "canceled",
                                             "cancelled",
                                             "denied",
                                             "dismissed",
                                             "dropped",
                                             "false",
                                             "impossible",
                                             "off the table",
                                             "out of the question",
                                             "refused",
                                             "rejected",
                                             "ruled out",
                                             "scrapped",
                                             "shelved",
                                             "turned down",
                                             "unlikely",
                                             "untrue",
                                             "vetoed",
                                             "withdrawn"};

absl::string_view FirstWord(absl::string_view words) {
  return words.substr(0, words.find(' '));
}

template <size_t kSize>
bool Holds(const absl::string_view (&list)[kSize], absl::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

// Returns how many words `phrase` has if `words` begin with it, else 0.
size_t WordsMatched(absl::string_view phrase,
                    absl::Span<const ClauseWord> words) {
  size_t matched = 0;
  for (const absl::string_view part : absl::StrSplit(phrase, ' ')) {
    if (matched == words.size() || words[matched].text != part) return 0;
    ++matched;
  }
  return matched;
}

// Returns whether a verb of kDropping stands first, its object close behind.
bool DropsPlan(absl::Span<const ClauseWord> words) {
  if (!Holds(kDropping, words[0].text)) return false;
  const auto near = words.subspan(1, 4);
  return std::any_of(near.begin(), near.end(), [](const ClauseWord& word) {
    return Holds(kDroppable, word.text);
  });
}

}  // namespace

FoundCue CueAt(absl::Span<const ClauseWord> words) {
  if (words.empty()) return {};
  const absl::string_view first = words[0].text;
  auto cue = std::partition_point(
      std::begin(kCues), std::end(kCues),
      [first](const Cue& c) { return FirstWord(c.words) < first; });
  FoundCue found;
  for (; cue != std::end(kCues) && FirstWord(cue->words) == first; ++cue) {
    const size_t matched = WordsMatched(cue->words, words);
    if (matched > found.words) found = {cue->sense, matched};
  }
  if (found.words == 0 && DropsPlan(words)) return {CueSense::kTurnsDown, 1};
  return found;
}

bool IsTurnedDown(absl::Span<const ClauseWord> words) {
  return std::any_of(std::begin(kTurnedDown), std::end(kTurnedDown),
                     [words](absl::string_view phrase) {
                       return WordsMatched(phrase, words) > 0;
                     });
}

}  // namespace footnote
