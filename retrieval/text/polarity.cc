#include "retrieval/text/polarity.h"

#include <algorithm>
#include <cstddef>
#include <string>
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

// Neighbouring words of a sentence, and ClauseTraitsOf() of each.
struct Clause {
  absl::Span<const ClauseWord> words;
  absl::Span<const uint8_t> traits;

  size_t size() const { return words.size(); }

  Clause From(size_t begin) const {
    return {words.subspan(begin), traits.subspan(begin)};
  }
  Clause Until(size_t end) const {
    return {words.subspan(0, end), traits.subspan(0, end)};
  }

  // Returns CueAt() of the words from `i` on.
  FoundCue Cue(size_t i) const {
    return (traits[i] & kBeginsCue) != 0 ? CueAt(words.subspan(i)) : FoundCue();
  }
};

bool IsMark(const ClauseWord& word, absl::string_view marks) {
  return word.text.size() == 1 && absl::StrContains(marks, word.text);
}

// Reads a clause from its beginning up to a word.
class ScopeReader {
 public:
  explicit ScopeReader(Clause clause) : clause_(clause) {}

  Scope Read() {
    while (at_ < clause_.size()) {
      const ClauseWord& word = clause_.words[at_];
      if (word.text.size() == 1 && ReadMark(word)) {
        ++at_;
        continue;
      }
      const FoundCue cue = clause_.Cue(at_);
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
    return at_ + 1 < clause_.size() &&
           clause_.Cue(at_ + 1).sense == CueSense::kRelates;
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

  const Clause clause_;
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

// Returns whether a condition or a term is set in `words`: "if", "until".
bool SetsCondition(Clause clause) {
  for (size_t i = 0; i < clause.size(); ++i) {
    if (IsMark(clause.words[i], ";")) return false;
    if ((clause.traits[i] & kSetsCondition) != 0) return true;
  }
  return false;
}

// Returns whether word `i` is "never", or "not" behind an auxiliary.
bool Negates(Clause clause, size_t i, bool has_auxiliary) {
  const std::string& word = clause.words[i].text;
  return word == "never" || (has_auxiliary && word == "not");
}

Sequel ReadSequel(Clause clause) {
  Sequel sequel;
  sequel.opens = SetsCondition(clause);
  bool has_auxiliary = false;
  for (size_t i = 0; i < std::min(clause.size(), kBehindReach); ++i) {
    const FoundCue cue = clause.Cue(i);
    if (IsMark(clause.words[i], ",;:-(") || cue.sense == CueSense::kRelates ||
        cue.sense == CueSense::kBreaks || cue.sense == CueSense::kJoins) {
      break;
    }
    if ((clause.traits[i] & kAuxiliary) != 0) {
      has_auxiliary = true;
    } else if (Negates(clause, i, has_auxiliary)) {
      sequel.negated = true;
    } else if (has_auxiliary && (clause.traits[i] & kBeginsTurnedDown) != 0 &&
               IsTurnedDown(clause.words.subspan(i))) {
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

// Returns the stance of a sentence with `clause` around its word at `word`.
Stance Judge(Clause clause, ByteRange word, bool is_question) {
  const auto words = clause.words;
  const auto first = std::partition_point(
      words.begin(), words.end(),
      [word](const ClauseWord& w) { return w.range.end <= word.begin; });
  const auto last = std::partition_point(
      first, words.end(),
      [word](const ClauseWord& w) { return w.range.begin < word.end; });
  const Clause before =
      clause.Until(static_cast<size_t>(first - words.begin()));
  const Scope scope = ScopeReader(before).Read();
  const Sequel sequel =
      ReadSequel(clause.From(static_cast<size_t>(last - words.begin())));
  Stance stance;
  stance.polarity =
      is_question
          ? Polarity::kOpen
          : Judge(scope, sequel, before.size() - scope.cue_end,
                  first != words.end() && IsAttribute(before.words, *first));
  if ((scope.denials > 0 && scope.turns_down) || sequel.denies) {
    stance.outlook = Outlook::kEither;
  } else if (scope.ahead) {
    stance.outlook = Outlook::kAhead;
  }
  return stance;
}

std::vector<uint8_t> TraitsOf(absl::Span<const ClauseWord> words) {
  std::vector<uint8_t> traits;
  traits.reserve(words.size());
  for (const ClauseWord& word : words) {
    traits.push_back(ClauseTraitsOf(word.text));
  }
  return traits;
}

}  // namespace

Stance StanceAt(absl::string_view sentence, ByteRange word) {
  const std::vector<ClauseWord> words =
      ClauseWordsAround(sentence, word, kReachBytes);
  return Judge({words, TraitsOf(words)}, word, IsQuestion(sentence));
}

SentenceStances::SentenceStances(absl::string_view sentence)
    : sentence_(sentence),
      words_(ClauseWordsAround(sentence, {0, 0}, sentence.size())),
      traits_(TraitsOf(words_)),
      is_question_(IsQuestion(sentence)) {}

Stance SentenceStances::At(ByteRange word) const {
  const ByteRange window = ClauseWindow(sentence_, word, kReachBytes);
  const bool begins_in_word =
      window.begin > 0 && sentence_[window.begin - 1] != ' ';
  // Such a beginning is read as that of another word.
  if (begins_in_word) return StanceAt(sentence_, word);
  const auto begins_before = [](size_t place) {
    return [place](const ClauseWord& w) { return w.range.begin < place; };
  };
  const auto first = std::partition_point(words_.begin(), words_.end(),
                                          begins_before(window.begin));
  const auto last =
      std::partition_point(first, words_.end(), begins_before(window.end));
  const auto begin = static_cast<size_t>(first - words_.begin());
  const auto size = static_cast<size_t>(last - first);
  return Judge({absl::MakeConstSpan(words_).subspan(begin, size),
                absl::MakeConstSpan(traits_).subspan(begin, size)},
               word, is_question_);
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
