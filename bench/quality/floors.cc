#include "bench/quality/floors.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "bench/quality/figures.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

bool IsMeasure(const std::string& name) {
  const auto& measures = Measures();
  return std::any_of(measures.begin(), measures.end(),
                     [&name](const auto& known) { return known.name == name; });
}

absl::StatusOr<Floor> ParseFloor(absl::string_view text) {
  Floor floor;
  floor.is_ceiling = text.find("<=") != absl::string_view::npos;
  const std::vector<std::string> sides =
      absl::StrSplit(text, floor.is_ceiling ? "<=" : ">=");
  if (sides.size() != 2 || !absl::SimpleAtod(sides[1], &floor.bound)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "`", text, "` is no bound. Write one as p_at_1>=0.72 or ece<=0.05."));
  }
  floor.measure = sides[0];
  if (IsMeasure(floor.measure)) return floor;
  return absl::InvalidArgumentError(
      absl::StrCat("`", floor.measure, "` is no measure. There are: ",
                   absl::StrJoin(Measures(), ", ",
                                 [](std::string* out, const Measure& measure) {
                                   out->append(measure.name);
                                 }),
                   "."));
}

}  // namespace

absl::StatusOr<std::vector<Floor>> ParseFloors(absl::string_view text) {
  std::vector<Floor> floors;
  for (const absl::string_view part :
       absl::StrSplit(text, ',', absl::SkipEmpty())) {
    FOOTNOTE_ASSIGN_OR_RETURN(floors.emplace_back(), ParseFloor(part));
  }
  return floors;
}

absl::Status CheckFloors(const std::vector<Floor>& floors,
                         const Measurement& measurement) {
  std::vector<std::string> failures;
  for (const Floor& floor : floors) {
    const Figure* figure =
        FindFigure(measurement.systems(0), floor.measure, "");
    if (figure == nullptr) {
      failures.push_back(absl::StrCat(floor.measure, " has no value here"));
    } else if (floor.is_ceiling ? figure->value() > floor.bound
                                : figure->value() < floor.bound) {
      failures.push_back(
          absl::StrCat(floor.measure, " is ", figure->value(), ", not ",
                       floor.is_ceiling ? "<= " : ">= ", floor.bound));
    }
  }
  if (failures.empty()) return absl::OkStatus();
  return absl::OutOfRangeError(
      absl::StrCat(measurement.set(), ": ", absl::StrJoin(failures, "; ")));
}

}  // namespace footnote::bench
