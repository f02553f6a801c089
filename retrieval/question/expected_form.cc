#include "retrieval/question/expected_form.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "retrieval/text/word_scanner.h"

namespace footnote {
namespace {

// Phrases that tell the form wherever they stand in a question, by what they
// begin with; the first that is found decides.
constexpr struct {
  absl::string_view phrase;
  ExpectedForm form;
} kPhrases[] = {
    {"how many", ExpectedForm::kNumber},
    {"how much", ExpectedForm::kNumber},
    {"how old", ExpectedForm::kNumber},
    {"how long", ExpectedForm::kNumber},
    {"how far", ExpectedForm::kNumber},
    {"how tall", ExpectedForm::kNumber},
    {"how high", ExpectedForm::kNumber},
    {"how large", ExpectedForm::kNumber},
    {"how big", ExpectedForm::kNumber},
    {"how fast", ExpectedForm::kNumber},
    {"what percent", ExpectedForm::kNumber},
    {"what percentage", ExpectedForm::kNumber},
    {"what number", ExpectedForm::kNumber},
    {"which number", ExpectedForm::kNumber},
    {"what year", ExpectedForm::kDate},
    {"which year", ExpectedForm::kDate},
    {"what day", ExpectedForm::kDate},
    {"which day", ExpectedForm::kDate},
    {"what date", ExpectedForm::kDate},
    {"which date", ExpectedForm::kDate},
    {"what month", ExpectedForm::kDate},
    {"which month", ExpectedForm::kDate},
    {"what century", ExpectedForm::kDate},
    {"what decade", ExpectedForm::kDate},
};

// Words that tell the form when a question begins with them, perhaps behind a
// preposition.
constexpr struct {
  absl::string_view word;
  ExpectedForm form;
} kFirstWords[] = {
    {"when", ExpectedForm::kDate},   {"who", ExpectedForm::kName},
    {"whom", ExpectedForm::kName},   {"whose", ExpectedForm::kName},
    {"where", ExpectedForm::kPlace},
};

std::vector<std::string> LowerWords(absl::string_view text) {
  std::vector<std::string> words;
  WordScanner scanner(text);
  for (Word word; scanner.Next(&word);) {
    words.push_back(absl::AsciiStrToLower(Slice(text, word.range)));
  }
  return words;
}

bool IsPreposition(absl::string_view word) {
  constexpr absl::string_view kPrepositions[] = {"at", "by",    "for", "from",
                                                 "in", "of",    "on",  "since",
                                                 "to", "until", "with"};
  return std::find(std::begin(kPrepositions), std::end(kPrepositions), word) !=
         std::end(kPrepositions);
}

}  // namespace

ExpectedForm FormOf(AnswerType type) {
  switch (type) {
    case AnswerType::kDate:
      return ExpectedForm::kDate;
    case AnswerType::kDuration:
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return ExpectedForm::kNumber;
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
      return ExpectedForm::kName;
    case AnswerType::kPlace:
      return ExpectedForm::kPlace;
    case AnswerType::kUnspecified:
    case AnswerType::kQuote:
    case AnswerType::kReason:
    case AnswerType::kManner:
    case AnswerType::kDefinition:
    case AnswerType::kDescription:
    case AnswerType::kYesNo:
    case AnswerType::kList:
    case AnswerType::kOther:
      break;
  }
  return ExpectedForm::kAny;
}

ExpectedForm ExpectForm(absl::string_view question) {
  const std::vector<std::string> words = LowerWords(question);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string pair = absl::StrCat(words[i], " ", words[i + 1]);
    for (const auto& [phrase, form] : kPhrases) {
      if (pair == phrase) return form;
    }
  }
  const size_t first = words.size() > 1 && IsPreposition(words[0]) ? 1 : 0;
  for (const auto& [word, form] : kFirstWords) {
    if (first < words.size() && words[first] == word) return form;
  }
  return ExpectedForm::kAny;
}

}  // namespace footnote
