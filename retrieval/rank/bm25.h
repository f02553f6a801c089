// BM25, the score of a passage for a term.
//
// Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: "Okapi at TREC-3", 1994;
// as FTS5's bm25() computes it (SQLite 3.40.1, ext/fts5/fts5_aux.c):
//
//   idf * f * (k1 + 1) / (f + k1 * (1 - b + b * length / average_length))
//
// where f is how often the passage holds the term. With the IDF of FTS5 the
// scores equal its bm25(), but for the sign.

#ifndef FOOTNOTE_RETRIEVAL_RANK_BM25_H_
#define FOOTNOTE_RETRIEVAL_RANK_BM25_H_

#include <array>
#include <cstdint>

#include "retrieval/index/postings.h"

namespace footnote {

// How rarity is turned into weight, for N passages of which n hold the term.
enum class IdfVariant {
  // ln(1 + (N - n + 0.5) / (n + 0.5)), always positive. Apache Lucene,
  // BM25Similarity.
  kLucene,
  // ln((N - n + 0.5) / (n + 0.5)), but 1e-6 where that is not positive. FTS5.
  kFts5,
};

// The parameters of BM25. The defaults are those of Trotman, Puurula, Burgess:
// "Improvements to BM25 and language models examined", 2014; bm25() of FTS5 has
// k1 = 1.2 and b = 0.75. docs/evaluation.md has what they change.
struct Bm25Parameters {
  double k1 = 0.9;  // How soon repetition stops to count; 0 or more.
  double b = 0.4;   // How much length counts, in [0, 1].
  IdfVariant idf = IdfVariant::kLucene;
  double title_weight = 1.0;  // What an occurrence in the title counts.
};

// Returns the inverse document frequency of a term that `passages_with_term` of
// `passages` hold.
//
// REQUIRES: passages_with_term <= passages.
double InverseDocumentFrequency(IdfVariant variant, uint64_t passages,
                                uint64_t passages_with_term);

// Scores passages of one corpus. A value; thread-safe.
class Bm25 {
 public:
  Bm25(const Bm25Parameters& parameters, const IndexTotals& totals);

  // Returns what a term counts that stands so often in the title of a passage's
  // document and in its text.
  double Frequency(uint32_t in_title, uint32_t in_text) const {
    return title_weight_ * in_title + static_cast<double>(in_text);
  }

  // Returns the score that a term of `idf` and `frequency` gives to a passage
  // of `length` terms; 0 or more. It grows with the frequency and falls with
  // the length.
  double Score(double idf, double frequency, uint32_t length) const {
    return ScoreOf(idf, frequency, Norm(length));
  }

  // Returns what a passage of `length` terms sets against the frequency of a
  // term; 0 or more.
  double Norm(uint32_t length) const {
    return length < norms_.size() ? norms_[length] : ComputeNorm(length);
  }

  // Returns the score that a term of `idf` and `frequency` gives to a passage
  // of that norm.
  double ScoreOf(double idf, double frequency, double norm) const {
    return idf * frequency * (k1_ + 1) / (frequency + norm);
  }

  // Returns the score that a term of `idf` gives to a passage of `length` with
  // `posting`.
  double Score(double idf, const Posting& posting, uint32_t length) const {
    return Score(idf,
                 Frequency(posting.title_frequency, posting.text_frequency),
                 length);
  }

  // Returns what a term of `idf` gives to no passage more than.
  double MaxScore(double idf) const { return idf * (k1_ + 1); }

  // Returns the mean length of the corpus's passages, in terms.
  double average_length() const { return average_length_; }

  // Returns the inverse document frequency of a term that so many of the
  // corpus's passages hold.
  double Idf(uint64_t passages_with_term) const;

 private:
  double ComputeNorm(uint32_t length) const;

  double k1_;
  double b_;
  double title_weight_;
  IdfVariant idf_;
  uint64_t passages_;
  double average_length_;          // Of passages, in terms; more than 0.
  std::array<double, 256> norms_;  // Those of short passages, by length.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_BM25_H_
