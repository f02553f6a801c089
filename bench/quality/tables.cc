#include "bench/quality/tables.h"

#include <cmath>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "bench/quality/figures.h"

namespace footnote::bench {
namespace {

constexpr uint32_t kLeastQuestionsOfType = 20;
constexpr char kFirstRight[] = "p_at_1";

// Three digits and no zero before them: `.740`.
std::string Short(double value) {
  const std::string digits = absl::StrFormat("%.3f", value);
  return std::string(absl::StripPrefix(digits, "0"));
}

std::string Cell(const Figure* figure, const Measure& measure) {
  if (figure == nullptr) return "–";
  std::string cell =
      absl::StrCat(Short(figure->value()), " [", Short(figure->low()), ", ",
                   Short(figure->high()), "]");
  if (measure.is_count) {
    absl::StrAppend(&cell, " ",
                    std::lround(figure->value() * figure->questions()));
  }
  return cell;
}

// Returns the number of questions that `measure` is of; 0: no system has it.
uint32_t QuestionsOf(const Measurement& measurement, const Measure& measure) {
  for (const System& system : measurement.systems()) {
    const Figure* figure = FindFigure(system, measure.name, "");
    if (figure != nullptr) return figure->questions();
  }
  return 0;
}

// Fills `text` with spaces up to `width` signs, which "–" has one of.
std::string Padded(const std::string& text, size_t width) {
  const size_t signs = text == "–" ? 1 : text.size();
  return text + std::string(signs < width ? width - signs : 1, ' ');
}

std::set<std::string> TypesOf(const Measurement& measurement) {
  std::set<std::string> types;
  if (measurement.systems().empty()) return types;
  for (const Figure& figure : measurement.systems(0).figures()) {
    if (!figure.answer_type().empty()) types.insert(figure.answer_type());
  }
  return types;
}

std::string TextByType(const Measurement& measurement) {
  std::string table;
  for (const std::string& type : TypesOf(measurement)) {
    absl::StrAppend(&table, "\n", type, "\n");
    for (const Measure& measure : Measures()) {
      const Figure* figure =
          FindFigure(measurement.systems(0), measure.name, type);
      if (figure == nullptr) continue;
      absl::StrAppend(
          &table,
          absl::StrFormat("  %-28s%8d  ", measure.title, figure->questions()),
          Cell(figure, measure), "\n");
    }
  }
  return table;
}

}  // namespace

std::string TextTable(const Measurement& measurement) {
  std::string table = absl::StrFormat(
      "%s, part %d of %d, footnoted %s, ranking model %s\n"
      "%d citations checked, %d false\n\n%-30s%8s  ",
      measurement.set(), measurement.part(), measurement.parts(),
      measurement.server_version(), measurement.ranking_model(),
      measurement.citations_checked(), measurement.citations_false(),
      "measure [95 % interval]", "of");
  for (const System& system : measurement.systems()) {
    absl::StrAppend(&table, Padded(system.name(), 28));
  }
  absl::StrAppend(&table, "\n");
  for (const Measure& measure : Measures()) {
    const uint32_t questions = QuestionsOf(measurement, measure);
    if (questions == 0) continue;
    absl::StrAppend(&table,
                    absl::StrFormat("%-30s%8d  ", measure.title, questions));
    for (const System& system : measurement.systems()) {
      absl::StrAppend(
          &table,
          Padded(Cell(FindFigure(system, measure.name, ""), measure), 28));
    }
    absl::StrAppend(&table, "\n");
  }
  return absl::StrCat(table, TextByType(measurement));
}

std::string MarkdownTable(const Measurement& measurement) {
  std::string table = "| measure | of |";
  std::string rule = "|---|---|";
  for (const System& system : measurement.systems()) {
    absl::StrAppend(&table, " ", system.name(), " |");
    absl::StrAppend(&rule, "---|");
  }
  absl::StrAppend(&table, "\n", rule, "\n");
  for (const Measure& measure : Measures()) {
    const uint32_t questions = QuestionsOf(measurement, measure);
    if (questions == 0) continue;
    absl::StrAppend(&table, "| ", measure.title, " | ", questions, " |");
    for (const System& system : measurement.systems()) {
      absl::StrAppend(&table, " ",
                      Cell(FindFigure(system, measure.name, ""), measure),
                      " |");
    }
    absl::StrAppend(&table, "\n");
  }
  return table;
}

std::string MarkdownTypes(const std::vector<Measurement>& measurements) {
  std::set<std::string> types;
  std::string head = "| answer type |";
  std::string rule = "|---|";
  for (const Measurement& measurement : measurements) {
    types.merge(TypesOf(measurement));
    absl::StrAppend(&head, " `", measurement.set(), "` |");
    absl::StrAppend(&rule, "---|");
  }
  std::string table = absl::StrCat(head, "\n", rule, "\n");
  for (const std::string& type : types) {
    std::string line;
    bool is_filled = false;
    for (const Measurement& measurement : measurements) {
      const Figure* figure =
          FindFigure(measurement.systems(0), kFirstRight, type);
      if (figure == nullptr || figure->questions() < kLeastQuestionsOfType) {
        absl::StrAppend(&line, " – |");
        continue;
      }
      is_filled = true;
      absl::StrAppend(&line, " ", Cell(figure, Measure()), " of ",
                      figure->questions(), " |");
    }
    if (is_filled) absl::StrAppend(&table, "| ", type, " |", line, "\n");
  }
  return table;
}

}  // namespace footnote::bench
