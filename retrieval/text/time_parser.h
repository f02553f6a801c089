// The phrases of time, one function each.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TIME_PARSER_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TIME_PARSER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/time_reading.h"
#include "retrieval/text/time_tokens.h"

namespace footnote {

// Reads the phrase that begins at a token. The functions that take a token and
// a reading return the token behind the phrase and fill the reading, or return
// 0 if there is no such phrase; the reading is then of no use. Each looks at a
// few tokens and never beyond the sentence. Not thread-safe.
class TimeParser {
 public:
  // Both outlive the parser. `tokens` are those of `text`.
  TimeParser(absl::string_view text, const std::vector<TimeToken>& tokens)
      : text_(text), tokens_(tokens) {}

  // Appends the expression at token `i`, and the second day of "March 3 and 5"
  // or year of "2010-12". Returns the token behind them, or 0.
  size_t Parse(size_t i, std::vector<TimeReading>* readings);

  // Returns what the token at `i` is; kEnd behind the sentence of the phrase.
  TimeWord WordAt(size_t i) const;

  // Returns what stands before token `i` in its sentence; kEnd at its start.
  TimeWord WordBefore(size_t i) const;

 private:
  using PhraseReader = size_t (TimeParser::*)(size_t i, TimeReading* reading);
  struct Rule;

  // time_parser.cc
  static const Rule* RuleOf(TimeWord word);
  size_t Phrase(size_t i, TimeReading* reading);
  bool KeepsArticle(size_t at, bool part, const TimeReading& reading) const;
  void Siblings(std::vector<TimeReading>* readings);

  // time_date_phrases.cc
  size_t Date(size_t i, TimeReading* reading);
  size_t Month(size_t i, TimeReading* reading);
  size_t DayOfMonth(size_t i, TimeReading* reading);
  size_t IsoDay(size_t i, TimeReading* reading);
  size_t YearTail(size_t i, TimeReading* reading);
  bool MonthStands(size_t i) const;

  // time_year_phrases.cc
  size_t Year(size_t i, TimeReading* reading);
  bool YearStands(size_t i) const;
  bool CountsAsNumber(size_t i) const;
  bool IsModernYear(size_t i) const;
  bool BeginsRange(size_t i) const;
  bool RangeStands(size_t i) const;
  bool IsBracketed(size_t i) const;
  bool IsPointed(size_t i) const;
  size_t Decade(size_t i, TimeReading* reading);
  size_t Century(size_t i, TimeReading* reading);
  size_t Quarter(size_t i, TimeReading* reading);
  size_t Half(size_t i, TimeReading* reading);
  size_t Fiscal(size_t i, TimeReading* reading);
  size_t SeasonOf(size_t i, TimeReading* reading);

  // time_day_phrases.cc
  size_t Weekday(size_t i, TimeReading* reading);
  size_t HolidayAt(size_t i, TimeReading* reading);
  size_t Clock(size_t i, TimeReading* reading);
  size_t ClockAndDay(size_t i, TimeReading* reading);
  size_t DayTail(size_t end, TimeReading* reading);

  // time_relative_phrases.cc
  size_t Pointer(size_t i, TimeReading* reading);
  size_t PointedUnit(size_t i, TimeWord pointer, TimeReading* reading);
  size_t PointedName(size_t i, TimeWord pointer, TimeReading* reading);
  size_t PointedSpan(size_t i, TimeWord pointer, TimeReading* reading);
  size_t DayName(size_t i, TimeReading* reading);
  bool IsPresentPlace(size_t i) const;
  size_t Vague(size_t i, TimeReading* reading);

  // time_unit_phrases.cc
  size_t DefiniteUnit(size_t i, TimeReading* reading);
  size_t FullYear(size_t i, TimeReading* reading);
  size_t YearPair(size_t i, TimeReading* reading);

  // time_quantity_phrases.cc
  struct Number {
    int count = 0;                  // -1: open ("several").
    bool half = false;              // And a half.
    bool article = false;           // "a", "an"
    absl::string_view digits = {};  // As written where count can't hold it.

    bool IsWhole() const { return count >= 0 && !half && digits.empty(); }
  };
  size_t Quantity(size_t i, TimeReading* reading);
  size_t ReadNumber(size_t i, Number* number) const;
  bool IsAndAHalf(size_t i) const;
  size_t UnitsEnd(size_t i, Number* number) const;
  size_t Cardinal(size_t i, int* value) const;
  size_t AfterUnits(size_t end, TimeUnit unit, const Number& number,
                    TimeReading* reading);
  size_t AfterDay(size_t end, TimeUnit unit, const Number& number,
                  TimeReading* reading);
  static std::string DurationOf(const Number& number, TimeUnit unit);
  size_t BareUnits(size_t i, TimeReading* reading);
  bool IsLater(size_t i) const;
  bool IsRate(size_t i) const;
  bool IsLength(size_t i) const;

  // time_recurrence_phrases.cc
  size_t Each(size_t i, TimeReading* reading);
  size_t Frequency(size_t i, TimeReading* reading);

  // Returns `end` and makes `reading` a fixed one.
  static size_t Fixed(size_t end, TimeKind kind, std::string value,
                      TimeUnit unit, TimeReading* reading);

  // Returns whether the token at `i` is a year of four digits.
  bool IsYear(size_t i) const;

  bool IsText(size_t i, absl::string_view lower) const;
  absl::string_view TextAt(size_t i) const;
  int ValueAt(size_t i) const { return tokens_[i].value; }
  TimeUnit UnitAt(size_t i) const {
    return static_cast<TimeUnit>(tokens_[i].value);
  }
  bool IsUnit(size_t i, TimeUnit unit) const {
    return WordAt(i) == TimeWord::kUnit && UnitAt(i) == unit;
  }

  absl::string_view text_;
  const std::vector<TimeToken>& tokens_;
  size_t begin_ = 0;       // Of the phrase.
  bool definite_ = false;  // It begins with "the".
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TIME_PARSER_H_
