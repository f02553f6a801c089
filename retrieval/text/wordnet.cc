#include "retrieval/text/wordnet.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "retrieval/status.h"
#include "retrieval/text/wordnet_entry.h"
#include "retrieval/text/wordnet_lines.h"

namespace footnote {
namespace {

// The most base forms of one word: no word of English has more than a few.
constexpr size_t kMaxBaseForms = 16;

// The files of a part of speech end in this.
absl::string_view FileEnding(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::kNoun:
      return "noun";
    case PartOfSpeech::kVerb:
      return "verb";
    case PartOfSpeech::kAdjective:
      return "adj";
    case PartOfSpeech::kAdverb:
      break;
  }
  return "adv";
}

// What an ending becomes in the base form.
struct Detachment {
  absl::string_view ending;
  absl::string_view in_place;
};

// morphy(7WN), "Rules of Detachment".
constexpr Detachment kOfNouns[] = {
    {"s", ""},      {"ses", "s"},   {"xes", "x"},   {"zes", "z"},
    {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}};
constexpr Detachment kOfVerbs[] = {{"s", ""},    {"ies", "y"}, {"es", "e"},
                                   {"es", ""},   {"ed", "e"},  {"ed", ""},
                                   {"ing", "e"}, {"ing", ""}};
constexpr Detachment kOfAdjectives[] = {
    {"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}};

absl::Span<const Detachment> DetachmentsOf(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::kNoun:
      return kOfNouns;
    case PartOfSpeech::kVerb:
      return kOfVerbs;
    case PartOfSpeech::kAdjective:
      return kOfAdjectives;
    case PartOfSpeech::kAdverb:
      break;
  }
  return {};
}

// Returns whether `word` is no plural, whatever its last letter: "gas" is not
// of "ga", nor "us" of "u", but "glass" ends as no plural does.
bool IsNoPlural(absl::string_view word) {
  return word.size() <= 2 || absl::EndsWith(word, "ss");
}

absl::StatusOr<MappedFile> MapLexicon(const std::string& path) {
  absl::StatusOr<MappedFile> file = MappedFile::Open(path);
  if (absl::IsNotFound(file.status())) {
    return absl::NotFoundError(absl::StrCat(
        file.status().message(), "; Debian's package wordnet-base has it in ",
        WordNet::kDirectory));
  }
  if (file.ok() && file->bytes().empty()) {
    return absl::DataLossError(absl::StrCat(
        path, ": is empty; install Debian's package wordnet-base again"));
  }
  return file;
}

}  // namespace

absl::Status WordNet::Map(const std::string& directory) {
  for (const PartOfSpeech kind : kPartsOfSpeech) {
    Part& part = parts_[static_cast<size_t>(kind)];
    const absl::string_view ending = FileEnding(kind);
    FOOTNOTE_ASSIGN_OR_RETURN(
        part.index, MapLexicon(absl::StrCat(directory, "/index.", ending)));
    FOOTNOTE_ASSIGN_OR_RETURN(
        part.synsets, MapLexicon(absl::StrCat(directory, "/data.", ending)));
    FOOTNOTE_ASSIGN_OR_RETURN(
        part.exceptions,
        MapLexicon(absl::StrCat(directory, "/", ending, ".exc")));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::shared_ptr<const WordNet>> WordNet::Open(
    const std::string& directory) {
  const std::shared_ptr<WordNet> wordnet(new WordNet());
  FOOTNOTE_RETURN_IF_ERROR(wordnet->Map(directory));
  return std::shared_ptr<const WordNet>(wordnet);
}

bool WordNet::Knows(absl::string_view lemma, PartOfSpeech part) const {
  return !FindLines(PartFor(part).index.bytes(), lemma).empty();
}

std::vector<std::string> WordNet::BaseForms(absl::string_view word,
                                            PartOfSpeech part) const {
  std::vector<std::string> forms;
  const auto add = [&](std::string form) {
    if (forms.size() < kMaxBaseForms && Knows(form, part) &&
        std::find(forms.begin(), forms.end(), form) == forms.end()) {
      forms.push_back(std::move(form));
    }
  };
  add(std::string(word));
  absl::string_view lines = FindLines(PartFor(part).exceptions.bytes(), word);
  const bool is_irregular = !lines.empty();
  while (!lines.empty() && forms.size() < kMaxBaseForms) {
    LineFields fields(TakeLine(&lines));
    fields.Skip(1);
    for (auto form = fields.Next(); !form.empty(); form = fields.Next()) {
      add(std::string(form));
    }
  }
  if (is_irregular || (part == PartOfSpeech::kNoun && IsNoPlural(word))) {
    return forms;
  }
  for (const auto& [ending, in_place] : DetachmentsOf(part)) {
    if (!absl::EndsWith(word, ending)) continue;
    const absl::string_view stem = word.substr(0, word.size() - ending.size());
    add(absl::StrCat(stem, in_place));
  }
  return forms;
}

std::vector<absl::string_view> WordNet::IrregularForms(
    absl::string_view lemma, PartOfSpeech kind) const {
  const Part& part = PartFor(kind);
  std::call_once(part.read_irregular_forms, [&part] {
    absl::string_view lines = part.exceptions.bytes();
    while (!lines.empty()) {
      LineFields fields(TakeLine(&lines));
      const absl::string_view form = fields.Next();
      for (auto base = fields.Next(); !base.empty(); base = fields.Next()) {
        if (base != form) part.irregular_forms[base].push_back(form);
      }
    }
  });
  const auto forms = part.irregular_forms.find(lemma);
  if (forms == part.irregular_forms.end()) return {};
  return forms->second;
}

std::vector<Synset> WordNet::SensesOf(absl::string_view lemma,
                                      PartOfSpeech part, size_t limit) const {
  absl::string_view lines = FindLines(PartFor(part).index.bytes(), lemma);
  LineFields fields(TakeLine(&lines));
  fields.Skip(2);  // The lemma and its part of speech.
  const std::optional<uint32_t> count = fields.NextNumber(10);
  const std::optional<uint32_t> pointer_kinds = fields.NextNumber(10);
  if (!count.has_value() || !pointer_kinds.has_value()) return {};
  fields.Skip(*pointer_kinds);
  fields.Skip(2);  // How many senses it has, and how many of them were ranked.
  std::vector<Synset> senses;
  for (size_t i = 0; i < std::min<size_t>(*count, limit); ++i) {
    const std::optional<uint32_t> offset = fields.NextNumber(10);
    if (!offset.has_value()) break;
    senses.push_back({part, *offset});
  }
  return senses;
}

bool WordNet::Read(Synset synset, SynsetPointerKinds kinds,
                   SynsetEntry* entry) const {
  return ReadSynset(PartFor(synset.part).synsets.bytes(), synset, kinds, entry);
}

const KnownSynset* WordNet::Know(
    Synset synset, std::unique_ptr<const KnownSynset>* room) const {
  const KnownSynset* const kept = known_.Find(synset);
  if (kept != nullptr) return kept;
  SynsetEntry entry;
  if (!Read(synset, SynsetPointerKinds::All(), &entry)) return nullptr;
  *room = std::make_unique<const KnownSynset>(*this, synset, std::move(entry));
  const KnownSynset* const known = room->get();
  known_.Offer(room);
  return known;
}

}  // namespace footnote
