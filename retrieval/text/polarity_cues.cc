#include "retrieval/text/polarity_cues.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace footnote {
namespace {

// The cues of each sense.
constexpr absl::string_view kHarmless[] = {
    "and not only",   "if only",       "may day",          "never before",
    "no doubt",       "no fewer than", "no less",          "no less than",
    "no matter",      "no more than",  "no sooner",        "no wonder",
    "not just",       "not least",     "not long after",   "not long ago",
    "not merely",     "not only",      "not simply",       "not surprisingly",
    "not to mention", "nothing but",   "nothing short of", "without delay",
    "without doubt",  "without fail"};

constexpr absl::string_view kNegating[] = {
    "absence of", "cannot",     "fail to",  "failed to",  "failing to",
    "fails to",   "failure to", "hardly",   "has yet to", "lack of",
    "lacked",     "lacks",      "neither",  "never",      "no",
    "no longer",  "no one",     "nobody",   "none",       "not",
    "nothing",    "nowhere",    "scarcely", "unable to",  "without",
    "yet to"};

constexpr absl::string_view kTurningDown[] = {
    "abandoned",        "abandoning",
    "abandons",         "called off",
    "calling off",      "calls off",
    "canceled",         "canceling",
    "cancelled",        "cancelling",
    "cancels",          "decline to",
    "declined to",      "declines to",
    "declining to",     "instead of",
    "no intention of",  "no intention to",
    "no plan to",       "no plans to",
    "not willing to",   "rather than",
    "refusal to",       "refuse",
    "refused",          "refuses",
    "refusing",         "reject",
    "rejected",         "rejecting",
    "rejection of",     "rejects",
    "rule out",         "ruled out",
    "rules out",        "ruling out",
    "scrapped",         "scrapping",
    "scraps",           "shelved",
    "shelves",          "stop short of",
    "stopped short of", "stopping short of",
    "stops short of",   "unwilling to",
    "vetoed",           "vetoes"};

constexpr absl::string_view kDenying[] = {
    "denial of", "denial that", "denials that", "denied",   "denies",
    "deny",      "denying",     "disputed",     "disputes", "false",
    "falsely",   "impossible",  "not the case", "not true", "rebutted",
    "refuted",   "refutes",     "unlikely",     "untrue",   "wrongly"};

constexpr absl::string_view kOpening[] = {"asked",           "avoid",
                                          "avoided",         "avoids",
                                          "consider",        "considered",
                                          "considering",     "considers",
                                          "could",           "doubt",
                                          "doubted",         "doubtful",
                                          "doubts",          "if",
                                          "in case",         "may",
                                          "maybe",           "might",
                                          "not all",         "not always",
                                          "not entirely",    "not every",
                                          "not everyone",    "not fully",
                                          "not immediately", "not necessarily",
                                          "not quite",       "not until",
                                          "oppose",          "opposed",
                                          "opposes",         "opposing",
                                          "ought",           "perhaps",
                                          "possibly",        "prevent",
                                          "prevented",       "prevents",
                                          "provided that",   "questioned",
                                          "rumors",          "rumours",
                                          "should",          "threatened",
                                          "threatening",     "threatens",
                                          "uncertain",       "unclear",
                                          "unless",          "unsure",
                                          "whether",         "wonders",
                                          "would have"};

constexpr absl::string_view kLookingAhead[] = {
    "agree to",    "agreed to",  "agrees to",   "aim",         "aimed",
    "aims",        "are to",     "bid to",      "call for",    "called for",
    "calling for", "calls for",  "decided to",  "decides to",  "demand",
    "demanded",    "demands",    "due to",      "expect",      "expected",
    "expects",     "expects to", "forecast",    "forecasts",   "going to",
    "hope",        "hoped",      "hopes",       "hoping",      "intend",
    "intended",    "intends",    "is to",       "plan",        "planned",
    "planning",    "plans",      "pledge",      "pledged",     "pledges",
    "predicted",   "predicts",   "prepared to", "projected",   "promise",
    "promised",    "promises",   "proposal",    "propose",     "proposed",
    "proposes",    "push for",   "pushes for",  "pushing for", "ready to",
    "scheduled",   "seek",       "seeking",     "seeks",       "set to",
    "shall",       "sought",     "urge",        "urged",       "urges",
    "vow",         "vowed",      "vows",        "want",        "wanted",
    "wanting",     "wants",      "was to",      "were to",     "will",
    "willing to",  "wish",       "wishes",      "would"};

constexpr absl::string_view kContinuing[] = {"nor"};

constexpr absl::string_view kVeiling[] = {
    "aware",    "believe",  "certain",   "clear",   "comment", "confirm",
    "disclose", "discuss",  "elaborate", "explain", "know",    "knowing",
    "mention",  "remember", "reveal",    "say",     "saying",  "specify",
    "sure",     "think",    "understand"};

constexpr absl::string_view kRelating[] = {"that", "where", "which", "who",
                                           "whose"};

constexpr absl::string_view kJoining[] = {"and"};

constexpr absl::string_view kBreaking[] = {
    "after",   "although",  "as",   "because", "before", "but",       "despite",
    "however", "meanwhile", "once", "since",   "so",     "therefore", "though",
    "till",    "until",     "when", "whereas", "while",  "yet"};

struct SenseCues {
  CueSense sense;
  absl::Span<const absl::string_view> cues;
};

constexpr SenseCues kCues[] = {
    {CueSense::kNone, kHarmless},         {CueSense::kNegates, kNegating},
    {CueSense::kTurnsDown, kTurningDown}, {CueSense::kDenies, kDenying},
    {CueSense::kOpens, kOpening},         {CueSense::kAhead, kLookingAhead},
    {CueSense::kContinues, kContinuing},  {CueSense::kVeils, kVeiling},
    {CueSense::kRelates, kRelating},      {CueSense::kJoins, kJoining},
    {CueSense::kBreaks, kBreaking},
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

constexpr absl::string_view kAuxiliaries[] = {
    "are",  "be", "been",   "being", "did",    "do",    "does", "had",  "has",
    "have", "is", "looked", "looks", "seemed", "seems", "was",  "were", "will"};

constexpr absl::string_view kConditions[] = {"if", "provided", "unless",
                                             "until"};

template <size_t kSize>
bool Holds(const absl::string_view (&list)[kSize], absl::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

// Returns how many words `phrase` has if `words` begin with it, else 0.
size_t WordsMatched(absl::string_view phrase,
                    absl::Span<const ClauseWord> words) {
  // Few do, and taking a phrase apart takes longer.
  if (words.empty() || !absl::StartsWith(phrase, words.front().text)) return 0;
  size_t matched = 0;
  for (const absl::string_view part : absl::StrSplit(phrase, ' ')) {
    if (matched == words.size() || words[matched].text != part) return 0;
    ++matched;
  }
  return matched;
}

struct Cue {
  absl::string_view words;
  CueSense sense;
};

using CuesByFirstWord =
    absl::flat_hash_map<absl::string_view, std::vector<Cue>>;

CuesByFirstWord MakeCues() {
  CuesByFirstWord cues;
  for (const SenseCues& list : kCues) {
    for (const absl::string_view words : list.cues) {
      cues[words.substr(0, words.find(' '))].push_back({words, list.sense});
    }
  }
  // They are no cues by themselves, but have to be found.
  for (const absl::string_view verb : kDropping) cues[verb];
  return cues;
}

const CuesByFirstWord& AllCues() {
  static const auto& all = *new auto(MakeCues());
  return all;
}

absl::flat_hash_map<absl::string_view, uint8_t> MakeTraits() {
  absl::flat_hash_map<absl::string_view, uint8_t> traits;
  for (const auto& [word, cues] : AllCues()) traits[word] |= kBeginsCue;
  for (const absl::string_view phrase : kTurnedDown) {
    traits[phrase.substr(0, phrase.find(' '))] |= kBeginsTurnedDown;
  }
  for (const absl::string_view word : kAuxiliaries) traits[word] |= kAuxiliary;
  for (const absl::string_view word : kConditions) {
    traits[word] |= kSetsCondition;
  }
  return traits;
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

uint8_t ClauseTraitsOf(absl::string_view word) {
  static const auto& all = *new auto(MakeTraits());
  const auto traits = all.find(word);
  return traits == all.end() ? 0 : traits->second;
}

FoundCue CueAt(absl::Span<const ClauseWord> words) {
  if (words.empty()) return {};
  FoundCue found;
  const auto cues = AllCues().find(words[0].text);
  if (cues == AllCues().end()) return {};
  for (const Cue& cue : cues->second) {
    const size_t matched = WordsMatched(cue.words, words);
    if (matched > found.words) found = {cue.sense, matched};
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
