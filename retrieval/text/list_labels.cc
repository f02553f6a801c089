#include "retrieval/text/list_labels.h"

#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// The most digits of a label: a longer number is a year or an amount.
constexpr int kMaxDigits = 3;

char32_t ValueAt(absl::string_view text, size_t pos) {
  return CodePointAt(text, pos).value;
}

// Reads the number or letter at `pos` into `label`; returns where it ends.
size_t ReadOrdinal(absl::string_view text, size_t pos, ListLabel& label) {
  size_t end = pos;
  int digits = 0;
  while (digits < kMaxDigits && IsDigit(ValueAt(text, end))) {
    label.ordinal = label.ordinal * 10 + (text[end] - '0');
    ++end;
    ++digits;
  }
  if (digits > 0) return end;
  const char32_t c = ValueAt(text, pos);
  if (c < 'a' || c > 'z') return pos;
  label.letter = true;
  label.ordinal = static_cast<int>(c - 'a') + 1;
  return pos + 1;
}

// Reads the stop and parenthesis at `pos` into `label`; returns where they end.
size_t ReadMarks(absl::string_view text, size_t pos, ListLabel& label) {
  label.stop = ValueAt(text, pos) == '.';
  if (label.stop) ++pos;
  label.parenthesis = ValueAt(text, pos) == ')';
  if (label.parenthesis) ++pos;
  return pos;
}

}  // namespace

std::optional<ListLabel> ListLabelAt(absl::string_view text, size_t pos) {
  ListLabel label;
  size_t end = pos;
  const CodePoint first = CodePointAt(text, pos);
  if (IsBullet(first.value)) {
    label.bullet = first.value;
    end = SkipWhiteSpace(text, pos + first.size);
  }
  const size_t ordinal = end;
  end = ReadOrdinal(text, end, label);
  if (end > ordinal) {
    end = ReadMarks(text, end, label);
    const bool marked = label.stop || label.parenthesis;
    if (!marked || !IsWhiteSpace(ValueAt(text, end))) {
      if (label.bullet == 0) return std::nullopt;
      end = ordinal;
      label = {.bullet = label.bullet};
    }
  }
  if (end == pos || SkipWhiteSpace(text, end) == text.size()) {
    return std::nullopt;
  }
  label.size = end - pos;
  return label;
}

bool Follows(const ListLabel& next, const ListLabel& label) {
  if (next.bullet != label.bullet) return false;
  if (label.bullet != 0 && label.ordinal == 0) return true;
  return next.letter == label.letter && next.stop == label.stop &&
         next.parenthesis == label.parenthesis &&
         next.ordinal == label.ordinal + 1;
}

}  // namespace footnote
