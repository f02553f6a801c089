#include "retrieval/text/name_table.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "retrieval/text/prose_words.h"

namespace footnote {
namespace {

// The longest title that is kept, in bytes.
constexpr size_t kMaxTitle = 100;

using Words = std::vector<absl::string_view>;

std::string WholeKey(const Words& words) {
  return LowerWord(absl::StrJoin(words, " "));
}

std::string OuterKey(const Words& words) {
  return LowerWord(absl::StrCat(words.front(), " ", words.back()));
}

// Returns whether a later mention may give a part of the name alone.
bool HasShortForms(NameKind kind) {
  return kind == NameKind::kPerson || kind == NameKind::kUnknown;
}

}  // namespace

std::optional<uint32_t> NameTable::MostMentioned(
    const absl::flat_hash_map<std::string, Sharing>& map,
    const std::string& key) const {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  uint32_t best = found->second.front();
  for (const uint32_t name : found->second) {
    if (mentions_[name] > mentions_[best]) best = name;
  }
  return best;
}

std::optional<uint32_t> NameTable::Find(const Words& words) const {
  const std::string key = WholeKey(words);
  if (words.size() > 1) {
    const auto whole = whole_.find(key);
    if (whole != whole_.end()) return whole->second;
    const auto outer = outer_.find(OuterKey(words));
    if (outer != outer_.end()) return outer->second;
    // Family name first: "Ishiba Shigeru".
    const auto turned = outer_.find(OuterKey({words.back(), words.front()}));
    if (words.size() == 2 && turned != outer_.end()) return turned->second;
    return std::nullopt;
  }
  if (const auto last = MostMentioned(last_, key)) return last;
  const auto whole = whole_.find(key);
  if (whole != whole_.end()) return whole->second;
  return MostMentioned(given_, key);
}

std::optional<uint32_t> NameTable::ShortForm(const Words& words) const {
  if (words.size() < 2) return std::nullopt;
  const auto found = whole_.find(LowerWord(words.back()));
  if (found == whole_.end()) return std::nullopt;
  const Name& name = names_[found->second];
  // One that has already grown is someone else.
  if (name.full.find(' ') != std::string::npos || !HasShortForms(name.kind)) {
    return std::nullopt;
  }
  return found->second;
}

void NameTable::Enter(uint32_t name, const Words& words) {
  whole_.emplace(WholeKey(words), name);
  if (words.size() < 2 || !HasShortForms(names_[name].kind)) return;
  outer_.emplace(OuterKey(words), name);
  const auto enter = [name](Sharing& sharing) {
    if (sharing.size() == kMaxSharing) sharing.erase(sharing.begin());
    sharing.push_back(name);
  };
  enter(last_[LowerWord(words.back())]);
  enter(given_[LowerWord(words.front())]);
}

uint32_t NameTable::Add(const Words& words, NameKind kind) {
  std::optional<uint32_t> found = Find(words);
  if (!found.has_value() && HasShortForms(kind)) {
    found = ShortForm(words);
    if (found.has_value()) Enter(*found, words);
  }
  if (found.has_value()) {
    Name& name = names_[*found];
    const std::string full = absl::StrJoin(words, " ");
    if (full.size() > name.full.size()) name.full = full;
    if (name.kind == NameKind::kUnknown) name.kind = kind;
    return *found;
  }
  const auto added = static_cast<uint32_t>(names_.size());
  Name& name = names_.emplace_back();
  name.full = absl::StrJoin(words, " ");
  name.kind = kind;
  mentions_.push_back(0);
  Enter(added, words);
  return added;
}

void NameTable::Mention(uint32_t name, absl::string_view title) {
  ++mentions_[name];
  Name& entry = names_[name];
  if (title.size() > entry.title.size() && title.size() <= kMaxTitle) {
    entry.title = std::string(title);
  }
  if (!title.empty() && entry.kind == NameKind::kUnknown) {
    entry.kind = NameKind::kPerson;
  }
}

}  // namespace footnote
