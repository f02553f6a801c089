#include "bench/model.h"

#include <utility>

#include "retrieval/answer/ranking_model.h"
#include "retrieval/question/thesaurus.h"
#include "retrieval/status.h"
#include "retrieval/text/wordnet.h"

namespace footnote::bench {

absl::StatusOr<std::shared_ptr<const LearnedModel>> OpenModel(
    const std::string& path) {
  if (path.empty()) return nullptr;
  FOOTNOTE_ASSIGN_OR_RETURN(RankingModel file, LoadRankingModel(path));
  FOOTNOTE_ASSIGN_OR_RETURN(auto wordnet, WordNet::Open(WordNet::kDirectory));
  FOOTNOTE_ASSIGN_OR_RETURN(
      LearnedModel model,
      LearnedModel::Create(std::move(file),
                           std::make_shared<Thesaurus>(std::move(wordnet))));
  return std::make_shared<const LearnedModel>(std::move(model));
}

}  // namespace footnote::bench
