// Measures how well the type of answer is told from a question.
//
//   answer_type_evaluation --data=DIR [--part=all|tuned|held] [--misses]
//
// DIR holds trec_qc/train.jsonl, whose coarse classes our types are mapped to:
//
//   ABBR  a short form, or what it stands for
//   DESC  definition, description, manner ("how"), reason, quote, yes or no
//   ENTY  other, list, unspecified; manner by a noun ("the best way")
//   HUM   person, organization; of other, what asks for an occupation
//   LOC   place; what asks for a website
//   NUM   date, duration, number, quantity, money, percent
//
// Every third row is held back from tuning: --part=held measures on those.

#include <google/protobuf/util/json_util.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "bench/rows.h"
#include "retrieval/question/answer_type.h"

namespace footnote {
namespace {

using bench::Row;
using bench::Text;

absl::string_view CoarseClass(const InferredAnswerType& inferred) {
  if (inferred.abbreviation) return "ABBR";
  for (absl::string_view noun : {"occupation", "profession", "job", "title"}) {
    if (inferred.focus == noun) return "HUM";
  }
  if (inferred.focus == "website" || inferred.focus == "site") return "LOC";
  switch (inferred.type) {
    case AnswerType::kManner:
      return inferred.focus.empty() ? "DESC" : "ENTY";
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
      return "HUM";
    case AnswerType::kPlace:
      return "LOC";
    case AnswerType::kDate:
    case AnswerType::kDuration:
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return "NUM";
    case AnswerType::kQuote:
    case AnswerType::kReason:
    case AnswerType::kDefinition:
    case AnswerType::kDescription:
    case AnswerType::kYesNo:
      return "DESC";
    case AnswerType::kUnspecified:
    case AnswerType::kList:
    case AnswerType::kOther:
      break;
  }
  return "ENTY";
}

// What was counted.
struct Counts {
  int questions = 0;
  int right = 0;
  // By the gold class and the one that was told.
  std::map<std::pair<std::string, std::string>, int> by_class;
};

void Count(const Row& row, bool misses, Counts* counts) {
  const std::string question = Text(row, "question");
  const InferredAnswerType inferred = InferAnswerType(question);
  const std::string gold = Text(row, "coarse");
  const std::string told(CoarseClass(inferred));
  ++counts->questions;
  ++counts->by_class[{gold, told}];
  if (told == gold) {
    ++counts->right;
  } else if (misses) {
    std::cout << gold << ":" << Text(row, "fine") << " told as " << told
              << " by \"" << inferred.reason << "\" (" << inferred.focus
              << "): " << question << "\n";
  }
}

double Accuracy(const Counts& counts) {
  return counts.questions == 0
             ? 0
             : static_cast<double>(counts.right) / counts.questions;
}

void Print(const Counts& counts) {
  for (const auto& [classes, count] : counts.by_class) {
    if (classes.first == classes.second) continue;
    std::cout << "  " << classes.first << " told as " << classes.second << ": "
              << count << "\n";
  }
  std::cout << std::fixed << std::setprecision(4) << "coarse accuracy "
            << Accuracy(counts) << "  (" << counts.right << " of "
            << counts.questions << " questions)\n";
}

int Main(int argc, char** argv) {
  CLI::App app("Measures how the type of answer is told from a question.");
  std::string data;
  std::string part = "all";
  bool misses = false;
  double at_least = 0;
  app.add_option("--data", data, "Folder of evaluation data")->required();
  app.add_option("--part", part, "Which rows: all, tuned or held")
      ->check(CLI::IsMember({"all", "tuned", "held"}));
  app.add_flag("--misses", misses, "Show what was not right");
  app.add_option("--at-least", at_least, "Share that has to be right");
  CLI11_PARSE(app, argc, argv);
  std::ifstream file(data + "/trec_qc/train.jsonl");
  Counts counts;
  std::string line;
  for (int i = 0; std::getline(file, line); ++i) {
    const bool held = i % 3 == 0;
    if (part != "all" && held != (part == "held")) continue;
    Row row;
    const auto read = google::protobuf::util::JsonStringToMessage(line, &row);
    if (!read.ok()) {
      std::cerr << "line " << i + 1 << ": " << read.ToString() << "\n";
      return 2;
    }
    Count(row, misses, &counts);
  }
  if (counts.questions == 0) {
    std::cerr << data << "/trec_qc/train.jsonl can't be read: name a folder "
              << "that holds it.\n";
    return 2;
  }
  Print(counts);
  return Accuracy(counts) >= at_least ? 0 : 1;
}

}  // namespace
}  // namespace footnote

int main(int argc, char** argv) { return footnote::Main(argc, argv); }
