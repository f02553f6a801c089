#include "retrieval/question/answer_nouns.h"

#include <iterator>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace footnote {
namespace {

struct NounsOfType {
  AnswerType type;
  absl::string_view nouns;
};

// The common nouns of each kind, as the noun hierarchy of WordNet sorts them by
// their first sense, mended by reading. The things of kOther stand here so that
// they end a phrase: "what game uses".
constexpr NounsOfType kNouns[] = {
    {AnswerType::kPerson,
     "activist actor actress admiral adviser agent aide alias ambassador "
     "analyst ancestor anchor anchorman announcer anthropologist apostle "
     "archaeologist archbishop architect aristocrat artist assassin assistant "
     "astronaut astronomer athlete attorney aunt author aviator ayatollah "
     "baby bachelor baker ballerina bandleader banker barber baron bartender "
     "baseballer batsman batter beggar biographer biologist bishop blacksmith "
     "blonde bodyguard boss botanist boxer boy boyfriend bride brother "
     "builder businessman businesswoman butcher butler cabinet candidate "
     "captain cardinal carpenter cartoonist cashier catcher celebrity ceo "
     "chairman chairperson chairwoman champion chancellor character "
     "cheerleader chef chemist chief child choreographer chronicler citizen "
     "civilian clergyman cleric clerk clown coach cofounder colleague "
     "collector columnist comedian comedienne comic commander commentator "
     "commissioner companion composer comrade conductor congressman "
     "congresswoman conqueror conspirator consul consumer contestant cook cop "
     "correspondent cosmonaut councillor count cousin cowboy creator criminal "
     "critic crooner customer czar dancer daughter dealer dean defendant "
     "delegate deputy descendant designer detective dictator diplomat "
     "director disciple discoverer doctor donor dramatist driver drummer "
     "duchess duke dwarf economist editor educator emperor empress engineer "
     "entertainer entrepreneur envoy executive expert explorer farmer father "
     "fiance fighter filmmaker firefighter fisherman follower fool foreigner "
     "founder friend frontman gangster gardener general genius gentleman "
     "geologist girl girlfriend goalkeeper god goddess golfer governor "
     "grandfather grandmother grandson groom guard guardian guest guitarist "
     "gunman guru guy gymnast head headmaster healer heavyweight heir hero "
     "heroine historian hitter host hostage housewife human humanist hunter "
     "husband imam immigrant incumbent individual infant inhabitant inmate "
     "instructor insurgent intern inventor investigator jockey journalist "
     "judge juror justice killer king knight laborer lady landlord landowner "
     "laureate lawgiver lawmaker lawyer leader lecturer legislator librarian "
     "lieutenant linguist lord lover magician magnate maid man manager "
     "marshal martyr master mathematician mayor mechanic member mentor "
     "merchant messenger migrant militant millionaire miner minister "
     "missionary mistress mobster moderator monarch monk mother murderer "
     "musician narrator naturalist negotiator neighbor nephew newcomer "
     "nobleman nominee novelist nun nurse officer official opponent orphan "
     "outfielder outlaw owner painter parent partner passenger pastor patient "
     "patriarch patron peasant people performer person personality pharaoh "
     "philanthropist philosopher photographer physician physicist pianist "
     "pilgrim pilot pioneer pirate pitcher plaintiff player playwright poet "
     "policeman politician pope prankster preacher predecessor premier "
     "president priest prince princess principal prisoner prodigy producer "
     "professional professor programmer prophet proponent prosecutor "
     "protagonist protester pseudonym psychiatrist psychologist publisher "
     "pupil quarterback queen rabbi racer rancher ranger rapist rapper reader "
     "rebel recipient referee refugee relative reporter representative "
     "researcher resident retiree ringleader rival robber roommate ruler "
     "runner sailor saint salesman scholar scientist scoundrel scout sculptor "
     "seaman secretary senator sergeant servant settler shah sheik shepherd "
     "sheriff shortstop sibling sidekick signatory singer sister skater skier "
     "skipper slave sleuth sniper socialite soldier someone son songwriter "
     "soprano sorcerer sovereign speaker specialist spokesman spokesperson "
     "spokeswoman sponsor sportscaster spouse sprinter spy star statesman "
     "stepfather stranger strategist striker student stuntman sultan "
     "superhero superstar supporter surgeon surname survivor suspect swimmer "
     "tailor taxpayer teacher teenager tenant tenor terrorist theologian "
     "thief tourist trader trainer translator traveler treasurer trumpeter "
     "tsar tutor twin tycoon tyrant umpire uncle vampire ventriloquist "
     "veteran victim villager villain violinist visitor vocalist volunteer "
     "voter waiter waitress warrior whistleblower widow wife winner witch "
     "witness wizard woman worker wrestler writer youngster youth"},
    {AnswerType::kOrganization,
     "academy administration agency airline alliance army assembly "
     "association automaker band bank battalion board brewery brigade "
     "broadcaster bureau business carmaker cartel chain charity choir church "
     "civilization clan club coalition college commission committee company "
     "conglomerate congress corporation council court crew denomination "
     "department division duo dynasty employer ensemble faction family "
     "federation firm foundation franchise fraternity gang government "
     "group institute institution league legislature maker manufacturer "
     "militia ministry navy network orchestra order organisation organization "
     "parliament party police quartet railroad railway regime regiment "
     "regulator retailer school sect senate shop society sorority staff store "
     "studio syndicate tabloid team tribe trio union university watchdog"},
    {AnswerType::kPlace,
     "abbey address airport arch archipelago area arena attraction avenue "
     "ballpark bar base basin battlefield bay beach birthplace block border "
     "borough bridge building camp canal canton canyon cape capital casino "
     "castle cathedral cave cemetery city coast colony community "
     "constellation continent country county creek crossing dam desert "
     "destination direction district downtown empire enclave facility factory "
     "fall farm forest fort fortress freeway frontier galaxy garden ghetto "
     "glacier gulf habitat harbor harbour headquarters hemisphere highway "
     "hill home homepage hometown hospital hotel intersection island isle "
     "jail jungle kingdom laboratory lake landfall landmark library locale "
     "locality location mall market metropolis mine monastery monument moon "
     "mosque motel mount mountain municipality museum nation "
     "neighborhood neighbourhood ocean outpost palace parish park peak "
     "peninsula place plain planet plantation plateau port possession "
     "prefecture prison province pub range reef region residence resort "
     "restaurant river road room sea seaport settlement shrine skyscraper "
     "spot stadium state station strait stream street structure suburb temple "
     "territory theater theatre tower town tunnel valley venue village "
     "volcano waterfall waterway zone zoo"},
    {AnswerType::kDate,
     "anniversary birthday century date day decade era hour millennium month "
     "period season time week weekday year"},
    {AnswerType::kDuration, "duration gestation lifespan lifetime"},
    {AnswerType::kNumber,
     "attendance average birthrate circulation code digit equivalent figure "
     "frequency iq lottery membership number par phone population quantity "
     "rank ratio score statistic telephone toll total turnout zip zipcode"},
    {AnswerType::kQuantity,
     "acreage age altitude amount calorie capacity circumference density "
     "depth diameter dimension distance dosage elevation expectancy height "
     "horsepower latitude length longitude magnitude mass mileage pressure "
     "radius rainfall rate size speed temperature thickness velocity voltage "
     "volume wattage wavelength weight width wingspan"},
    {AnswerType::kMoney,
     "bail bounty budget compensation cost debt deficit donation earning "
     "expense fare fee fine fortune gdp gnp income pay payment price profit "
     "ransom revenue reward salary sale sum tuition value wage worth"},
    {AnswerType::kPercent,
     "chance fraction likelihood odd percent percentage probability "
     "proportion share"},
    {AnswerType::kReason,
     "cause excuse ground justification motivation motive rationale reason"},
    {AnswerType::kManner, "manner method procedure recipe way"},
    {AnswerType::kDefinition, "definition meaning"},
    {AnswerType::kDescription,
     "advantage aim argument attitude background basis benefit biography "
     "characteristic circumstance concept consequence contribution "
     "controversy cry derivation description design difference disadvantage "
     "distinction effect etymology explanation fact factor fate feature "
     "function goal history idea impact importance influence information "
     "intent law lyric mechanism mission motto mystery nature objective "
     "opinion origin outcome philosophy plan policy position power principle "
     "problem process purpose qualification reaction relationship reputation "
     "requirement response result right role rule secret significance "
     "similarity situation slogan stance step story success symptom theme "
     "theory use verdict view weakness weather"},
    {AnswerType::kOther,
     "accident accomplishment accord achievement acid act activity "
     "agreement ailment aircraft airplane album alphabet amendment animal "
     "answer anthem appliance article artifact attack autobiography "
     "automobile award bacteria bacterium ballet battle beast beer belief "
     "berry beverage bible bill bird birthstone boat body bomb bone book "
     "bottle bowl brand breed camera campaign cancer candy car card cartoon "
     "cat celebration cell cereal ceremony championship channel chapter "
     "charge charter cheese chemical chord cigarette cleaner cloth clothing "
     "cockatoo coin color colour component compound computer condition "
     "conflict constitution container contraceptive cosmetic course crash "
     "creation creature crime crisis crop cup cure currency custom dance "
     "death deck declaration degree dessert detergent device dialect "
     "dinosaur disaster discipline discovery disease dish disorder document "
     "documentary dog doll dress drink drug earthquake election element "
     "emblem emotion energy engine enzyme episode equation event exam "
     "expedition explosion export expression fabric faith famine fear feat "
     "festival fiber field film finger fire fish flag flood flora flower "
     "fluid food force formula fruit fuel furniture gadget game garment gas "
     "gem gemstone gene genre gift gland grain gun gunboat habit hat "
     "helicopter hobby holiday honor hormone horse house hurricane hymn "
     "illness import incident industry infection ingredient insect "
     "instrument invention item jet job joint journal key language lap "
     "letter limb line liner liquid literature logo machine magazine mammal "
     "mascot massacre masterpiece match material meal meat medal medication "
     "medicine metal mineral missile molecule money monster movement movie "
     "muscle music musical nationality newspaper note novel nut object "
     "occupation offense oil opera operation organ organism pact painting "
     "paper parade part particle pastime pattern perfume periodical pet "
     "phenomenon phobia phrase pizza plane plant plastic play poem practice "
     "prelude present prize product profession program programme property "
     "protein proverb publication punishment puzzle question quotation "
     "quote race radiation radio ray rebellion record relic religion remedy "
     "reptile resource revolt revolution rifle riot ritual rock rocket "
     "satellite sauce saying scale science sculpture sense sequel series "
     "service shape ship shoe show shuttle sign sin sitcom skill skyline "
     "snake soap software song sound source spacecraft spaceship specimen "
     "speech spice sport stamp statue stone storm strategy strip stroke "
     "style subject submarine substance suit symbol syndrome synonym system "
     "tale task technique technology telescope television term test text "
     "theorem therapy thing tissue title tobacco toe tool tooth tournament "
     "toy trade trademark tradition train trait treatment treaty tree trick "
     "trilogy trophy truck tv unit uprising utensil vaccine vegetable "
     "vehicle vein verse vessel virus vitamin vowel war wave weapon website "
     "weekend western whale wine wood word work yacht"},
};

constexpr absl::string_view kLeading =
    "name kind type sort part brand breed species form variety example piece "
    "category class member one";

// What a noun that is in no list may end in if it is a person.
constexpr absl::string_view kPersonEndings[] = {"ist",    "ician", "woman",
                                                "ologer", "sman",  "ographer"};

}  // namespace

std::optional<AnswerType> AnswerTypeOfNoun(absl::string_view noun) {
  static const auto* const types = [] {
    auto* map = new absl::flat_hash_map<absl::string_view, AnswerType>;
    for (const NounsOfType& entry : kNouns) {
      for (absl::string_view word :
           absl::StrSplit(entry.nouns, ' ', absl::SkipEmpty())) {
        map->emplace(word, entry.type);
      }
    }
    return map;
  }();
  const auto found = types->find(noun);
  if (found != types->end()) return found->second;
  for (absl::string_view ending : kPersonEndings) {
    if (noun.size() > ending.size() + 2 && absl::EndsWith(noun, ending)) {
      return AnswerType::kPerson;
    }
  }
  return std::nullopt;
}

bool LeadsToNoun(absl::string_view noun) {
  static const auto* const leading =
      new absl::flat_hash_set<absl::string_view>(absl::StrSplit(kLeading, ' '));
  return leading->contains(noun);
}

}  // namespace footnote
