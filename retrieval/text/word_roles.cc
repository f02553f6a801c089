#include "retrieval/text/word_roles.h"

#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"

namespace footnote {
namespace {

// The words of each role, in lower case.
constexpr std::pair<uint32_t, absl::string_view> kWords[] = {
    {kSpeechRole,
     "said says told tells added adds asked asks wrote writes stated states "
     "announced announces noted notes argued argues warned warns explained "
     "explains claimed claims insisted insists suggested suggests continued "
     "continues concluded concludes replied replies responded responds "
     "answered answers remarked remarks declared declares asserted asserts "
     "observed observes commented comments tweeted tweets recalled recalls "
     "acknowledged acknowledges conceded concedes admitted admits stressed "
     "stresses emphasized emphasizes emphasised emphasises reiterated "
     "reiterates maintained maintains contended contends alleged alleges "
     "confirmed confirms complained complains joked jokes quipped quips "
     "predicted predicts reported reports testified testifies vowed vows "
     "pledged pledges cautioned cautions countered counters shouted shouts "
     "exclaimed exclaims boasted boasts lamented laments opined opines mused "
     "muses estimated estimates indicated indicates urged urges pointed "
     "points read reads posted posts conveyed conveys articulated "
     "proclaimed proclaims disclosed discloses elaborated stipulated "
     "interjected retorted affirmed affirms clarified clarifies repeated "
     "reasoned snapped bragged cried yelled whispered wondered wonders "
     "underscored underscores underlined underlines highlighted highlights "
     "specified relayed confessed confesses retaliated retorts fumed scoffed "
     "scoffs ranted marveled intoned surmised posited chided implored pleaded "
     "begged inquired ventured volunteered sighed gushed hinted hints "
     "summarized worried worries anticipated anticipates alleged cautioned "
     "swore swears theorized rejoined bemoaned"},
    {kQuotingRole,
     "continued continues responded responds replied replies answered read "
     "reads posted posts repeated cried shouted shouts yelled whispered "
     "snapped interjected retorted retaliated sighed gushed points pointed "
     "observed observes joked jokes quipped quips"},
    {kPlainSpeechRole,
     "said says told tells added adds announced announces wrote writes stated "
     "states read reads"},
    {kDeedRole,
     "claim claims claimed claiming declared declares declaring proclaimed "
     "proclaims proclaiming"},
    {kStanceRole,
     "expressed expresses promised promises denied denies called calls "
     "criticized criticizes criticised praised praises slammed slams blasted "
     "blasts accused accuses condemned condemns denounced denounces described "
     "describes demanded demands proposed proposes mentioned mentions voiced "
     "voices defended defends mocked mocks dismissed dismisses rejected "
     "rejects welcomed welcomes believes thinks believed thought "
     "refused refuses declined advised advises recommended recommends "
     "requested endorsed endorses echoed echoes labeled labelled dubbed "
     "apologized expects feared fears hopes hoped agreed agrees cited "
     "cites hailed"},
    {kBaseSpeechRole,
     "say tell argue claim warn insist contend suggest acknowledge maintain "
     "complain concede note report believe predict estimate"},
    {kParticipleRole,
     "saying adding telling stating noting warning arguing explaining claiming "
     "insisting suggesting concluding remarking declaring asserting observing "
     "acknowledging conceding admitting stressing emphasizing emphasising "
     "reiterating maintaining alleging confirming complaining predicting "
     "vowing pledging cautioning writing announcing calling describing "
     "tweeting asking recalling joking proclaiming underscoring"},
    {kTitleRole,
     "president minister secretary senator governor mayor chairman chairwoman "
     "chair chancellor premier king queen prince princess pope general admiral "
     "colonel major captain lieutenant sergeant commander congressman "
     "congresswoman representative ambassador judge justice attorney sheriff "
     "director chief spokesman spokeswoman spokesperson leader professor "
     "commissioner treasurer deputy envoy sen rep gov gen adm lt col capt sgt "
     "maj pres sec amb prof rev brig cmdr hon dep sens reps gens profs ceo cfo "
     "coo founder co-founder editor adviser advisor aide analyst economist "
     "strategist manager coach candidate nominee president-elect "
     "secretary-general lawmaker speaker whip coordinator officer "
     "prosecutor archbishop bishop cardinal rabbi imam pastor reverend "
     "emperor empress sheikh ayatollah dictator comedian actor actress author "
     "historian pollster correspondent columnist reporter anchor host "
     "commentator activist lawyer"},
    {kTitlePartRole,
     "prime vice foreign defense defence former then acting interim deputy "
     "assistant associate senior chief first finance interior trade economy "
     "justice health education agriculture transport transportation energy "
     "environment labor labour security national press cabinet executive "
     "managing general campaign communications policy political party state "
     "home treasury attorney joint staff staffs supreme lead top ex-president "
     "foreign-policy majority minority house senate opposition military "
     "communist state's district county city federal regional research "
     "longtime incoming outgoing special lord crown co presidential "
     "vice-presidential gubernatorial retired late current exiled ruling "
     "chief-of-staff budget homeland intelligence"},
    {kHonorificRole,
     "mr mrs ms miss dr sir dame madame messrs mister mssrs mx lady"},
    {kPersonPronounRole, "he she"},
    {kOtherPronounRole,
     "they it i we who you which him her them me us himself herself "
     "themselves myself one those these this what others someone everyone "
     "nobody anybody anyone"},
    {kDeterminerRole,
     "the a an his her its their our my your this that these those some many "
     "several another any each every both all few one two three four five "
     "most other no either neither more"},
    {kHumanRole,
     "official officials spokesman spokeswoman spokesperson spokesmen "
     "spokespersons source sources expert experts critic critics analyst "
     "analysts adviser advisers advisor advisors aide aides lawmaker lawmakers "
     "diplomat diplomats lawyer lawyers attorney attorneys man woman men women "
     "people voter voters resident residents witness witnesses researcher "
     "researchers scientist scientists economist economists leader leaders "
     "politician politicians reporter reporters journalist journalists "
     "supporter supporters opponent opponents advocate advocates activist "
     "activists scholar scholars author authors professor minister ministers "
     "senators governors republicans democrats conservatives liberals "
     "candidate candidates nominee strategist strategists member members "
     "representative representatives businessman billionaire mother father "
     "son daughter wife husband brother sister friend friends student students "
     "teacher teachers doctor doctors observers investigators prosecutor "
     "prosecutors frontrunner front-runner mogul veteran veterans host "
     "executive executives commander officer officers owner negotiator "
     "negotiators authorities soldier colleague colleagues neighbor "
     "neighbour pollster historian celebrity star protester protesters user "
     "users respondents writer columnist"},
    {kBodyRole,
     "ministry government administration department office agency company "
     "group campaign party council committee commission court police board "
     "union bank firm association institute university statement report "
     "paper newspaper magazine network study survey poll letter memo "
     "document documents email article ad post tweet editorial post "
     "organization organisation authority federation corporation inc corp co "
     "ltd llc center centre foundation house congress parliament senate "
     "bureau team church club league coalition alliance army navy force "
     "forces society college school times journal news press tribune herald "
     "post embassy secretariat assembly academy hospital airlines motors "
     "technologies holdings media broadcasting corporation nations fund "
     "service services network caucus front movement trust partners "
     "research watch pac amendment act tower street awards war bill law "
     "agreement treaty primary election convention debate day island islands "
     "sea river lake ocean airport park square"},
    {kNegationRole,
     "not never neither nor didn't doesn't hasn't hadn't don't haven't "
     "couldn't wouldn't won't wasn't isn't can't cannot aren't weren't "
     "shouldn't without didnt"},
    {kAuxiliaryRole, "has have had did does do having"},
    {kModalRole, "will would can could should shall may might must to"},
    {kBeRole, "is are was were be been being am got gets"},
    {kAdverbRole,
     "also later then once now already again recently earlier still just "
     "even first only simply further reportedly famously repeatedly "
     "previously meanwhile however instead too ago today yesterday "
     "tomorrow tonight twice here there often always sometimes perhaps maybe "
     "thus therefore moreover indeed additionally notably "
     "so not never more soon eventually long"},
    {kPrepositionRole,
     "of in on at by for from with about against to into during after before "
     "since until over under between among through within without toward "
     "towards upon near despite amid following like as than per including "
     "behind beyond across around above below outside inside via"},
    {kConjunctionRole,
     "and but or nor that whether if because although though while when where "
     "unless since so as how why what which who whose once until than yet"},
    {kDayRole,
     "monday tuesday wednesday thursday friday saturday sunday january "
     "february march april june july august september october november "
     "december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed "
     "thu fri est gmt"},
    {kPlaceRole,
     "japan china russia america britain england france germany italy spain "
     "canada mexico brazil india pakistan iran iraq israel syria turkey egypt "
     "ukraine poland greece taiwan korea vietnam philippines indonesia "
     "australia europe asia africa tokyo beijing moscow washington london "
     "paris berlin rome seoul taipei jerusalem tehran baghdad kabul "
     "afghanistan york california texas florida ohio iowa virginia georgia "
     "michigan pennsylvania wisconsin nevada arizona colorado illinois "
     "chicago boston atlanta houston dallas miami philadelphia okinawa osaka "
     "hiroshima u.s. us u.k. uk eu u.n. states kingdom zealand thailand "
     "hampshire carolina dakota jersey brussels geneva hamas saudi arabia "
     "yemen libya lebanon jordan qatar cuba venezuela argentina chile "
     "switzerland austria sweden norway denmark finland ireland scotland "
     "wales portugal belgium netherlands hungary romania"},
    {kNationRole,
     "japanese chinese russian american british english french german italian "
     "spanish canadian mexican brazilian indian pakistani iranian iraqi "
     "israeli syrian turkish egyptian ukrainian polish greek taiwanese korean "
     "north south vietnamese philippine indonesian australian european asian "
     "african republican republicans democrat democrats democratic liberal "
     "conservative labour muslim christian jewish catholic irish scottish "
     "saudi swiss dutch swedish norwegian danish finnish texan californian "
     "arab islamic western eastern southern northern african-american latino "
     "hispanic gop conservatives americans"},
    {kGivenNameRole,
     "james john robert michael william david richard joseph thomas charles "
     "christopher daniel matthew anthony mark donald steven stephen paul "
     "andrew joshua kenneth kevin brian george timothy ronald edward jason "
     "jeffrey ryan jacob gary nicholas eric jonathan larry justin scott "
     "brandon benjamin samuel gregory frank alexander raymond patrick jack "
     "dennis jerry tyler aaron jose adam nathan henry douglas peter zachary "
     "kyle walter ethan jeremy harold keith christian roger noah gerald carl "
     "terry sean arthur lawrence jesse dylan bryan joe bruce albert bill mike "
     "tom jim bob steve dan chris matt tony jeff greg tim ted ben sam joel "
     "mary patricia jennifer linda elizabeth barbara susan jessica sarah "
     "karen lisa nancy betty sandra margaret ashley kimberly emily donna "
     "michelle carol amanda melissa deborah stephanie rebecca laura helen "
     "sharon cynthia kathleen amy angela anna ruth brenda pamela nicole "
     "katherine samantha christine emma catherine debra virginia rachel "
     "carolyn janet maria heather diane julie joyce victoria kelly christina "
     "joan evelyn lauren judith olivia martha cheryl megan andrea ann alice "
     "jean kathryn jacqueline gloria teresa hillary barack bernie marco "
     "melania ivanka vladimir angela emmanuel shinzo shigeru takeshi yoko "
     "kenji hiroshi fumio xi kim mohammed muhammad ahmed ali juan carlos luis "
     "antonio francisco pierre hans ivan sergei boris nigel theresa tony"},
    {kParticleRole,
     "de van von der den bin ibn al el la le du da di del dos das ter abu y"},
};

// The roles of words that a name does not begin with.
constexpr uint32_t kFunctionRoles =
    kPersonPronounRole | kOtherPronounRole | kDeterminerRole | kNegationRole |
    kAuxiliaryRole | kModalRole | kBeRole | kAdverbRole | kPrepositionRole |
    kConjunctionRole | kDayRole;

absl::flat_hash_map<absl::string_view, uint32_t> MakeRoles() {
  absl::flat_hash_map<absl::string_view, uint32_t> roles;
  for (const auto& [role, words] : kWords) {
    for (absl::string_view word : absl::StrSplit(words, ' ')) {
      roles[word] |= role;
    }
  }
  for (auto& [word, role] : roles) {
    if ((role & kFunctionRoles) != 0) role |= kFunctionRole;
  }
  return roles;
}

}  // namespace

uint32_t RolesOf(absl::string_view lower) {
  static const auto& roles = *new auto(MakeRoles());
  const auto found = roles.find(lower);
  return found == roles.end() ? 0 : found->second;
}

}  // namespace footnote
