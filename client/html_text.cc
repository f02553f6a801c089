#include "client/html_text.h"

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/html_page.h"
#include "client/html_words.h"

namespace footnote {
namespace {

using Names = absl::flat_hash_set<absl::string_view>;

// What an element does to the lines around it.
enum class Break { kNone, kLine, kParagraph };

Break BreakOf(absl::string_view name) {
  static const auto* const kParagraphs = new Names{
      "address", "article", "aside",   "blockquote", "body",   "caption",
      "center",  "details", "dir",     "div",        "dl",     "fieldset",
      "figure",  "footer",  "form",    "h1",         "h2",     "h3",
      "h4",      "h5",      "h6",      "header",     "hgroup", "hr",
      "html",    "legend",  "main",    "menu",       "ol",     "p",
      "pre",     "section", "summary", "table",      "ul"};
  static const auto* const kLines = new Names{"dd", "dt", "li", "tr"};
  if (kParagraphs->contains(name)) return Break::kParagraph;
  return kLines->contains(name) ? Break::kLine : Break::kNone;
}

bool IsCell(absl::string_view name) { return name == "td" || name == "th"; }

// Whether a cell lays out a page: it holds more than a line.
bool LaysOut(const xmlNode& cell) {
  bool found = false;
  VisitElements(cell, [&](const xmlNode& element) {
    const absl::string_view name = ElementName(element);
    found = found || name == "br" || BreakOf(name) == Break::kParagraph;
    return !found;
  });
  return found;
}

// Returns `c` as it is shown, or -1 if it is not. References to the controls
// behind ASCII mean characters of windows-1252.
UChar32 Shown(UChar32 c) {
  static constexpr UChar32 kWindows1252[32] = {
      0x20AC, -1,     0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,     0x017D, -1,
      -1,     0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, -1,     0x017E, 0x0178};
  if (c >= 0x80 && c < 0xA0) return kWindows1252[c - 0x80];
  const bool says_where_to_break =
      c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  return says_where_to_break || c < ' ' || c == 0x7F ? -1 : c;
}

// Takes spaces, also those that do not break, from both ends of a line.
absl::string_view StripLine(absl::string_view line) {
  constexpr absl::string_view kNoBreakSpace = "\u00A0";
  while (true) {
    line = absl::StripAsciiWhitespace(line);
    if (!absl::ConsumePrefix(&line, kNoBreakSpace) &&
        !absl::ConsumeSuffix(&line, kNoBreakSpace)) {
      return line;
    }
  }
}

// Writes text into blocks.
class BlockWriter {
 public:
  explicit BlockWriter(absl::FunctionRef<bool(const xmlNode&)> is_left_out)
      : is_left_out_(is_left_out) {}

  void WriteChildren(const xmlNode& element, bool in_link) {
    for (const xmlNode* child = element.children; child != nullptr;
         child = child->next) {
      Write(*child, in_link);
    }
  }

  std::vector<TextBlock> Finish() {
    EndBlock();
    return std::move(blocks_);
  }

 private:
  void Write(const xmlNode& node, bool in_link) {
    if (node.type == XML_TEXT_NODE && node.content != nullptr) {
      WriteText(reinterpret_cast<const char*>(node.content), node, in_link);
    }
    if (node.type != XML_ELEMENT_NODE || is_left_out_(node)) return;
    const absl::string_view name = ElementName(node);
    if (name == "br") return EndLine();
    if (name == "q") WriteText("“", node, in_link);
    const bool is_block = Begin(node, name);
    const bool is_time = name == "time";
    preformatted_ += name == "pre" ? 1 : 0;
    times_ += is_time ? 1 : 0;
    WriteChildren(node, in_link || name == "a");
    preformatted_ -= name == "pre" ? 1 : 0;
    times_ -= is_time ? 1 : 0;
    if (is_block) EndBlock();
    if (name == "q") WriteText("”", node, in_link);
    if (BreakOf(name) == Break::kLine) at_line_end_ = true;
  }

  // Breaks before `element`; returns whether to end a block behind it.
  bool Begin(const xmlNode& element, absl::string_view name) {
    Break before = BreakOf(name);
    // A list within an item goes on in the list around it.
    const bool is_list = name == "ul" || name == "ol";
    if (is_list && ElementName(*element.parent) == "li") before = Break::kLine;
    const bool is_block =
        before == Break::kParagraph || (IsCell(name) && LaysOut(element));
    if (is_block) {
      EndBlock();
      heading_ = name.size() == 2 && name[0] == 'h' && name != "hr";
    } else if (before == Break::kLine) {
      at_line_end_ = true;
    } else if (IsCell(name)) {
      at_cell_ = true;
    }
    return is_block;
  }

  // A `<br>`. The second of two ends the block.
  void EndLine() {
    if (preformatted_ > 0) {
      block_.text += '\n';
    } else if (at_line_end_) {
      EndBlock();
    } else {
      at_line_end_ = true;
    }
  }

  void WriteText(absl::string_view text, const xmlNode& node, bool in_link) {
    const size_t before = block_.text.size();
    const auto* const bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < size;) {
      UChar32 c = 0;
      U8_NEXT(bytes, i, size, c);
      WriteCharacter(c);
    }
    if (block_.text.size() == before) return;
    if (block_.element == nullptr) block_.element = node.parent;
    const int words = CountWords(absl::string_view(block_.text).substr(before));
    block_.words += words;
    if (in_link) block_.link_words += words;
  }

  void WriteCharacter(UChar32 c) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (is_space && preformatted_ == 0) {
      at_space_ = true;
      return;
    }
    if (!is_space) c = c < 0 ? 0xFFFD : Shown(c);
    if (c < 0 || c == '\r') return;
    Separate();
    if (preformatted_ > 0) keeps_lines_ = true;
    if (times_ == 0) is_more_than_time_ = true;
    uint8_t bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    block_.text.append(bytes, bytes + size);
  }

  // Writes what stands between what was written and what comes.
  void Separate() {
    if (block_.text.empty()) {
      block_.is_heading = heading_;
    } else if (at_line_end_) {
      block_.text += '\n';
    } else if (at_cell_) {
      block_.text += '\t';
    } else if (at_space_) {
      block_.text += ' ';
    }
    at_line_end_ = at_cell_ = at_space_ = false;
  }

  void EndBlock() {
    TextBlock block = std::exchange(block_, TextBlock());
    const bool keeps_lines = std::exchange(keeps_lines_, false);
    at_line_end_ = at_cell_ = at_space_ = heading_ = false;
    const bool is_more_than_time = std::exchange(is_more_than_time_, false);
    if (!is_more_than_time || StripLine(block.text).empty()) return;
    std::vector<absl::string_view> lines;
    for (absl::string_view line : absl::StrSplit(block.text, '\n')) {
      line = keeps_lines ? absl::StripTrailingAsciiWhitespace(line)
                         : StripLine(line);
      const bool is_within = keeps_lines && !lines.empty();
      if (is_within || !line.empty()) lines.push_back(line);
    }
    while (lines.back().empty()) lines.pop_back();
    block.text = absl::StrJoin(lines, "\n");
    blocks_.push_back(std::move(block));
  }

  const absl::FunctionRef<bool(const xmlNode&)> is_left_out_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;                 // Being written.
  bool heading_ = false;            // Whether it is inside a heading.
  int preformatted_ = 0;            // How many `<pre>` it is in.
  bool keeps_lines_ = false;        // Whether some of it is preformatted.
  int times_ = 0;                   // How many `<time>` it is in.
  bool is_more_than_time_ = false;  // Whether some of it is in none.
  bool at_line_end_ = false;        // What comes begins a line,
  bool at_cell_ = false;            // or a cell,
  bool at_space_ = false;           // or has a space before it.
};

}  // namespace

std::vector<TextBlock> TextBlocks(
    const xmlNode& root, absl::FunctionRef<bool(const xmlNode&)> is_left_out) {
  BlockWriter writer(is_left_out);
  writer.WriteChildren(root, false);
  return writer.Finish();
}

}  // namespace footnote
