#include "retrieval/rank/passage_conditions.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "retrieval/status.h"

namespace footnote {
namespace {

// Narrows `*allowed`, in which nothing stands for everything, to `set`.
void Narrow(PassageSet set, std::optional<PassageSet>* allowed) {
  if (allowed->has_value()) {
    (*allowed)->IntersectWith(set);
  } else {
    *allowed = std::move(set);
  }
}

absl::StatusOr<PassageSet> PassagesWith(const std::string& term,
                                        SnapshotPostings& postings) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto list, postings.Get(term));
  PassageSet passages;
  for (const CachedPostings::Piece& piece : list->pieces()) {
    piece.chunk->ForEach(
        [&passages](PassageNumber passage, const PackedPosting& /*packed*/) {
          passages.Add(passage);
        });
  }
  return passages;
}

absl::StatusOr<PassageSet> PassagesWithAll(const TermGroup& terms,
                                           SnapshotPostings& postings) {
  std::optional<PassageSet> passages;
  for (const std::string& term : terms) {
    FOOTNOTE_ASSIGN_OR_RETURN(PassageSet with, PassagesWith(term, postings));
    Narrow(std::move(with), &passages);
  }
  return *std::move(passages);
}

// Returns the places of `starts` that stand `distance` terms before one of
// `places`. Both are in order.
std::vector<TermPlace> StandingBefore(const std::vector<TermPlace>& starts,
                                      const std::vector<TermPlace>& places,
                                      uint32_t distance) {
  std::vector<TermPlace> kept;
  auto place = places.begin();
  for (const TermPlace& start : starts) {
    TermPlace wanted = start;
    wanted.position += distance;
    while (place != places.end() && *place < wanted) ++place;
    if (place != places.end() && *place == wanted) kept.push_back(start);
  }
  return kept;
}

absl::StatusOr<PassageSet> PassagesWithPhrase(const TermGroup& phrase,
                                              PostingReader& reader) {
  FOOTNOTE_ASSIGN_OR_RETURN(std::vector<TermPlace> starts,
                            reader.ReadPlaces(phrase.front()));
  for (size_t i = 1; i < phrase.size() && !starts.empty(); ++i) {
    FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<TermPlace> places,
                              reader.ReadPlaces(phrase[i]));
    starts = StandingBefore(starts, places, static_cast<uint32_t>(i));
  }
  PassageSet passages;
  for (const TermPlace& start : starts) passages.Add(start.passage);
  return passages;
}

absl::Status ApplyConditions(const TermConditions& conditions, size_t bound,
                             SnapshotPostings& postings, Reader& reader,
                             std::optional<PassageSet>* allowed) {
  for (const TermGroup& terms : conditions.required) {
    FOOTNOTE_ASSIGN_OR_RETURN(PassageSet with,
                              PassagesWithAll(terms, postings));
    Narrow(std::move(with), allowed);
  }
  for (const TermGroup& phrase : conditions.phrases) {
    FOOTNOTE_ASSIGN_OR_RETURN(PassageSet with,
                              PassagesWithPhrase(phrase, reader.postings()));
    Narrow(std::move(with), allowed);
  }
  for (const TermGroup& terms : conditions.excluded) {
    FOOTNOTE_ASSIGN_OR_RETURN(const PassageSet with,
                              PassagesWithAll(terms, postings));
    if (!allowed->has_value()) *allowed = PassageSet::Below(bound);
    (*allowed)->Subtract(with);
  }
  return absl::OkStatus();
}

// Returns the passages that name `entity` or hold the terms of one of its
// forms.
absl::StatusOr<PassageSet> PassagesAbout(const Entity& entity,
                                         SnapshotPostings& postings,
                                         Reader& reader) {
  PassageSet passages;
  for (const std::string& form : entity.forms) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        const PassageSet naming,
        reader.annotations().FindNaming(form, /*speaking=*/false));
    passages.UniteWith(naming);
    const TermGroup terms = ContentTerms(form);
    if (terms.empty()) continue;
    FOOTNOTE_ASSIGN_OR_RETURN(const PassageSet holding,
                              PassagesWithAll(terms, postings));
    passages.UniteWith(holding);
  }
  return passages;
}

absl::Status ApplyStatement(const StatementConditions& statement,
                            SnapshotPostings& postings, Reader& reader,
                            std::optional<PassageSet>* allowed) {
  for (const Entity& entity : statement.entities) {
    FOOTNOTE_ASSIGN_OR_RETURN(PassageSet about,
                              PassagesAbout(entity, postings, reader));
    Narrow(std::move(about), allowed);
  }
  if (!statement.speaker.empty()) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        PassageSet speaking,
        reader.annotations().FindNaming(statement.speaker, /*speaking=*/true));
    Narrow(std::move(speaking), allowed);
  }
  if (statement.event.has_value()) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        PassageSet then, reader.annotations().FindSpeakingOf(*statement.event));
    Narrow(std::move(then), allowed);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<AllowedPassages> FindAllowed(
    const DocumentFilter& filter, const TermConditions& conditions,
    const StatementConditions& statement, size_t bound,
    SnapshotPostings& postings, Reader& reader) {
  AllowedPassages allowed;
  if (!filter.TakesAll()) {
    FOOTNOTE_ASSIGN_OR_RETURN(allowed.set, reader.FindPassages(filter));
    allowed.any_document = !allowed.set->empty();
  }
  FOOTNOTE_RETURN_IF_ERROR(
      ApplyConditions(conditions, bound, postings, reader, &allowed.set));
  FOOTNOTE_RETURN_IF_ERROR(
      ApplyStatement(statement, postings, reader, &allowed.set));
  return allowed;
}

}  // namespace footnote
