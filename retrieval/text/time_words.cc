#include "retrieval/text/time_words.h"

#include "absl/container/flat_hash_map.h"
#include "absl/time/civil_time.h"
#include "retrieval/text/calendar.h"

namespace footnote {
namespace {

using W = TimeWord;
using Lexicon = absl::flat_hash_map<absl::string_view, TimeEntry>;

constexpr int Value(TimeUnit unit) { return static_cast<int>(unit); }
constexpr int Value(Season season) { return static_cast<int>(season); }
constexpr int Value(DayPart part) { return static_cast<int>(part); }
constexpr int Value(absl::Weekday day) { return static_cast<int>(day); }

void AddNumbers(Lexicon& lexicon) {
  static constexpr absl::string_view kSmall[] = {
      "one",     "two",       "three",    "four",     "five",
      "six",     "seven",     "eight",    "nine",     "ten",
      "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
      "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr absl::string_view kTens[] = {"twenty", "thirty", "forty",
                                                "fifty",  "sixty",  "seventy",
                                                "eighty", "ninety"};
  static constexpr absl::string_view kDecades[] = {
      "twenties", "thirties",  "forties",  "fifties",
      "sixties",  "seventies", "eighties", "nineties"};
  static constexpr absl::string_view kOrdinals[] = {
      "first",     "second",      "third",      "fourth",     "fifth",
      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  int value = 0;
  for (absl::string_view word : kSmall) lexicon[word] = {W::kCardinal, ++value};
  value = 10;
  for (absl::string_view word : kTens) {
    lexicon[word] = {W::kCardinal, value += 10};
  }
  value = 1910;
  for (absl::string_view word : kDecades) {
    lexicon[word] = {W::kDecade, value += 10};
  }
  value = 0;
  for (absl::string_view word : kOrdinals) {
    lexicon[word] = {W::kOrdinal, ++value};
  }
  lexicon.insert({{"hundred", {W::kHundred, 100}},
                  {"thousand", {W::kHundred, 1000}},
                  {"dozen", {W::kHundred, 12}},
                  {"several", {W::kVagueCount}},
                  {"few", {W::kVagueCount}},
                  {"many", {W::kVagueCount}},
                  {"half", {W::kHalf}}});
}

void AddNames(Lexicon& lexicon) {
  static constexpr absl::string_view kMonths[] = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  static constexpr absl::string_view kShortMonths[] = {
      "jan", "feb", "mar", "apr", "",    "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  static constexpr absl::string_view kWeekdays[] = {
      "monday", "tuesday",  "wednesday", "thursday",
      "friday", "saturday", "sunday"};
  static constexpr absl::string_view kManyWeekdays[] = {
      "mondays", "tuesdays",  "wednesdays", "thursdays",
      "fridays", "saturdays", "sundays"};
  static constexpr absl::string_view kShortWeekdays[] = {
      "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  int value = 0;
  for (absl::string_view word : kMonths) lexicon[word] = {W::kMonth, ++value};
  value = 0;
  for (absl::string_view word : kShortMonths) {
    lexicon[word] = {W::kShortMonth, ++value};
  }
  lexicon.erase("");
  lexicon["sept"] = {W::kShortMonth, 9};
  lexicon["march"].word = lexicon["may"].word = W::kMayMonth;
  value = Value(absl::Weekday::monday);
  for (absl::string_view word : kWeekdays) {
    lexicon[word] = {W::kWeekday, value++};
  }
  value = Value(absl::Weekday::monday);
  for (absl::string_view word : kManyWeekdays) {
    lexicon[word] = {W::kWeekdays, value++};
  }
  value = Value(absl::Weekday::monday);
  for (absl::string_view word : kShortWeekdays) {
    lexicon[word] = {W::kShortWeekday, value++};
  }
  lexicon.insert({{"tues", {W::kShortWeekday, Value(absl::Weekday::tuesday)}},
                  {"thur", {W::kShortWeekday, Value(absl::Weekday::thursday)}},
                  {"thurs", {W::kShortWeekday, Value(absl::Weekday::thursday)}},
                  {"spring", {W::kSeason, Value(Season::kSpring)}},
                  {"summer", {W::kSeason, Value(Season::kSummer)}},
                  {"autumn", {W::kSeason, Value(Season::kAutumn)}},
                  {"fall", {W::kSeason, Value(Season::kAutumn)}},
                  {"winter", {W::kSeason, Value(Season::kWinter)}}});
  for (absl::string_view word :
       {"new",        "martin",       "mlk",        "inauguration",
        "valentine",  "valentines",   "presidents", "st",
        "saint",      "good",         "easter",     "memorial",
        "juneteenth", "independence", "labor",      "columbus",
        "halloween",  "election",     "veterans",   "thanksgiving",
        "christmas",  "boxing"}) {
    lexicon[word] = {W::kHolidayWord};
  }
}

void AddUnits(Lexicon& lexicon) {
  lexicon.insert({{"second", {W::kOrdinal, 2}},
                  {"seconds", {W::kUnits, Value(TimeUnit::kSecond)}},
                  {"minute", {W::kUnit, Value(TimeUnit::kMinute)}},
                  {"minutes", {W::kUnits, Value(TimeUnit::kMinute)}},
                  {"hour", {W::kUnit, Value(TimeUnit::kHour)}},
                  {"hours", {W::kUnits, Value(TimeUnit::kHour)}},
                  {"day", {W::kUnit, Value(TimeUnit::kDay)}},
                  {"days", {W::kUnits, Value(TimeUnit::kDay)}},
                  {"weekend", {W::kUnit, Value(TimeUnit::kWeekend)}},
                  {"weekends", {W::kUnits, Value(TimeUnit::kWeekend)}},
                  {"week", {W::kUnit, Value(TimeUnit::kWeek)}},
                  {"weeks", {W::kUnits, Value(TimeUnit::kWeek)}},
                  {"month", {W::kUnit, Value(TimeUnit::kMonth)}},
                  {"months", {W::kUnits, Value(TimeUnit::kMonth)}},
                  {"quarter", {W::kUnit, Value(TimeUnit::kQuarter)}},
                  {"quarters", {W::kUnits, Value(TimeUnit::kQuarter)}},
                  {"year", {W::kUnit, Value(TimeUnit::kYear)}},
                  {"years", {W::kUnits, Value(TimeUnit::kYear)}},
                  {"decade", {W::kUnit, Value(TimeUnit::kDecade)}},
                  {"decades", {W::kUnits, Value(TimeUnit::kDecade)}},
                  {"century", {W::kUnit, Value(TimeUnit::kCentury)}},
                  {"centuries", {W::kUnits, Value(TimeUnit::kCentury)}},
                  {"hourly", {W::kFrequency, Value(TimeUnit::kHour)}},
                  {"daily", {W::kFrequency, Value(TimeUnit::kDay)}},
                  {"nightly", {W::kFrequency, Value(TimeUnit::kDay)}},
                  {"weekly", {W::kFrequency, Value(TimeUnit::kWeek)}},
                  {"monthly", {W::kFrequency, Value(TimeUnit::kMonth)}},
                  {"quarterly", {W::kFrequency, Value(TimeUnit::kQuarter)}},
                  {"annually", {W::kFrequency, Value(TimeUnit::kYear)}},
                  {"yearly", {W::kFrequency, Value(TimeUnit::kYear)}},
                  {"morning", {W::kDayPart, Value(DayPart::kMorning)}},
                  {"afternoon", {W::kDayPart, Value(DayPart::kAfternoon)}},
                  {"evening", {W::kDayPart, Value(DayPart::kEvening)}},
                  {"night", {W::kDayPart, Value(DayPart::kNight)}},
                  {"noon", {W::kNoon, 12 * 60}},
                  {"midday", {W::kNoon, 12 * 60}},
                  {"midnight", {W::kNoon, 24 * 60}},
                  {"period", {W::kPeriod}},
                  {"fiscal", {W::kFiscal}},
                  {"fy", {W::kFiscal}}});
  for (absl::string_view word :
       {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc",
        "et", "bst", "cet", "jst", "ist"}) {
    lexicon[word] = {W::kZone};
  }
}

void AddPointers(Lexicon& lexicon) {
  lexicon.insert({{"today", {W::kDayName, 0}},
                  {"yesterday", {W::kDayName, -1}},
                  {"tomorrow", {W::kDayName, 1}},
                  {"tonight", {W::kTonight}},
                  {"now", {W::kNow}},
                  {"currently", {W::kNow}},
                  {"nowadays", {W::kNow}},
                  {"recent", {W::kRecent}},
                  {"recently", {W::kRecently}},
                  {"lately", {W::kRecently}},
                  {"future", {W::kFuture}},
                  {"term", {W::kTerm}},
                  {"near", {W::kNear}},
                  {"short", {W::kNear}},
                  {"a", {W::kA}},
                  {"an", {W::kA}},
                  {"the", {W::kThe}},
                  {"its", {W::kIts}},
                  {"their", {W::kIts}},
                  {"this", {W::kThis}},
                  {"these", {W::kThese}},
                  {"that", {W::kThat}},
                  {"last", {W::kLast}},
                  {"past", {W::kPast}},
                  {"previous", {W::kPrevious}},
                  {"preceding", {W::kPrevious}},
                  {"prior", {W::kPrevious}},
                  {"next", {W::kNext}},
                  {"following", {W::kFollowing}},
                  {"coming", {W::kComing}},
                  {"upcoming", {W::kComing}},
                  {"latest", {W::kLatest}},
                  {"same", {W::kSame}},
                  {"every", {W::kEach}},
                  {"each", {W::kEach}},
                  {"per", {W::kEach}},
                  {"early", {W::kPart}},
                  {"late", {W::kPart}},
                  {"mid", {W::kPart}},
                  {"ago", {W::kAgo}},
                  {"earlier", {W::kEarlier}},
                  {"later", {W::kLater}}});
  for (absl::string_view word :
       {"more", "consecutive", "straight", "full", "trading", "business",
        "long", "further", "additional", "other", "such", "working"}) {
    lexicon[word] = {W::kMore};
  }
  for (absl::string_view word :
       {"people",     "persons",    "men",      "women",    "children",
        "dollars",    "cents",      "euros",    "pounds",   "yen",
        "percent",    "points",     "shares",   "votes",    "miles",
        "kilometers", "kilometres", "km",       "meters",   "metres",
        "feet",       "foot",       "yards",    "acres",    "hectares",
        "tons",       "tonnes",     "gallons",  "barrels",  "troops",
        "soldiers",   "police",     "officers", "workers",  "employees",
        "jobs",       "homes",      "houses",   "units",    "copies",
        "pages",      "words",      "students", "members",  "residents",
        "passengers", "seats",      "cars",     "vehicles", "cases",
        "deaths",     "times",      "calories", "degrees",  "rpm",
        "others",     "million",    "billion",  "refugees", "companies",
        "countries",  "cities",     "stores"}) {
    lexicon[word] = {W::kCount};
  }
  for (absl::string_view word :
       {"about",   "nearly",   "almost",  "over",    "than",
        "some",    "least",    "at",      "around",  "approximately",
        "roughly", "no",       "route",   "highway", "room",
        "flight",  "building", "exactly", "another", "only"}) {
    lexicon[word] = {W::kNoYear};
  }
  lexicon["at"] = {W::kAt};
}

void AddGrammar(Lexicon& lexicon) {
  lexicon.insert({{"in", {W::kIn}},
                  {"during", {W::kIn}},
                  {"within", {W::kIn}},
                  {"of", {W::kOf}},
                  {"for", {W::kFor}},
                  {"on", {W::kOn}},
                  {"by", {W::kBy}},
                  {"until", {W::kBy}},
                  {"till", {W::kBy}},
                  {"since", {W::kSince}},
                  {"before", {W::kBefore}},
                  {"after", {W::kAfter}},
                  {"from", {W::kFrom}},
                  {"starting", {W::kFrom}},
                  {"beginning", {W::kFrom}},
                  {"to", {W::kTo}},
                  {"through", {W::kThrough}},
                  {"between", {W::kBetween}},
                  {"and", {W::kAnd}}});
  for (absl::string_view word :
       {"will", "ll", "shall", "would", "should", "could", "must", "can",
        "scheduled", "expected", "slated", "due", "payable", "maturing"}) {
    lexicon[word] = {W::kWill};
  }
  for (absl::string_view word :
       {"plan", "plans", "planned", "planning", "expects", "expect", "hopes",
        "hope", "intends", "intend", "going", "proposed", "set", "wants",
        "want"}) {
    lexicon[word] = {W::kPlan};
  }
  lexicon["is"] = lexicon["are"] = {W::kIs};
  for (absl::string_view word :
       {"said",   "told",  "was",   "were",  "had",   "did",    "went",
        "came",   "took",  "made",  "began", "met",   "won",    "lost",
        "fell",   "rose",  "left",  "gave",  "got",   "saw",    "shot",
        "struck", "held",  "led",   "sent",  "ran",   "became", "brought",
        "bought", "sold",  "spoke", "wrote", "found", "flew",   "broke",
        "grew",   "kept",  "been",  "has",   "have",  "drew",   "hit",
        "paid",   "built", "died",  "ended", "stood", "threw",  "says"}) {
    lexicon[word] = {W::kWas};
  }
}

Lexicon MakeLexicon() {
  Lexicon lexicon;
  AddNumbers(lexicon);
  AddNames(lexicon);
  AddUnits(lexicon);
  AddPointers(lexicon);
  AddGrammar(lexicon);
  return lexicon;
}

}  // namespace

TimeEntry LookUpTimeWord(absl::string_view word) {
  static const auto* const lexicon = new Lexicon(MakeLexicon());
  const auto found = lexicon->find(word);
  return found == lexicon->end() ? TimeEntry() : found->second;
}

}  // namespace footnote
