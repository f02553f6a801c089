#include "retrieval/text/site_notices.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace footnote {
namespace {

bool HasCopyrightMark(const PageSentence& sentence) {
  const absl::string_view head = sentence.text.substr(0, 24);
  return absl::StrContains(head, "\u00A9") ||
         absl::StartsWithIgnoreCase(head, "(c) ");
}

// "Copyright 2025 The Paper", "Copyright by ...", but not "Copyright law".
bool BeginsWithCopyright(const PageSentence& sentence) {
  if (!sentence.IsWord(0, "copyright")) return false;
  if (sentence.words.size() == 1) return true;
  const PageWord& next = sentence.words[1];
  return next.digits || absl::EqualsIgnoreCase(next.text, "by") ||
         absl::EqualsIgnoreCase(next.text, "c") ||
         absl::EqualsIgnoreCase(next.text, "notice");
}

double LegalScore(const PageSentence& sentence) {
  double score = 0;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    const PageWord& word = sentence.words[i];
    if (word.Is(kLegalWord)) score += 1;
    if (absl::EqualsIgnoreCase(word.text, "cookies") ||
        absl::EqualsIgnoreCase(word.text, "redistributed"))
      score += 1;
  }
  const auto site = static_cast<double>(sentence.Count(kSiteWord));
  const auto reader = static_cast<double>(sentence.Count(kReaderWord));
  return score + std::min(site, 2.0) + std::min(reader, 2.0) / 2;
}

// "Terms of Use", "Privacy Policy", "Cookie settings": a link to them.
bool NamesTerms(const PageSentence& sentence) {
  constexpr size_t kMaxWords = 8;
  if (sentence.HasStop() || sentence.words.size() > kMaxWords) return false;
  if (sentence.ReadsAt(0, {"terms", "of", "use"}) ||
      sentence.ReadsAt(0, {"terms", "of", "service"})) {
    return true;
  }
  return sentence.Count(kLegalWord | kSiteWord) >= 2 && sentence.alone &&
         sentence.HasOnly(kLegalWord | kSiteWord | kFunctionWord | kReaderWord);
}

// "This material may not be published, rewritten or redistributed."
bool ForbidsCopies(const PageSentence& sentence) {
  const size_t legal = sentence.Count(kLegalWord);
  return legal >= 3 ||
         (legal >= 2 && (sentence.Has(kSiteWord) ||
                         sentence.ReadsAt(0, {"this", "material"})));
}

}  // namespace

bool IsLegalNotice(const PageSentence& sentence) {
  constexpr double kThreshold = 3;
  if (HasCopyrightMark(sentence)) return true;
  if (sentence.IsQuoted()) return false;
  if (sentence.IsWord(0, "disclaimer") && sentence.LeadEnd(1) == 0) return true;
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    if (sentence.ReadsAt(i, {"all", "rights", "reserved"})) return true;
  }
  if (BeginsWithCopyright(sentence) && !sentence.Tells()) return true;
  if (sentence.Tells() || !sentence.Has(kLegalWord)) return false;
  const bool addresses = sentence.Has(kReaderWord) ||
                         sentence.ReadsAt(0, {"this", "site"}) ||
                         sentence.ReadsAt(0, {"this", "website"}) ||
                         sentence.ReadsAt(0, {"this", "material"});
  if (NamesTerms(sentence) || ForbidsCopies(sentence)) return true;
  const bool of_site = sentence.Has(kSiteWord) ||
                       absl::StrContains(sentence.text, "ookies") ||
                       sentence.Count(kLegalWord) >= 4;
  return addresses && of_site && LegalScore(sentence) >= kThreshold;
}

bool IsWidgetError(const PageSentence& sentence) {
  constexpr size_t kMaxWords = 14;
  if (sentence.words.size() > kMaxWords || sentence.words.size() < 2) {
    return false;
  }
  const bool apologises = sentence.ReadsAt(0, {"an", "error", "occurred"}) ||
                          sentence.ReadsAt(0, {"something", "went", "wrong"});
  if (apologises) return true;
  if (sentence.Tells()) return false;
  const bool nothing_else =
      sentence.alone && sentence.HasOnly(kTechnicalWord | kFailureWord);
  if (nothing_else && sentence.Has(kFailureWord)) return true;
  const size_t technical = sentence.Count(kTechnicalWord);
  const size_t failure = sentence.Count(kFailureWord);
  if (sentence.IsWord(0, "the") || technical == 0 || failure == 0) {
    return sentence.ReadsAt(0, {"please", "try", "again"}) ||
           sentence.ReadsAt(0, {"failed", "to", "load"}) ||
           sentence.ReadsAt(0, {"page", "not", "found"});
  }
  const bool here = sentence.IsWord(0, "this") || sentence.IsWord(0, "your") ||
                    sentence.IsWord(0, "please") || sentence.IsWord(0, "you");
  const bool strong = sentence.IsWord(0, "javascript") ||
                      sentence.IsWord(0, "cookies") ||
                      sentence.IsWord(0, "widget");
  const size_t score = technical + failure + (here || strong ? 1 : 0);
  return score >= 3 && score * 5 >= sentence.words.size() * 2;
}

}  // namespace footnote
