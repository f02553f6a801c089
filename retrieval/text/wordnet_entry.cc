#include "retrieval/text/wordnet_entry.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "retrieval/text/wordnet_lines.h"

namespace footnote {
namespace {

constexpr uint32_t kMaxByte = std::numeric_limits<uint8_t>::max();

std::optional<PartOfSpeech> PartOf(char letter) {
  switch (letter) {
    case 'n':
      return PartOfSpeech::kNoun;
    case 'v':
      return PartOfSpeech::kVerb;
    case 'a':
    case 's':  // A "satellite" stands around another, in the same file.
      return PartOfSpeech::kAdjective;
    case 'r':
      return PartOfSpeech::kAdverb;
    default:
      return std::nullopt;
  }
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

// What stands of each pointer behind its symbol, as wide as that always:
// "00001740 n 0000 ".
constexpr size_t kTargetBytes = 16;

// Reads what stands at the start of `text` behind the symbol of a pointer.
bool ReadTarget(absl::string_view text, SynsetPointer* pointer) {
  if (text.size() < kTargetBytes || text[8] != ' ' || text[10] != ' ' ||
      text[15] != ' ') {
    return false;
  }
  const std::optional<uint32_t> offset = ReadNumber(text.substr(0, 8), 10);
  const std::optional<PartOfSpeech> part = PartOf(text[9]);
  const std::optional<uint32_t> words = ReadNumber(text.substr(11, 4), 16);
  if (!offset.has_value() || !part.has_value() || !words.has_value()) {
    return false;
  }
  pointer->target = {*part, *offset};
  pointer->from_word = static_cast<uint8_t>(*words >> 8);
  pointer->to_word = static_cast<uint8_t>(*words & kMaxByte);
  return true;
}

bool ReadPointers(LineFields* fields, SynsetPointerKinds kinds,
                  SynsetEntry* entry) {
  if (kinds.IsEmpty()) return true;
  const std::optional<uint32_t> count = fields->NextNumber(10);
  if (!count.has_value()) return false;
  for (uint32_t i = 0; i < *count; ++i) {
    const std::optional<SynsetPointerKind> kind = KindOf(fields->Next());
    const absl::string_view target = fields->Take(kTargetBytes);
    // Most are of no use to most callers.
    if (!kind.has_value() || !kinds.Has(*kind)) continue;
    SynsetPointer pointer;
    pointer.kind = *kind;
    if (!ReadTarget(target, &pointer)) return false;
    entry->pointers.push_back(pointer);
  }
  return true;
}

}  // namespace

bool ReadSynset(absl::string_view file, Synset synset, SynsetPointerKinds kinds,
                SynsetEntry* entry) {
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
  const absl::string_view part = fields.Next();
  if (part.size() != 1 || PartOf(part.front()) != synset.part) return false;
  return ReadWords(&fields, entry) && ReadPointers(&fields, kinds, entry);
}

}  // namespace footnote
