#include "retrieval/text/abbreviations.h"

#include <cstddef>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// The longest word in the lists below, with room to spare.
constexpr size_t kMaxWord = 24;

constexpr absl::string_view kTitles =
    "Adm Amb Asst Assoc Atty Brig Capt Cdr Cmdr Col Comdr Cpl Dep Det Dr Drs "
    "Fr Ft Gen Gens Gov Govs Hon Insp Lt Maj Messrs Mlle Mme Mr Mrs Ms Msgr Mt "
    "Pres Prof Profs Pvt Rep Reps Rev Rt Sec Sen Sens Sgt St Ste Supt Treas "
    "vs Vs v e.g i.e cf viz";

constexpr absl::string_view kNumbers =
    "No no Nos nos p pp pg Art art Arts Fig fig Figs figs Vol vol Vols Ch ch "
    "chap Para para Sect sect Eq eq Ver ver Nr nr ca circa Tel tel ext Ext "
    "approx Approx c n N\u00B0 \u2116";

constexpr absl::string_view kOpen =
    "Inc inc Corp corp Co co Cos Ltd ltd Plc plc Llc Jr jr Sr sr Bros Dept "
    "dept "
    "Univ Assn Ave Blvd Rd Hwy Pkwy Sq Govt govt Natl Intl Int'l Gov't Mfg al "
    "Ph.D PhD Dist Est est Maj Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind "
    "Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Que Tenn "
    "Tex Va Vt Wash Wis Wyo Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec "
    "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun";

constexpr absl::string_view kStarters =
    "a about according after all also although among an and another any are as "
    "asked at based because before both but by can critics did do does during "
    "each earlier even every few first following for from further had has have "
    "he her here his how however i if in instead is it its just last later "
    "least like many meanwhile more moreover most mr mrs ms much my neither no "
    "nobody nor not nothing now of on once one only or other others our over "
    "perhaps she should similarly since so some sometimes still such that the "
    "their them then there therefore these they this those though through thus "
    "to today two under unlike until was we were what when whenever where "
    "whether which while who why will with without would yes yesterday yet you "
    "your";

constexpr absl::string_view kTimeFollowers =
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu "
    "fri sat sun january february march april may june july august september "
    "october november december est edt et cst cdt ct mst mdt mt pst pdt pt gmt "
    "utc bst ist jst kst cet cest eastern central pacific mountain local";

constexpr absl::string_view kSpeechVerbs =
    "said says asked asks replied replies added adds told wrote writes shouted "
    "cried tweeted posted answered warned declared exclaimed remarked recalled "
    "wondered quipped joked insisted";

constexpr absl::string_view kOpenEnds =
    "a an the of to in on at by for from with and or but as into than that "
    "which who whose his her its their our my your is are was were be been has "
    "have had will would";

const WordSet& SetOf(absl::string_view words) {
  return *new WordSet(absl::StrSplit(words, ' '));
}

bool HoldsFolded(const WordSet& set, absl::string_view word) {
  char buffer[kMaxWord];
  const absl::string_view folded = LowerAscii(word, buffer, sizeof(buffer));
  return set.contains(folded.substr(0, folded.find('\'')));
}

absl::flat_hash_map<absl::string_view, AbbreviationKind> MakeKinds() {
  absl::flat_hash_map<absl::string_view, AbbreviationKind> kinds;
  for (absl::string_view word : absl::StrSplit(kOpen, ' ')) {
    kinds[word] = AbbreviationKind::kOpen;
  }
  for (absl::string_view word : absl::StrSplit(kNumbers, ' ')) {
    kinds[word] = AbbreviationKind::kNumber;
  }
  for (absl::string_view word : absl::StrSplit(kTitles, ' ')) {
    kinds[word] = AbbreviationKind::kTitle;
  }
  return kinds;
}

// Returns whether `word` is single letters parted by stops ("U.S", "a.m").
bool IsAcronymWithStops(absl::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (i % 2 == 0 ? !absl::ascii_isalpha(c) : c != '.') return false;
  }
  return true;
}

// Returns whether `word` is a capital and a few lower-case consonants, as a
// shortened word is ("Hwy", "Sgt").
bool IsConsonants(absl::string_view word) {
  if (word.size() < 2 || word.size() > 5) return false;
  if (!absl::ascii_isupper(static_cast<unsigned char>(word[0]))) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (i > 0 && !absl::ascii_islower(c)) return false;
    if (absl::string_view("aeiouyAEIOUY").find(word[i]) !=
        absl::string_view::npos) {
      return false;
    }
  }
  return true;
}

}  // namespace

AbbreviationKind KindOfAbbreviation(absl::string_view word) {
  static const auto& kinds = *new auto(MakeKinds());
  if (word.empty() || word.size() > kMaxWord) return AbbreviationKind::kNone;
  const auto found = kinds.find(word);
  if (found != kinds.end()) return found->second;
  if (CodePointAt(word, 0).size == word.size()) {
    return IsUpper(CodePointAt(word, 0).value) ? AbbreviationKind::kInitial
                                               : AbbreviationKind::kNone;
  }
  if (word.size() == 3 && (word[2] | 32) == 'm' && word[1] == '.' &&
      ((word[0] | 32) == 'a' || (word[0] | 32) == 'p')) {
    return AbbreviationKind::kTime;
  }
  if (word == "am" || word == "pm") return AbbreviationKind::kNone;
  if (IsAcronymWithStops(word) || IsConsonants(word)) {
    return AbbreviationKind::kOpen;
  }
  return AbbreviationKind::kNone;
}

bool IsSentenceStarter(absl::string_view word) {
  static const WordSet& starters = SetOf(kStarters);
  return HoldsFolded(starters, word);
}

bool FollowsTimeOfDay(absl::string_view word) {
  static const WordSet& followers = SetOf(kTimeFollowers);
  return HoldsFolded(followers, word);
}

bool IsSpeechVerb(absl::string_view word) {
  static const WordSet& verbs = SetOf(kSpeechVerbs);
  return verbs.contains(word);
}

bool LeavesSentenceOpen(absl::string_view word) {
  static const WordSet& words = SetOf(kOpenEnds);
  return words.contains(word);
}

}  // namespace footnote
