#include "retrieval/answer/features.h"

#include <cstddef>

#include "retrieval/answer/plain_model.h"
#include "retrieval/answer/question_profile.h"
#include "retrieval/answer/sentence_words.h"

namespace footnote {
namespace {

constexpr NamedFeature kFeatures[] = {
    {"bm25", &SentenceFeatures::bm25},
    {"coverage", &SentenceFeatures::coverage},
    {"context_coverage", &SentenceFeatures::context_coverage},
    {"family_coverage", &SentenceFeatures::family_coverage},
    {"synonym_coverage", &SentenceFeatures::synonym_coverage},
    {"related_coverage", &SentenceFeatures::related_coverage},
    {"term_count_coverage", &SentenceFeatures::term_count_coverage},
    {"previous_gain", &SentenceFeatures::previous_gain},
    {"next_gain", &SentenceFeatures::next_gain},
    {"title_gain", &SentenceFeatures::title_gain},
    {"meaning_gain", &SentenceFeatures::meaning_gain},
    {"rarest_found", &SentenceFeatures::rarest_found},
    {"rarest_missing", &SentenceFeatures::rarest_missing},
    {"rarest_missing_around", &SentenceFeatures::rarest_missing_around},
    {"name_coverage", &SentenceFeatures::name_coverage},
    {"number_coverage", &SentenceFeatures::number_coverage},
    {"word_coverage", &SentenceFeatures::word_coverage},
    {"missing_numbers", &SentenceFeatures::missing_numbers},
    {"missing_names", &SentenceFeatures::missing_names},
    {"closeness", &SentenceFeatures::closeness},
    {"pair_share", &SentenceFeatures::pair_share},
    {"longest_run", &SentenceFeatures::longest_run},
    {"common_sequence", &SentenceFeatures::common_sequence},
    {"density", &SentenceFeatures::density},
    {"first_match", &SentenceFeatures::first_match},
    {"last_match", &SentenceFeatures::last_match},
    {"form", &SentenceFeatures::form},
    {"answers", &SentenceFeatures::answers},
    {"answer_nearness", &SentenceFeatures::answer_nearness},
    {"answer_nearness_to_rarest", &SentenceFeatures::answer_nearness_to_rarest},
    {"new_names", &SentenceFeatures::new_names},
    {"new_numbers", &SentenceFeatures::new_numbers},
    {"new_times", &SentenceFeatures::new_times},
    {"new_words", &SentenceFeatures::new_words},
    {"names_of_kind", &SentenceFeatures::names_of_kind},
    {"focus", &SentenceFeatures::focus},
    {"kinds", &SentenceFeatures::kinds},
    {"cue", &SentenceFeatures::cue},
    {"definition", &SentenceFeatures::definition},
    {"speech", &SentenceFeatures::speech},
    {"speaker", &SentenceFeatures::speaker},
    {"outlook", &SentenceFeatures::outlook},
    {"missing_denial", &SentenceFeatures::missing_denial},
    {"missing_negation", &SentenceFeatures::missing_negation},
    {"opposites", &SentenceFeatures::opposites},
    {"swapped_name", &SentenceFeatures::swapped_name},
    {"new_share", &SentenceFeatures::new_share},
    {"passage", &SentenceFeatures::passage},
    {"passage_fill", &SentenceFeatures::passage_fill},
    {"passage_rank", &SentenceFeatures::passage_rank},
    {"other_document", &SentenceFeatures::other_document},
    {"document_share", &SentenceFeatures::document_share},
    {"document_position", &SentenceFeatures::document_position},
    {"passage_position", &SentenceFeatures::passage_position},
    {"passage_coverage", &SentenceFeatures::passage_coverage},
    {"own_coverage", &SentenceFeatures::own_coverage},
    {"length", &SentenceFeatures::length},
    {"heading", &SentenceFeatures::heading},
    {"question", &SentenceFeatures::question},
    {"leans_back", &SentenceFeatures::leans_back},
    {"capitals", &SentenceFeatures::capitals},
    {"numbers", &SentenceFeatures::numbers},
    {"function_words", &SentenceFeatures::function_words},
    {"marks", &SentenceFeatures::marks},
    {"asks_person", &SentenceFeatures::asks_person},
    {"asks_body_or_place", &SentenceFeatures::asks_body_or_place},
    {"asks_time", &SentenceFeatures::asks_time},
    {"asks_number", &SentenceFeatures::asks_number},
    {"asks_reason_or_manner", &SentenceFeatures::asks_reason_or_manner},
    {"asks_definition", &SentenceFeatures::asks_definition},
    {"asks_yes_no", &SentenceFeatures::asks_yes_no},
    {"asks_known", &SentenceFeatures::asks_known},
    {"question_terms", &SentenceFeatures::question_terms},
    {"question_names", &SentenceFeatures::question_names},
    {"question_numbers", &SentenceFeatures::question_numbers},
    {"question_rarity", &SentenceFeatures::question_rarity},
    {"plain_rank", &SentenceFeatures::plain_rank},
    {"plain_lead", &SentenceFeatures::plain_lead},
    {"coverage_lead", &SentenceFeatures::coverage_lead},
    {"context_coverage_lead", &SentenceFeatures::context_coverage_lead},
    {"related_coverage_lead", &SentenceFeatures::related_coverage_lead},
    {"pair_share_lead", &SentenceFeatures::pair_share_lead},
    {"answer_nearness_lead", &SentenceFeatures::answer_nearness_lead},
    {"passage_lead", &SentenceFeatures::passage_lead},
    {"previous_plain", &SentenceFeatures::previous_plain},
    {"next_plain", &SentenceFeatures::next_plain},
    {"passage_plain", &SentenceFeatures::passage_plain},
    {"passage_pair_share", &SentenceFeatures::passage_pair_share},
};

}  // namespace

absl::Span<const NamedFeature> AllFeatures() { return kFeatures; }

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
