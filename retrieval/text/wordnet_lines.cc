#include "retrieval/text/wordnet_lines.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace footnote {
namespace {

// The most digits of a number: none of the files' has more, and any of them
// fits, in either base.
constexpr size_t kMaxDigits = 8;

absl::string_view FirstField(absl::string_view line) {
  return line.substr(0, line.find(' '));
}

// Returns the offset behind the line of `file` that holds byte `pos`.
size_t EndOfLine(absl::string_view file, size_t pos) {
  const size_t end = file.find('\n', pos);
  return end == absl::string_view::npos ? file.size() : end + 1;
}

}  // namespace

absl::string_view LineFields::Next() {
  // Fields are so short that calling find() takes longer than the search.
  size_t end = 0;
  while (end < rest_.size() && rest_[end] != ' ') ++end;
  const absl::string_view field = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  return field;
}

std::optional<uint32_t> LineFields::NextNumber(int base) {
  return ReadNumber(Next(), base);
}

void LineFields::Skip(size_t count) {
  for (size_t i = 0; i < count && !rest_.empty(); ++i) Next();
}

absl::string_view LineFields::Take(size_t count) {
  const absl::string_view taken = rest_.substr(0, count);
  rest_.remove_prefix(taken.size());
  return taken;
}

std::optional<uint32_t> ReadNumber(absl::string_view digits, int base) {
  // std::from_chars() takes three times as long, which half a million pointers
  // make felt.
  if (digits.empty() || digits.size() > kMaxDigits) return std::nullopt;
  uint32_t number = 0;
  for (const char c : digits) {
    const int digit = absl::ascii_isdigit(static_cast<unsigned char>(c))
                          ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : base;
    if (digit >= base) return std::nullopt;
    number =
        number * static_cast<uint32_t>(base) + static_cast<uint32_t>(digit);
  }
  return number;
}

absl::string_view TakeLine(absl::string_view* lines) {
  const size_t end = std::min(lines->find('\n'), lines->size());
  const absl::string_view line = lines->substr(0, end);
  lines->remove_prefix(std::min(end + 1, lines->size()));
  return line;
}

absl::string_view FindLines(absl::string_view file, absl::string_view key) {
  // The lines of the licence at the top begin with a space: their first field
  // is empty, before any key.
  if (key.empty()) return absl::string_view();
  size_t begin = 0;
  size_t end = file.size();
  while (begin < end) {
    const size_t middle = begin + (end - begin) / 2;
    const size_t before = file.substr(begin, middle - begin).rfind('\n');
    const size_t line =
        before == absl::string_view::npos ? begin : begin + before + 1;
    const size_t next = EndOfLine(file, middle);
    absl::string_view rest = file.substr(line, next - line);
    if (FirstField(TakeLine(&rest)) < key) {
      begin = next;
    } else {
      end = line;
    }
  }
  end = begin;
  while (end < file.size()) {
    absl::string_view rest = file.substr(end);
    if (FirstField(TakeLine(&rest)) != key) break;
    end = file.size() - rest.size();
  }
  return file.substr(begin, end - begin);
}

}  // namespace footnote
