#include "retrieval/answer/features.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "retrieval/answer/plain_model.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {
namespace {

constexpr NamedFeature kFeatures[] = {
    {"bm25", "term", &SentenceFeatures::bm25},
    {"coverage", "term", &SentenceFeatures::coverage},
    {"context_coverage", "term", &SentenceFeatures::context_coverage},
    {"family_coverage", "term", &SentenceFeatures::family_coverage},
    {"synonym_coverage", "term", &SentenceFeatures::synonym_coverage},
    {"related_coverage", "term", &SentenceFeatures::related_coverage},
    {"term_count_coverage", "term", &SentenceFeatures::term_count_coverage},
    {"previous_gain", "term", &SentenceFeatures::previous_gain},
    {"next_gain", "term", &SentenceFeatures::next_gain},
    {"title_gain", "term", &SentenceFeatures::title_gain},
    {"meaning_gain", "term", &SentenceFeatures::meaning_gain},
    {"rarest_found", "term", &SentenceFeatures::rarest_found},
    {"rarest_missing", "term", &SentenceFeatures::rarest_missing},
    {"rarest_missing_around", "term", &SentenceFeatures::rarest_missing_around},
    {"name_coverage", "term", &SentenceFeatures::name_coverage},
    {"number_coverage", "term", &SentenceFeatures::number_coverage},
    {"word_coverage", "term", &SentenceFeatures::word_coverage},
    {"missing_numbers", "term", &SentenceFeatures::missing_numbers},
    {"missing_names", "term", &SentenceFeatures::missing_names},
    {"closeness", "order", &SentenceFeatures::closeness},
    {"pair_share", "order", &SentenceFeatures::pair_share},
    {"longest_run", "order", &SentenceFeatures::longest_run},
    {"common_sequence", "order", &SentenceFeatures::common_sequence},
    {"density", "order", &SentenceFeatures::density},
    {"first_match", "order", &SentenceFeatures::first_match},
    {"last_match", "order", &SentenceFeatures::last_match},
    {"form", "answer", &SentenceFeatures::form},
    {"answers", "answer", &SentenceFeatures::answers},
    {"answer_nearness", "answer", &SentenceFeatures::answer_nearness},
    {"answer_nearness_to_rarest", "answer",
     &SentenceFeatures::answer_nearness_to_rarest},
    {"new_names", "answer", &SentenceFeatures::new_names},
    {"new_numbers", "answer", &SentenceFeatures::new_numbers},
    {"new_times", "answer", &SentenceFeatures::new_times},
    {"new_words", "answer", &SentenceFeatures::new_words},
    {"names_of_kind", "answer", &SentenceFeatures::names_of_kind},
    {"focus", "answer", &SentenceFeatures::focus},
    {"kinds", "answer", &SentenceFeatures::kinds},
    {"definition", "answer", &SentenceFeatures::definition},
    {"speech", "answer", &SentenceFeatures::speech},
    {"speaker", "answer", &SentenceFeatures::speaker},
    {"outlook", "answer", &SentenceFeatures::outlook},
    {"missing_denial", "contrary", &SentenceFeatures::missing_denial},
    {"missing_negation", "contrary", &SentenceFeatures::missing_negation},
    {"opposites", "contrary", &SentenceFeatures::opposites},
    {"swapped_name", "contrary", &SentenceFeatures::swapped_name},
    {"new_share", "contrary", &SentenceFeatures::new_share},
    {"passage", "place", &SentenceFeatures::passage},
    {"passage_fill", "place", &SentenceFeatures::passage_fill},
    {"passage_rank", "place", &SentenceFeatures::passage_rank},
    {"other_document", "place", &SentenceFeatures::other_document},
    {"document_share", "place", &SentenceFeatures::document_share},
    {"document_position", "place", &SentenceFeatures::document_position},
    {"passage_position", "place", &SentenceFeatures::passage_position},
    {"passage_coverage", "place", &SentenceFeatures::passage_coverage},
    {"own_coverage", "place", &SentenceFeatures::own_coverage},
    {"length", "shape", &SentenceFeatures::length},
    {"heading", "shape", &SentenceFeatures::heading},
    {"question", "shape", &SentenceFeatures::question},
    {"leans_back", "shape", &SentenceFeatures::leans_back},
    {"capitals", "shape", &SentenceFeatures::capitals},
    {"numbers", "shape", &SentenceFeatures::numbers},
    {"function_words", "shape", &SentenceFeatures::function_words},
    {"marks", "shape", &SentenceFeatures::marks},
    {"asks_person", "question", &SentenceFeatures::asks_person},
    {"asks_body_or_place", "question", &SentenceFeatures::asks_body_or_place},
    {"asks_time", "question", &SentenceFeatures::asks_time},
    {"asks_number", "question", &SentenceFeatures::asks_number},
    {"asks_definition", "question", &SentenceFeatures::asks_definition},
    {"asks_known", "question", &SentenceFeatures::asks_known},
    {"question_terms", "question", &SentenceFeatures::question_terms},
    {"question_names", "question", &SentenceFeatures::question_names},
    {"question_rarity", "question", &SentenceFeatures::question_rarity},
    {"plain_rank", "contrast", &SentenceFeatures::plain_rank},
    {"plain_lead", "contrast", &SentenceFeatures::plain_lead},
    {"coverage_lead", "contrast", &SentenceFeatures::coverage_lead},
    {"context_coverage_lead", "contrast",
     &SentenceFeatures::context_coverage_lead},
    {"related_coverage_lead", "contrast",
     &SentenceFeatures::related_coverage_lead},
    {"pair_share_lead", "contrast", &SentenceFeatures::pair_share_lead},
    {"answer_nearness_lead", "contrast",
     &SentenceFeatures::answer_nearness_lead},
    {"passage_lead", "contrast", &SentenceFeatures::passage_lead},
    {"previous_plain", "contrast", &SentenceFeatures::previous_plain},
    {"next_plain", "contrast", &SentenceFeatures::next_plain},
    {"passage_plain", "contrast", &SentenceFeatures::passage_plain},
    {"passage_pair_share", "contrast", &SentenceFeatures::passage_pair_share},
};

}  // namespace

absl::Span<const NamedFeature> AllFeatures() { return kFeatures; }

const NamedFeature* FindFeature(absl::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kFeatures), std::end(kFeatures),
                   [name](const NamedFeature& f) { return f.name == name; });
  return found == std::end(kFeatures) ? nullptr : found;
}

void AppendRow(absl::Span<const NamedFeature> features,
               const SentenceFeatures& sentence, std::vector<float>* row) {
  for (const NamedFeature& feature : features) {
    row->push_back(static_cast<float>(sentence.*feature.value));
  }
}

std::vector<SentenceFeatures> ComputeFeatures(
    const std::vector<Candidate>& candidates, const QueryPlan& plan,
    const Ranking& ranking) {
  const QuestionProfile profile = MakeProfile(plan, ranking.terms);
  const QuestionFeatures question = ComputeQuestionFeatures(profile);
  const std::vector<PlaceFeatures> places =
      ComputePlaceFeatures(candidates, ranking, profile);
  std::vector<SentenceFeatures> features(candidates.size());
  std::vector<Comparable> comparables;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const SentenceWords words = ReadSentenceWords(candidates[i]);
    SentenceFeatures& all = features[i];
    static_cast<TermFeatures&>(all) =
        ComputeTermFeatures(candidates[i], profile);
    static_cast<OrderFeatures&>(all) =
        ComputeOrderFeatures(candidates[i], profile);
    static_cast<AnswerFeatures&>(all) =
        ComputeAnswerFeatures(candidates[i], words, profile, all.missing_names);
    static_cast<ContraryFeatures&>(all) =
        ComputeContraryFeatures(candidates[i], words, profile);
    static_cast<PlaceFeatures&>(all) = places[i];
    static_cast<ShapeFeatures&>(all) =
        ComputeShapeFeatures(candidates[i], words);
    static_cast<QuestionFeatures&>(all) = question;
    comparables.push_back({candidates[i].ranked_passage, ScoreSentence(all),
                           all.coverage, all.context_coverage,
                           all.related_coverage, all.pair_share,
                           all.answer_nearness});
  }
  const auto contrasts = ComputeContrastFeatures(comparables);
  for (size_t i = 0; i < candidates.size(); ++i) {
    static_cast<ContrastFeatures&>(features[i]) = contrasts[i];
  }
  return features;
}

}  // namespace footnote
