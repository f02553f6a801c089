#include "retrieval/ingest/annotator.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "retrieval/text/acronyms.h"
#include "retrieval/text/attributions.h"
#include "retrieval/text/names.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/time_expression.h"

namespace footnote {
namespace {

// No article names more; a directory that does gets the first of them.
constexpr size_t kMaxNames = 4096;

bool IsEnglish(absl::string_view language) {
  return language.empty() || absl::EqualsIgnoreCase(language, "en") ||
         absl::StartsWithIgnoreCase(language, "en-");
}

// Collects the names of a document, each once.
class NameList {
 public:
  explicit NameList(std::vector<Name>* names) : names_(names) {}

  // Returns the position of `name`, or nothing if there are too many.
  std::optional<uint32_t> Add(const Name& name) {
    const auto [known, is_new] = positions_.try_emplace(
        {name.full, name.title}, static_cast<uint32_t>(names_->size()));
    if (!is_new) return known->second;
    if (names_->size() == kMaxNames) {
      positions_.erase(known);
      return std::nullopt;
    }
    names_->push_back(name);
    return known->second;
  }

 private:
  std::vector<Name>* names_;
  absl::flat_hash_map<std::pair<std::string, std::string>, uint32_t> positions_;
};

void AddMentions(const DocumentNames& found, NameList* names,
                 Annotations* annotations) {
  for (const NameMention& mention : found.mentions) {
    const auto name = names->Add(found.names[mention.name]);
    if (name.has_value()) {
      annotations->places.push_back({mention.range, *name, true});
    }
  }
}

void AddReferences(const std::vector<NameReference>& references,
                   const DocumentNames& found, NameList* names,
                   Annotations* annotations) {
  for (const NameReference& reference : references) {
    const auto name = names->Add(found.names[reference.name]);
    if (name.has_value()) {
      annotations->places.push_back({reference.range, *name, false});
    }
  }
}

void AddSpeeches(const std::vector<Attribution>& attributions,
                 const DocumentNames& found, NameList* names,
                 Annotations* annotations) {
  absl::flat_hash_map<absl::string_view, const Name*> known;
  for (const Name& name : found.names) known.insert_or_assign(name.full, &name);
  for (const Attribution& attribution : attributions) {
    if (attribution.speaker.empty()) continue;
    const auto found_name = known.find(attribution.speaker);
    const Name speaker =
        found_name != known.end()
            ? *found_name->second
            : Name{attribution.speaker, attribution.title, NameKind::kUnknown};
    // "Arizona was called for him": places report nothing.
    if (speaker.kind == NameKind::kPlace && !attribution.is_direct) continue;
    const auto name = names->Add(speaker);
    if (!name.has_value()) continue;
    annotations->speeches.push_back({attribution.content, attribution.source,
                                     *name, attribution.is_direct});
  }
}

// Drops the times of boilerplate.
void KeepProse(const std::vector<Sentence>& sentences,
               std::vector<TimeExpression>* times) {
  auto sentence = sentences.begin();
  const auto is_boilerplate = [&](const TimeExpression& time) {
    while (sentence != sentences.end() &&
           sentence->range.end <= time.range.begin) {
      ++sentence;
    }
    return sentence == sentences.end() ||
           sentence->kind == SentenceKind::kBoilerplate;
  };
  times->erase(std::remove_if(times->begin(), times->end(), is_boilerplate),
               times->end());
}

std::optional<absl::CivilDay> DayOf(absl::string_view published) {
  const auto time = PublicationTime(published);
  if (!time.has_value()) return std::nullopt;
  return absl::ToCivilDay(*time, absl::UTCTimeZone());
}

template <typename T, typename Key>
void SortBy(Key key, std::vector<T>* list) {
  std::stable_sort(list->begin(), list->end(), [key](const T& a, const T& b) {
    return key(a).begin < key(b).begin;
  });
}

}  // namespace

Annotations Annotate(const Document& document,
                     const std::vector<Sentence>& sentences) {
  Annotations annotations;
  annotations.sketch = Sketch(document.text);
  if (!IsEnglish(document.language)) return annotations;
  const DocumentNames found = FindNames(document.text, sentences);
  NameList names(&annotations.names);
  AddMentions(found, &names, &annotations);
  std::vector<NameReference> references;
  AddSpeeches(FindAttributions(document.text, sentences, found, &references),
              found, &names, &annotations);
  AddReferences(references, found, &names, &annotations);
  SortBy([](const NamePlace& p) { return p.range; }, &annotations.places);
  SortBy([](const Speech& s) { return s.content; }, &annotations.speeches);
  annotations.times =
      FindTimeExpressions(document.text, DayOf(document.published));
  KeepProse(sentences, &annotations.times);
  annotations.acronyms = FindAcronyms(document.text);
  return annotations;
}

}  // namespace footnote
