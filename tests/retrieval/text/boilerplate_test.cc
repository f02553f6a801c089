#include "retrieval/text/boilerplate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/sentence_splitter.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Paragraphs that the lines under test stand between.
constexpr absl::string_view kBefore =
    "The harbour council approved the new ferry terminal on Tuesday after a "
    "debate of nine hours. Its chairwoman, Ines Falk, said work would begin in "
    "March.";
constexpr absl::string_view kBehind =
    "Residents of the old docks have opposed the terminal for years. They fear "
    "that the ferries will bring more traffic than the narrow streets can "
    "bear.";

// Returns the sentences of `text` that are marked.
std::vector<std::string> Marked(absl::string_view text,
                                absl::string_view title = "") {
  const std::vector<ByteRange> sentences = SplitSentences(text);
  const std::vector<bool> marks = FindBoilerplate(text, title, sentences);
  EXPECT_EQ(marks.size(), sentences.size());
  std::vector<std::string> marked;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (marks[i]) marked.emplace_back(Slice(text, sentences[i]));
  }
  return marked;
}

// Returns `line` as a line of its own within an article.
std::string InArticle(absl::string_view line) {
  return absl::StrCat(kBefore, "\n\n", line, "\n\n", kBehind);
}

// Returns how many bytes of `texts` are no white space.
size_t Letters(const std::vector<std::string>& texts) {
  size_t letters = 0;
  for (const std::string& text : texts) {
    for (const char c : text) letters += c == ' ' ? 0 : 1;
  }
  return letters;
}

TEST(BoilerplateTest, MarksWhatThePageIsFurnishedWith) {
  for (const char* line : {
           // Credits.
           "Photo: Marta Lind/Reuters",
           "Photo by Marta Lind",
           "Photograph by Marta Lind for The Courier",
           "(Photo by Marta Lind/AFP via Getty Images)",
           "[Photo/Agencies]",
           "(AP Photo/Marta Lind)",
           "Image Source : AP",
           "Image credit: Harbour Authority",
           "Image courtesy of the Harbour Authority",
           "Photo credit: Marta Lind",
           "Credit: Marta Lind",
           "REUTERS/Marta Lind",
           "AFP/Getty Images",
           "File photo",
           "File photo: The ferry terminal at dusk",
           "The terminal at dusk. (Photo: Marta Lind)",
           "The ferry terminal at dusk (AP Photo/Marta Lind)",
           "(Reporting by Marta Lind; Editing by John Marsh)",
           "Additional reporting by Marta Lind",
           // Prompts.
           "Follow us on Twitter",
           "Follow us on Instagram and Facebook.",
           "Share this article",
           "Share this story on Facebook",
           "Share Tweet Email Print",
           "Subscribe to our newsletter",
           "Subscribe now",
           "Sign up for our daily newsletter to get the day's top stories.",
           "Sign up for our morning briefing here.",
           "Click here to read more",
           "Download our app",
           "Download the app",
           "Join our WhatsApp channel",
           "Get the latest headlines delivered to your inbox.",
           "For more stories, follow us on Facebook.",
           "Please support our newsroom: donate here",
           "Listen to our podcast",
           "Log in to comment",
           "Advertisement",
           "ADVERTISEMENT",
           "Story continues below advertisement",
           "Continue reading",
           "Sponsored content",
           "Follow Marta Lind on X",
           "Stay connected",
           "Share this:",
           "Copy link",
           "Send us a tip",
           "Already a subscriber? Log in",
           "You have reached your free article limit",
           "This article is for subscribers only",
           "You may also like",
           "Leave a comment",
           "Loading...",
           // Notices.
           "Terms of Service",
           "Manage cookies",
           "Reproduction without permission is prohibited.",
           "Disclaimer: The views expressed are those of the author",
           "Copyright 2025 The Harbour Courier",
           "\u00A9 2025 The Harbour Courier. All rights reserved.",
           "All rights reserved.",
           "We use cookies to improve your experience on this site.",
           "By continuing to use this website you agree to our terms of use.",
           "This site uses cookies.",
           "This material may not be published, broadcast, rewritten or "
           "redistributed.",
           "Privacy Policy",
           "Terms of Use | Privacy Policy",
           "Accept all cookies",
           // Errors.
           "JavaScript is disabled",
           "Please enable JavaScript to view this page.",
           "MAPPR API key not set. Please check your settings",
           "Your browser does not support the video tag.",
           "This video is not available.",
           "An error occurred. Please try again.",
           "Failed to load the widget",
           "Page not found",
           "Video unavailable",
           // Pointers.
           "Read more: How the docks were won",
           "READ ALSO: How the docks were won",
           "Related: How the docks were won",
           "Also read | How the docks were won",
           "See also: Five ports to visit",
           "Watch: Ferries collide in fog",
           "Related stories",
           "Most read",
           "Read more",
           "Latest news",
           "More from Politics",
           "Tags: Ferry, Harbour, Falk",
           "Video: Ferries collide in fog",
           // Stamps.
           "Jan 24, 2025, 05:12 PM IST",
           "2 hours ago",
           "Jane Doe, Staff Writer",
           "Posted by Jane Doe",
           "pic.example/abc123",
           "Updated 5:12 PM",
           "Published: January 24, 2025 9:30 AM IST",
           "Last updated on 24 Jan 2025",
           "By Jane Doe, Staff Writer | Updated 5:12 PM",
           "By Jane Doe and John Marsh",
           "12 comments",
           "3 min read",
           "5 minutes ago",
           "1.2K shares",
           "View 23 comments",
           "editor@courier.example",
       }) {
    SCOPED_TRACE(line);
    EXPECT_EQ(Letters(Marked(InArticle(line))), Letters({line}));
  }
}

TEST(BoilerplateTest, LeavesProse) {
  for (const char* line : {
           // Of pictures.
           "The photo shows a man in a red coat.",
           "Photos of the wreck were published on Monday.",
           "A photo by Reuters shows the ferry on its side.",
           "Picture this: a port without a single crane.",
           "The image was taken by a drone, police said (video here).",
           "Getty bought the archive in 1998.",
           "Reuters reported that the talks had failed.",
           "The agency's source: a clerk in the harbour office who asked not "
           "to "
           "be named.",
           "The source was a clerk.",
           // Of pages and what people do on them.
           "Share prices fell 3% on Friday.",
           "Share your fears with no one, she was told.",
           "Follow the money.",
           "Follow the rules, Falk told the captains.",
           "Subscribers to the newspaper's newsletter were told in an email.",
           "The newsletter has 40,000 subscribers.",
           "Facebook and Twitter took the video down.",
           "Falk announced the plan on Facebook.",
           "The minister called on voters to subscribe to the idea of peace.",
           "Click farms in the region are booming.",
           "Read the treaty and you will find no such clause.",
           "Print media are in decline.",
           "Email traffic doubled in a year.",
           "Watch out for ice on the quay, the captain warned.",
           "\u201CFollow us,\u201D the guide shouted.",
           "\"Sign up for our class,\" Falk said.",
           "\"Subscribe to our newsletter\" was the last thing he read.",
           "Comments by the minister angered the unions.",
           "The site was closed in 1991.",
           "Join us or leave, the union told the dockers.",
           "Support our troops, he urged.",
           "Falk visits the port",
           "Please, do not go.",
           "Listen to the people, Falk urged.",
           "Search teams found two bodies",
           "Home prices rise",
           "We will continue to support it.",
           "We are all in this together.",
           "A post is vacant",
           // Of law and technology.
           "Terms of the ceasefire",
           "Privacy concerns",
           "Error rates fell.",
           "We must not violate human rights under our own constitution.",
           "The court ruled that the cookie law violated privacy.",
           "The company changed its privacy policy on Monday.",
           "Users must accept cookies, the regulator said.",
           "Copyright law has not kept up.",
           "The two sides agree on the terms.",
           "We agree with our allies on the terms of the treaty.",
           "All rights are reserved to the states, the judge wrote.",
           "The app was disabled for an hour.",
           "The website was not available during the attack.",
           "The key was missing.",
           "The video is not available to the public.",
           "An error in the count cost him the seat.",
           // Leads, questions, short sentences.
           "TOKYO (Kyodo) -- Prime Minister Shigeru Ishiba said he would go.",
           "WASHINGTON (AP) \u2014 The talks failed.",
           "(Reuters) - The talks failed on Monday.",
           "By Friday, the port was shut.",
           "By George, she did it.",
           "He won.",
           "It was over.",
           "Who will pay?",
           "No one knows.",
           "Why?",
           "\u201CWe will see.\u201D",
           "Related parties must disclose their stakes.",
           "More is at stake than a terminal.",
           "Updated figures are due in May.",
           "Published in 1999, the novel became a classic.",
           "Monday, May 18, 2015",
           "12 people died.",
           "Most of them were children.",
           "By Jane Doe's account, it sank.",
           "By the numbers",
           "5 minutes later it sank.",
           "Posted to Kabul, he wrote home.",
           "Reuters could not verify the report.",
           "Source of pride",
           "Video of the attack went viral.",
           "Also in attendance was Mr. Marsh.",
           "See the plan for what it is: a gamble.",
           "Here is what we know:",
           "\"We will not yield,\" Falk said in an email.",
           // Headings.
           "Timeline",
           "Falk: We will not yield",
           "Ishiba to visit Washington next month",
           "What happens next",
           "Ferries and traffic",
           "The case against the terminal",
           "How the council voted",
           "Background",
           "Why Residents Oppose the Ferries: Traffic in Narrow Streets",
           "Old Docks Fear 24 Ferries a Day in Their Streets",
       }) {
    SCOPED_TRACE(line);
    EXPECT_THAT(Marked(InArticle(line)), IsEmpty());
  }
}

TEST(BoilerplateTest, MarksTheTitleWhereverItIsRepeated) {
  const std::string text =
      absl::StrCat("Council Backs Terminal\n\n", kBefore,
                   "\n\nCouncil backs terminal\n", kBehind);
  for (const char* title :
       {"Council Backs Terminal", "Council backs terminal | The Courier"}) {
    SCOPED_TRACE(title);
    EXPECT_THAT(Marked(text, title), ElementsAre("Council Backs Terminal",
                                                 "Council backs terminal"));
  }
}

TEST(BoilerplateTest, MarksAHeadlineThatStoodThereBefore) {
  const std::string text =
      absl::StrCat("Council backs new terminal\n", kBefore,
                   "\nCouncil backs new terminal\n", kBehind);
  EXPECT_THAT(Marked(text), ElementsAre("Council backs new terminal"));
}

TEST(BoilerplateTest, MarksACaptionWithItsRepetition) {
  const std::string text = absl::StrCat(
      kBefore, "\nCouncil Backs Terminal. (Photo Harbour archive)\n",
      "Council Backs Terminal\n", kBehind);
  EXPECT_THAT(Marked(text),
              ElementsAre("Council Backs Terminal.", "(Photo Harbour archive)",
                          "Council Backs Terminal"));
}

TEST(BoilerplateTest, KeepsACaptionThatIsASentence) {
  const std::string text = InArticle(
      "Ines Falk speaks to reporters after the vote in the town hall on "
      "Tuesday. (AP Photo/Marta Lind)");
  EXPECT_THAT(Marked(text), ElementsAre("(AP Photo/Marta Lind)"));
}

TEST(BoilerplateTest, MarksHeadlinesOfOtherStories) {
  for (const char* line :
       {"Norway\u2019s Oil Dilemma: A $90 Billion Bet",
        "Ten Killed as Storm Wrecks Mountain Railway in Peru",
        "Elon Musk sues Brazilian judge over ban"}) {
    SCOPED_TRACE(line);
    EXPECT_THAT(Marked(InArticle(line)), ElementsAre(line));
  }
}

TEST(BoilerplateTest, KeepsTheLeadBehindALeftover) {
  const absl::string_view lead =
      "The harbour council approved the ferry terminal on Tuesday.";
  for (const char* leftover :
       {"(Photo by Marta Lind/Reuters)", "Advertisement", "Share Tweet",
        "Updated: January 24, 2025 9:30 AM IST", "Image Source : AP"}) {
    SCOPED_TRACE(leftover);
    const std::string text = absl::StrCat(leftover, " ", lead, "\n\n", kBehind);
    EXPECT_EQ(Letters(Marked(text)), Letters({leftover}));
  }
}

TEST(BoilerplateTest, HasNothingToSayOfNothing) {
  EXPECT_THAT(FindBoilerplate("", "", {}), IsEmpty());
  EXPECT_THAT(FindBoilerplate(" \n ", "Title", {}), IsEmpty());
}

TEST(BoilerplateTest, MarksWhatHasNoWords) {
  EXPECT_THAT(Marked(InArticle("***")), ElementsAre("***"));
}

}  // namespace
}  // namespace footnote
