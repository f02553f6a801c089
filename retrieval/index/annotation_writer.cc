#include "retrieval/index/annotation_writer.h"

#include <sqlite3.h>

#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// How many names are remembered: some megabytes.
constexpr size_t kMostNumbers = 1 << 14;

// No name has a zero byte.
std::string KeyOf(const Name& name) {
  return absl::StrCat(name.full, absl::string_view("\0", 1), name.title);
}

}  // namespace

absl::StatusOr<AnnotationWriter> AnnotationWriter::Create(Database& database) {
  AnnotationWriter writer;
  writer.database_ = &database;
  FOOTNOTE_RETURN_IF_ERROR(database.PrepareAll(
      {{&writer.find_name_,
        "SELECT number FROM name WHERE full_name = ?1 AND title = ?2"},
       {&writer.insert_name_,
        "INSERT INTO name (full_name, title) VALUES (?1, ?2)"},
       {&writer.insert_word_, "INSERT INTO name_word VALUES (?1, ?2)"},
       {&writer.insert_mention_,
        "INSERT INTO mention VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE "
        "SET speaks = max(speaks, excluded.speaks)"},
       {&writer.insert_event_, "INSERT INTO event VALUES (?1, ?2, ?3)"},
       {&writer.insert_acronym_,
        "INSERT OR IGNORE INTO acronym VALUES (?1, ?2, ?3, ?4, ?5)"},
       {&writer.delete_mentions_,
        "DELETE FROM mention WHERE name = ?1 AND passage BETWEEN ?2 AND ?3"},
       {&writer.delete_name_,
        "DELETE FROM name WHERE number = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM mention WHERE name = ?1)"},
       {&writer.delete_word_,
        "DELETE FROM name_word WHERE word = ?1 AND name = ?2"},
       {&writer.delete_event_,
        "DELETE FROM event WHERE begin_at = ?1 AND end_at = ?2 "
        "AND passage = ?3"},
       {&writer.delete_acronyms_,
        "DELETE FROM acronym WHERE acronym_key = ?1 AND document = ?2"}}));
  return writer;
}

absl::StatusOr<int64_t> AnnotationWriter::NumberOf(const Name& name) {
  const StatementReset reset(find_name_);
  find_name_.BindText(1, name.full);
  find_name_.BindText(2, name.title);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_name_.Step());
  return found ? find_name_.Int64(0) : 0;
}

absl::StatusOr<int64_t> AnnotationWriter::FindOrAdd(const Name& name) {
  if (numbers_.size() >= kMostNumbers) numbers_.clear();
  int64_t& number = numbers_[KeyOf(name)];
  if (number != 0) return number;
  FOOTNOTE_ASSIGN_OR_RETURN(number, NumberOf(name));
  if (number == 0) {
    FOOTNOTE_ASSIGN_OR_RETURN(number, AddName(name));
  }
  return number;
}

absl::StatusOr<int64_t> AnnotationWriter::AddName(const Name& name) {
  insert_name_.BindText(1, name.full);
  insert_name_.BindText(2, name.title);
  FOOTNOTE_RETURN_IF_ERROR(insert_name_.Run());
  const int64_t number = sqlite3_last_insert_rowid(database_->handle());
  for (const std::string& word : NameTerms(name)) {
    insert_word_.BindText(1, word);
    insert_word_.Bind(2, number);
    FOOTNOTE_RETURN_IF_ERROR(insert_word_.Run());
  }
  return number;
}

absl::Status AnnotationWriter::Insert(const Annotations& annotations,
                                      const PassageRun& run) {
  std::map<uint32_t, int64_t> numbers;
  for (const auto& [place, speaks] : FindMentions(annotations, run)) {
    const auto [passage, name] = place;
    int64_t& number = numbers[name];
    if (number == 0) {
      FOOTNOTE_ASSIGN_OR_RETURN(number, FindOrAdd(annotations.names[name]));
    }
    insert_mention_.Bind(1, number);
    insert_mention_.Bind(2, passage);
    insert_mention_.Bind(3, speaks ? 1 : 0);
    FOOTNOTE_RETURN_IF_ERROR(insert_mention_.Run());
  }
  for (const auto& [begin, end, passage] : FindEvents(annotations, run)) {
    insert_event_.Bind(1, begin);
    insert_event_.Bind(2, end);
    insert_event_.Bind(3, passage);
    FOOTNOTE_RETURN_IF_ERROR(insert_event_.Run());
  }
  return InsertAcronyms(annotations, run.document);
}

absl::Status AnnotationWriter::InsertAcronyms(const Annotations& annotations,
                                              int64_t document) {
  for (const AcronymDefinition& definition : annotations.acronyms) {
    insert_acronym_.BindText(1, TermKey(definition.acronym));
    insert_acronym_.BindText(2, TermKey(definition.long_form));
    insert_acronym_.Bind(3, document);
    insert_acronym_.BindText(4, definition.acronym);
    insert_acronym_.BindText(5, definition.long_form);
    FOOTNOTE_RETURN_IF_ERROR(insert_acronym_.Run());
  }
  return absl::OkStatus();
}

absl::Status AnnotationWriter::Remove(const Annotations& annotations,
                                      const PassageRun& run) {
  const auto last = run.first + static_cast<int64_t>(run.ranges.size()) - 1;
  for (const Name& name : annotations.names) {
    FOOTNOTE_ASSIGN_OR_RETURN(const int64_t number, NumberOf(name));
    if (number == 0) continue;  // Of boilerplate alone.
    delete_mentions_.Bind(1, number);
    delete_mentions_.Bind(2, run.first);
    delete_mentions_.Bind(3, last);
    FOOTNOTE_RETURN_IF_ERROR(delete_mentions_.Run());
    FOOTNOTE_RETURN_IF_ERROR(DropUnusedName(name, number));
  }
  for (const auto& [begin, end, passage] : FindEvents(annotations, run)) {
    delete_event_.Bind(1, begin);
    delete_event_.Bind(2, end);
    delete_event_.Bind(3, passage);
    FOOTNOTE_RETURN_IF_ERROR(delete_event_.Run());
  }
  for (const AcronymDefinition& definition : annotations.acronyms) {
    delete_acronyms_.BindText(1, TermKey(definition.acronym));
    delete_acronyms_.Bind(2, run.document);
    FOOTNOTE_RETURN_IF_ERROR(delete_acronyms_.Run());
  }
  return absl::OkStatus();
}

absl::Status AnnotationWriter::DropUnusedName(const Name& name,
                                              int64_t number) {
  delete_name_.Bind(1, number);
  FOOTNOTE_RETURN_IF_ERROR(delete_name_.Run());
  if (sqlite3_changes(database_->handle()) == 0) return absl::OkStatus();
  numbers_.erase(KeyOf(name));
  for (const std::string& word : NameTerms(name)) {
    delete_word_.BindText(1, word);
    delete_word_.Bind(2, number);
    FOOTNOTE_RETURN_IF_ERROR(delete_word_.Run());
  }
  return absl::OkStatus();
}

}  // namespace footnote
