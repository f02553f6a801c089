#include "bench/quality/judge.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "bench/quality/measures.h"
#include "retrieval/text/sha256.h"

namespace footnote::bench {
namespace {

constexpr size_t kRankedSentences = 10;

bool IsOfRightDocument(const LabelledQuestion& question,
                       const CitedSentence& sentence) {
  const std::string& id = sentence.citation.document_id;
  const auto& gold = question.gold_documents;
  return std::find(gold.begin(), gold.end(), id) != gold.end() ||
         std::any_of(question.gold_texts.begin(), question.gold_texts.end(),
                     [&id](const auto& text) { return text.first == id; });
}

// Some candidates are right and some are wrong.
bool IsClean(const std::vector<LabelledCandidate>& candidates) {
  const auto is_right = [](const LabelledCandidate& c) { return c.is_right; };
  return std::any_of(candidates.begin(), candidates.end(), is_right) &&
         !std::all_of(candidates.begin(), candidates.end(), is_right);
}

// Returns which of the candidates are right, best first: those with a sentence
// by the first one they have, then the others.
std::vector<bool> RankCandidates(const LabelledQuestion& question,
                                 const Sentences& sentences) {
  absl::flat_hash_map<std::string, size_t> places;
  for (size_t i = 0; i < sentences.size(); ++i) {
    places.try_emplace(sentences[i].citation.document_id, i);
  }
  // By place; equal places, which are behind all sentences, by a hash.
  std::vector<std::pair<std::pair<size_t, std::string>, bool>> ranked;
  for (const LabelledCandidate& candidate : question.candidates) {
    const auto found = places.find(candidate.document_id);
    const size_t place =
        found == places.end() ? sentences.size() : found->second;
    ranked.push_back({{place, Sha256Hex(absl::StrCat(question.id, "\n",
                                                     candidate.document_id))},
                      candidate.is_right});
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<bool> is_right;
  for (const auto& candidate : ranked) is_right.push_back(candidate.second);
  return is_right;
}

Overlap OverlapOf(const LabelledQuestion& question,
                  const Sentences& sentences) {
  const auto& gold = question.gold_sentences;
  const auto matching =
      std::count_if(sentences.begin(), sentences.end(), [&](const auto& own) {
        return std::any_of(gold.begin(), gold.end(), [&own](const auto& one) {
          return Overlaps(one, own);
        });
      });
  const auto matched =
      std::count_if(gold.begin(), gold.end(), [&](const auto& one) {
        return std::any_of(
            sentences.begin(), sentences.end(),
            [&one](const auto& own) { return Overlaps(one, own); });
      });
  const auto share = [](std::ptrdiff_t part, size_t whole) {
    return whole == 0 ? 0
                      : static_cast<double>(part) / static_cast<double>(whole);
  };
  Overlap overlap;
  overlap.set_precision(share(matching, sentences.size()));
  overlap.set_recall(share(matched, gold.size()));
  return overlap;
}

void JudgeRanking(const LabelledQuestion& question, const Reply& reply,
                  JudgedQuestion* judged) {
  std::vector<bool> is_right;
  for (const auto& sentence : First(reply.sentences, kRankedSentences)) {
    is_right.push_back(IsRight(question, sentence));
  }
  const auto first = std::find(is_right.begin(), is_right.end(), true);
  if (first != is_right.end()) {
    judged->set_right_rank(static_cast<uint32_t>(first - is_right.begin()) + 1);
  }
  judged->set_right_document(
      !reply.sentences.empty() &&
      IsOfRightDocument(question, reply.sentences.front()));
  judged->set_reciprocal_rank(ReciprocalRank(is_right));
  judged->set_is_ranked(question.answerable);
  if (question.candidates.empty()) return;
  const std::vector<bool> candidates =
      RankCandidates(question, reply.sentences);
  judged->set_reciprocal_rank(ReciprocalRank(candidates));
  judged->set_average_precision(AveragePrecision(candidates));
  judged->set_is_ranked(IsClean(question.candidates));
}

}  // namespace

Sentences First(const Sentences& sentences, size_t count) {
  const size_t taken = std::min(count, sentences.size());
  return {sentences.begin(),
          sentences.begin() + static_cast<std::ptrdiff_t>(taken)};
}

JudgedQuestion Judge(const LabelledQuestion& question, const Reply& reply) {
  JudgedQuestion judged;
  judged.set_id(question.id);
  judged.set_answer_type(reply.answer_type);
  judged.set_answerable(question.answerable);
  judged.set_confidence(reply.confidence);
  JudgeRanking(question, reply, &judged);
  if (reply.decision.has_value()) {
    judged.set_answered(!reply.decision->empty());
    judged.set_answered_right(!reply.decision->empty() &&
                              IsRight(question, reply.decision->front()));
  }
  if (!question.gold_sentences.empty()) {
    *judged.mutable_default_overlap() =
        OverlapOf(question, reply.default_sentences);
    *judged.mutable_four_overlap() = OverlapOf(question, reply.four_sentences);
    *judged.mutable_given_overlap() =
        OverlapOf(question, reply.given_sentences);
  }
  return judged;
}

}  // namespace footnote::bench
