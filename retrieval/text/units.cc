#include "retrieval/text/units.h"

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/currencies.h"

namespace footnote {
namespace {

using Kind = QuantityTokenKind;
using NameMap = absl::flat_hash_map<absl::string_view, absl::string_view>;

// A unit a line: the name that stands for it, "|", and how it is written.
constexpr absl::string_view kMeasures =
    "mm|mm millimetre millimeter millimetres millimeters\n"
    "cm|cm centimetre centimeter centimetres centimeters\n"
    "m|m metre meter metres meters\n"
    "km|km kms kilometre kilometer kilometres kilometers\n"
    "inch|inch inches\nfoot|ft foot feet\nyard|yard yards yd yds\n"
    "mile|mile miles mi\nlight-year|lightyear lightyears\n"
    "mile per hour|mph\nkm per hour|kph kmh\nknot|knot knots\n"
    "mg|mg milligram milligrams\ng|g gram grams gramme grammes\n"
    "kg|kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes\n"
    "ton|ton tons\ntonne|tonne tonnes\npound|pound pounds lb lbs\n"
    "ounce|ounce ounces oz\nkiloton|kiloton kilotons\n"
    "megaton|megaton megatons\n"
    "acre|acre acres\nhectare|ha hectare hectares\n"
    "l|litre liter litres liters\nml|ml millilitre milliliter millilitres "
    "milliliters\ngallon|gallon gallons\nbarrel|barrel barrels bbl\n"
    "bushel|bushel bushels\n"
    "W|watt watts\nkW|kw kilowatt kilowatts\nMW|mw megawatt megawatts\n"
    "GW|gw gigawatt gigawatts\nTW|tw terawatt terawatts\n"
    "kWh|kwh\nMWh|mwh\nGWh|gwh\nTWh|twh\nV|volt volts\nHz|hz hertz\n"
    "kHz|khz kilohertz\nMHz|mhz megahertz\nGHz|ghz gigahertz\n"
    "calorie|calorie calories\nhorsepower|horsepower hp bhp\n"
    "KB|kb kilobyte kilobytes\nMB|mb megabyte megabytes\n"
    "GB|gb gigabyte gigabytes\nTB|tb terabyte terabytes\n"
    "byte|byte bytes\ndecibel|decibel decibels db\n"
    "basis point|bps\n"
    "degree|degree degrees \u00B0\ncarat|carat carats\n"
    "second|second seconds sec secs\nmillisecond|millisecond milliseconds ms\n"
    "minute|minute minutes min mins\nhour|hour hours hr hrs\nday|day days\n"
    "night|night nights\nweek|week weeks wk wks\nmonth|month months\n"
    "year|year years yr yrs\ndecade|decade decades\n"
    "century|century centuries";

const NameMap& Measures() {
  static const auto* const measures = [] {
    auto* map = new NameMap;
    for (absl::string_view line : absl::StrSplit(kMeasures, '\n')) {
      const std::pair<absl::string_view, absl::string_view> unit =
          absl::StrSplit(line, absl::MaxSplits('|', 1));
      for (absl::string_view word : absl::StrSplit(unit.second, ' ')) {
        map->emplace(word, unit.first);
      }
    }
    return map;
  }();
  return *measures;
}

absl::string_view MeasureNamed(absl::string_view word) {
  const auto found = Measures().find(word);
  return found == Measures().end() ? "" : found->second;
}

// Takes in what a measure is taken by: "per hour", "a day", "/h".
void ReadPer(const QuantityTokens& tokens, Unit& unit) {
  size_t i = unit.end;
  const bool slash = tokens.IsSign(i, '/') && tokens.Touches(i + 1);
  const bool speed = unit.name == "mile" || unit.name == "km";
  const bool an = speed && tokens.IsWord(i, "an");
  if (!slash && !an && !tokens.IsWord(i, "per")) return;
  const std::string by = tokens.Lower(i + 1);
  const absl::string_view time =
      by == "h" ? "hour" : (by == "s" ? "second" : MeasureNamed(by));
  if (!IsTimeUnit(time)) return;
  absl::StrAppend(&unit.name, " per ", time);
  unit.end = i + 2;
}

// Takes in the scale of temperature behind "degrees" or "°".
void ReadTemperature(const QuantityTokens& tokens, Unit& unit) {
  const std::string scale = tokens.Lower(unit.end);
  if (scale == "c" || scale == "celsius" || scale == "centigrade") {
    unit.name = "\u00B0C";
  } else if (scale == "f" || scale == "fahrenheit") {
    unit.name = "\u00B0F";
  } else {
    return;
  }
  ++unit.end;
}

std::optional<Unit> PercentAt(const QuantityTokens& tokens, size_t i) {
  Unit unit{.end = i + 1, .name = "%", .kind = UnitKind::kPercent};
  if (tokens.IsSign(i, '%')) {
    if (!tokens.Touches(i)) return std::nullopt;
    if (!tokens.IsWord(i + 1, "points")) return unit;
    return Unit{i + 2, "percentage point", UnitKind::kPercent};
  }
  const std::string word = tokens.Lower(i);
  if (word == "percent" || word == "pct") return unit;
  if (word == "per" && tokens.IsWord(i + 1, "cent")) {
    unit.end = i + 2;
    return unit;
  }
  const bool point = word == "percentage" || word == "basis";
  const size_t next = tokens.BehindHyphen(i + 1);
  if (!point || !absl::StartsWith(tokens.Lower(next), "point")) {
    return std::nullopt;
  }
  return Unit{next + 1, absl::StrCat(word, " point"), UnitKind::kPercent};
}

// Returns whether `word` at `i` is a unit where it stands: a name of one or two
// letters ("m", "kg", "MW") in the right case.
bool IsWritten(const QuantityTokens& tokens, size_t i, absl::string_view word,
               absl::string_view name) {
  const absl::string_view text = tokens.Text(i);
  if (word.size() == 1) return text == name;
  if (word.size() == 2 && tokens.IsCapital(i)) {
    return text == name || (text == "KM" || text == "KG");
  }
  return true;
}

std::optional<Unit> MeasureAt(const QuantityTokens& tokens, size_t i) {
  Unit unit;
  unit.end = i + 1;
  if (tokens.IsSign(i, 0xB0)) {
    unit.name = "degree";
    ReadTemperature(tokens, unit);
    return unit;
  }
  const std::string word = tokens.Lower(i);
  const bool power =
      word == "square" || word == "sq" || word == "cubic" || word == "cu";
  if (power) {
    size_t at = tokens.IsSign(i + 1, '.') ? i + 2 : i + 1;
    at = tokens.BehindHyphen(at);
    const absl::string_view base = MeasureNamed(tokens.Lower(at));
    if (base.empty() || IsTimeUnit(base)) return std::nullopt;
    unit.name = absl::StrCat(word[0] == 'c' ? "cubic " : "square ", base);
    unit.end = at + 1;
    return unit;
  }
  if (word == "nautical" && absl::StartsWith(tokens.Lower(i + 1), "mile")) {
    return Unit{i + 2, "nautical mile", UnitKind::kMeasure};
  }
  const absl::string_view name = MeasureNamed(word);
  if (name.empty() || !IsWritten(tokens, i, word, name)) return std::nullopt;
  unit.name = std::string(name);
  if (name == "degree") ReadTemperature(tokens, unit);
  const bool squared =
      tokens.Touches(unit.end) &&
      (tokens.IsSign(unit.end, 0xB2) || tokens.Text(unit.end) == "2");
  if (squared) {
    unit.name = absl::StrCat("square ", name);
    ++unit.end;
  }
  ReadPer(tokens, unit);
  return unit;
}

// Returns the currency named at `i`, with what tells whose it is before:
// "yen", "U.S. dollars", "Hong Kong dollars".
std::optional<Unit> MoneyAt(const QuantityTokens& tokens, size_t i) {
  constexpr size_t kMaxOwner = 2;
  for (size_t n = i; n <= i + kMaxOwner && n < tokens.size(); ++n) {
    if (!tokens.Continues(n)) break;
    const std::string owner = n == i ? "" : tokens.Lower(n - 1);
    if (n > i && !tokens.IsCapital(n - 1) && owner != "pounds") break;
    const std::optional<Currency> currency =
        CurrencyNamed(owner, tokens.Lower(n));
    if (!currency) continue;
    return Unit{n + 1, std::string(currency->code), UnitKind::kMoney,
                currency->factor};
  }
  if (!IsCurrencyCode(tokens.Text(i))) return std::nullopt;
  return Unit{i + 1, std::string(tokens.Text(i)), UnitKind::kMoney};
}

}  // namespace

bool IsTimeUnit(absl::string_view name) {
  return name == "second" || name == "minute" || name == "hour" ||
         name == "day" || name == "week" || name == "month" || name == "year";
}

std::optional<Unit> UnitAt(const QuantityTokens& tokens, size_t i) {
  if (!tokens.Continues(i)) return std::nullopt;
  if (std::optional<Unit> unit = PercentAt(tokens, i)) return unit;
  if (std::optional<Unit> unit = MoneyAt(tokens, i)) return unit;
  return MeasureAt(tokens, i);
}

std::optional<MoneySign> MoneySignBefore(const QuantityTokens& tokens,
                                         size_t i) {
  if (!tokens.Continues(i) || i == 0) return std::nullopt;
  const size_t sign = i - 1;
  if (IsCurrencyCode(tokens.Text(sign))) {
    return MoneySign{sign, std::string(tokens.Text(sign))};
  }
  if (!tokens.Is(sign, Kind::kSign)) return std::nullopt;
  const bool owned = sign > 0 && tokens.Touches(sign);
  const absl::string_view owner = owned ? tokens.Text(sign - 1) : "";
  if (owned) {
    const absl::string_view code = CurrencyOfSign(owner, tokens[sign].sign);
    if (!code.empty()) return MoneySign{sign - 1, std::string(code)};
  }
  const absl::string_view code = CurrencyOfSign("", tokens[sign].sign);
  if (code.empty()) return std::nullopt;
  return MoneySign{sign, std::string(code)};
}

}  // namespace footnote
