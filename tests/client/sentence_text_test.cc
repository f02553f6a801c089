#include "client/sentence_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/client/cited_sentence.h"

namespace footnote {
namespace {

using ::footnote::testing::AddCorroboration;
using ::footnote::testing::AddEvent;
using ::footnote::testing::CitationOf;
using ::footnote::testing::Cited;
using ::footnote::testing::SetAnswer;
using ::footnote::testing::SpanOf;

// A sentence of which everything is known.
v1::CitedSentence Sentence() {
  v1::CitedSentence sentence =
      Cited("“We met on February 7, 2025,” Nakatani said on Monday.", "a",
            "Post", "2025-02-11");
  SetAnswer("February 7, 2025", "2025-02-07", &sentence);
  sentence.mutable_speaker()->set_name("Gen Nakatani");
  sentence.mutable_speaker()->set_is_direct(true);
  AddEvent("Monday", "2025-02-10", &sentence);
  sentence.add_context_before()->set_text("He spoke in Tokyo.");
  sentence.add_context_after()->set_text("He smiled.");
  sentence.add_context_after()->set_text("He left.");
  AddCorroboration(CitationOf("b", "Wire", "2025-02-12"), false, &sentence);
  AddCorroboration(CitationOf("c", "Wire", "2025-02-12"), true, &sentence);
  return sentence;
}

std::string Paragraph(const v1::CitedSentence& sentence, int indent,
                      const TextStyle& style) {
  Footnotes footnotes;
  return SentenceParagraph(sentence, indent, footnotes, style);
}

TEST(SentenceParagraphTest, TellsAllInPlainText) {
  EXPECT_EQ(Paragraph(Sentence(), 0, {}),
            "  … He spoke in Tokyo.\n"
            "“We met on February 7, 2025,” Nakatani said on Monday. [1]\n"
            "  … He smiled.\n"
            "  … He left.\n"
            "    answer: February 7, 2025 (2025-02-07)\n"
            "    said by Gen Nakatani\n"
            "    speaks of Monday (2025-02-10)\n"
            "    also reported by Wire, 2025-02-12 [2]; and 1 copy\n");
}

TEST(SentenceParagraphTest, EmphasisesTheAnswerAloneInColour) {
  v1::CitedSentence sentence = Sentence();
  *sentence.add_matches()->mutable_span() = SpanOf(sentence, "met");
  sentence.clear_context_after();
  sentence.clear_corroborations();
  EXPECT_EQ(Paragraph(sentence, 2, {.color = true}),
            "    \x1b[2m… He spoke in Tokyo.\x1b[22m\n"
            "  “We met on \x1b[1mFebruary\x1b[22m \x1b[1m7,\x1b[22m "
            "\x1b[1m2025\x1b[22m,” Nakatani said on Monday. [1]\n"
            "      answer: February 7, 2025 (2025-02-07)\n"
            "      said by Gen Nakatani\n"
            "      speaks of Monday (2025-02-10)\n");
}

TEST(SentenceParagraphTest, NeedsNoLineForAnAnswerThatIsShown) {
  v1::CitedSentence sentence = Cited("It is 8.8 m.", "a", "Post", "2025");
  SetAnswer("8.8 m", "8.8 m", &sentence);
  EXPECT_EQ(Paragraph(sentence, 0, {.color = true}),
            "It is \x1b[1m8.8\x1b[22m \x1b[1mm\x1b[22m. [1]\n");
  EXPECT_EQ(Paragraph(sentence, 0, {}),
            "It is 8.8 m. [1]\n    answer: 8.8 m\n");
}

TEST(SentenceParagraphTest, MeasuresWideCharacters) {
  v1::CitedSentence sentence = Cited("東京 大阪 京都", "a", "Post", "2025");
  SetAnswer("大阪", "大阪", &sentence);
  EXPECT_EQ(Paragraph(sentence, 0, {.width = 12, .color = true}),
            "東京 \x1b[1m大阪\x1b[22m\n京都 [1]\n");
}

TEST(SentenceParagraphTest, NeverLetsDocumentsSteerTheTerminal) {
  v1::CitedSentence sentence = Sentence();
  const std::string evil = "\x1b[2J";
  sentence.mutable_answer_span()->set_text(evil);
  sentence.mutable_answer_span()->set_value(evil + "!");
  sentence.mutable_speaker()->set_name(evil);
  sentence.mutable_speaker()->set_title(evil);
  sentence.mutable_events(0)->set_text(evil);
  sentence.mutable_context_before(0)->set_text(evil);
  sentence.mutable_corroborations(0)->mutable_citation()->set_source(evil);
  EXPECT_EQ(Paragraph(sentence, 0, {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace footnote
