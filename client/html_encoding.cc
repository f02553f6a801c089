#include "client/html_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

// Where a declaration is looked for. Browsers look at 1,024 bytes and again
// when they meet a later one.
constexpr size_t kDeclarationBytes = size_t{64} << 10;

// The longest tag that is looked into for one.
constexpr size_t kMaxTagBytes = 1024;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Opens the encoding of this name; null if there is none.
Converter Open(const std::string& name) {
  if (name.empty()) return Converter(nullptr, &ucnv_close);
  UErrorCode error = U_ZERO_ERROR;
  return Converter(ucnv_open(name.c_str(), &error), &ucnv_close);
}

std::string Decode(absl::string_view bytes, UConverter* converter) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString decoded(
      bytes.data(), static_cast<int32_t>(bytes.size()), converter, error);
  std::string text;
  decoded.toUTF8String(text);
  return text;
}

// Returns ICU's name for what browsers mean by `name`, after the table of
// names of the Encoding Standard (https://encoding.spec.whatwg.org/). Where the
// two agree the name is its own.
std::string IcuName(const std::string& name) {
  static constexpr std::pair<absl::string_view, absl::string_view> kNames[] = {
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso_8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"l1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"latin5", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-gbk", "gb18030"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
      {"big5", "windows-950"},
      {"shift_jis", "ibm-943_P15A-2003"},
      {"shift-jis", "ibm-943_P15A-2003"},
      {"sjis", "ibm-943_P15A-2003"},
      {"x-sjis", "ibm-943_P15A-2003"},
      {"windows-31j", "ibm-943_P15A-2003"},
      {"utf8", "utf-8"},
  };
  for (const auto& [label, icu_name] : kNames) {
    if (label == name) return std::string(icu_name);
  }
  // Whoever can read the declaration byte by byte does not read UTF-16.
  return absl::StartsWith(name, "utf-16") ? "utf-8" : name;
}

// Opens the encoding that `page` declares. Null if there is none, or none in
// which the letters of tags are themselves.
Converter OpenDeclared(absl::string_view page) {
  constexpr absl::string_view kLetters = "<html lang=\"en\">";
  Converter converter = Open(IcuName(DeclaredEncoding(page)));
  if (converter != nullptr && Decode(kLetters, converter.get()) != kLetters) {
    converter.reset();
  }
  return converter;
}

// Opens the encoding of the byte order mark that `page` begins with; null if
// there is none.
Converter OpenMarked(absl::string_view page) {
  if (absl::StartsWith(page, "\xEF\xBB\xBF")) return Open("utf-8");
  if (absl::StartsWith(page, "\xFE\xFF")) return Open("utf-16be");
  if (absl::StartsWith(page, "\xFF\xFE")) return Open("utf-16le");
  return Open("");
}

Converter OpenEncoding(absl::string_view page) {
  if (Converter marked = OpenMarked(page)) return marked;
  if (Converter declared = OpenDeclared(page)) return declared;
  return Open(FirstInvalidUtf8(page).has_value() ? "windows-1252" : "utf-8");
}

// Returns what stands behind `name` and an equals sign in `attributes`, without
// quotes; empty if there is nothing of the kind.
std::string ValueOf(absl::string_view name, absl::string_view attributes) {
  const size_t place = attributes.find(name);
  if (place == absl::string_view::npos) return "";
  absl::string_view value =
      absl::StripLeadingAsciiWhitespace(attributes.substr(place + name.size()));
  if (!absl::ConsumePrefix(&value, "=")) return "";
  const size_t begin = value.find_first_not_of(" \t\r\n\"'");
  if (begin == absl::string_view::npos) return "";
  value.remove_prefix(begin);
  return std::string(value.substr(0, value.find_first_of(" \t\r\n\"';/>")));
}

}  // namespace

std::string DeclaredEncoding(absl::string_view page) {
  const std::string head =
      absl::AsciiStrToLower(page.substr(0, kDeclarationBytes));
  for (const auto& [tag, name] : {std::pair("<?xml", "encoding"),
                                  // Both ways of a meta element have this.
                                  std::pair("<meta", "charset")}) {
    for (size_t begin = head.find(tag); begin != std::string::npos;
         begin = head.find(tag, begin + 1)) {
      absl::string_view attributes = head;
      attributes = attributes.substr(begin, kMaxTagBytes);
      attributes = attributes.substr(0, attributes.find('>'));
      std::string value = ValueOf(name, attributes);
      if (!value.empty()) return value;
    }
  }
  return "";
}

std::string HtmlAsUtf8(absl::string_view page) {
  const Converter converter = OpenEncoding(page);
  std::string text = Decode(page, converter.get());
  if (absl::StartsWith(text, "\xEF\xBB\xBF")) text.erase(0, 3);
  for (char& c : text) {
    const bool kept = c == '\t' || c == '\r' || c == '\n';
    if (absl::ascii_iscntrl(c) && !kept) c = ' ';
  }
  return text;
}

}  // namespace footnote
