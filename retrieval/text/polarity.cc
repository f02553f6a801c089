#include "retrieval/text/polarity.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/match.h"
#include "absl/types/span.h"
#include "retrieval/text/clause_words.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/polarity_cues.h"

namespace footnote {
namespace {

// How far is looked, in bytes: more than a clause of news takes.
constexpr size_t kReachBytes = 320;

// How many words behind a cue it still denies for certain. NegEx has 5 for
// "no"; verbs govern whole clauses.
constexpr size_t kNegationReach = 8;
constexpr size_t kVerbReach = 14;

// How many words behind the word "was ruled out" may stand.
constexpr size_t kBehindReach = 10;

// What the words so far in a clause do to those that follow.
struct Scope {
  int denials = 0;
  bool negates = false;  // The last denial is a "not" or the like.
  bool turns_down = false;
  bool opens = false;
  bool loose = false;  // A comma or an "and" stands behind the last cue.
  bool relates = false;
  bool ahead = false;
  size_t cue_end = 0;  // Behind the last denial, in words.
};

bool IsMark(const ClauseWord& word, absl::string_view marks) {
  return word.text.size() == 1 && absl::StrContains(marks, word.text);
}

// Reads a clause from its beginning up to a word.
class ScopeReader {
 public:
  explicit ScopeReader(absl::Span<const ClauseWord> words) : words_(words) {}

  Scope Read() {
    while (at_ < words_.size()) {
      if (words_[at_].text.size() == 1 && ReadMark(words_[at_])) {
        ++at_;
        continue;
      }
      const FoundCue cue = CueAt(words_.subspan(at_));
      at_ += std::max<size_t>(cue.words, 1);
      if (cue.words > 0) Apply(cue.sense);
    }
    return scope_;
  }

 private:
  // Returns whether `word` is a mark.
  bool ReadMark(const ClauseWord& word) {
    if (IsMark(word, ";:-")) {
      scope_ = outer_ = {};
      in_aside_ = false;
    } else if (IsMark(word, "(") ||
               (IsMark(word, ",") && !in_aside_ && BeginsAside())) {
      outer_ = scope_;
      scope_ = {};
      in_aside_ = true;
    } else if (IsMark(word, "),") && in_aside_) {
      scope_ = outer_;
      in_aside_ = false;
    } else if (IsMark(word, ",")) {
      scope_.loose = true;
    } else {
      return false;
    }
    return true;
  }

  // Returns whether a relative clause follows the comma here.
  bool BeginsAside() const {
    return at_ + 1 < words_.size() &&
           CueAt(words_.subspan(at_ + 1)).sense == CueSense::kRelates;
  }

  void Apply(CueSense sense) {
    switch (sense) {
      case CueSense::kNone:
        return;
      case CueSense::kNegates:
      case CueSense::kDenies:
      case CueSense::kTurnsDown:
        return Deny(sense);
      case CueSense::kContinues:
        scope_.denials = 0;
        return Deny(CueSense::kNegates);
      case CueSense::kOpens:
        scope_.opens = true;
        return;
      case CueSense::kAhead:
        scope_.ahead = true;
        return;
      case CueSense::kVeils:
        if (scope_.denials > 0) scope_.opens = true;
        return;
      case CueSense::kRelates:
        scope_.relates = true;
        if (scope_.negates) scope_.loose = true;
        return;
      case CueSense::kJoins:
        scope_.loose = true;
        return;
      case CueSense::kBreaks:
        scope_ = {};
        return;
    }
  }

  void Deny(CueSense sense) {
    // Behind a comma or "and" another verb begins, with a denial of its own.
    if (scope_.loose) scope_.denials = 0;
    scope_.loose = false;
    ++scope_.denials;
    scope_.negates = sense == CueSense::kNegates;
    scope_.turns_down = sense == CueSense::kTurnsDown;
    scope_.cue_end = at_;
  }

  absl::Span<const ClauseWord> words_;
  size_t at_ = 0;
  Scope scope_;
  Scope outer_;  // Of the clause around an aside.
  bool in_aside_ = false;
};

// What the words behind a word say of it.
struct Sequel {
  bool denies = false;   // "... was ruled out".
  bool negated = false;  // "... was not ...".
  bool opens = false;    // "... if ...", "... until ...".
};

bool IsAuxiliary(const ClauseWord& word) {
  static constexpr absl::string_view kAuxiliaries[] = {
      "are",   "be",     "been",  "being", "did",  "do",
      "does",  "had",    "has",   "have",  "is",   "looked",
      "looks", "seemed", "seems", "was",   "were", "will"};
  return std::find(std::begin(kAuxiliaries), std::end(kAuxiliaries),
                   word.text) != std::end(kAuxiliaries);
}

// Returns whether a condition or a term is set in `words`: "if", "until".
bool SetsCondition(absl::Span<const ClauseWord> words) {
  for (const ClauseWord& word : words) {
    if (IsMark(word, ";")) return false;
    if (word.text == "if" || word.text == "unless" || word.text == "until" ||
        word.text == "provided") {
      return true;
    }
  }
  return false;
}

Sequel ReadSequel(absl::Span<const ClauseWord> words) {
  Sequel sequel;
  sequel.opens = SetsCondition(words);
  bool has_auxiliary = false;
  for (size_t i = 0; i < std::min(words.size(), kBehindReach); ++i) {
    const FoundCue cue = CueAt(words.subspan(i));
    if (IsMark(words[i], ",;:-(") || cue.sense == CueSense::kRelates ||
        cue.sense == CueSense::kBreaks || cue.sense == CueSense::kJoins) {
      break;
    }
    if (IsAuxiliary(words[i])) {
      has_auxiliary = true;
    } else if (words[i].text == "never" ||
               (has_auxiliary && words[i].text == "not")) {
      sequel.negated = true;
    } else if (has_auxiliary && IsTurnedDown(words.subspan(i))) {
      sequel.denies = true;
      break;
    }
  }
  return sequel;
}

// Returns whether `word` describes a noun behind it: "the revised plan".
bool IsAttribute(absl::Span<const ClauseWord> before, const ClauseWord& word) {
  if (before.empty() || !absl::EndsWith(word.text, "ed")) return false;
  static constexpr absl::string_view kDeterminers[] = {
      "a", "an", "any", "his", "her", "its", "no", "the", "their", "this"};
  return std::find(std::begin(kDeterminers), std::end(kDeterminers),
                   before.back().text) != std::end(kDeterminers);
}

Polarity Judge(const Scope& scope, const Sequel& sequel, size_t distance,
               bool is_attribute) {
  if (scope.opens || sequel.opens) return Polarity::kOpen;
  const int denials = scope.denials + (sequel.denies ? 1 : 0);
  if (sequel.negated) return Polarity::kOpen;
  if (denials == 0) return Polarity::kAffirmed;
  if (denials > 1 || is_attribute) return Polarity::kOpen;
  // "The man who led the protest was rejected" says that he led it.
  if (sequel.denies) {
    return scope.relates ? Polarity::kOpen : Polarity::kDenied;
  }
  const size_t reach = scope.negates ? kNegationReach : kVerbReach;
  return scope.loose || distance > reach ? Polarity::kOpen : Polarity::kDenied;
}

}  // namespace

Stance StanceAt(absl::string_view sentence, ByteRange word) {
  const std::vector<ClauseWord> words =
      ClauseWordsAround(sentence, word, kReachBytes);
  const auto first = std::partition_point(
      words.begin(), words.end(),
      [word](const ClauseWord& w) { return w.range.end <= word.begin; });
  const auto last = std::partition_point(
      first, words.end(),
      [word](const ClauseWord& w) { return w.range.begin < word.end; });
  const auto before = absl::MakeConstSpan(words).subspan(
      0, static_cast<size_t>(first - words.begin()));
  const auto behind = absl::MakeConstSpan(words).subspan(
      static_cast<size_t>(last - words.begin()));
  const Scope scope = ScopeReader(before).Read();
  const Sequel sequel = ReadSequel(behind);
  Stance stance;
  stance.polarity =
      IsQuestion(sentence)
          ? Polarity::kOpen
          : Judge(scope, sequel, before.size() - scope.cue_end,
                  first != words.end() && IsAttribute(before, *first));
  if ((scope.denials > 0 && scope.turns_down) || sequel.denies) {
    stance.outlook = Outlook::kEither;
  } else if (scope.ahead) {
    stance.outlook = Outlook::kAhead;
  }
  return stance;
}

Polarity PolarityAt(absl::string_view sentence, ByteRange word) {
  return StanceAt(sentence, word).polarity;
}

bool IsQuestion(absl::string_view sentence) {
  size_t end = SkipWhiteSpaceBack(sentence, sentence.size());
  for (CodePoint c = CodePointBefore(sentence, end);
       c.size > 0 && IsClosing(c.value); c = CodePointBefore(sentence, end)) {
    end -= c.size;
  }
  return end > 0 && sentence[end - 1] == '?';
}

}  // namespace footnote
