// Who "he", "Falk" and "the minister" are where a document says so.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SPEAKERS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SPEAKERS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/names.h"
#include "retrieval/text/noun_phrase.h"
#include "retrieval/text/statement_unit.h"

namespace footnote {

// Who someone is, as far as it is known.
struct ResolvedSpeaker {
  std::string name;   // A full name, or the words of the source; may be empty.
  std::string title;  // Empty if none.
};

// Follows who is spoken of while a document is read unit by unit. Hobbs:
// "Resolving pronoun references", 1978, of which it keeps that subjects come
// first and the nearest sentence before others. Not thread-safe.
class SpeakerResolver {
 public:
  // `names` outlives the resolver.
  explicit SpeakerResolver(const DocumentNames& names);

  // Returns who `source`, a phrase of `unit`, stands for. What the units before
  // left behind decides about pronouns.
  ResolvedSpeaker Resolve(const StatementUnit& unit,
                          const NounPhrase& source) const;

  // Returns the position of the name that words of `unit` at item `at` stand
  // for, "he" or "the prime minister", and sets `*end` behind them; nothing if
  // they stand for none.
  std::optional<uint32_t> ReferenceAt(const StatementUnit& unit, size_t at,
                                      size_t* end) const;

  // Takes note of whom `unit` speaks of.
  void Leave(const StatementUnit& unit);

 private:
  ResolvedSpeaker Named(uint32_t name) const;

  // Returns the position of the person that a pronoun at item `at` stands for.
  std::optional<uint32_t> Antecedent(const StatementUnit& unit,
                                     size_t at) const;

  // Returns the person that has the title `words`, given in lower case.
  std::optional<uint32_t> Holder(const std::string& words) const;

  // Makes the person at `name` known by `title`.
  void Enter(absl::string_view title, uint32_t name);

  // Returns whether the mention may be that of a person.
  bool IsPerson(int32_t mention) const;

  const DocumentNames& names_;
  std::optional<uint32_t> last_person_;  // Position in names_.names.
  absl::flat_hash_map<std::string, uint32_t> holders_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SPEAKERS_H_
