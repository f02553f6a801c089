// Makes a corpus with the term statistics of natural text, and questions to it.
//
// - Words are as frequent as Zipf's law with Mandelbrot's shift has it up to a
//   core vocabulary, and rarer beyond it, so that the vocabulary grows with the
//   text as Heaps' law has it. Gerlach, Altmann: "Stochastic model for the
//   vocabulary growth in natural languages", 2013, whose exponent and size of
//   the core these are; the shift is of Piantadosi: "Zipf's word frequency law
//   in natural language", 2014.
// - A word that was used is likelier to come again in the same passage: an urn
//   of Pólya. Madsen, Kauchak, Elkan: "Modeling word burstiness using the
//   Dirichlet distribution", 2005.
// - Lengths are log-normal.

#ifndef FOOTNOTE_BENCH_PEERS_CORPUS_GENERATOR_H_
#define FOOTNOTE_BENCH_PEERS_CORPUS_GENERATOR_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace footnote::bench {

// Returns the word of that number: lower-case ASCII letters, short for low
// numbers, another for each. Footnote's tokenizer leaves it as it is.
std::string WordOf(uint64_t number);

// Returns words that stand together in a passage of `words`: so many different
// ones from a place drawn by `random` on, in order; fewer if the passage has no
// more from there. Such questions have as many frequent words as text has.
std::vector<std::string> DrawQuestion(const std::vector<std::string>& words,
                                      size_t count, std::mt19937_64& random);

// Makes passages one by one: the same ones for the same seed, whatever their
// number. Not thread-safe.
class CorpusGenerator {
 public:
  explicit CorpusGenerator(uint64_t seed);

  // Returns the words of the next passage, 60 on average.
  std::vector<std::string> NextPassage();

 private:
  // Draws the number of a word, from 0, the most frequent.
  uint64_t DrawWord();

  std::mt19937_64 random_;
  std::lognormal_distribution<> length_;
  std::discrete_distribution<uint64_t> core_;  // And, last, all words beyond.
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_CORPUS_GENERATOR_H_
