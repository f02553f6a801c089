#include "retrieval/text/quotation_marks.h"

#include <cstddef>
#include <optional>

#include "retrieval/text/letters.h"
#include "retrieval/text/prose_words.h"

namespace footnote {
namespace {

// A pair of marks.
enum class Marks { kNone, kCurly, kSingle, kStraight, kTex };

// What a mark does where it stands.
struct Mark {
  Marks kind = Marks::kNone;
  size_t size = 0;  // In bytes.
  bool opens = false;
  bool closes = false;
};

bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

// Returns what a mark that looks the same at both ends does between `before`
// and `behind`.
Mark Symmetric(Marks kind, size_t size, char32_t before, char32_t behind) {
  const bool open_left = before == 0 || IsWhiteSpace(before) ||
                         IsOpening(before) || before == '-' ||
                         before == 0x2014 || before == 0x2013;
  const bool space_right = behind == 0 || IsWhiteSpace(behind);
  if (space_right) return {kind, size, false, true};
  if (open_left) return {kind, size, true, false};
  // Glued on both sides: behind a stop it closes ("done."He), else it opens
  // before a letter (said:"No).
  const bool stop = before == '.' || before == ',' || before == '?' ||
                    before == '!' || IsWordCharacter(before);
  if (before == ':' && IsWordCharacter(behind))
    return {kind, size, true, false};
  return {kind, size, !stop, stop};
}

// Returns the quotation mark at `pos`, if one stands there.
Mark MarkAt(absl::string_view text, size_t pos, CodePoint c) {
  const auto before = [&] { return CodePointBefore(text, pos).value; };
  const auto at = [&](size_t size) {
    return CodePointAt(text, pos + size).value;
  };
  switch (c.value) {
    case 0x201C:  // “
      return {Marks::kCurly, c.size, true, false};
    case 0x201D:  // ”
      // Some type it at both ends.
      return Symmetric(Marks::kCurly, c.size, before(), at(c.size)).opens
                 ? Mark{Marks::kCurly, c.size, true, false}
                 : Mark{Marks::kCurly, c.size, false, true};
    case '"':
      return Symmetric(Marks::kStraight, 1, before(), at(1));
    case '`':
      if (at(1) == '`') return {Marks::kTex, 2, true, false};
      return {};
    case '\'':
      if (at(1) == '\'') return Symmetric(Marks::kTex, 2, before(), at(2));
      return {};
    case 0x2018:  // ‘
      if (IsWordCharacter(before())) return {};
      return {Marks::kSingle, c.size, true, false};
    case 0x2019: {  // ’, an apostrophe as well: it closes behind a stop.
      const char32_t left = before();
      const bool stop =
          left == '.' || left == ',' || left == '?' || left == '!';
      if (!stop || IsWordCharacter(at(c.size))) return {};
      return {Marks::kSingle, c.size, false, true};
    }
    default:
      return {};
  }
}

// Reads the marks of one text from the left to the right.
class QuotationReader {
 public:
  explicit QuotationReader(absl::string_view text) : text_(text) {}

  std::vector<ByteRange> Read();

 private:
  void Take(size_t pos, const Mark& mark);

  // Ends the paragraph at `end`; the next one begins at `next`.
  void EndParagraph(size_t end, size_t next);

  // Keeps [open_, end) if it is a quotation and no words set apart.
  void Keep(size_t end);

  // Returns whether [begin, end), without marks, is a title of a work or words
  // set apart.
  bool IsSetApart(size_t begin, size_t end);

  absl::string_view text_;
  std::optional<size_t> open_;    // Where the open quotation begins.
  Mark opening_;                  // Its mark.
  std::vector<ProseWord> words_;  // Of IsSetApart(), kept for its memory.
  std::vector<ByteRange> found_;
};

bool QuotationReader::IsSetApart(size_t begin, size_t end) {
  constexpr size_t kMaxTitle = 80;  // In bytes.
  if (end - begin > kMaxTitle) return false;
  words_.clear();
  ReadProseWords(text_,
                 {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                 words_);
  size_t count = 0;
  size_t capitals = 0;
  size_t lower = 0;
  for (const ProseWord& word : words_) {
    if (!word.IsWord()) continue;
    ++count;
    if (!word.Is(kFunctionRole)) ++(word.capital ? capitals : lower);
  }
  if (count == 0) return true;
  const char32_t last = words_.back().mark;
  const bool ends = last == '.' || last == '?' || last == '!';
  const bool pauses = ends || last == ',';
  if (count <= 3) return !pauses || !words_.front().capital;
  return !ends && capitals >= 2 && lower == 0;
}

void QuotationReader::Keep(size_t end) {
  const size_t begin = *open_;
  open_.reset();
  if (end - begin <= 2 * opening_.size) return;
  const size_t inner = SkipWhiteSpaceBack(text_, end);
  const CodePoint last = CodePointBefore(text_, inner);
  const bool marked = IsClosingQuote(last.value);
  const size_t inner_end = marked ? inner - last.size : inner;
  if (inner_end <= begin + opening_.size) return;
  if (IsSetApart(begin + opening_.size, inner_end)) return;
  found_.push_back(
      {static_cast<uint32_t>(begin), static_cast<uint32_t>(inner)});
}

void QuotationReader::Take(size_t pos, const Mark& mark) {
  if (!open_.has_value()) {
    if (!mark.opens) return;
    open_ = pos;
    opening_ = mark;
    return;
  }
  if (mark.kind != opening_.kind) {
    // ``...", "...'' and “..." close each other; single marks lie inside.
    const bool is_double =
        mark.kind != Marks::kSingle && opening_.kind != Marks::kSingle;
    if (!is_double || !mark.closes) return;
  }
  if (mark.closes) {
    Keep(pos + mark.size);
  } else if (opening_.kind != Marks::kSingle) {
    // The closing mark of the one before is missing: where it ends, no one
    // can say.
    open_ = pos;
    opening_ = mark;
  }
}

void QuotationReader::EndParagraph(size_t end, size_t next) {
  if (!open_.has_value()) return;
  const CodePoint c = CodePointAt(text_, next);
  const Mark mark = c.size == 0 ? Mark() : MarkAt(text_, next, c);
  const bool goes_on = mark.opens && mark.kind == opening_.kind;
  const char32_t last =
      CodePointBefore(text_, SkipWhiteSpaceBack(text_, end)).value;
  const bool stops = last == '.' || last == '?' || last == '!';
  // The paragraph ends inside the quotation. What follows opens anew.
  if (opening_.kind != Marks::kSingle && (goes_on || stops)) {
    Keep(end);
  } else {
    open_.reset();
  }
}

std::vector<ByteRange> QuotationReader::Read() {
  // Most bytes are none of these.
  const auto is_plain = [](char byte) {
    return static_cast<unsigned char>(byte) < 0x80 && byte != '"' &&
           byte != '\'' && byte != '`' && byte != '\n' && byte != '\r';
  };
  for (size_t pos = 0; pos < text_.size();) {
    if (is_plain(text_[pos])) {
      ++pos;
      continue;
    }
    const CodePoint c = CodePointAt(text_, pos);
    if (IsLineBreak(c.value)) {
      const size_t next = SkipWhiteSpace(text_, pos);
      const absl::string_view gap = text_.substr(pos, next - pos);
      // A single line break inside a sentence only wraps it.
      const char32_t last = CodePointBefore(text_, pos).value;
      const bool wraps = gap.find('\n') == gap.rfind('\n') &&
                         (IsWordCharacter(last) || last == ',');
      if (!wraps) EndParagraph(pos, next);
      pos = next;
      continue;
    }
    const Mark mark = MarkAt(text_, pos, c);
    // 5'10", 27": inches, unless a quotation is open.
    const bool inches = mark.kind == Marks::kStraight && !open_.has_value() &&
                        IsDigit(CodePointBefore(text_, pos).value);
    if (mark.kind != Marks::kNone && !inches) Take(pos, mark);
    pos += mark.kind == Marks::kNone ? c.size : mark.size;
  }
  EndParagraph(text_.size(), text_.size());
  return found_;
}

}  // namespace

std::vector<ByteRange> FindQuotations(absl::string_view text) {
  return QuotationReader(text).Read();
}

}  // namespace footnote
