#include "retrieval/text/wordnet_entry.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "retrieval/text/wordnet_lines.h"

namespace footnote {
namespace {

constexpr uint32_t kMaxByte = std::numeric_limits<uint8_t>::max();

std::optional<PartOfSpeech> PartOf(absl::string_view letter) {
  if (letter == "n") return PartOfSpeech::kNoun;
  if (letter == "v") return PartOfSpeech::kVerb;
  // A "satellite" stands around another adjective, in the same file.
  if (letter == "a" || letter == "s") return PartOfSpeech::kAdjective;
  if (letter == "r") return PartOfSpeech::kAdverb;
  return std::nullopt;
}

// Returns the kind of a pointer by its symbol, of which the second character,
// if there is one, only tells variants apart.
std::optional<SynsetPointerKind> KindOf(absl::string_view symbol) {
  if (symbol.empty()) return std::nullopt;
  switch (symbol.front()) {
    case '@':
      return SynsetPointerKind::kHypernym;
    case '~':
      return SynsetPointerKind::kHyponym;
    case '+':
      return SynsetPointerKind::kDerived;
    case '\\':
      return SynsetPointerKind::kPertains;
    case '<':
      return SynsetPointerKind::kParticiple;
    case '&':
      return SynsetPointerKind::kSimilar;
    case '$':
      return SynsetPointerKind::kVerbGroup;
    case '=':
      return SynsetPointerKind::kAttribute;
    case '!':
      return SynsetPointerKind::kAntonym;
    case '*':
      return SynsetPointerKind::kEntails;
    case '>':
      return SynsetPointerKind::kCauses;
    case '^':
      return SynsetPointerKind::kSeeAlso;
    case '%':
      return SynsetPointerKind::kMeronym;
    case '#':
      return SynsetPointerKind::kHolonym;
    case ';':
      return SynsetPointerKind::kDomain;
    case '-':
      return SynsetPointerKind::kDomainMember;
    default:
      return std::nullopt;
  }
}

// Returns `word` without the mark of where an adjective stands: "galore(ip)".
absl::string_view WithoutMarker(absl::string_view word) {
  return word.substr(0, word.find('('));
}

bool ReadWords(LineFields* fields, SynsetEntry* entry) {
  const std::optional<uint32_t> count = fields->NextNumber(16);
  if (!count.has_value() || *count == 0 || *count > kMaxByte) return false;
  for (uint32_t i = 0; i < *count; ++i) {
    const absl::string_view word = WithoutMarker(fields->Next());
    if (word.empty()) return false;
    entry->words.push_back(word);
    fields->Skip(1);  // What tells it from its like in the source files.
  }
  return true;
}

bool ReadPointer(LineFields* fields, SynsetEntry* entry) {
  const std::optional<SynsetPointerKind> kind = KindOf(fields->Next());
  const std::optional<uint32_t> offset = fields->NextNumber(10);
  const std::optional<PartOfSpeech> part = PartOf(fields->Next());
  const std::optional<uint32_t> words = fields->NextNumber(16);
  if (!offset.has_value() || !part.has_value() || !words.has_value()) {
    return false;
  }
  if (kind.has_value()) {
    entry->pointers.push_back({*kind,
                               {*part, *offset},
                               static_cast<uint8_t>(*words >> 8),
                               static_cast<uint8_t>(*words & kMaxByte)});
  }
  return true;
}

bool ReadPointers(LineFields* fields, SynsetEntry* entry) {
  const std::optional<uint32_t> count = fields->NextNumber(10);
  if (!count.has_value()) return false;
  for (uint32_t i = 0; i < *count; ++i) {
    if (!ReadPointer(fields, entry)) return false;
  }
  return true;
}

}  // namespace

bool ReadSynset(absl::string_view file, Synset synset, SynsetEntry* entry) {
  entry->words.clear();
  entry->pointers.clear();
  const size_t offset = synset.offset;
  if (offset >= file.size()) return false;
  if (offset > 0 && file[offset - 1] != '\n') return false;
  absl::string_view rest = file.substr(offset);
  LineFields fields(TakeLine(&rest));
  if (fields.NextNumber(10) != synset.offset) return false;
  const std::optional<uint32_t> lexical_file = fields.NextNumber(10);
  if (!lexical_file.has_value() || *lexical_file > kMaxByte) return false;
  entry->lexical_file = static_cast<uint8_t>(*lexical_file);
  if (PartOf(fields.Next()) != synset.part) return false;
  return ReadWords(&fields, entry) && ReadPointers(&fields, entry);
}

}  // namespace footnote
