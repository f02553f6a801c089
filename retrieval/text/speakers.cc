#include "retrieval/text/speakers.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "retrieval/text/prose_words.h"

namespace footnote {
namespace {

// The most words of a title that is looked up.
constexpr size_t kMaxTitle = 6;

// The longest words, in bytes, that stand for a speaker.
constexpr size_t kMaxSource = 300;

// The most items of a sentence that are looked at for a subject.
constexpr size_t kMaxLead = 200;

}  // namespace

SpeakerResolver::SpeakerResolver(const DocumentNames& names) : names_(names) {
  for (size_t i = 0; i < names.names.size(); ++i) {
    Enter(names.names[i].title, static_cast<uint32_t>(i));
  }
}

void SpeakerResolver::Enter(absl::string_view title, uint32_t name) {
  if (title.empty()) return;
  std::vector<ProseWord> words;
  ReadProseWords(title, {0, static_cast<uint32_t>(title.size())}, words);
  size_t head = 0;  // Behind the last word before "of", "for".
  while (head < words.size() && words[head].IsWord() &&
         !words[head].Is(kPrepositionRole | kConjunctionRole)) {
    ++head;
  }
  // "minister", "prime minister"; a vice president is no president.
  std::string suffix;
  for (size_t i = head; i-- > 0 && head - i <= kMaxTitle;) {
    const std::string word = LowerWord(Slice(title, words[i].range));
    if (word == "vice" || word == "deputy" || word == "assistant") {
      if (i + 1 < head) holders_.erase(suffix);
    }
    suffix = suffix.empty() ? word : absl::StrCat(word, " ", suffix);
    holders_[suffix] = name;
  }
}

std::optional<uint32_t> SpeakerResolver::Holder(
    const std::string& words) const {
  const auto found = holders_.find(words);
  if (found == holders_.end()) return std::nullopt;
  return found->second;
}

ResolvedSpeaker SpeakerResolver::Named(uint32_t name) const {
  return {names_.names[name].full, names_.names[name].title};
}

bool SpeakerResolver::IsPerson(int32_t mention) const {
  if (mention < 0) return false;
  const Name& name =
      names_.names[names_.mentions[static_cast<size_t>(mention)].name];
  return name.kind == NameKind::kPerson || name.kind == NameKind::kUnknown;
}

std::optional<uint32_t> SpeakerResolver::Antecedent(const StatementUnit& unit,
                                                    size_t at) const {
  // The first person of the sentence is its subject, most often.
  for (size_t i = 0; i < std::min(at, kMaxLead); ++i) {
    const StatementItem& item = unit.items[i];
    if (item.is_quotation || !IsPerson(item.mention)) continue;
    if (item.word.possessive) continue;
    return names_.mentions[static_cast<size_t>(item.mention)].name;
  }
  return last_person_;
}

ResolvedSpeaker SpeakerResolver::Resolve(const StatementUnit& unit,
                                         const NounPhrase& source) const {
  if (source.mention >= 0) {
    return Named(names_.mentions[static_cast<size_t>(source.mention)].name);
  }
  if (unit.Is(source.begin, kPersonPronounRole) &&
      source.head == PhraseHead::kPronoun) {
    const auto person = Antecedent(unit, source.begin);
    return person.has_value() ? Named(*person) : ResolvedSpeaker();
  }
  if (source.head == PhraseHead::kPronoun) {
    // "Falk, who said": the name that stands right before.
    const bool relative =
        unit.IsWord(source.begin, "who") || unit.IsWord(source.begin, "which");
    size_t before = source.begin;
    if (before > 0 && unit.IsMark(before - 1, ',')) --before;
    if (!relative || before == 0) return {};
    const int32_t mention = unit.items[before - 1].mention;
    if (mention < 0) return {};
    return Named(names_.mentions[static_cast<size_t>(mention)].name);
  }
  const absl::string_view words =
      Slice(unit.text, unit.Bytes(source.begin, source.head_end));
  if (unit.IsWord(source.begin, "the") && source.head_end - source.begin > 1) {
    const auto holder = Holder(LowerWord(
        Slice(unit.text, unit.Bytes(source.begin + 1, source.head_end))));
    if (holder.has_value() && source.head == PhraseHead::kHuman) {
      return Named(*holder);
    }
  }
  absl::string_view all =
      Slice(unit.text, unit.Bytes(source.begin, source.end));
  // An apposition only explains.
  if (!unit.items[source.end - 1].IsWord()) all = words;
  if (all.size() > kMaxSource) return {};
  return {std::string(all), ""};
}

std::optional<uint32_t> SpeakerResolver::ReferenceAt(const StatementUnit& unit,
                                                     size_t at,
                                                     size_t* end) const {
  *end = at + 1;
  if (unit.Is(at, kPersonPronounRole)) return Antecedent(unit, at);
  if (!unit.IsWord(at, "the")) return std::nullopt;
  size_t last = at + 1;
  while (last < unit.size() && last - at <= kMaxTitle &&
         unit.Is(last, kTitleRole | kTitlePartRole) &&
         unit.items[last].mention < 0) {
    ++last;
  }
  // A title in front of a name is that name's.
  if (last == at + 1 || (last < unit.size() && unit.items[last].mention >= 0)) {
    return std::nullopt;
  }
  *end = last;
  return Holder(LowerWord(Slice(unit.text, unit.Bytes(at + 1, last))));
}

void SpeakerResolver::Leave(const StatementUnit& unit) {
  bool subject = false;
  for (size_t i = 0; i < unit.size(); ++i) {
    const StatementItem& item = unit.items[i];
    if (item.is_quotation) continue;
    // "He" before any name goes on about the one before.
    if (!subject && item.Is(kPersonPronounRole)) subject = true;
    if (item.mention < 0) continue;
    const NameMention& mention =
        names_.mentions[static_cast<size_t>(item.mention)];
    const bool is_first = item.range().begin == mention.range.begin;
    if (!is_first) continue;
    if (!mention.title.empty()) {
      Enter(Slice(unit.text, mention.title), mention.name);
    }
    if (subject || !IsPerson(item.mention) || item.word.possessive) continue;
    if (i > 0 && unit.Is(i - 1, kPrepositionRole)) continue;
    last_person_ = mention.name;
    subject = true;
  }
}

}  // namespace footnote
