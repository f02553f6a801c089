#include "retrieval/question/inference.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/time_expression.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

std::vector<ByteRange> WordsOf(absl::string_view text) {
  std::vector<ByteRange> words;
  WordScanner scanner(text);
  for (Word word; scanner.Next(&word);) words.push_back(word.range);
  return words;
}

template <size_t N>
bool IsOneOf(const absl::string_view (&words)[N], absl::string_view word) {
  return std::any_of(
      std::begin(words), std::end(words),
      [word](absl::string_view w) { return absl::EqualsIgnoreCase(w, word); });
}

// Walks the words of a question for the names in it.
class NameScan {
 public:
  explicit NameScan(absl::string_view question)
      : question_(question), words_(WordsOf(question)) {}

  // Returns the run of capitalised words that begins at word `i`, perhaps
  // joined by words such as "of", or nothing if none does.
  absl::string_view RunAt(size_t i) const {
    if (!IsCapitalised(i)) return {};
    size_t last = i;
    for (size_t next = i + 1; next < words_.size(); ++next) {
      if (!IsJoined(next)) break;
      if (IsCapitalised(next)) {
        last = next;
      } else if (!IsLink(next)) {
        break;
      }
    }
    return WithoutPossessive(
        Slice(question_, {words_[i].begin, words_[last].end}));
  }

  size_t size() const { return words_.size(); }
  absl::string_view word(size_t i) const { return Slice(question_, words_[i]); }
  ByteRange range(size_t i) const { return words_[i]; }

  // Returns whether word `i` begins with a capital that says something: not
  // that of the question's first word if that is a function word.
  bool IsCapitalised(size_t i) const {
    if (!IsUpper(CodePointAt(question_, words_[i].begin).value)) return false;
    char buffer[64];
    const absl::string_view lower = LowerAscii(word(i), buffer, sizeof(buffer));
    const bool is_acronym =
        word(i).size() > 1 && word(i) == absl::AsciiStrToUpper(word(i));
    if (is_acronym) return true;
    // Every question begins with a capital.
    const bool may_begin =
        i > 0 || WithoutPossessive(word(i)) != word(i) ||
        (words_.size() > 1 &&
         IsUpper(CodePointAt(question_, words_[1].begin).value));
    return may_begin && !IsStopWord(lower);
  }

 private:
  // Returns whether nothing but a space or hyphen stands before word `i`, and
  // the word before is no possessive.
  bool IsJoined(size_t i) const {
    const absl::string_view gap =
        Slice(question_, {words_[i - 1].end, words_[i].begin});
    return (gap == " " || gap == "-") &&
           WithoutPossessive(word(i - 1)) == word(i - 1);
  }

  bool IsLink(size_t i) const {
    constexpr absl::string_view kLinks[] = {"of", "the", "and", "for", "de",
                                            "la", "van", "von", "bin", "al"};
    constexpr absl::string_view kBefore[] = {"of", "for"};
    if (!IsOneOf(kLinks, word(i))) return false;
    // "and" joins two names as often as the words of one.
    if (word(i) == "and") return false;
    return word(i) != "the" || IsOneOf(kBefore, word(i - 1));
  }

  static absl::string_view WithoutPossessive(absl::string_view name) {
    for (const absl::string_view ending : {"'s", "\u2019s"}) {
      if (absl::EndsWith(name, ending)) {
        name.remove_suffix(ending.size());
        return name;
      }
    }
    return name;
  }

  const absl::string_view question_;
  const std::vector<ByteRange> words_;
};

std::vector<std::string> ListNames(const NameScan& scan) {
  std::vector<std::string> names;
  for (size_t i = 0; i < scan.size(); ++i) {
    const absl::string_view name = scan.RunAt(i);
    if (name.empty()) continue;
    while (i + 1 < scan.size() &&
           scan.word(i + 1).data() < name.data() + name.size()) {
      ++i;
    }
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.emplace_back(name);
    }
  }
  return names;
}

// Returns whose words a question asks for: the name behind "did", "does" or
// "has" where a verb of saying follows it, or behind "according to".
std::string SpeakerIn(const NameScan& scan) {
  constexpr absl::string_view kAuxiliaries[] = {"did", "does", "has", "had",
                                                "do"};
  constexpr absl::string_view kSaying[] = {
      "say",     "said",      "call",     "called",      "warn",   "warned",
      "tell",    "told",      "claim",    "claimed",     "argue",  "argued",
      "promise", "promised",  "announce", "announced",   "admit",  "admitted",
      "deny",    "denied",    "stress",   "stressed",    "urge",   "urged",
      "explain", "explained", "describe", "described",   "think",  "thought",
      "state",   "stated",    "remark",   "acknowledge", "accuse", "accused"};
  for (size_t i = 0; i + 1 < scan.size(); ++i) {
    const bool is_source =
        IsOneOf(kAuxiliaries, scan.word(i)) ||
        (i > 0 && absl::EqualsIgnoreCase(scan.word(i - 1), "according") &&
         absl::EqualsIgnoreCase(scan.word(i), "to"));
    if (!is_source) continue;
    const absl::string_view name = scan.RunAt(i + 1);
    if (name.empty()) continue;
    if (absl::EqualsIgnoreCase(scan.word(i), "to")) return std::string(name);
    for (size_t verb = i + 2; verb < scan.size(); ++verb) {
      if (scan.word(verb).data() < name.data() + name.size()) continue;
      return IsOneOf(kSaying, scan.word(verb)) ? std::string(name)
                                               : std::string();
    }
  }
  return {};
}

bool AsksForFuture(const NameScan& scan) {
  constexpr absl::string_view kFuture[] = {"will",      "shall",   "going",
                                           "scheduled", "planned", "due"};
  for (size_t i = 0; i < scan.size(); ++i) {
    if (IsOneOf(kFuture, scan.word(i))) return true;
  }
  return false;
}

std::optional<NamedTime> TimeIn(absl::string_view question) {
  for (const TimeExpression& time :
       FindTimeExpressions(question, std::nullopt)) {
    if (time.period.has_value()) return NamedTime{*time.period, time.range};
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> NamesIn(absl::string_view question) {
  return ListNames(NameScan(question));
}

InferredQuestion InferFromWords(absl::string_view question) {
  const NameScan scan(question);
  InferredQuestion inferred;
  inferred.answer_type = InferAnswerType(question);
  inferred.entities = ListNames(scan);
  inferred.speaker = SpeakerIn(scan);
  inferred.asks_for_future = AsksForFuture(scan);
  inferred.event = TimeIn(question);
  return inferred;
}

}  // namespace footnote
