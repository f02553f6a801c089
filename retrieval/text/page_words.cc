#include "retrieval/text/page_words.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// The longest word that is looked up.
constexpr size_t kMaxWord = 24;

// The words of each kind, in lower case.
constexpr std::pair<uint32_t, absl::string_view> kWords[] = {
    {kRequestWord,
     "follow share subscribe sign signup register click tap download read "
     "watch view join like comment log login accept enable print email "
     "tweet donate support listen see check get scroll swipe skip continue "
     "reload refresh update upgrade try contact send visit browse explore "
     "discover submit bookmark retweet install turn allow manage unlock "
     "stay receive start become buy save add please enter find learn "
     "connect copy copied wait play post leave show hide catch thank "
     "thanks continues subscribing reject close"},
    {kSiteWord,
     "newsletter newsletters inbox email emails facebook twitter instagram "
     "youtube whatsapp telegram linkedin pinterest reddit tiktok threads "
     "flipboard messenger app apps channel channels page homepage site "
     "website browser javascript account article articles story stories "
     "link links login password notifications notification alerts podcast "
     "podcasts subscription subscriptions subscriber subscribers ad ads "
     "advertisement advertisements advertising advert sponsored gallery "
     "slideshow feed feeds rss menu settings content here below experience "
     "headlines membership paywall bulletin briefing digest clipboard "
     "bookmarks section topics google reading watching post posts tip tips "
     "author newsroom access unlimited trial offers limit subscribing "
     "cookie cookies topic news comment comments conversation connected "
     "journalism partners promoted paid"},
    {kControlWord,
     "advertisement advertisements advert advertising share tweet print "
     "comments comment sponsored loading menu subscribe login signup "
     "bookmark reply retweet logout reload unsubscribe accept reject "
     "trending tags home search ad promoted paid log sign popular"},
    {kReaderWord, "us our we you your me my yours"},
    {kImageWord,
     "photo photos photograph photographs photographer image images "
     "picture pictures pic graphic graphics illustration screengrab "
     "screenshot screencap infographic"},
    {kCreditWord,
     "by source sources courtesy via credit credits from copyright "
     "supplied handout pool file caption"},
    {kAgencyWord,
     "ap afp reuters getty epa kyodo ani pti bloomberg xinhua shutterstock "
     "istock alamy flickr wikimedia unsplash pixabay pexels upi tass "
     "yonhap jiji dpa ansa efe eyepress zuma sipa anadolu imago rex "
     "pixsell nurphoto afp-jiji afp-yonhap"},
    {kLegalWord,
     "cookie cookies terms policy privacy consent copyright reserved "
     "redistributed rewritten trademark trademarks disclaimer gdpr agree "
     "accept republished reproduced retransmitted reproduction "
     "unauthorized unauthorised prohibited permission"},
    {kTechnicalWord,
     "javascript app key api token plugin plug-in widget browser player "
     "video page flash server embed url html5 html settings cookies "
     "content iframe script feed"},
    {kFailureWord,
     "error errors failed unavailable disabled unsupported invalid missing "
     "expired not cannot can't couldn't doesn't unable required blocked "
     "wrong denied retry loading 404 403 500 set supported available found "
     "load loaded enabled play playback enable"},
    {kPointerWord,
     "related more also recommended trending popular latest read see must "
     "editor's editors picks watch listen next previous top most breaking "
     "don't miss analysis explained interested tags topics filed under "
     "categories keywords video videos gallery podcast slideshow back"},
    {kTimeWord,
     "updated published posted modified created date last first january "
     "february march april may june july august september october november "
     "december jan feb mar apr jun jul aug sep sept oct nov dec monday "
     "tuesday wednesday thursday friday saturday sunday mon tue wed thu "
     "fri sat sun am pm a.m p.m est edt et cst cdt ct mst pst pdt pt gmt "
     "utc ist jst kst bst cet cest ago on at hours hour minutes minute "
     "mins min days day"},
    {kCountedWord,
     "comments comment shares share views view likes like min mins minutes "
     "read ago retweets followers replies reads hours hour days day weeks "
     "week"},
    {kFunctionWord,
     "a an the of to in on at by for from with and or but as this that "
     "these those all here now below above up out down off today free "
     "daily it if please so be no any about only"},
    {kVerbWord,
     "is are am has have do does will can may must shall might should "
     "isn't aren't won't goes gets makes takes says means remains wants "
     "needs seeks faces hopes plans aims sees calls could"},
    {kNarrativeWord,
     "said says told asked added wrote replied warned insisted argued was "
     "were had did could would he she they him them his her their hers "
     "theirs wasn't weren't didn't wouldn't couldn't i fell rose grew "
     "became began won lost took gave went came saw made left led "
     "met held kept ran stood sent spent sold bought brought thought felt "
     "spoke broke got knew"}};

// Past forms that pages also use in their own texts.
constexpr absl::string_view kPagePasts =
    "related recommended sponsored updated published posted modified "
    "created reserved redistributed rewritten republished reproduced "
    "retransmitted failed disabled unsupported expired required blocked "
    "denied supported loaded enabled supplied explained feed embed need "
    "read speed red bed unlimited united continued delivered dedicated "
    "personalized personalised exclusive retweeted shared edited reached "
    "closed";

absl::flat_hash_map<std::string, uint32_t> MakeKinds() {
  absl::flat_hash_map<std::string, uint32_t> kinds;
  for (const auto& [kind, words] : kWords) {
    for (absl::string_view word : absl::StrSplit(words, ' ')) {
      kinds[word] |= kind;
    }
  }
  for (absl::string_view word : absl::StrSplit(kPagePasts, ' ')) {
    kinds[word] |= kPagePastWord;
  }
  return kinds;
}

uint32_t KindsOf(absl::string_view word, bool capital) {
  static const auto& kinds = *new auto(MakeKinds());
  char buffer[kMaxWord];
  const absl::string_view lower = LowerAscii(word, buffer, sizeof(buffer));
  const auto found = kinds.find(lower);
  if (found != kinds.end()) return found->second;
  const bool is_past =
      !capital && lower.size() > 3 && absl::EndsWith(lower, "ed");
  return is_past ? uint32_t{kNarrativeWord} : 0;
}

// Returns whether the byte at `pos` belongs to a word: letters, digits, and any
// non-ASCII character that is no punctuation of the blocks C2 and E2.
bool IsWordByte(absl::string_view text, size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte < 0x80) return absl::ascii_isalnum(byte);
  return byte != 0xC2 && byte != 0xE2;
}

// Returns whether what stands at `pos` joins the word around it: an apostrophe,
// or a stop, comma or colon between digits. Sets `size` to its bytes.
bool IsJoint(absl::string_view text, size_t pos, size_t& size) {
  size = absl::StartsWith(text.substr(pos), "\u2019") ? 3 : 1;
  if (pos + size >= text.size() || !IsWordByte(text, pos + size)) return false;
  if (size == 3 || text[pos] == '\'') return true;
  return absl::string_view(".,:").find(text[pos]) != absl::string_view::npos &&
         IsDigit(static_cast<unsigned char>(text[pos - 1])) &&
         IsDigit(static_cast<unsigned char>(text[pos + 1]));
}

// Returns the end of the word that begins at `pos`.
size_t WordEnd(absl::string_view text, size_t pos) {
  while (pos < text.size()) {
    size_t size = 1;
    if (!IsWordByte(text, pos)) {
      const bool punctuation = static_cast<unsigned char>(text[pos]) >= 0xE2;
      if (punctuation && !absl::StartsWith(text.substr(pos), "\u2019")) break;
      if (!IsJoint(text, pos, size)) break;
    }
    pos += size;
  }
  return pos;
}

}  // namespace

void ReadPageWords(absl::string_view text, size_t limit,
                   std::vector<PageWord>& words) {
  words.clear();
  size_t pos = 0;
  while (pos < text.size() && words.size() < limit) {
    if (!IsWordByte(text, pos)) {
      pos += CodePointAt(text, pos).size;
      continue;
    }
    const size_t end = WordEnd(text, pos);
    PageWord word;
    word.text = text.substr(pos, end - pos);
    word.begin = pos;
    const char32_t first = CodePointAt(text, pos).value;
    word.capital = IsUpper(first);
    word.digits = IsDigit(first);
    word.kinds = KindsOf(word.text, word.capital);
    words.push_back(word);
    pos = end;
  }
}

}  // namespace footnote
