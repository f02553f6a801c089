#include "retrieval/text/clauses.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/match.h"
#include "retrieval/text/noun_phrase.h"

namespace footnote {
namespace {

// The most items of a clause. It bounds the work for each cue.
constexpr size_t kMaxClause = 200;

bool IsAdverb(const StatementUnit& unit, size_t i) {
  const StatementItem& item = unit.items[i];
  if (!item.IsWord() || item.word.capital) return false;
  if (item.Is(kAdverbRole)) return true;
  return item.range().size() > 4 &&
         absl::EndsWith(Slice(unit.text, item.range()), "ly");
}

bool IsReflexive(const StatementUnit& unit, size_t i) {
  return unit.IsWord(i, "himself") || unit.IsWord(i, "herself") ||
         unit.IsWord(i, "itself") || unit.IsWord(i, "themselves");
}

}  // namespace

size_t WordsEnd(const StatementUnit& unit, size_t begin, size_t end,
                size_t count) {
  size_t words = 0;
  size_t i = begin;
  for (; i < end && words < count; ++i) {
    if (unit.items[i].IsWord()) ++words;
    if (unit.IsQuotation(i)) words += kMinClause;
  }
  return words >= count ? i : end + 1;
}

bool HasWords(const StatementUnit& unit, size_t begin, size_t end,
              size_t count) {
  return WordsEnd(unit, begin, end, count) <= end;
}

std::optional<size_t> SubjectEnd(const StatementUnit& unit, size_t i) {
  size_t end = i;
  while (end > 0 && i - end < 6) {
    const StatementItem& item = unit.items[end - 1];
    if (item.Is(kNegationRole | kBeRole)) return std::nullopt;
    if (item.Is(kModalRole) && !item.word.capital) return std::nullopt;
    if (!item.Is(kAuxiliaryRole) && !IsAdverb(unit, end - 1)) break;
    --end;
  }
  return end;
}

bool IsMostlyQuoted(const StatementUnit& unit, size_t begin, size_t end) {
  uint32_t quoted = 0;
  for (size_t i = begin; i < end; ++i) {
    if (unit.IsQuotation(i)) quoted += unit.items[i].range().size();
  }
  return quoted * 2 > unit.Bytes(begin, end).size();
}

size_t ClauseEnd(const StatementUnit& unit, size_t begin) {
  const size_t limit = std::min(unit.size(), begin + kMaxClause);
  size_t end = begin;
  for (; end < limit; ++end) {
    if (unit.IsMark(end, ';')) break;
    if (!unit.IsMark(end, ',')) continue;
    if (unit.Is(end + 1, kParticipleRole)) break;
    if (unit.IsWord(end + 1, "according")) break;
    // ", he said" and ", said the minister".
    const bool inverted = unit.Is(end + 1, kSpeechRole);
    const bool subject =
        end + 2 < unit.size() &&
        (unit.Is(end + 1, kPersonPronounRole | kOtherPronounRole) ||
         unit.items[end + 1].mention >= 0) &&
        unit.Is(end + 2, kSpeechRole);
    if (inverted || subject) break;
  }
  while (end > begin &&
         (unit.IsMark(end - 1, '.') || unit.IsMark(end - 1, ','))) {
    --end;
  }
  return end;
}

size_t ClauseBegin(const StatementUnit& unit, size_t end) {
  const size_t limit = end > kMaxClause ? end - kMaxClause : 0;
  size_t begin = end;
  while (begin > limit && !unit.IsMark(begin - 1, ';') &&
         !unit.IsMark(begin - 1, ':')) {
    --begin;
  }
  // "But the port is poor, he said."
  if (begin < end && unit.Is(begin, kConjunctionRole) &&
      (unit.IsWord(begin, "but") || unit.IsWord(begin, "and"))) {
    ++begin;
  }
  return begin;
}

size_t AnnouncedQuotation(const StatementUnit& unit, size_t cue) {
  const size_t limit = std::min(unit.size(), cue + 1 + kMaxLead);
  bool pause = false;
  for (size_t i = cue + 1; i < limit; ++i) {
    if (unit.IsQuotation(i)) return i;
    if (unit.IsMark(i, ';')) break;
    if (unit.Is(i, kSpeechRole | kParticipleRole)) break;
    if (unit.Is(i, kPersonPronounRole) && pause) break;
    pause = unit.IsMark(i, ',');
  }
  return unit.size();
}

bool IsThing(const StatementUnit& unit, size_t begin, size_t end) {
  constexpr size_t kMaxThing = 5;
  if (!unit.Is(begin, kDeterminerRole) && !IsReflexive(unit, begin)) {
    return false;
  }
  for (size_t i = begin; i < end; ++i) {
    if (unit.IsQuotation(i)) return false;
  }
  for (size_t i = begin + 1; i < end; ++i) {
    const StatementItem& item = unit.items[i];
    // "the right to fish", "the islands of the north", "the throne, ...".
    const bool ends = unit.IsWord(i, "to") || unit.IsWord(i, "and") ||
                      item.Is(kPrepositionRole | kDayRole) || !item.IsWord();
    if (ends) return i > begin + 1 || IsReflexive(unit, begin);
    if (i - begin == kMaxThing) return false;
    // "the quay leaked", but "the occupied islands".
    const bool verb =
        i > begin + 1 && absl::EndsWith(Slice(unit.text, item.range()), "ed");
    if (verb || (item.mention < 0 && item.Is(kFunctionRole))) return false;
  }
  return true;
}

size_t ContentBegin(const StatementUnit& unit, size_t cue) {
  const size_t limit = std::min(unit.size(), cue + kMaxLead);
  const auto opens = [&](size_t i) {
    return unit.IsWord(i, "that") || unit.IsWord(i, "whether") ||
           unit.IsWord(i, "if");
  };
  // "said on Monday that ...", "told reporters in Rome that ...".
  for (size_t i = cue + 1; i < limit; ++i) {
    if (opens(i)) return i;
    const StatementItem& item = unit.items[i];
    if (item.is_quotation || item.Is(kAuxiliaryRole | kModalRole | kBeRole) ||
        item.Is(kPersonPronounRole | kParticipleRole) || item.IsMark(';') ||
        item.IsMark(':')) {
      break;
    }
  }
  size_t begin = cue + 1;
  if (absl::StartsWithIgnoreCase(Slice(unit.text, unit.items[cue].range()),
                                 "t")) {
    // "told", "tells", "telling" someone.
    const auto phrase = PhraseAt(unit, begin);
    if (phrase.has_value()) begin = phrase->end;
  }
  while (unit.Is(begin, kDayRole) ||
         (unit.Is(begin, kAdverbRole) && !unit.Is(begin, kDeterminerRole)) ||
         (unit.IsWord(begin, "on") && unit.Is(begin + 1, kDayRole)) ||
         unit.IsMark(begin, ',') || unit.IsMark(begin, ':')) {
    ++begin;
  }
  return begin;
}

}  // namespace footnote
