#include "retrieval/text/currencies.h"

#include <algorithm>
#include <iterator>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"

namespace footnote {
namespace {

// The currencies that one word names.
const absl::flat_hash_map<absl::string_view, Currency>& Names() {
  static const auto* const names =
      new absl::flat_hash_map<absl::string_view, Currency>{
          {"dollar", {"USD"}},        {"dollars", {"USD"}},
          {"cent", {"USD", 0.01}},    {"cents", {"USD", 0.01}},
          {"buck", {"USD"}},          {"bucks", {"USD"}},
          {"euro", {"EUR"}},          {"euros", {"EUR"}},
          {"yen", {"JPY"}},           {"yuan", {"CNY"}},
          {"renminbi", {"CNY"}},      {"rmb", {"CNY"}},
          {"ruble", {"RUB"}},         {"rubles", {"RUB"}},
          {"rouble", {"RUB"}},        {"roubles", {"RUB"}},
          {"rupee", {"INR"}},         {"rupees", {"INR"}},
          {"sterling", {"GBP"}},      {"pence", {"GBP", 0.01}},
          {"lira", {"TRY"}},          {"liras", {"TRY"}},
          {"rand", {"ZAR"}},          {"baht", {"THB"}},
          {"ringgit", {"MYR"}},       {"rupiah", {"IDR"}},
          {"shekel", {"ILS"}},        {"shekels", {"ILS"}},
          {"hryvnia", {"UAH"}},       {"hryvnias", {"UAH"}},
          {"zloty", {"PLN"}},         {"zlotys", {"PLN"}},
          {"forint", {"HUF"}},        {"forints", {"HUF"}},
          {"naira", {"NGN"}},         {"taka", {"BDT"}},
          {"dirham", {"AED"}},        {"dirhams", {"AED"}},
          {"peso", {"peso"}},         {"pesos", {"peso"}},
          {"franc", {"franc"}},       {"francs", {"franc"}},
          {"dinar", {"dinar"}},       {"dinars", {"dinar"}},
          {"rial", {"rial"}},         {"rials", {"rial"}},
          {"riyal", {"riyal"}},       {"riyals", {"riyal"}},
          {"krona", {"SEK"}},         {"kronor", {"SEK"}},
          {"krone", {"krone"}},       {"kroner", {"krone"}},
          {"bitcoin", {"BTC"}},       {"bitcoins", {"BTC"}},
          {"shilling", {"shilling"}}, {"shillings", {"shilling"}}};
  return *names;
}

// Currencies that need an owner, by how the word begins.
constexpr struct {
  absl::string_view owner;
  absl::string_view word;
  absl::string_view code;
} kOwned[] = {
    {"us", "dollar", "USD"},          {"u.s.", "dollar", "USD"},
    {"american", "dollar", "USD"},    {"australian", "dollar", "AUD"},
    {"canadian", "dollar", "CAD"},    {"kong", "dollar", "HKD"},
    {"singapore", "dollar", "SGD"},   {"singaporean", "dollar", "SGD"},
    {"zealand", "dollar", "NZD"},     {"taiwan", "dollar", "TWD"},
    {"british", "pound", "GBP"},      {"pounds", "sterling", "GBP"},
    {"egyptian", "pound", "EGP"},     {"lebanese", "pound", "LBP"},
    {"syrian", "pound", "SYP"},       {"sudanese", "pound", "SDG"},
    {"swiss", "franc", "CHF"},        {"cfa", "franc", "XOF"},
    {"mexican", "peso", "MXN"},       {"philippine", "peso", "PHP"},
    {"argentine", "peso", "ARS"},     {"chilean", "peso", "CLP"},
    {"colombian", "peso", "COP"},     {"cuban", "peso", "CUP"},
    {"pakistani", "rupee", "PKR"},    {"pakistan", "rupee", "PKR"},
    {"lankan", "rupee", "LKR"},       {"nepalese", "rupee", "NPR"},
    {"iraqi", "dinar", "IQD"},        {"kuwaiti", "dinar", "KWD"},
    {"jordanian", "dinar", "JOD"},    {"libyan", "dinar", "LYD"},
    {"iranian", "rial", "IRR"},       {"omani", "rial", "OMR"},
    {"saudi", "riyal", "SAR"},        {"qatari", "riyal", "QAR"},
    {"swedish", "kron", "SEK"},       {"norwegian", "kron", "NOK"},
    {"danish", "kron", "DKK"},        {"swedish", "crown", "SEK"},
    {"norwegian", "crown", "NOK"},    {"danish", "crown", "DKK"},
    {"czech", "crown", "CZK"},        {"korean", "won", "KRW"},
    {"kenyan", "shilling", "KES"},    {"ugandan", "shilling", "UGX"},
    {"tanzanian", "shilling", "TZS"}, {"brazilian", "rea", "BRL"}};

constexpr struct {
  absl::string_view letters;
  char32_t sign;
  absl::string_view code;
} kSigns[] = {{"", '$', "USD"},    {"US", '$', "USD"},  {"U.S.", '$', "USD"},
              {"A", '$', "AUD"},   {"AU", '$', "AUD"},  {"C", '$', "CAD"},
              {"CA", '$', "CAD"},  {"CAD", '$', "CAD"}, {"AUD", '$', "AUD"},
              {"HK", '$', "HKD"},  {"NZ", '$', "NZD"},  {"S", '$', "SGD"},
              {"NT", '$', "TWD"},  {"R", '$', "BRL"},   {"", 0xA3, "GBP"},
              {"", 0xA5, "JPY"},   {"", 0xFFE5, "JPY"}, {"", 0x20AC, "EUR"},
              {"", 0x20A9, "KRW"}, {"", 0x20B9, "INR"}, {"", 0x20BD, "RUB"},
              {"", 0x20BA, "TRY"}, {"", 0x20AA, "ILS"}, {"", 0x20B4, "UAH"},
              {"", 0x20A6, "NGN"}, {"", 0x20AB, "VND"}, {"", 0x20B1, "PHP"},
              {"", 0xE3F, "THB"},  {"", 0x20BF, "BTC"}};

// Sorted.
constexpr absl::string_view kCodes[] = {
    "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "IRR", "JPY", "KES",
    "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR", "PLN", "QAR", "RUB",
    "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR"};

}  // namespace

std::optional<Currency> CurrencyNamed(absl::string_view owner,
                                      absl::string_view word) {
  if (word.empty()) return std::nullopt;
  if (!owner.empty() && (word == "cent" || word == "cents")) {
    const std::optional<Currency> whole = CurrencyNamed(owner, "dollar");
    return whole ? std::optional(Currency{whole->code, 0.01}) : std::nullopt;
  }
  for (const auto& entry : kOwned) {
    if (entry.owner == owner && absl::StartsWith(word, entry.word)) {
      return Currency{entry.code};
    }
  }
  if (!owner.empty()) return std::nullopt;
  const auto found = Names().find(word);
  if (found == Names().end()) return std::nullopt;
  return found->second;
}

absl::string_view CurrencyOfSign(absl::string_view letters, char32_t sign) {
  for (const auto& entry : kSigns) {
    if (entry.sign == sign && entry.letters == letters) return entry.code;
  }
  return "";
}

bool IsCurrencyCode(absl::string_view text) {
  return text.size() == 3 &&
         std::binary_search(std::begin(kCodes), std::end(kCodes), text);
}

}  // namespace footnote
