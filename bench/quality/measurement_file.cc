#include "bench/quality/measurement_file.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "bench/message_file.h"
#include "bench/quality/figures.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

System* SystemOf(const System& other, Measurement* whole) {
  for (System& system : *whole->mutable_systems()) {
    if (system.name() == other.name()) return &system;
  }
  System* system = whole->add_systems();
  system->set_name(other.name());
  system->set_has_confidence(other.has_confidence());
  return system;
}

absl::Status AddPart(const Measurement& part, Measurement* whole) {
  if (part.parts() != whole->parts()) {
    return absl::InvalidArgumentError(absl::StrCat(
        part.set(), " was cut into ", whole->parts(), " parts and into ",
        part.parts(), ". Give measurements of one cut."));
  }
  for (const System& system : part.systems()) {
    SystemOf(system, whole)->mutable_questions()->MergeFrom(system.questions());
  }
  whole->set_citations_checked(whole->citations_checked() +
                               part.citations_checked());
  whole->set_citations_false(whole->citations_false() + part.citations_false());
  return absl::OkStatus();
}

absl::Status CheckOnce(const Measurement& whole) {
  for (const System& system : whole.systems()) {
    absl::flat_hash_set<std::string> seen;
    for (const JudgedQuestion& question : system.questions()) {
      if (seen.insert(question.id()).second) continue;
      return absl::InvalidArgumentError(
          absl::StrCat(whole.set(), " has the question ", question.id(),
                       " twice. Give each part once."));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteMeasurement(const Measurement& measurement,
                              const std::string& path) {
  return WriteMessage(measurement, path);
}

absl::StatusOr<Measurement> ReadMeasurement(const std::string& path) {
  Measurement measurement;
  FOOTNOTE_RETURN_IF_ERROR(ReadMessage(path, &measurement));
  if (!measurement.systems().empty()) return measurement;
  return absl::InvalidArgumentError(
      absl::StrCat(path, " is not what `quality measure --json` writes."));
}

absl::StatusOr<std::vector<Measurement>> Pool(
    const std::vector<Measurement>& parts) {
  std::vector<Measurement> wholes;
  for (const Measurement& part : parts) {
    const auto found = std::find_if(
        wholes.begin(), wholes.end(),
        [&part](const auto& whole) { return whole.set() == part.set(); });
    if (found == wholes.end()) {
      wholes.push_back(part);
      continue;
    }
    FOOTNOTE_RETURN_IF_ERROR(AddPart(part, &*found));
  }
  for (Measurement& whole : wholes) {
    FOOTNOTE_RETURN_IF_ERROR(CheckOnce(whole));
    for (System& system : *whole.mutable_systems()) FillFigures(&system);
  }
  return wholes;
}

}  // namespace footnote::bench
