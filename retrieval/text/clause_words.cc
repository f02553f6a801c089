#include "retrieval/text/clause_words.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

bool IsWordPart(char32_t c) { return IsLetter(c) || IsDigit(c); }

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Returns the mark that stands for `c`, or 0 if it parts nothing. A hyphen is a
// dash if there is space before it.
char MarkOf(char32_t c, bool after_space) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
      return static_cast<char>(c);
    case '-':
      return after_space ? '-' : '\0';
    case 0x2013:  // –
    case 0x2014:  // —
      return '-';
    default:
      return '\0';
  }
}

class ClauseReader {
 public:
  ClauseReader(absl::string_view sentence, size_t begin, size_t end)
      : sentence_(sentence), at_(begin), end_(end) {
    constexpr size_t kUsualWordBytes = 5;
    words_.reserve((end - begin) / kUsualWordBytes + 1);
  }

  std::vector<ClauseWord> Read() {
    while (at_ < end_) {
      const CodePoint c = CodePointAt(sentence_, at_);
      if (IsWordPart(c.value)) {
        ReadWord();
        continue;
      }
      if (const char mark = MarkOf(c.value, after_space_); mark != 0) {
        Add(std::string(1, mark), at_, at_ + c.size);
      }
      after_space_ = IsWhiteSpace(c.value);
      at_ += c.size;
    }
    return std::move(words_);
  }

 private:
  // Returns whether a word goes on at `i`: with a letter, a digit, or an
  // apostrophe or separator between two of them.
  bool GoesOn(size_t i, CodePoint c) const {
    if (IsWordPart(c.value)) return true;
    const CodePoint next = CodePointAt(sentence_, i + c.size);
    if (IsApostrophe(c.value)) return IsLetter(next.value);
    return (c.value == ',' || c.value == '.') && IsDigit(next.value) &&
           IsDigit(CodePointBefore(sentence_, i).value);
  }

  // Moves the ASCII letters and digits here to `*word`: nearly all of most
  // words.
  void TakeAscii(std::string* word) {
    const size_t begin = at_;
    while (at_ < sentence_.size() &&
           absl::ascii_isalnum(static_cast<unsigned char>(sentence_[at_]))) {
      ++at_;
    }
    word->append(sentence_.data() + begin, at_ - begin);
  }

  void ReadWord() {
    const size_t begin = at_;
    std::string word;
    while (true) {
      TakeAscii(&word);
      const CodePoint c = CodePointAt(sentence_, at_);
      if (c.size == 0 || !GoesOn(at_, c)) break;
      if (IsApostrophe(c.value)) {
        word += '\'';
      } else {
        absl::StrAppend(&word, sentence_.substr(at_, c.size));
      }
      at_ += c.size;
    }
    after_space_ = false;
    absl::AsciiStrToLower(&word);
    AddWord(std::move(word), begin);
  }

  void AddWord(std::string word, size_t begin) {
    if (!absl::EndsWith(word, "n't") && word != "cannot") {
      return Add(std::move(word), begin, at_);
    }
    word.resize(word.size() - 3);
    if (word == "ca") word = "can";
    if (word == "wo") word = "will";
    if (!word.empty()) Add(std::move(word), begin, at_);
    Add("not", begin, at_);
  }

  void Add(std::string text, size_t begin, size_t end) {
    words_.push_back(
        {std::move(text),
         {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
  }

  absl::string_view sentence_;
  size_t at_;
  size_t end_;
  bool after_space_ = true;
  std::vector<ClauseWord> words_;
};

}  // namespace

ByteRange ClauseWindow(absl::string_view sentence, ByteRange around,
                       size_t reach) {
  size_t begin = around.begin - std::min<size_t>(around.begin, reach);
  // Not in the middle of a word.
  while (begin > 0 && begin < around.begin && sentence[begin - 1] != ' ') {
    ++begin;
  }
  const size_t end = std::min(sentence.size(), around.end + reach);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::vector<ClauseWord> ClauseWordsAround(absl::string_view sentence,
                                          ByteRange around, size_t reach) {
  const ByteRange window = ClauseWindow(sentence, around, reach);
  return ClauseReader(sentence, window.begin, window.end).Read();
}

}  // namespace footnote
