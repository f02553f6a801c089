#include "retrieval/index/annotation_reader.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "retrieval/index/postings.h"
#include "retrieval/status.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

absl::Status Lacking(absl::string_view what) {
  return StorageCorrupt(absl::StrCat(
      "The table of ", what,
      " lacks what a document says; restore the corpus from a copy."));
}

}  // namespace

absl::StatusOr<AnnotationReader> AnnotationReader::Create(Database& database) {
  AnnotationReader reader;
  FOOTNOTE_RETURN_IF_ERROR(database.PrepareAll(
      {{&reader.names_,
        "SELECT number, full_name, title FROM name_word "
        "JOIN name ON name.number = name_word.name WHERE word = ?1"},
       {&reader.mentions_,
        "SELECT passage FROM mention WHERE name = ?1 AND speaks >= ?2"},
       {&reader.events_,
        "SELECT passage, begin_at, end_at FROM event "
        "WHERE begin_at < ?2 AND end_at > ?1"},
       {&reader.long_form_,
        // The same spelling whatever came first.
        "SELECT min(long_form) FROM acronym WHERE acronym_key = ?1 "
        "GROUP BY long_form_key ORDER BY count(*) DESC, long_form_key LIMIT 1"},
       {&reader.acronym_,
        "SELECT min(acronym) FROM acronym WHERE long_form_key = ?1 "
        "GROUP BY acronym_key ORDER BY count(*) DESC, acronym_key LIMIT 1"},
       {&reader.has_mention_,
        "SELECT speaks, name FROM mention JOIN name ON name.number = "
        "mention.name "
        "WHERE full_name = ?1 AND title = ?2 AND passage = ?3"},
       {&reader.has_word_,
        "SELECT 1 FROM name_word WHERE word = ?1 AND name = ?2"},
       {&reader.has_acronym_,
        "SELECT 1 FROM acronym WHERE acronym_key = ?1 AND long_form_key = ?2 "
        "AND document = ?3"},
       {&reader.has_event_,
        "SELECT 1 FROM event WHERE begin_at = ?1 AND end_at = ?2 "
        "AND passage = ?3"}}));
  return reader;
}

absl::StatusOr<PassageSet> AnnotationReader::FindNaming(absl::string_view asked,
                                                        bool speaking) {
  std::set<int64_t> numbers;
  for (const Term& term : Tokenize(asked)) {
    const StatementReset reset(names_);
    names_.BindText(1, term.text);
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool found, names_.Step());
      if (!found) break;
      if (NamesMatch(asked, names_.Text(1), names_.Text(2))) {
        numbers.insert(names_.Int64(0));
      }
    }
  }
  PassageSet passages;
  for (const int64_t number : numbers) {
    const StatementReset reset(mentions_);
    mentions_.Bind(1, number);
    mentions_.Bind(2, speaking ? 1 : 0);
    while (true) {
      FOOTNOTE_ASSIGN_OR_RETURN(const bool found, mentions_.Step());
      if (!found) break;
      passages.Add(static_cast<PassageNumber>(mentions_.Int64(0)));
    }
  }
  return passages;
}

absl::StatusOr<PassageSet> AnnotationReader::FindSpeakingOf(
    const TimePeriod& period) {
  const StatementReset reset(events_);
  events_.Bind(1, absl::ToUnixMicros(period.begin));
  events_.Bind(2, absl::ToUnixMicros(period.end));
  PassageSet passages;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, events_.Step());
    if (!found) return passages;
    const TimePeriod time = {absl::FromUnixMicros(events_.Int64(1)),
                             absl::FromUnixMicros(events_.Int64(2))};
    if (LiesMostlyIn(time, period)) {
      passages.Add(static_cast<PassageNumber>(events_.Int64(0)));
    }
  }
}

absl::StatusOr<std::optional<std::string>> AnnotationReader::FindLongForm(
    absl::string_view acronym) {
  const StatementReset reset(long_form_);
  long_form_.BindText(1, TermKey(acronym));
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, long_form_.Step());
  if (!found) return std::optional<std::string>();
  return std::optional<std::string>(long_form_.Text(0));
}

absl::StatusOr<std::optional<std::string>> AnnotationReader::FindAcronym(
    absl::string_view long_form) {
  const StatementReset reset(acronym_);
  acronym_.BindText(1, TermKey(long_form));
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, acronym_.Step());
  if (!found) return std::optional<std::string>();
  return std::optional<std::string>(acronym_.Text(0));
}

absl::Status AnnotationReader::Check(const Annotations& annotations,
                                     const PassageRun& run) {
  for (const auto& [place, speaks] : FindMentions(annotations, run)) {
    const auto [passage, name] = place;
    FOOTNOTE_RETURN_IF_ERROR(
        CheckMention(annotations.names[name], passage, speaks));
  }
  for (const auto& [begin, end, passage] : FindEvents(annotations, run)) {
    const StatementReset reset(has_event_);
    has_event_.Bind(1, begin);
    has_event_.Bind(2, end);
    has_event_.Bind(3, passage);
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, has_event_.Step());
    if (!found) return Lacking("events");
  }
  for (const AcronymDefinition& definition : annotations.acronyms) {
    const StatementReset reset(has_acronym_);
    has_acronym_.BindText(1, TermKey(definition.acronym));
    has_acronym_.BindText(2, TermKey(definition.long_form));
    has_acronym_.Bind(3, run.document);
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, has_acronym_.Step());
    if (!found) return Lacking("acronyms");
  }
  return absl::OkStatus();
}

absl::Status AnnotationReader::CheckMention(const Name& name,
                                            PassageNumber passage,
                                            bool speaks) {
  const StatementReset reset(has_mention_);
  has_mention_.BindText(1, name.full);
  has_mention_.BindText(2, name.title);
  has_mention_.Bind(3, passage);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, has_mention_.Step());
  if (!found || (speaks && has_mention_.Int64(0) == 0)) {
    return Lacking("mentions");
  }
  const int64_t number = has_mention_.Int64(1);
  for (const std::string& word : NameTerms(name)) {
    const StatementReset reset_word(has_word_);
    has_word_.BindText(1, word);
    has_word_.Bind(2, number);
    FOOTNOTE_ASSIGN_OR_RETURN(const bool has_word, has_word_.Step());
    if (!has_word) return Lacking("words of names");
  }
  return absl::OkStatus();
}

}  // namespace footnote
