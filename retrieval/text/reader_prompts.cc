#include "retrieval/text/reader_prompts.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace footnote {
namespace {

// A request at the beginning, with what the reader is asked to do it to.
double RequestScore(const PageSentence& sentence) {
  static constexpr absl::string_view kSiteVerbs[] = {
      "subscribe", "click", "tap", "signup", "unsubscribe", "scroll", "tweet"};
  const size_t first =
      sentence.IsWord(0, "please") || sentence.IsWord(0, "to") ? 1 : 0;
  if (first == sentence.words.size()) return 0;
  const PageWord& verb = sentence.words[first];
  double score = first == 1 ? 0.5 : 0;
  if (verb.Is(kRequestWord)) score += 2;
  for (absl::string_view site_verb : kSiteVerbs) {
    if (absl::EqualsIgnoreCase(verb.text, site_verb)) score += 1;
  }
  if (sentence.ReadsAt(first, {"sign", "up"})) score += 1;
  if (sentence.ReadsAt(first, {"log", "in"})) score += 1;
  // "Share this story": what is pointed at is the page itself.
  const bool points = verb.Is(kRequestWord) &&
                      sentence.IsWord(first + 1, "this") &&
                      first + 2 < sentence.words.size() &&
                      sentence.words[first + 2].Is(kSiteWord);
  if (points) score += 1;
  return score;
}

// A request further on, behind an introduction: "For more news, follow us".
bool AsksLater(const PageSentence& sentence) {
  for (size_t i = 1; i + 1 < sentence.words.size(); ++i) {
    const PageWord& object = sentence.words[i + 1];
    if (sentence.words[i].Is(kRequestWord) &&
        (absl::EqualsIgnoreCase(object.text, "us") ||
         absl::EqualsIgnoreCase(object.text, "our") ||
         absl::EqualsIgnoreCase(object.text, "here") ||
         absl::EqualsIgnoreCase(object.text, "now"))) {
      return true;
    }
  }
  return false;
}

// Returns whether the sentence is one word that stands on a button, or marks an
// advertisement.
bool IsButton(const PageSentence& sentence) {
  const PageWord& word = sentence.words[0];
  if (!word.capital || !word.Is(kControlWord)) return false;
  if (sentence.Gap(0).find(':') != absl::string_view::npos) return false;
  return sentence.alone || sentence.IsWord(0, "advertisement");
}

// Returns whether the sentence is a row of the page's buttons and headings.
bool IsControls(const PageSentence& sentence) {
  constexpr uint32_t kStrong = kRequestWord | kSiteWord | kPointerWord;
  constexpr size_t kMaxControls = 12;
  if (sentence.words.size() > kMaxControls || sentence.HasStop()) return false;
  if (sentence.words.size() == 1) return IsButton(sentence);
  const bool brief =
      sentence.alone &&
      ((sentence.words.size() == 2 && sentence.words[0].Is(kControlWord)) ||
       sentence.Has(kReaderWord));
  if (brief && sentence.words.size() == 2 && sentence.words[1].digits) {
    return true;
  }
  return sentence.HasOnly(kStrong | kControlWord | kFunctionWord | kReaderWord |
                          kCountedWord) &&
         sentence.Count(kStrong | kControlWord) >= (brief ? 1 : 2) &&
         sentence.Has(kRequestWord | kControlWord | kPointerWord);
}

// Returns whether the page speaks to its reader about itself: "You may also
// like", "This article is for subscribers only".
bool IsAddress(const PageSentence& sentence) {
  constexpr uint32_t kStrong =
      kRequestWord | kSiteWord | kPointerWord | kControlWord;
  const bool addresses =
      sentence.IsWord(0, "you") || sentence.IsWord(0, "your") ||
      sentence.IsWord(0, "this") || sentence.IsWord(0, "thank") ||
      sentence.IsWord(0, "thanks") || sentence.IsWord(0, "sorry");
  return addresses && sentence.alone && sentence.Count(kStrong) >= 2 &&
         sentence.HasOnly(kStrong | kFunctionWord | kReaderWord | kVerbWord |
                          kPagePastWord);
}

// Returns the number of things of the page that are spoken of.
size_t CountObjects(const PageSentence& sentence) {
  size_t objects = sentence.Count(kSiteWord);
  for (size_t i = 0; i + 1 < sentence.words.size(); ++i) {
    if (sentence.ReadsAt(i, {"on", "x"})) ++objects;
  }
  if (absl::StrContains(sentence.text, "@")) ++objects;
  return objects;
}

}  // namespace

bool IsPrompt(const PageSentence& sentence) {
  constexpr double kThreshold = 4;
  constexpr size_t kLong = 24;
  const bool markup = sentence.text.front() == '<';
  if (markup || sentence.Tells()) return false;
  if (IsControls(sentence) || IsAddress(sentence)) return true;
  const auto objects =
      static_cast<double>(std::min<size_t>(CountObjects(sentence), 3));
  double score = RequestScore(sentence) + objects;
  if (AsksLater(sentence) && objects > 0) score += 2;
  if (sentence.ReadsAt(0, {"follow", "us"})) score += 1;
  for (const PageWord& word : sentence.words) {
    if (absl::EqualsIgnoreCase(word.text, "us") ||
        absl::EqualsIgnoreCase(word.text, "our")) {
      score += 1;
      break;
    }
  }
  if (!sentence.HasStop()) score += 0.5;
  if (sentence.alone) score += 0.5;
  if (sentence.words.size() > kLong) score -= 2;
  const bool itself =
      sentence.ReadsAt(0, {"follow", "us"}) || sentence.IsWord(0, "subscribe");
  return score >= kThreshold && (objects > 0 || itself);
}

bool IsPointer(const PageSentence& sentence) {
  constexpr size_t kMaxLead = 4;
  constexpr uint32_t kLead =
      kPointerWord | kSiteWord | kFunctionWord | kRequestWord;
  const auto& words = sentence.words;
  if (sentence.IsQuoted()) return false;
  const bool section = sentence.ReadsAt(0, {"more", "from"}) &&
                       words.size() >= 3 && words[2].capital;
  if (section && !sentence.HasStop() && words.size() <= kMaxLead + 2 &&
      !sentence.Has(kVerbWord | kNarrativeWord)) {
    return true;
  }
  const size_t lead = sentence.LeadEnd(kMaxLead);
  if (lead == words.size() || !words[0].capital) return false;
  const auto lead_end = words.begin() + static_cast<std::ptrdiff_t>(lead) + 1;
  const bool points =
      std::all_of(words.begin(), lead_end,
                  [](const PageWord& w) { return w.Is(kLead); }) &&
      std::any_of(words.begin(), lead_end,
                  [](const PageWord& w) { return w.Is(kPointerWord); });
  if (!points) return false;
  // "More: he said so." tells; a title seldom has a stop.
  return !sentence.HasStop() || (lead >= 1 && !sentence.Has(kNarrativeWord));
}

}  // namespace footnote
