#include "retrieval/question/how_questions.h"

#include "absl/strings/string_view.h"
#include "retrieval/question/answer_focus.h"

namespace footnote {
namespace {

using Type = AnswerType;

InferredAnswerType AfterHowMany(const QuestionWords& words, size_t at) {
  const AnswerFocus focus = PlainFocusAt(words, at + 2, true);
  const absl::string_view noun = focus.noun;
  InferredAnswerType told = ToldBy(words, Type::kNumber, at, at + 2);
  told.focus = focus.noun;
  for (absl::string_view time : {"second", "minute", "hour", "day", "week",
                                 "month", "year", "decade", "century"}) {
    if (noun == time) told.type = Type::kDuration;
  }
  for (absl::string_view money :
       {"dollar", "euro", "yen", "yuan", "ruble", "cent"}) {
    if (noun == money) told.type = Type::kMoney;
  }
  for (absl::string_view unit :
       {"mile", "kilometer", "kilometre", "meter", "metre", "foot", "ton",
        "tonne", "acre", "calorie", "inch", "gallon", "pound"}) {
    if (noun == unit) told.type = Type::kQuantity;
  }
  if (noun == "percent") told.type = Type::kPercent;
  return told;
}

InferredAnswerType AfterHowMuch(const QuestionWords& words, size_t at) {
  const bool money = words.HasFrom(
      at, {"money",   "cost",   "costs",   "spend",   "spent",   "pay",
           "paid",    "pays",   "worth",   "price",   "charge",  "charged",
           "earn",    "earned", "sell",    "sold",    "fined",   "fine",
           "raise",   "raised", "donate",  "donated", "invest",  "invested",
           "support", "aid",    "fund",    "funding", "dollars", "yen",
           "euros",   "budget", "owe",     "owed",    "pledge",  "pledged",
           "buy",     "bought", "bid",     "profit",  "revenue", "loan",
           "rent",    "debt",   "grossed", "gross",   "provide", "salary"});
  return ToldBy(words, money ? Type::kMoney : Type::kQuantity, at, at + 2);
}

InferredAnswerType AfterHowLong(const QuestionWords& words, size_t at) {
  const bool size =
      words.IsBe(at + 2) &&
      words.HasFrom(at + 3, {"river", "bridge", "wall", "road", "coast",
                             "coastline", "border", "tunnel", "canal", "line",
                             "track", "ship", "island", "beach"});
  return ToldBy(words, size ? Type::kQuantity : Type::kDuration, at, at + 2);
}

}  // namespace

InferredAnswerType TypeBehindHow(const QuestionWords& words, size_t at) {
  const size_t next = at + 1;
  if (words.Is(next, "many")) return AfterHowMany(words, at);
  if (words.Is(next, "much")) return AfterHowMuch(words, at);
  if (words.Is(next, "long")) return AfterHowLong(words, at);
  if (words.Is(next, "come")) return ToldBy(words, Type::kReason, at, at + 2);
  if (words.IsOneOf(next, {"soon", "quickly"})) {
    return ToldBy(words, Type::kDuration, at, at + 2);
  }
  if (words.IsOneOf(next, {"late", "early", "recently"})) {
    return ToldBy(words, Type::kDate, at, at + 2);
  }
  if (words.IsOneOf(
          next, {"far",   "tall",   "old",    "high",  "large",      "big",
                 "deep",  "wide",   "fast",   "heavy", "hot",        "cold",
                 "close", "near",   "often",  "loud",  "thick",      "broad",
                 "small", "young",  "short",  "low",   "slow",       "bright",
                 "rich",  "warm",   "little", "few",   "frequently", "strong",
                 "great", "severe", "common"})) {
    return ToldBy(words, Type::kQuantity, at, at + 2);
  }
  if (words.IsOneOf(next, {"do", "does", "would"}) &&
      words.Is(next + 2, "say")) {
    return ToldBy(words, Type::kOther, next + 2, next + 3);
  }
  return ToldBy(words, Type::kManner, at, at + 1);
}

}  // namespace footnote
