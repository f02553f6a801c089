#include "retrieval/text/attributions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "retrieval/text/quotation_marks.h"
#include "retrieval/text/speakers.h"
#include "retrieval/text/statement_unit.h"
#include "retrieval/text/statements.h"

namespace footnote {
namespace {

// What is kept of a unit when it has been read.
struct ReadUnit {
  ByteRange range;
  size_t paragraph = 0;
  bool is_all_quotation = false;
  bool begins_quoted = false;
  size_t first = 0;  // Its attributions: [first, last).
  size_t last = 0;
};

// Returns the words that name who, without the comma behind an apposition.
ByteRange SourceOf(const StatementUnit& unit, const NounPhrase& source) {
  const size_t last = source.end - 1;
  const bool marked = last > source.begin && !unit.items[last].IsWord() &&
                      !unit.IsMark(last, ')');
  return unit.Bytes(source.begin, marked ? last : source.end);
}

// Finds the attributions of one document.
class AttributionFinder {
 public:
  AttributionFinder(absl::string_view text,
                    const std::vector<Sentence>& sentences,
                    const DocumentNames& names)
      : quotations_(FindQuotations(text)),
        reader_(text, sentences, names, quotations_),
        resolver_(names) {}

  // See FindAttributions().
  std::vector<Attribution> Find(std::vector<NameReference>* references);

 private:
  void ReadUnits();

  // Takes note of the words of `unit` that stand for names.
  void AddReferences(const StatementUnit& unit);

  // Completes the statement that the unit before announced: "She went on:".
  // `has_own`: the unit has statements of its own.
  void TakeAnnounced(const StatementUnit& unit, bool has_own);

  // Forgets it: nothing follows that it could announce.
  void DropAnnounced();

  // Gives quotations that stand by themselves to who speaks before or behind.
  void ContinueSpeakers();

  // Gives `unit`, a quotation, to the speaker of the attribution at `from`.
  void Continue(const ReadUnit& unit, size_t from);

  std::vector<ByteRange> quotations_;
  StatementUnitReader reader_;
  SpeakerResolver resolver_;
  std::vector<ReadUnit> units_;
  std::vector<Attribution> found_;
  std::vector<NameReference> references_;
};

void AttributionFinder::ReadUnits() {
  StatementUnit unit;
  while (reader_.Next(&unit)) {
    const std::vector<Statement> statements = FindStatements(unit);
    TakeAnnounced(unit, !statements.empty());
    ReadUnit read{unit.range,
                  unit.paragraph,
                  unit.IsAllQuotation(),
                  unit.IsQuotation(0),
                  units_.empty() ? 0 : units_.back().last,
                  0};
    for (const Statement& statement : statements) {
      ResolvedSpeaker speaker = resolver_.Resolve(unit, statement.source);
      found_.push_back({statement.content, statement.cue,
                        SourceOf(unit, statement.source),
                        std::move(speaker.name), std::move(speaker.title),
                        statement.is_direct});
    }
    AddReferences(unit);
    resolver_.Leave(unit);
    read.last = found_.size();
    units_.push_back(read);
  }
  DropAnnounced();
}

void AttributionFinder::AddReferences(const StatementUnit& unit) {
  for (size_t i = 0; i < unit.size();) {
    size_t end = i + 1;
    const auto name = resolver_.ReferenceAt(unit, i, &end);
    if (name.has_value()) references_.push_back({unit.Bytes(i, end), *name});
    i = end;
  }
}

void AttributionFinder::TakeAnnounced(const StatementUnit& unit, bool has_own) {
  if (found_.empty() || !found_.back().content.empty()) return;
  const bool quoted = unit.IsQuotation(0) && !has_own;
  if (quoted || unit.IsAllQuotation()) {
    found_.back().content =
        unit.IsAllQuotation() ? unit.range : unit.items[0].range();
    // It is the new unit's from now on.
    --units_.back().last;
  } else {
    DropAnnounced();
  }
}

void AttributionFinder::DropAnnounced() {
  if (found_.empty() || !found_.back().content.empty()) return;
  found_.pop_back();
  --units_.back().last;
}

void AttributionFinder::Continue(const ReadUnit& unit, size_t from) {
  Attribution attribution = found_[from];
  attribution.is_direct = true;
  attribution.content = unit.range;
  found_.push_back(std::move(attribution));
}

void AttributionFinder::ContinueSpeakers() {
  constexpr size_t kNone = static_cast<size_t>(-1);
  // The attribution that each unit ends with, and that it begins with.
  std::vector<size_t> ends(units_.size(), kNone);
  std::vector<size_t> begins(units_.size(), kNone);
  for (size_t i = units_.size(); i-- > 0;) {
    const ReadUnit& unit = units_[i];
    if (unit.first < unit.last && unit.begins_quoted &&
        found_[unit.first].is_direct) {
      begins[i] = unit.first;
    } else if (unit.is_all_quotation && i + 1 < units_.size() &&
               units_[i + 1].paragraph == unit.paragraph) {
      begins[i] = begins[i + 1];
    }
  }
  for (size_t i = 0; i < units_.size(); ++i) {
    const ReadUnit& unit = units_[i];
    if (unit.first < unit.last) {
      ends[i] = unit.last - 1;
      continue;
    }
    if (!unit.is_all_quotation) continue;
    const bool same = i > 0 && units_[i - 1].paragraph == unit.paragraph;
    size_t from = same ? ends[i - 1] : kNone;
    if (from == kNone) from = begins[i];
    if (from == kNone && i > 0) from = ends[i - 1];
    if (from == kNone) continue;
    Continue(unit, from);
    ends[i] = from;
  }
}

std::vector<Attribution> AttributionFinder::Find(
    std::vector<NameReference>* references) {
  ReadUnits();
  ContinueSpeakers();
  if (references != nullptr) *references = std::move(references_);
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Attribution& a, const Attribution& b) {
                     return a.content.begin < b.content.begin;
                   });
  return std::move(found_);
}

}  // namespace

std::vector<Attribution> FindAttributions(
    absl::string_view text, const std::vector<Sentence>& sentences,
    const DocumentNames& names, std::vector<NameReference>* references) {
  return AttributionFinder(text, sentences, names).Find(references);
}

}  // namespace footnote
