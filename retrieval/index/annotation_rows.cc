#include "retrieval/index/annotation_rows.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// Calls `visit` with the number of each passage of `run` that `range` is in.
template <typename Visit>
void ForEachPassage(const PassageRun& run, ByteRange range, Visit visit) {
  auto passage = std::partition_point(
      run.ranges.begin(), run.ranges.end(),
      [range](ByteRange other) { return other.end <= range.begin; });
  for (; passage != run.ranges.end() && passage->begin < range.end; ++passage) {
    if (Overlap(*passage, range)) {
      visit(static_cast<PassageNumber>(run.first +
                                       (passage - run.ranges.begin())));
    }
  }
}

}  // namespace

MentionRows FindMentions(const Annotations& annotations,
                         const PassageRun& run) {
  MentionRows rows;
  for (const NamePlace& place : annotations.places) {
    ForEachPassage(run, place.range, [&](PassageNumber passage) {
      rows.emplace(std::pair(passage, place.name), false);
    });
  }
  for (const Speech& speech : annotations.speeches) {
    ForEachPassage(run, speech.content, [&](PassageNumber passage) {
      rows[{passage, speech.name}] = true;
    });
  }
  return rows;
}

EventRows FindEvents(const Annotations& annotations, const PassageRun& run) {
  EventRows rows;
  for (const TimeExpression& time : annotations.times) {
    if (!time.period.has_value()) continue;
    ForEachPassage(run, time.range, [&](PassageNumber passage) {
      rows.emplace(absl::ToUnixMicros(time.period->begin),
                   absl::ToUnixMicros(time.period->end), passage);
    });
  }
  return rows;
}

std::set<std::string> NameTerms(const Name& name) {
  std::set<std::string> words;
  for (Term& term : Tokenize(absl::StrCat(name.full, " ", name.title))) {
    words.insert(std::move(term.text));
  }
  return words;
}

std::string TermKey(absl::string_view text) {
  std::vector<std::string> terms;
  for (Term& term : Tokenize(text)) terms.push_back(std::move(term.text));
  return absl::StrJoin(terms, " ");
}

}  // namespace footnote
