#include "retrieval/text/sentence_stops.h"

#include <algorithm>

#include "retrieval/text/abbreviations.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// How far a word is followed, in bytes. Longer ones are no abbreviations.
constexpr size_t kMaxWord = 40;

// The most bytes of an introduction such as "At 5 a.m.".
constexpr size_t kMaxIntroduction = 32;

// The most opening quotes and brackets that are skipped before a word.
constexpr int kMaxOpenings = 4;

// The most words of a name before its verb of saying.
constexpr int kMaxNameWords = 4;

// What stands behind a stop and the white space after it.
struct Next {
  size_t begin = 0;        // Of the first letter, digit or symbol.
  char32_t first = 0;      // That character.
  bool opened = false;     // A quote or bracket stands before it.
  absl::string_view word;  // Its letters, digits and apostrophes.
};

bool IsStopMark(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x203C:  // ‼
    case 0x2047:  // ⁇
    case 0x2048:  // ⁈
    case 0x2049:  // ⁉
    case 0x3002:  // 。
    case 0xFF01:  // ！
    case 0xFF1F:  // ？
      return true;
    default:
      return false;
  }
}

bool IsAlphanumeric(char32_t c) { return IsLetter(c) || IsDigit(c); }

// Returns where the next dot of ". . ." stands behind the dot that ends at
// `pos`, if there is one.
std::optional<size_t> SpacedDot(absl::string_view block, size_t pos) {
  const size_t dot = block.substr(pos, 1) == " "        ? pos + 1
                     : block.substr(pos, 2) == "\u00A0" ? pos + 2
                                                        : 0;
  if (dot == 0 || block.substr(dot, 1) != ".") return std::nullopt;
  if (IsAlphanumeric(CodePointAt(block, dot + 1).value)) return std::nullopt;
  return dot;
}

// Returns the offset behind the quotes and brackets at `pos` that close. An
// opening quote with white space behind it was meant to.
size_t SkipClosings(absl::string_view block, size_t pos) {
  for (CodePoint c = CodePointAt(block, pos); c.size > 0;
       c = CodePointAt(block, pos)) {
    const bool misused =
        c.value == 0x201C && SkipWhiteSpace(block.substr(0, pos + c.size + 1),
                                            pos + c.size) > pos + c.size;
    if (!IsClosing(c.value) && !misused) break;
    pos += c.size;
  }
  return pos;
}

absl::string_view WordAt(absl::string_view block, size_t pos) {
  const absl::string_view window = block.substr(pos, kMaxWord);
  size_t end = 0;
  for (CodePoint c = CodePointAt(window, 0);
       c.size > 0 &&
       (IsAlphanumeric(c.value) || c.value == '\'' || c.value == 0x2019);
       c = CodePointAt(window, end)) {
    end += c.size;
  }
  return window.substr(0, end);
}

// Returns the word of `sentence` before `pos`, with the stops inside it but
// without what a hyphen, slash or opening quote parts from it ("Japan-U.S"
// gives "U.S").
absl::string_view WordBefore(absl::string_view block, size_t sentence,
                             size_t pos) {
  const size_t floor =
      std::max(sentence, pos > kMaxWord ? pos - kMaxWord : size_t{0});
  size_t begin = pos;
  while (begin > floor) {
    const CodePoint c = CodePointBefore(block, begin);
    const bool inside = IsAlphanumeric(c.value) || c.value == '.' ||
                        c.value == '\'' || c.value == 0x2019 ||
                        c.value == '@' || c.value == 0xB0;
    if (!inside) break;
    begin -= c.size;
  }
  while (begin < pos && IsOpening(CodePointAt(block, begin).value)) {
    begin += CodePointAt(block, begin).size;
  }
  return block.substr(begin, pos - begin);
}

Next NextAt(absl::string_view block, size_t pos) {
  Next next;
  next.begin = SkipWhiteSpace(block, pos);
  for (int i = 0; i < kMaxOpenings; ++i) {
    const CodePoint c = CodePointAt(block, next.begin);
    if (c.size == 0 || !IsOpening(c.value)) break;
    next.begin += c.size;
    next.opened = true;
  }
  next.first = CodePointAt(block, next.begin).value;
  next.word = WordAt(block, next.begin);
  return next;
}

// Returns whether what was read of the sentence is no more than a list label:
// "1.", "a.", "IV.", with a bullet or not.
bool IsLabel(absl::string_view head) {
  size_t pos = 0;
  while (IsBullet(CodePointAt(head, pos).value)) {
    pos = SkipWhiteSpace(head, pos + CodePointAt(head, pos).size);
  }
  const absl::string_view label = head.substr(pos);
  if (label.empty() || label.size() > 4) return false;
  const auto all = [label](absl::string_view allowed) {
    return label.find_first_not_of(allowed) == absl::string_view::npos;
  };
  if (label.size() == 1) return IsAlphanumeric(CodePointAt(label, 0).value);
  return (label.size() <= 3 && all("0123456789")) || all("IVX");
}

// Returns whether `head`, a sentence so far, is an introduction such as "At 5"
// or "In the": a few words of which the first is a preposition.
bool IsIntroduction(absl::string_view head) {
  if (head.size() > kMaxIntroduction) return false;
  const absl::string_view first = WordAt(head, 0);
  for (absl::string_view preposition : {"At", "By", "Before", "After", "Around",
                                        "From", "Until", "Since", "In"}) {
    if (first == preposition)
      return std::count(head.begin(), head.end(), ' ') <= 3;
  }
  return false;
}

// Returns whether `word` begins a sentence of its own behind a quotation,
// unlike a name or the pronoun of a speaker.
bool BeginsClause(absl::string_view word) {
  for (absl::string_view speaker : {"He", "She", "They", "I", "We"}) {
    if (word == speaker) return false;
  }
  return IsSentenceStarter(word);
}

// Returns whether a name and a verb of saying stand at `pos` ("Mr Ishiba
// asked"), as behind a quotation.
bool IsSpeakerAt(absl::string_view block, size_t pos) {
  for (int i = 0; i <= kMaxNameWords; ++i) {
    const absl::string_view word = WordAt(block, pos);
    if (word.empty() || (i == 0 && BeginsClause(word))) return false;
    if (i > 0 && IsSpeechVerb(word)) return true;
    if (!IsUpper(CodePointAt(word, 0).value)) return false;
    pos = SkipWhiteSpace(block, pos + word.size());
  }
  return false;
}

// Returns whether the sentence ends at an abbreviation of `kind` before `next`.
bool EndsAtAbbreviation(AbbreviationKind kind, absl::string_view head,
                        const Next& next) {
  switch (kind) {
    case AbbreviationKind::kNone:
      return true;
    case AbbreviationKind::kTitle:
      return false;
    case AbbreviationKind::kNumber:
      return IsUpper(next.first);
    case AbbreviationKind::kTime:
      return !FollowsTimeOfDay(next.word) && !IsIntroduction(head);
    case AbbreviationKind::kInitial:
    case AbbreviationKind::kOpen:
      return next.opened ? IsUpper(next.first) : IsSentenceStarter(next.word);
  }
  return true;
}

// Returns whether a sentence begins right behind a stop without white space
// ("world.Today"). Web addresses, file names and acronyms do not.
bool BeginsGlued(absl::string_view block, size_t sentence, const Stop& stop) {
  const CodePoint closing = CodePointBefore(block, stop.end);
  if (stop.end > stop.marks_end && closing.value == '\'') return false;
  if (stop.end > stop.marks_end && closing.value == '"') return false;
  size_t pos = stop.end;
  if (CodePointAt(block, pos).value == 0x201C) pos += 3;
  const CodePoint first = CodePointAt(block, pos);
  if (!IsUpper(first.value)) return false;
  const CodePoint second = CodePointAt(block, pos + first.size);
  const bool is_word = IsLower(second.value) || IsWhiteSpace(second.value);
  if (!is_word || stop.dots > 1) return false;
  const size_t behind = pos + WordAt(block, pos).size();
  const char32_t joint = CodePointAt(block, behind).value;
  const bool goes_on =
      joint == '@' ||
      (joint == '.' && IsLower(CodePointAt(block, behind + 1).value));
  if (goes_on) return false;
  const absl::string_view word = WordBefore(block, sentence, stop.begin);
  if (word.size() < 2 || word.find('@') != absl::string_view::npos) {
    return stop.end > stop.marks_end;
  }
  const size_t begin = stop.begin - word.size();
  if (begin > 0 && block[begin - 1] == '/') return false;
  const CodePoint last = CodePointBefore(word, word.size());
  return (IsLower(last.value) || IsDigit(last.value)) &&
         word.substr(0, 3) != "www" &&
         KindOfAbbreviation(word) == AbbreviationKind::kNone;
}

// Returns whether the stop is all that brackets hold, as in "[...]".
bool IsOmission(absl::string_view block, const Stop& stop) {
  if (stop.begin == 0 || stop.end == stop.marks_end) return false;
  const char open = block[stop.begin - 1];
  const char close = block[stop.marks_end];
  return (open == '[' && close == ']') || (open == '(' && close == ')');
}

// Returns where the sentence ends at a run of dots before a capital. Three dots
// behind a space leave words out within a sentence; where spaced dots follow a
// full stop, what they leave out begins the next sentence.
std::optional<size_t> EndAtEllipsis(absl::string_view block, const Stop& stop) {
  const bool attached =
      stop.begin > 0 && !IsWhiteSpace(CodePointBefore(block, stop.begin).value);
  if (!attached && stop.dots <= 3) return std::nullopt;
  const bool stop_and_dots = stop.spaced && stop.dots == 4 &&
                             block[stop.begin] == '.' &&
                             stop.end == stop.marks_end;
  if (attached && stop_and_dots) return stop.begin + 1;
  return stop.end;
}

// Returns whether `next` can begin a sentence by its first character.
bool MayBegin(absl::string_view block, const Next& next) {
  if (next.begin >= block.size()) return false;
  if (IsLower(next.first)) {
    const size_t second = next.begin + CodePointAt(block, next.begin).size;
    return IsUpper(CodePointAt(block, second).value);
  }
  if (IsAlphanumeric(next.first)) return true;
  return absl::string_view(",;:.!?)]}&%/-\xE2").find(block[next.begin]) ==
         absl::string_view::npos;
}

}  // namespace

std::optional<Stop> StopAt(absl::string_view block, size_t pos) {
  Stop stop{.begin = pos, .marks_end = pos};
  CodePoint c = CodePointAt(block, pos);
  while (c.size > 0 && IsStopMark(c.value)) {
    if (c.value == '.' || c.value == 0x2026)
      stop.dots += c.value == '.' ? 1 : 3;
    stop.asks = stop.asks || (c.value != '.' && c.value != 0x2026);
    stop.marks_end = pos + c.size;
    pos = stop.marks_end;
    if (c.value == '.') {
      if (const auto dot = SpacedDot(block, pos)) {
        pos = *dot;
        stop.spaced = true;
      }
    }
    c = CodePointAt(block, pos);
  }
  if (stop.marks_end == stop.begin) return std::nullopt;
  stop.end = SkipClosings(block, stop.marks_end);
  return stop;
}

std::optional<size_t> SentenceEnd(absl::string_view block, size_t sentence,
                                  const Stop& stop) {
  if (stop.end == block.size()) return stop.end;
  if (!IsWhiteSpace(CodePointAt(block, stop.end).value)) {
    if (!BeginsGlued(block, sentence, stop)) return std::nullopt;
    return stop.end;
  }
  const Next next = NextAt(block, stop.end);
  if (!MayBegin(block, next)) return std::nullopt;
  if (IsOmission(block, stop) && next.opened) return std::nullopt;
  const absl::string_view head = block.substr(sentence, stop.begin - sentence);
  if (stop.dots > 1) return EndAtEllipsis(block, stop);
  const bool quoted = IsClosingQuote(CodePointBefore(block, stop.end).value);
  if (stop.asks) {
    if (quoted && IsSpeakerAt(block, next.begin)) return std::nullopt;
    return stop.end;
  }
  if (IsLabel(head)) return std::nullopt;
  if (stop.end > stop.marks_end) return stop.end;
  const absl::string_view word = WordBefore(block, sentence, stop.begin);
  if (!EndsAtAbbreviation(KindOfAbbreviation(word), head, next)) {
    return std::nullopt;
  }
  return stop.end;
}

}  // namespace footnote
