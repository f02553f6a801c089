#include "retrieval/text/statements.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "retrieval/text/clauses.h"

namespace footnote {
namespace {

constexpr uint32_t kFiniteRoles = kSpeechRole | kStanceRole | kBaseSpeechRole;

// Finds the statements of one unit.
class StatementFinder {
 public:
  explicit StatementFinder(const StatementUnit& unit)
      : unit_(unit),
        first_clause_end_(WordsEnd(unit, 0, unit.size(), kMinClause)),
        taken_(unit.size(), false) {}

  std::vector<Statement> Find();

 private:
  // Tries the cue that begins at item `i`.
  void TryAccordingTo(size_t i);
  void TryParticiple(size_t i);
  void TryFinite(size_t i);
  void TryColon();

  // Returns whether the verb at `i` may stand before its subject: right behind
  // a quotation or a clause.
  bool MayBeInverted(size_t i) const;

  // Returns the subject behind the verb at `i`.
  std::optional<NounPhrase> InvertedSubject(size_t i) const;

  // Returns whom the sentence speaks of first, before the item at `end`.
  std::optional<NounPhrase> SentenceSubject(size_t end) const;

  // Adds what stands before [begin, end), a clause of source and cue. Returns
  // whether anything does.
  bool TakeBefore(const NounPhrase& source, size_t cue, size_t begin,
                  size_t end);

  // Adds what stands behind the cue at `cue`. Returns whether anything does.
  bool TakeBehind(const NounPhrase& source, size_t cue);

  void Add(const NounPhrase& source, ByteRange cue, size_t begin, size_t end);

  const StatementUnit& unit_;
  const size_t first_clause_end_;
  std::vector<bool> taken_;  // Quotations that have a statement.
  std::vector<Statement> found_;
};

bool StatementFinder::MayBeInverted(size_t i) const {
  if (i == 0 || !unit_.Is(i, kSpeechRole)) return false;
  if (unit_.IsWord(i, "told") || unit_.IsWord(i, "tells")) return false;
  if (unit_.IsQuotation(i - 1)) return true;
  if (!unit_.IsMark(i - 1, ',') || i - 1 < first_clause_end_) return false;
  // "“...,” Falk, head of the port, said" has its subject before.
  const std::optional<NounPhrase> before = PhraseBefore(unit_, i);
  return !before.has_value() || before->head != PhraseHead::kName ||
         (before->begin > 0 && !unit_.IsQuotation(before->begin - 1));
}

std::optional<NounPhrase> StatementFinder::InvertedSubject(size_t i) const {
  std::optional<NounPhrase> phrase = PhraseAt(unit_, i + 1);
  if (!phrase.has_value()) return std::nullopt;
  const bool someone =
      phrase->head == PhraseHead::kName || phrase->head == PhraseHead::kHuman ||
      phrase->head == PhraseHead::kBody || unit_.Is(i + 1, kPersonPronounRole);
  if (!someone || unit_.Is(phrase->end, kFiniteRoles | kAuxiliaryRole)) {
    return std::nullopt;
  }
  return phrase;
}

void StatementFinder::Add(const NounPhrase& source, ByteRange cue, size_t begin,
                          size_t end) {
  bool quoted = false;
  for (size_t i = begin; i < end; ++i) {
    if (!unit_.IsQuotation(i)) continue;
    if (taken_[i]) return;
    quoted = true;
  }
  if (quoted)
    std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(begin),
              taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
  found_.push_back({unit_.Bytes(begin, end), cue, source,
                    IsMostlyQuoted(unit_, begin, end)});
}

bool StatementFinder::TakeBefore(const NounPhrase& source, size_t cue,
                                 size_t begin, size_t end) {
  if (begin == 0) return false;
  size_t last = begin;  // Behind the content.
  if (unit_.IsMark(last - 1, ',')) --last;
  const ByteRange cue_range = unit_.Bytes(cue, cue + 1);
  if (last > 0 && unit_.IsQuotation(last - 1)) {
    // A quotation that follows a clause of its own ("He called it “...,” she
    // said") is not split: only the quotation is surely meant.
    const size_t count = found_.size();
    Add(source, cue_range, last - 1, last);
    if (found_.size() == count) return false;
    // “...,” she said in Rome, “...”
    const size_t next = AnnouncedQuotation(unit_, end - 1);
    const bool parted =
        next < unit_.size() && next > 0 &&
        (unit_.IsMark(next - 1, ',') || unit_.IsMark(next - 1, '.') ||
         unit_.IsMark(next - 1, ':') || unit_.IsMark(next - 1, 0x2014));
    if (parted) Add(source, cue_range, next, next + 1);
    return true;
  }
  // "The port is poor, she said."
  if (last == begin || unit_.Is(cue, kStanceRole)) return false;
  const bool ends = end == unit_.size() || unit_.items[end].word.mark != 0 ||
                    unit_.Is(end, kPrepositionRole | kDayRole | kAdverbRole);
  if (!ends || unit_.IsMark(end, ':')) return false;
  if (AnnouncedQuotation(unit_, end - 1) < unit_.size()) return false;
  const size_t first = ClauseBegin(unit_, last);
  if (!HasWords(unit_, first, last, kMinClause)) return false;
  if (unit_.Is(first, kPrepositionRole | kParticipleRole) ||
      unit_.IsWord(first, "when") || unit_.IsWord(first, "while")) {
    // "In Rome on Monday, she said." But a sentence may begin so.
    if (!HasWords(unit_, first, last, 2 * kMinClause)) return false;
  }
  Add(source, cue_range, first, last);
  return true;
}

bool StatementFinder::TakeBehind(const NounPhrase& source, size_t cue) {
  const ByteRange cue_range = unit_.Bytes(cue, cue + 1);
  const size_t quotation = AnnouncedQuotation(unit_, cue);
  if (quotation < unit_.size()) {
    const bool announced =
        quotation == cue + 1 || unit_.IsMark(quotation - 1, ',') ||
        unit_.IsMark(quotation - 1, ':') || unit_.Is(cue, kStanceRole) ||
        unit_.IsMark(quotation - 1, 0x2014);
    if (announced) {
      const size_t count = found_.size();
      Add(source, cue_range, quotation, quotation + 1);
      return found_.size() > count;
    }
  }
  const size_t begin = ContentBegin(unit_, cue);
  // "She went on in Rome:"
  if (unit_.IsMark(unit_.size() - 1, ':') && unit_.size() - cue < kMaxLead) {
    const uint32_t at = unit_.range.end;
    found_.push_back({{at, at}, cue_range, source, true});
    return true;
  }
  if (unit_.Is(cue, kQuotingRole) && !unit_.IsWord(begin, "that")) return false;
  const size_t end = ClauseEnd(unit_, begin);
  if (begin >= end || !HasWords(unit_, begin, end, 2)) return false;
  // "He claimed the throne", "she declared herself queen".
  if (unit_.Is(cue, kDeedRole) && IsThing(unit_, begin, end)) return false;
  const size_t count = found_.size();
  Add(source, cue_range, begin, end);
  return found_.size() > count;
}

// Returns whether `subject` may be who says what the verb at `i` tells.
bool MaySay(const StatementUnit& unit, const NounPhrase& subject, size_t i) {
  // A letter reads, people read letters.
  if ((unit.IsWord(i, "read") || unit.IsWord(i, "reads")) &&
      subject.head != PhraseHead::kBody) {
    return false;
  }
  // "the decision said", but not "the decision highlighted".
  if (subject.head == PhraseHead::kOther &&
      !(unit.Is(i, kPlainSpeechRole) &&
        unit.Is(subject.begin, kDeterminerRole))) {
    return false;
  }
  if (subject.begin == 0) return true;
  const size_t before = subject.begin - 1;
  return !unit.IsWord(before, "if") && !unit.IsWord(before, "unless") &&
         !unit.IsWord(before, "whether");
}

void StatementFinder::TryFinite(size_t i) {
  if (unit_.IsWord(i + 1, "by")) return;
  if (MayBeInverted(i)) {
    if (const auto subject = InvertedSubject(i)) {
      if (TakeBefore(*subject, i, i, subject->end)) return;
    }
  }
  const std::optional<size_t> end = SubjectEnd(unit_, i);
  if (!end.has_value()) return;
  std::optional<NounPhrase> subject = PhraseBefore(unit_, *end);
  const bool goes_on = *end > 0 && (unit_.IsWord(*end - 1, "and") ||
                                    unit_.IsWord(*end - 1, "then"));
  if (!subject.has_value() && goes_on && !found_.empty()) {
    // "She praised him and said ...".
    TakeBehind(NounPhrase(found_.back().source), i);
    return;
  }
  if (!subject.has_value() || !MaySay(unit_, *subject, i)) return;
  if (unit_.Is(i, kSpeechRole) &&
      TakeBefore(*subject, i, subject->begin, i + 1)) {
    return;
  }
  TakeBehind(*subject, i);
}

std::optional<NounPhrase> StatementFinder::SentenceSubject(size_t end) const {
  for (size_t i = 0; i < std::min(end, kMaxLead); ++i) {
    const StatementItem& item = unit_.items[i];
    if (item.Is(kPersonPronounRole) && item.mention < 0) {
      return NounPhrase{i, i + 1, PhraseHead::kPronoun, i + 1, -1};
    }
    if (item.mention < 0 || item.word.possessive) continue;
    if (i > 0 && unit_.Is(i - 1, kPrepositionRole)) continue;
    // "TOKYO (AP)": where the report comes from.
    if (unit_.IsMark(i + 1, '(') || unit_.IsMark(i + 1, 0x2014)) continue;
    size_t last = i;
    while (last < end && unit_.items[last].mention == item.mention) ++last;
    return NounPhrase{i, last, PhraseHead::kName, last, item.mention};
  }
  return std::nullopt;
}

void StatementFinder::TryParticiple(size_t i) {
  const bool free =
      i > 0 && (unit_.IsMark(i - 1, ',') || unit_.IsWord(i - 1, "and") ||
                unit_.IsWord(i - 1, "by") || unit_.IsWord(i - 1, "as"));
  if (!free) return;
  if (!found_.empty()) {
    TakeBehind(NounPhrase(found_.back().source), i);
    return;
  }
  if (const auto subject = SentenceSubject(i)) TakeBehind(*subject, i);
}

void StatementFinder::TryAccordingTo(size_t i) {
  const std::optional<NounPhrase> source = PhraseAt(unit_, i + 2);
  if (!source.has_value()) return;
  const ByteRange cue = unit_.Bytes(i, i + 2);
  if (i == 0) {
    size_t begin = source->end;
    while (begin < unit_.size() && !unit_.IsMark(begin, ',')) ++begin;
    const size_t end = ClauseEnd(unit_, ++begin);
    if (begin < end) Add(*source, cue, begin, end);
    return;
  }
  size_t last = i;
  if (unit_.IsMark(last - 1, ',')) --last;
  const size_t first =
      unit_.IsQuotation(last - 1) ? last - 1 : ClauseBegin(unit_, last);
  if (HasWords(unit_, first, last, kMinClause)) Add(*source, cue, first, last);
}

// "Falk: “The port is poor.”" and "The port is poor: Falk".
void StatementFinder::TryColon() {
  constexpr size_t kMaxSpeaker = 8;
  size_t colon = 0;
  while (colon < unit_.size() && !unit_.IsMark(colon, ':')) ++colon;
  if (colon == 0 || colon + 1 >= unit_.size()) return;
  const ByteRange cue = unit_.Bytes(colon, colon + 1);
  if (colon <= kMaxSpeaker) {
    const std::optional<NounPhrase> before = PhraseAt(unit_, 0);
    if (before.has_value() && before->end == colon &&
        before->head == PhraseHead::kName) {
      const size_t end = unit_.IsQuotation(colon + 1)
                             ? colon + 2
                             : ClauseEnd(unit_, colon + 1);
      if (end > colon + 1 && HasWords(unit_, colon + 1, end, kMinClause)) {
        Add(*before, cue, colon + 1, end);
      }
      return;
    }
  }
  if (unit_.IsQuotation(colon + 1)) {
    // "That is no news to its owner, Ines Falk: “...”"
    const std::optional<NounPhrase> before = PhraseBefore(unit_, colon);
    if (before.has_value() && before->head == PhraseHead::kName) {
      Add(*before, cue, colon + 1, colon + 2);
    }
    return;
  }
  const std::optional<NounPhrase> behind = PhraseAt(unit_, colon + 1);
  if (behind.has_value() && behind->end == unit_.size() &&
      behind->head == PhraseHead::kName &&
      HasWords(unit_, 0, colon, kMinClause)) {
    Add(*behind, cue, 0, colon);
  }
}

std::vector<Statement> StatementFinder::Find() {
  for (size_t i = 0; i < unit_.size(); ++i) {
    if (unit_.IsWord(i, "according") && unit_.IsWord(i + 1, "to")) {
      TryAccordingTo(i);
    } else if (unit_.Is(i, kFiniteRoles) && unit_.items[i].mention < 0) {
      TryFinite(i);
    } else if (unit_.Is(i, kParticipleRole)) {
      TryParticiple(i);
    }
  }
  if (found_.empty()) TryColon();
  // What announces is followed by nothing but the next unit.
  for (size_t i = 0; i + 1 < found_.size();) {
    if (found_[i].content.empty()) {
      found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  return std::move(found_);
}

}  // namespace

std::vector<Statement> FindStatements(const StatementUnit& unit) {
  return StatementFinder(unit).Find();
}

}  // namespace footnote
