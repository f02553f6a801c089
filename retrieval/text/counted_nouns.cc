#include "retrieval/text/counted_nouns.h"

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/number_words.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words in "s" that follow a number without being what it counts.
constexpr absl::string_view kNoPlurals =
    "is was has does says goes as this its his us yes thus ours theirs plus "
    "minus versus across towards afterwards always besides perhaps sometimes "
    "whereas unless remains includes means makes takes comes gives shows needs "
    "wants gets seems becomes leaves kills claims warns according less "
    "business news series congress crisis analysis basis press process success "
    "access status virus focus campus bonus census chaos politics economics "
    "physics christmas paris texas reuters paribas";

// Plurals that do not end in "s", and those that end in it unusually.
const absl::flat_hash_map<absl::string_view, absl::string_view>& Singulars() {
  static const auto* const singulars =
      new absl::flat_hash_map<absl::string_view, absl::string_view>{
          {"people", "person"},
          {"persons", "person"},
          {"men", "man"},
          {"women", "woman"},
          {"children", "child"},
          {"policemen", "policeman"},
          {"servicemen", "serviceman"},
          {"fishermen", "fisherman"},
          {"gunmen", "gunman"},
          {"firemen", "fireman"},
          {"congressmen", "congressman"},
          {"lawmen", "lawman"},
          {"lives", "life"},
          {"wives", "wife"},
          {"knives", "knife"},
          {"wolves", "wolf"},
          {"thieves", "thief"},
          {"feet", "foot"},
          {"teeth", "tooth"},
          {"mice", "mouse"},
          {"personnel", "personnel"},
          {"aircraft", "aircraft"},
          {"police", "police"},
          {"staff", "staff"},
          {"cattle", "cattle"},
          {"sheep", "sheep"},
          {"fish", "fish"},
          {"species", "species"},
          {"series", "series"},
          {"buses", "bus"},
          {"viruses", "virus"},
          {"gases", "gas"},
          {"bonuses", "bonus"},
          {"campuses", "campus"},
          {"crises", "crisis"},
          {"analyses", "analysis"},
          {"cookies", "cookie"},
          {"movies", "movie"},
          {"zombies", "zombie"},
          {"ties", "tie"},
          {"shoes", "shoe"},
          {"moves", "move"},
          {"criteria", "criterion"},
          {"media", "medium"},
          {"headquarters", "headquarters"}};
  return *singulars;
}

// What "one" counts, and what makes a compound with a number.
constexpr absl::string_view kSingleNouns =
    "person man woman child boy girl soldier officer policeman civilian "
    "protester student pupil teacher worker employee patient passenger "
    "prisoner hostage victim suspect survivor migrant refugee journalist "
    "lawmaker militant fighter gunman vote seat death ship boat plane "
    "aircraft car bus truck house bomb missile rocket goal game match "
    "country nation province city town village school hospital company bank";

constexpr absl::string_view kCompoundNouns =
    "member nation party country state man woman person judge seat vote point "
    "goal run game page storey story floor bed room bedroom part step lane "
    "inning set round team strong hectare ship aircraft vehicle car truck "
    "seater";

// Adjectives that stand before what is counted; others are known by their
// endings.
constexpr absl::string_view kAdjectives =
    "more other new newly different young old older elderly small large big "
    "major key top senior former female male armed dead wounded injured "
    "foreign civilian illegal short long full main great high low poor rich "
    "black white red local extra additional further such leading innocent "
    "separate straight consecutive recent major minor top military police army "
    "public state government health security construction prison school "
    "college high business nuclear fighter tax job house";

const WordSet& SetOf(absl::string_view words) {
  return *new WordSet(absl::StrSplit(words, ' '));
}

bool IsPlural(const std::string& word) {
  static const WordSet& no_plurals = SetOf(kNoPlurals);
  if (Singulars().contains(word)) return true;
  if (word.size() < 4 || no_plurals.contains(word)) return false;
  return absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss") &&
         !absl::EndsWith(word, "us") && !absl::EndsWith(word, "is") &&
         !IsStopWord(word);
}

// Returns whether word `i` may describe the noun behind it.
bool Describes(const QuantityTokens& tokens, size_t i,
               const std::string& word) {
  static const WordSet& adjectives = SetOf(kAdjectives);
  if (IsStopWord(word) && word != "more" && word != "other") return false;
  if (tokens.IsCapital(i) || adjectives.contains(word)) return true;
  if (word.size() < 5) return false;
  for (absl::string_view ending :
       {"al", "ic", "ive", "ous", "ary", "ful", "less", "able", "ible", "ent",
        "ant", "ing", "ed", "ian", "ese"}) {
    if (absl::EndsWith(word, ending)) return true;
  }
  return false;
}

// Returns whether no counted noun can stand at token `i` or behind it.
bool EndsSearch(const QuantityTokens& tokens, size_t i) {
  if (!tokens.Is(i, QuantityTokenKind::kWord) || !tokens.Continues(i)) {
    return true;
  }
  return tokens.Touches(i) || FindNumberWord(tokens.Text(i)).has_value();
}

std::optional<CountedNoun> ListedAt(const QuantityTokens& tokens, size_t i,
                                    const WordSet& nouns) {
  const std::string word = tokens.Lower(i);
  if (tokens.IsCapital(i) || !nouns.contains(word)) return std::nullopt;
  return CountedNoun{i + 1, word};
}

}  // namespace

std::optional<CountedNoun> CountedNounAt(const QuantityTokens& tokens,
                                         size_t i) {
  constexpr size_t kMaxBetween = 2;
  size_t at = i;
  for (size_t between = 0; between <= kMaxBetween; ++between) {
    if (EndsSearch(tokens, at)) return std::nullopt;
    // "Randomly-selected adults", "first-graders": the last part tells.
    const size_t last = tokens.BehindHyphen(at + 1);
    const bool compound = last > at + 1;
    if (compound) at = last;
    const std::string word = tokens.Lower(at);
    const bool owns = word.size() < tokens.Text(at).size();
    if (owns || word.empty()) return std::nullopt;
    const bool name = tokens.IsCapital(at) && tokens.IsCapital(at + 1);
    if (IsPlural(word) && !name) return CountedNoun{at + 1, SingularOf(word)};
    if (!compound && !Describes(tokens, at, word)) return std::nullopt;
    ++at;
  }
  return std::nullopt;
}

std::optional<CountedNoun> SingleNounAt(const QuantityTokens& tokens,
                                        size_t i) {
  static const WordSet& nouns = SetOf(kSingleNouns);
  return ListedAt(tokens, i, nouns);
}

std::optional<CountedNoun> CompoundNounAt(const QuantityTokens& tokens,
                                          size_t i) {
  static const WordSet& nouns = SetOf(kCompoundNouns);
  return ListedAt(tokens, i, nouns);
}

std::string SingularOf(absl::string_view noun) {
  const auto found = Singulars().find(noun);
  if (found != Singulars().end()) return std::string(found->second);
  if (absl::EndsWith(noun, "ies") && noun.size() > 4) {
    return absl::StrCat(noun.substr(0, noun.size() - 3), "y");
  }
  for (absl::string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (absl::EndsWith(noun, ending)) {
      return std::string(noun.substr(0, noun.size() - 2));
    }
  }
  const bool plural = absl::EndsWith(noun, "s") &&
                      !absl::EndsWith(noun, "ss") &&
                      !absl::EndsWith(noun, "us") &&
                      !absl::EndsWith(noun, "is") && noun.size() > 2;
  return std::string(noun.substr(0, noun.size() - (plural ? 1 : 0)));
}

}  // namespace footnote
