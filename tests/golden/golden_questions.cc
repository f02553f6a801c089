#include "tests/golden/golden_questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "tests/end_to_end/json_files.h"

namespace footnote::testing {
namespace {

using google::protobuf::Struct;

GoldenQuestion FromLine(const Struct& line) {
  GoldenQuestion asked;
  asked.question.set_text(line.fields().at("question").string_value());
  for (const auto& right : line.fields().at("gold").list_value().values()) {
    const auto& fields = right.struct_value().fields();
    asked.gold.emplace_back(fields.at("documentId").string_value(),
                            fields.at("contains").string_value());
  }
  EXPECT_EQ(line.fields().at("answerable").bool_value(), !asked.gold.empty())
      << asked.question.text();
  return asked;
}

}  // namespace

std::vector<GoldenQuestion> ReadGoldenQuestions(const std::string& examples,
                                                const std::string& more) {
  std::vector<GoldenQuestion> questions;
  for (const Struct& line :
       FromJsonLines<Struct>(ReadFile(examples + "/answers.jsonl"))) {
    questions.push_back(FromLine(line));
  }
  // Their conditions, such as a filter, stand in the other file.
  const auto requests =
      FromJsonLines<v1::AskRequest>(ReadFile(examples + "/questions.jsonl"));
  EXPECT_EQ(requests.size(), questions.size());
  for (size_t i = 0; i < std::min(requests.size(), questions.size()); ++i) {
    EXPECT_EQ(requests[i].question().text(), questions[i].question.text());
    questions[i].question = requests[i].question();
  }
  for (const Struct& line : FromJsonLines<Struct>(ReadFile(more))) {
    questions.push_back(FromLine(line));
  }
  return questions;
}

std::string NameOf(const v1::Question& question) {
  std::string name;
  bool is_within_word = false;
  for (const char c : question.text()) {
    const bool is_of_word = absl::ascii_isalnum(static_cast<unsigned char>(c));
    if (is_of_word && !is_within_word && !name.empty()) name += '-';
    if (is_of_word) {
      name += absl::ascii_tolower(static_cast<unsigned char>(c));
    }
    is_within_word = is_of_word;
  }
  return name;
}

}  // namespace footnote::testing
