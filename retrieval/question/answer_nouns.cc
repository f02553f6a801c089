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
// their first sense, mended by reading. What is in no list is a thing.
constexpr NounsOfType kNouns[] = {
    {AnswerType::kPerson,
     "apostle relative citizen guy blonde genius witch fool healer personality "
     "cook trader martyr youngster ranger gymnast scoundrel crooner housewife "
     "laureate butcher baker barber bartender beggar blacksmith carpenter "
     "cashier clerk collector comrade consumer customer dealer dean disciple "
     "donor dwarf educator farmer fisherman foreigner gardener gentleman "
     "girlfriend boyfriend groom gunman immigrant infant inmate instructor "
     "intern juror landowner laborer librarian maid mechanic migrant miner "
     "negotiator newcomer orphan peasant pilgrim plaintiff preacher prodigy "
     "proponent protester rancher rapist refugee rival seaman shepherd skipper "
     "socialite sorcerer specialist stepfather stranger stuntman supporter "
     "tailor taxpayer tenant tourist trainer translator traveler treasurer "
     "tutor tyrant umpire veteran villager visitor volunteer voter waiter "
     "waitress wizard roommate surname pseudonym alias prankster whistleblower "
     "militant insurgent commentator strategist person people boss man woman "
     "boy girl child baby individual human "
     "someone "
     "actor actress adviser activist admiral agent ambassador analyst "
     "anchor anchorman announcer anthropologist archaeologist archbishop "
     "architect aristocrat artist assassin assistant astronaut astronomer "
     "athlete attorney aunt author aviator bachelor ballerina "
     "bandleader banker baron baseballer batter bishop biographer biologist "
     "bodyguard boxer bride brother builder businessman businesswoman "
     "cabinet candidate captain cardinal cartoonist celebrity ceo chairman "
     "chairwoman champion chancellor character chef chemist chief "
     "choreographer civilian clergyman clown coach cofounder colleague "
     "columnist comedian comedienne comic commander commissioner companion "
     "composer conductor congressman congresswoman conqueror conspirator "
     "consul contestant cop correspondent cosmonaut councillor count cousin "
     "cowboy creator criminal critic czar dancer daughter defendant delegate "
     "designer detective dictator diplomat director discoverer doctor "
     "dramatist driver duchess duke economist editor emperor empress engineer "
     "entertainer entrepreneur envoy executive expert explorer fiance "
     "father fighter filmmaker firefighter follower founder "
     "friend general geologist god goddess golfer governor "
     "grandfather grandmother grandson guard guest guitarist guru head "
     "heavyweight heir hero heroine historian host hostage hunter husband "
     "inhabitant inventor investigator journalist judge justice killer king "
     "knight lady landlord lawmaker lawyer leader lecturer legislator "
     "lieutenant lord lover magician magnate major manager marshal master "
     "mathematician mayor member mentor merchant messenger millionaire "
     "minister missionary mistress monarch monk moderator mother "
     "murderer musician narrator neighbor nephew nobleman novelist nun nurse "
     "officer official opponent outlaw owner painter parent partner passenger "
     "pastor patient patriarch patron performer pharaoh philanthropist "
     "philosopher photographer physician physicist pianist pilot pioneer "
     "pirate pitcher player playwright poet policeman politician pope "
     "predecessor premier president priest prince princess "
     "principal prisoner producer professor programmer prophet prosecutor "
     "protagonist psychiatrist psychologist publisher quarterback queen racer "
     "rapper reader rebel recipient referee reporter representative "
     "researcher resident retiree ringleader robber ruler runner "
     " sailor saint salesman scholar scientist scout sculptor "
     "secretary senator sergeant servant settler shah sheriff shortstop "
     "sibling signatory singer sister skater skier slave sniper soldier son "
     "songwriter soprano sovereign speaker spokesman spokesperson spokeswoman "
     "sponsor sportscaster spouse spy star statesman student sultan superstar "
     "surgeon survivor suspect swimmer tenor terrorist theologian thief "
     "tsar twin tycoon uncle victim violinist "
     "warrior widow wife winner witness worker wrestler writer youth "
     "comedians teenager teacher professional pupil "
     "trumpeter outfielder "
     "hitter catcher goalkeeper striker batsman sprinter jockey villain "
     "sidekick superhero ventriloquist gangster vampire cheerleader "
     "mobster guardian butler sheik sleuth aide deputy "
     "chairperson cleric rabbi imam ayatollah nominee incumbent "
     "lawgiver chronicler naturalist botanist linguist humanist "
     "frontman vocalist drummer headmaster "
     "ancestor descendant"},
    {AnswerType::kOrganization,
     "chain railway railroad store shop tabloid think syndicate faction "
     "watchdog regulator organization organisation company corporation firm "
     "business agency "
     "airline army association bank band group orchestra choir duo trio "
     "quartet party team club league franchise university college school "
     "academy institute institution court parliament congress senate "
     "committee commission council board bureau department ministry "
     "government union federation coalition alliance militia navy force "
     "regiment brigade battalion division tribe clan family dynasty "
     "church denomination sect order society foundation charity manufacturer "
     "maker brewery automaker carmaker conglomerate employer "
     "retailer studio network broadcaster fraternity sorority gang "
     "cartel administration regime legislature assembly "
     "staff crew police ensemble civilization tribes "
     ""},
    {AnswerType::kPlace,
     "nationality seaport plantation arch possession habitat freeway block "
     "attraction landfall outpost enclave locality waterway crossing frontier "
     "shrine mine zone downtown farm factory laboratory facility place "
     "location country nation state city town village county province "
     "capital continent region area district neighborhood neighbourhood "
     "suburb borough municipality territory colony kingdom empire "
     "community island isle peninsula archipelago river lake sea "
     "ocean bay gulf strait canal waterfall falls stream creek mountain mount "
     "peak hill volcano valley canyon desert plain plateau range forest "
     "jungle beach coast cape border street avenue road highway "
     "building structure skyscraper tower castle palace bridge tunnel dam "
     "airport station port harbor harbour stadium arena museum theater "
     "theatre library hospital hotel motel restaurant park zoo garden "
     "cathedral mosque temple monastery abbey prison jail base camp fort "
     "fortress cemetery planet moon galaxy constellation "
     "spot destination venue headquarters home birthplace hometown "
     "residence address settlement hemisphere direction "
     "ballpark room landmark monument mall "
     "market pub bar casino resort basin glacier cave reef "
     "prefecture canton parish metropolis locale intersection "
     "homepage ghetto "
     "battlefield"},
    {AnswerType::kDate,
     "year date day month century decade time birthday anniversary era "
     "weekday week season hour period millennium"},
    {AnswerType::kDuration, "duration lifespan lifetime gestation"},
    {AnswerType::kNumber,
     "statistic equivalent number population total code zip zipcode phone "
     "telephone score "
     "ratio odds figure quantity digit rank average frequency "
     "birthrate iq par circulation attendance turnout membership lottery toll"},
    {AnswerType::kQuantity,
     "temperature speed velocity height length width depth distance weight "
     "size mass volume altitude elevation diameter radius circumference "
     "latitude longitude density capacity acreage amount rate "
     "age magnitude wavelength voltage horsepower wingspan thickness "
     "dimension expectancy wattage calories rainfall pressure "
     "dosage mileage"},
    {AnswerType::kMoney,
     "fare price cost salary wage wages income budget fee fine revenue profit "
     "debt "
     "deficit worth fortune sum payment tuition "
     "pay expense reward bail ransom bounty gdp gnp sales earnings "
     "donation compensation value"},
    {AnswerType::kPercent,
     "fraction percent percentage chance odd probability likelihood proportion "
     "share "},
    {AnswerType::kReason,
     "reason cause motive motivation rationale excuse justification grounds"},
    {AnswerType::kManner, "way method manner means procedure recipe steps"},
    {AnswerType::kDefinition, "definition meaning"},
    {AnswerType::kDescription,
     "fact step circumstance factor power weakness secret mystery verdict "
     "design success right outcome fate "
     "reputation difference purpose function role significance importance "
     "origin "
     "origins history effect impact consequence result advantage "
     "disadvantage benefit relationship description story theme "
     "characteristic feature contribution attitude opinion position stance "
     "view similarity use uses idea concept theory principle nature goal "
     "policy plan situation problem response reaction aim mission "
     "biography background explanation process symptom "
     "objective law philosophy argument distinction rule mechanism "
     "derivation etymology basis controversy intent information qualification "
     "requirement influence lyric weather motto slogan cry"},
    {AnswerType::kOther,
     "death toe flora berry habit contraceptive pizza plastic cockatoo yacht "
     "gunboat trademark autobiography prelude skyline lap weekend house thing "
     "object word phrase expression term language letter symbol sign "
     "color colour animal bird fish dog cat horse insect mammal reptile snake "
     "whale pet plant tree flower fruit vegetable crop food dish drink "
     "beverage "
     "beer wine cereal candy cheese dessert meal sauce spice meat grain nut "
     "movie film book novel poem play opera song album record musical ballet "
     "painting sculpture tale show series sitcom program programme "
     "episode cartoon strip magazine newspaper journal periodical "
     "publication website work masterpiece anthem hymn speech document treaty "
     "article amendment agreement pact accord act bill constitution "
     "declaration charter game sport event war battle conflict revolution "
     "rebellion revolt uprising riot crisis holiday festival ceremony "
     "celebration parade tournament championship cup bowl match race election "
     "campaign operation expedition disaster earthquake hurricane "
     "storm flood fire famine accident crash explosion attack massacre "
     "disease illness disorder ailment condition infection virus bacteria "
     "bacterium syndrome cancer drug medicine medication vaccine treatment "
     "therapy cure remedy vitamin hormone enzyme protein gene cell molecule "
     "element metal mineral gem stone rock substance material chemical "
     "compound gas liquid fluid acid fuel oil fabric fiber cloth wood paper "
     "body organ bone muscle gland tissue part limb finger tooth joint vein "
     "product brand item device machine tool instrument weapon gun rifle "
     "bomb missile ship boat submarine vessel car automobile vehicle truck "
     "train plane airplane aircraft jet helicopter spacecraft spaceship "
     "satellite shuttle rocket computer software system engine camera "
     "telescope toy doll clothing garment dress hat shoe "
     "currency coin money stamp flag award prize medal trophy "
     "honor religion faith belief style "
     "genre movement dance technique skill stroke trick shape "
     "pattern logo mascot emblem crime offense charge sin punishment "
     "science field subject discipline course degree industry "
     "trade export import resource service activity hobby "
     "job pastime music sound note key chord literature "
     "text bible chapter verse quote quotation proverb saying line "
     " question answer feat achievement accomplishment invention "
     "discovery creation creature monster beast dinosaur organism specimen "
     "breed card suit deck puzzle "
     "vowel alphabet dialect ingredient component particle "
     " ray radiation energy wave phenomenon "
     " trait property tradition custom ritual practice strategy "
     "technology theorem formula equation unit scale test exam "
     "channel radio tv television soap detergent cleaner cigarette tobacco "
     "cosmetic perfume phobia fear sense emotion gift present artifact "
     "relic statue furniture utensil container bottle "
     "appliance gadget documentary western trilogy sequel "
     "occupation profession title task"},
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
