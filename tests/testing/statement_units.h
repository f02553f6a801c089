// Cuts a text into units as the search for attributions does.

#ifndef FOOTNOTE_TESTS_TESTING_STATEMENT_UNITS_H_
#define FOOTNOTE_TESTS_TESTING_STATEMENT_UNITS_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/document.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/names.h"
#include "retrieval/text/quotation_marks.h"
#include "retrieval/text/sentence_splitter.h"
#include "retrieval/text/statement_unit.h"

namespace footnote::testing {

// A text and its units, which refer to it.
class StatementUnits {
 public:
  explicit StatementUnits(std::string text) : text_(std::move(text)) {
    for (const ByteRange& range : SplitSentences(text_)) {
      sentences_.push_back({.range = range});
    }
    names_ = FindNames(text_, sentences_);
    const std::vector<ByteRange> quotations = FindQuotations(text_);
    StatementUnitReader reader(text_, sentences_, names_, quotations);
    StatementUnit unit;
    while (reader.Next(&unit)) units_.push_back(unit);
  }

  StatementUnits(const StatementUnits&) = delete;
  StatementUnits& operator=(const StatementUnits&) = delete;

  const DocumentNames& names() const { return names_; }
  size_t size() const { return units_.size(); }
  const StatementUnit& operator[](size_t i) const { return units_.at(i); }

 private:
  const std::string text_;
  std::vector<Sentence> sentences_;
  DocumentNames names_;
  std::vector<StatementUnit> units_;
};

// Returns the first item of `unit` that is the word `lower`, or size().
inline size_t FindWord(const StatementUnit& unit, absl::string_view lower) {
  size_t i = 0;
  while (i < unit.size() && !unit.IsWord(i, lower)) ++i;
  return i;
}

// Returns what the text says in the items [begin, end) of `unit`.
inline std::string WordsIn(const StatementUnit& unit, size_t begin,
                           size_t end) {
  if (begin >= end) return "";
  return std::string(Slice(unit.text, unit.Bytes(begin, end)));
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_STATEMENT_UNITS_H_
