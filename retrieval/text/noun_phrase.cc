#include "retrieval/text/noun_phrase.h"

#include <algorithm>

namespace footnote {
namespace {

constexpr size_t kMaxPhrase = 16;      // In items.
constexpr size_t kMaxApposition = 24;  // In items.
constexpr int kMaxCommas = 4;          // Inside an apposition.

constexpr uint32_t kTitleRoles = kTitleRole | kTitlePartRole | kNationRole |
                                 kHonorificRole | kHumanRole | kDeterminerRole;

constexpr uint32_t kPronounRoles = kPersonPronounRole | kOtherPronounRole;

// Returns whether the item may be a noun or an adjective.
bool IsNominal(const StatementItem& item) {
  if (!item.IsWord()) return false;
  if (item.Is(kHumanRole | kBodyRole | kTitleRole)) return true;
  if (item.Is(kTitlePartRole) && !item.Is(kAdverbRole)) return true;
  if (item.Is(kSpeechRole | kStanceRole | kParticipleRole | kBaseSpeechRole)) {
    return false;
  }
  return !item.Is(kFunctionRole) || (item.mention >= 0 && item.word.capital);
}

bool JoinsNouns(const StatementUnit& unit, size_t i) {
  return unit.IsWord(i, "of") || unit.IsWord(i, "for") ||
         unit.IsWord(i, "at") || unit.IsWord(i, "from") ||
         unit.IsWord(i, "with") || unit.IsWord(i, "in");
}

PhraseHead HeadOf(const StatementUnit& unit, size_t i) {
  if (unit.Is(i, kHumanRole | kTitleRole)) return PhraseHead::kHuman;
  if (unit.Is(i, kBodyRole)) return PhraseHead::kBody;
  return PhraseHead::kOther;
}

// Returns where the chunk of nouns that ends before `end` begins: with its
// determiner, if it has one.
size_t ChunkBegin(const StatementUnit& unit, size_t end, size_t limit) {
  size_t begin = end;
  while (begin > limit && IsNominal(unit.items[begin - 1])) --begin;
  if (begin > limit && begin < end && unit.Is(begin - 1, kDeterminerRole)) {
    --begin;
  }
  return begin;
}

// Returns the phrase of `mention`, whose last word is before `end`, with its
// title.
NounPhrase NamePhrase(const StatementUnit& unit, size_t end, int32_t mention) {
  size_t begin = end - 1;
  while (begin > 0 && unit.items[begin - 1].mention == mention) --begin;
  const size_t limit = end > kMaxPhrase ? end - kMaxPhrase : 0;
  while (begin > limit && unit.items[begin - 1].IsWord() &&
         unit.items[begin - 1].mention < 0 &&
         (unit.Is(begin - 1, kTitleRoles) ||
          (unit.items[begin - 1].word.capital &&
           !unit.Is(begin - 1, kFunctionRole | kSpeechRole)))) {
    --begin;
    if (unit.Is(begin, kDeterminerRole)) break;
  }
  return {begin, end, PhraseHead::kName, end, mention};
}

// Returns the phrase without apposition that ends before `end`.
std::optional<NounPhrase> PlainPhraseBefore(const StatementUnit& unit,
                                            size_t end) {
  if (end == 0 || !unit.items[end - 1].IsWord()) return std::nullopt;
  const StatementItem& last = unit.items[end - 1];
  if (last.word.possessive) return std::nullopt;
  if (last.Is(kPronounRoles) && last.mention < 0) {
    return NounPhrase{end - 1, end, PhraseHead::kPronoun, end, -1};
  }
  const size_t limit = end > kMaxPhrase ? end - kMaxPhrase : 0;
  NounPhrase phrase;
  if (last.mention >= 0) {
    phrase = NamePhrase(unit, end, last.mention);
  } else {
    if (!IsNominal(last)) return std::nullopt;
    phrase = {ChunkBegin(unit, end, limit), end, HeadOf(unit, end - 1), end,
              -1};
  }
  // "a spokesman for ...": the head stands before. A name takes only someone
  // to belong to.
  while (phrase.begin > limit + 1 && JoinsNouns(unit, phrase.begin - 1)) {
    const size_t joined = phrase.begin - 1;
    if (!IsNominal(unit.items[joined - 1])) break;
    const PhraseHead head = HeadOf(unit, joined - 1);
    if (phrase.head == PhraseHead::kName && head == PhraseHead::kOther) break;
    phrase.begin = ChunkBegin(unit, joined, limit);
    phrase.head =
        unit.items[joined - 1].mention >= 0 ? PhraseHead::kName : head;
    phrase.mention = unit.items[joined - 1].mention;
    phrase.head_end = joined;
  }
  return phrase;
}

// Returns the phrase whose apposition closes with the comma, dash or bracket
// before `end`.
std::optional<NounPhrase> AppositionBefore(const StatementUnit& unit,
                                           size_t end) {
  const char32_t close = unit.items[end - 1].word.mark;
  const char32_t open = close == ')' ? U'(' : close;
  const size_t limit = end > kMaxApposition ? end - kMaxApposition : 0;
  int commas = 0;
  std::optional<NounPhrase> other;
  for (size_t i = end - 1; i-- > limit && commas < kMaxCommas;) {
    if (unit.items[i].is_quotation) break;
    if (!unit.IsMark(i, open)) continue;
    ++commas;
    // "In Rome, the minister, ...": what stands before must be someone.
    std::optional<NounPhrase> phrase = PlainPhraseBefore(unit, i);
    if (!phrase.has_value()) continue;
    const bool coordinated =
        unit.Is(i + 1, kConjunctionRole) && !unit.IsWord(i + 1, "who") &&
        !unit.IsWord(i + 1, "which") && !unit.IsWord(i + 1, "whose");
    if (coordinated) continue;
    if (phrase->begin > 0 && unit.Is(phrase->begin - 1, kPrepositionRole)) {
      continue;
    }
    phrase->end = end;
    if (phrase->head == PhraseHead::kName) return phrase;
    if (phrase->head == PhraseHead::kHuman && !other.has_value()) {
      other = phrase;
    }
  }
  return other;
}

}  // namespace

std::optional<NounPhrase> PhraseBefore(const StatementUnit& unit, size_t end) {
  if (end == 0 || end > unit.size()) return std::nullopt;
  const StatementItem& last = unit.items[end - 1];
  if (last.IsMark(',') || last.IsMark(')') || last.IsMark(0x2014) ||
      last.IsMark(0x2013)) {
    return AppositionBefore(unit, end);
  }
  std::optional<NounPhrase> phrase = PlainPhraseBefore(unit, end);
  // "her adviser, Ines Falk," is one.
  if (phrase.has_value() && phrase->head == PhraseHead::kName &&
      phrase->begin > 1 && unit.IsMark(phrase->begin - 1, ',') &&
      unit.Is(phrase->begin - 2, kHumanRole | kTitleRole) &&
      unit.IsMark(end, ',')) {
    phrase->begin =
        ChunkBegin(unit, phrase->begin - 1,
                   phrase->begin > kMaxPhrase ? phrase->begin - kMaxPhrase : 0);
  }
  return phrase;
}

std::optional<NounPhrase> PhraseAt(const StatementUnit& unit, size_t begin) {
  if (begin >= unit.size() || !unit.items[begin].IsWord()) return std::nullopt;
  if (unit.Is(begin, kPronounRoles) && unit.items[begin].mention < 0 &&
      !unit.Is(begin, kDeterminerRole)) {
    return NounPhrase{begin, begin + 1, PhraseHead::kPronoun, begin + 1, -1};
  }
  const size_t limit = std::min(unit.size(), begin + kMaxPhrase);
  NounPhrase phrase{begin, begin, PhraseHead::kOther, 0, -1};
  size_t end = begin;
  if (unit.Is(end, kDeterminerRole)) ++end;
  while (end < limit) {
    const StatementItem& item = unit.items[end];
    // Behind a name, what may be a verb is none of it: "Falk rebuffed him".
    const bool after_name = end > begin && unit.items[end - 1].mention >= 0 &&
                            item.mention < 0 && !item.word.capital &&
                            !item.Is(kHumanRole | kBodyRole | kTitleRole);
    if (IsNominal(item) && !after_name) {
      ++end;
      if (item.mention >= 0 && phrase.mention < 0 && phrase.head_end == 0 &&
          !item.word.possessive) {
        phrase.mention = item.mention;
      }
      continue;
    }
    if (!JoinsNouns(unit, end) || unit.IsWord(end, "in") || end == begin) break;
    const size_t next = unit.Is(end + 1, kDeterminerRole) ? end + 2 : end + 1;
    if (next >= limit || !IsNominal(unit.items[next])) break;
    if (phrase.head_end == 0) phrase.head_end = end;
    end = next;
  }
  if (end == begin || !IsNominal(unit.items[end - 1])) return std::nullopt;
  if (phrase.head_end == 0) phrase.head_end = end;
  phrase.end = end;
  // The name must end the head: "Lind's aide" and "a Lind aide" are others.
  if (phrase.mention >= 0 &&
      unit.items[phrase.head_end - 1].mention == phrase.mention) {
    phrase.head = PhraseHead::kName;
  } else {
    phrase.mention = -1;
    phrase.head = HeadOf(unit, phrase.head_end - 1);
  }
  return phrase;
}

}  // namespace footnote
