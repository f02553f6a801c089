#include "retrieval/answer/value_conflicts.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "retrieval/answer/same_matter.h"
#include "retrieval/answer/value_agreement.h"
#include "retrieval/answer/value_statement.h"
#include "retrieval/document.h"
#include "retrieval/text/names.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/polarity.h"

namespace footnote {
namespace {

// How many statements are compared, each with each.
constexpr size_t kMostStatements = 64;

// An event that comes back every year is told anew; its dates are no conflict.
constexpr absl::Duration kOneRound = absl::Hours(24 * 183);

enum class SpanFamily { kNone, kTime, kQuantity, kName };

SpanFamily FamilyOf(AnswerType type) {
  switch (type) {
    case AnswerType::kDate:
    case AnswerType::kDuration:
      return SpanFamily::kTime;
    case AnswerType::kNumber:
    case AnswerType::kQuantity:
    case AnswerType::kMoney:
    case AnswerType::kPercent:
      return SpanFamily::kQuantity;
    case AnswerType::kPerson:
    case AnswerType::kOrganization:
    case AnswerType::kPlace:
      return SpanFamily::kName;
    default:
      return SpanFamily::kNone;
  }
}

// A candidate that plainly gives a value.
struct StatedValue {
  size_t candidate = 0;
  size_t rank = 0;  // Among those that are good, from 0.
  const Candidate* sentence = nullptr;
  const TypedSpan* span = nullptr;
  Outlook outlook = Outlook::kActual;
};

absl::string_view WordsOf(const StatedValue& statement) {
  return Slice(statement.sentence->text,
               InSentence(*statement.sentence, statement.span->range));
}

// Returns the sentence without its value.
std::string Frame(const StatedValue& statement) {
  const ByteRange place =
      InSentence(*statement.sentence, statement.span->range);
  const absl::string_view text = statement.sentence->text;
  return absl::StrCat(text.substr(0, place.begin), text.substr(place.end));
}

// Returns whether the document of `statement` mentions `name` anywhere.
bool Mentions(const StatedValue& statement, absl::string_view name) {
  const auto& names = statement.sentence->document->annotations.names;
  return std::any_of(names.begin(), names.end(), [name](const Name& known) {
    return NamesMatch(name, known.full, known.title) ||
           absl::StrContains(known.full, name) ||
           absl::StrContains(name, known.full);
  });
}

// Names differ in spelling, in length and by what holds what (a city, its
// country): only where two sentences say the same in the same words but for the
// name, and neither article knows the other's name, they differ.
ValueRelation CompareNames(const StatedValue& a, const StatedValue& b) {
  if (a.span->value == b.span->value) return ValueRelation::kAgree;
  if (Mentions(a, b.span->value) || Mentions(b, a.span->value) ||
      Resemblance(Shingles(Frame(a)), Shingles(Frame(b))) <
          kNearDuplicateResemblance) {
    return ValueRelation::kIncomparable;
  }
  return ValueRelation::kDiffer;
}

// Returns whether two dates may be those of one event: told within half a year,
// or both long past when they were told.
bool MayBeSameEvent(const StatedValue& a, const StatedValue& b) {
  const auto told_a = PublicationTime(a.sentence->document->summary.published);
  const auto told_b = PublicationTime(b.sentence->document->summary.published);
  if (!told_a.has_value() || !told_b.has_value() ||
      absl::AbsDuration(*told_a - *told_b) <= kOneRound) {
    return true;
  }
  const absl::Time past = std::min(*told_a, *told_b) - 2 * kOneRound;
  const auto is_past = [past](const StatedValue& statement) {
    const auto& period = statement.span->time->period;
    return period.has_value() && period->end <= past;
  };
  return is_past(a) && is_past(b);
}

// Returns whether both are about the same thing at the same time.
bool AreComparable(const StatedValue& a, const StatedValue& b) {
  const ByteRange own_a = a.span->range;
  const ByteRange own_b = b.span->range;
  if (a.outlook != b.outlook || !AreIndependent(*a.sentence, *b.sentence) ||
      !MayBeSameCase(*a.sentence, own_a, *b.sentence, own_b) ||
      !NameSamePlaces(*a.sentence, own_a, *b.sentence, own_b)) {
    return false;
  }
  const bool is_date =
      a.span->time.has_value() && a.span->time->kind != TimeKind::kDuration;
  return is_date ? MayBeSameEvent(a, b)
                 : MayBeSameTime(*a.sentence, *b.sentence);
}

ValueRelation Relate(const StatedValue& a, const StatedValue& b) {
  return FamilyOf(a.span->type) == SpanFamily::kName
             ? CompareNames(a, b)
             : CompareValues(*a.span, WordsOf(a), *b.span, WordsOf(b));
}

bool Conflict(const StatedValue& a, const StatedValue& b) {
  return Relate(a, b) == ValueRelation::kDiffer && AreComparable(a, b);
}

// Statements of one value.
using Group = std::vector<StatedValue>;

// Groups statements by agreeing values.
class Grouping {
 public:
  // Exact values come first: a vague one agrees with several that differ, and
  // must not join them.
  explicit Grouping(const std::vector<StatedValue>& statements) {
    for (const bool vague : {false, true}) {
      for (const StatedValue& statement : statements) {
        if (IsVague(*statement.span) == vague) Add(statement, vague);
      }
    }
  }

  // Returns the groups that a statement of another group conflicts with, each
  // without the statements that are about another case.
  std::vector<Group> Conflicting() const {
    std::vector<Group> conflicting;
    for (const Group& group : groups_) {
      const bool is_contradicted =
          std::any_of(groups_.begin(), groups_.end(), [&](const Group& other) {
            return &other != &group && Contradict(group, other);
          });
      if (is_contradicted) conflicting.push_back(group);
    }
    std::vector<Group> compared;
    for (const Group& group : conflicting) {
      compared.emplace_back();
      std::copy_if(group.begin(), group.end(),
                   std::back_inserter(compared.back()),
                   [&](const StatedValue& statement) {
                     return IsCompared(statement, group, conflicting);
                   });
    }
    return compared;
  }

 private:
  // Returns whether `statement` of `group` is about the same case as one of
  // another of `groups`.
  static bool IsCompared(const StatedValue& statement, const Group& group,
                         const std::vector<Group>& groups) {
    return std::any_of(groups.begin(), groups.end(), [&](const Group& other) {
      return &other != &group &&
             std::any_of(other.begin(), other.end(),
                         [&statement](const StatedValue& in_other) {
                           return AreComparable(statement, in_other);
                         });
    });
  }

  static bool Agrees(const Group& group, const StatedValue& statement) {
    return std::any_of(group.begin(), group.end(), [&](const StatedValue& s) {
      return Relate(s, statement) == ValueRelation::kAgree;
    });
  }

  static bool Contradict(const Group& a, const Group& b) {
    return std::any_of(a.begin(), a.end(), [&b](const StatedValue& in_a) {
      return std::any_of(b.begin(), b.end(), [&in_a](const StatedValue& in_b) {
        return Conflict(in_a, in_b);
      });
    });
  }

  void Add(const StatedValue& statement, bool vague) {
    const auto agreeing = std::stable_partition(
        groups_.begin(), groups_.end(),
        [&](const Group& group) { return !Agrees(group, statement); });
    if (agreeing == groups_.end()) {
      groups_.push_back({statement});
      return;
    }
    if (vague) {
      if (groups_.end() - agreeing == 1) agreeing->push_back(statement);
      return;
    }
    Group joined;
    for (auto group = agreeing; group != groups_.end(); ++group) {
      joined.insert(joined.end(), group->begin(), group->end());
    }
    joined.push_back(statement);
    groups_.erase(agreeing, groups_.end());
    groups_.push_back(std::move(joined));
  }

  std::vector<Group> groups_;
};

// Takes out the documents that give several values themselves: they speak of
// several things, or tell of a change.
void DropUndecided(std::vector<StatedValue>* statements) {
  std::set<const DocumentRecord*> undecided;
  for (const StatedValue& a : *statements) {
    for (const StatedValue& b : *statements) {
      if (a.sentence->document == b.sentence->document &&
          Relate(a, b) != ValueRelation::kAgree) {
        undecided.insert(a.sentence->document.get());
      }
    }
  }
  statements->erase(
      std::remove_if(statements->begin(), statements->end(),
                     [&undecided](const StatedValue& s) {
                       return undecided.count(s.sentence->document.get()) > 0;
                     }),
      statements->end());
}

std::vector<StatedValue> FindStatements(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const std::vector<std::optional<TypedSpan>>& spans, const QueryPlan& plan,
    const Matter& matter) {
  std::vector<StatedValue> statements;
  for (size_t rank = 0; rank < good.size(); ++rank) {
    if (statements.size() == kMostStatements) break;
    const size_t i = good[rank];
    const Candidate& candidate = candidates[i];
    const std::optional<TypedSpan>& span = spans[i];
    if (!span.has_value() || span->type != plan.type ||
        !matter.IsHeldBy(candidate) || !matter.HoldsPredicates(candidate) ||
        !StatesValue(candidate, *span, matter)) {
      continue;
    }
    const Stance stance =
        StanceAt(candidate.text, InSentence(candidate, span->range));
    if (stance.outlook == Outlook::kEither) continue;
    statements.push_back({i, rank, &candidate, &*span, stance.outlook});
  }
  DropUndecided(&statements);
  return statements;
}

FoundPosition PositionOf(Group group) {
  std::sort(group.begin(), group.end(),
            [](const StatedValue& a, const StatedValue& b) {
              return a.rank < b.rank;
            });
  FoundPosition position;
  for (const StatedValue& statement : group) {
    position.candidates.push_back(statement.candidate);
  }
  position.value = group.front().span->value;
  return position;
}

}  // namespace

std::vector<FoundConflict> FindValueConflicts(
    const std::vector<Candidate>& candidates, const std::vector<size_t>& good,
    const std::vector<std::optional<TypedSpan>>& spans, const QueryPlan& plan,
    const Matter& matter) {
  if (FamilyOf(plan.type) == SpanFamily::kNone) return {};
  const std::vector<StatedValue> statements =
      FindStatements(candidates, good, spans, plan, matter);
  const std::vector<Group> groups = Grouping(statements).Conflicting();
  if (groups.size() < 2) return {};
  FoundConflict conflict;
  std::vector<const Candidate*> first;
  for (const Group& group : groups) {
    conflict.positions.push_back(PositionOf(group));
    first.push_back(&candidates[conflict.positions.back().candidates.front()]);
  }
  conflict.subject = matter.Subject(first);
  return {conflict};
}

}  // namespace footnote
