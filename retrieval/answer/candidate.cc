#include "retrieval/answer/candidate.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/kinship.h"
#include "retrieval/status.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// How many sentences a passage has, nearly always.
constexpr size_t kUsualSentences = 8;

void Unite(const TermMarks& from, TermMarks* into) {
  for (size_t i = 0; i < from.size(); ++i) {
    if (from[i]) (*into)[i] = true;
  }
}

// Makes candidates passage by passage.
class CandidateReader {
 public:
  CandidateReader(const QueryPlan& plan, Reader& reader)
      : plan_(plan), terms_(plan), reader_(reader) {}

  // Reads the candidates of the passage at `position` of `ranking`.
  absl::Status ReadPassage(const Ranking& ranking, size_t position,
                           std::vector<Candidate>* candidates) {
    const RankedPassage& ranked = ranking.passages[position];
    const double best_score = ranking.passages.front().score;
    FOOTNOTE_ASSIGN_OR_RETURN(const auto passage,
                              reader_.ReadSentences(ranked.passage));
    const Source& source = Find(*passage);
    std::vector<Candidate> read;
    read.reserve(passage->sentences.size());
    for (const CutSentence& sentence : passage->sentences) {
      read.push_back(Read(source, {passage, &sentence}));
      read.back().passage_score =
          best_score > 0 ? ranked.score / best_score : 0;
      read.back().ranked_passage = position;
      read.back().passage_range = passage->passage.range;
    }
    LinkNeighbours(&read);
    TakeOwn(passage->passage, &read, candidates);
    return absl::OkStatus();
  }

 private:
  struct Source {
    std::shared_ptr<const DocumentRecord> document;
    TermMarks in_title;
  };

  // Returns what is known of the document of `passage`: the same record for
  // all of its passages.
  const Source& Find(const PassageSentences& passage) {
    const auto [known, is_new] = sources_.try_emplace(passage.passage.document);
    Source& source = known->second;
    if (!is_new) return source;
    source.document = passage.document;
    source.in_title.resize(terms_.size());
    for (const uint64_t term : passage.title_terms) {
      const auto position = terms_.PositionOfHash(term);
      if (position.has_value()) source.in_title[*position] = true;
    }
    ApplySynonyms(&source.in_title);
    return source;
  }

  Candidate Read(const Source& source,
                 std::shared_ptr<const CutSentence> sentence) {
    Candidate candidate;
    candidate.SetSentence(std::move(sentence));
    candidate.document = source.document;
    candidate.in_title = source.in_title;
    candidate.in_sentence.resize(terms_.size());
    candidate.in_previous.resize(terms_.size());
    candidate.in_next.resize(terms_.size());
    candidate.in_family.resize(terms_.size());
    candidate.in_synonyms.resize(terms_.size());
    candidate.in_related.resize(terms_.size());
    candidate.in_opposites.resize(terms_.size());
    for (uint32_t i = 0; i < candidate.term_count; ++i) AddTerm(i, &candidate);
    ApplySynonyms(&candidate.in_sentence);
    AddMeaning(&candidate);
    return candidate;
  }

  static TermMarks& Found(Nearness nearness, Candidate* candidate) {
    switch (nearness) {
      case Nearness::kSame:
        return candidate->in_synonyms;
      case Nearness::kOpposite:
        return candidate->in_opposites;
      case Nearness::kRelated:
        break;
    }
    return candidate->in_related;
  }

  // Adds what the term at `position` of a sentence is to the question.
  void AddTerm(uint32_t position, Candidate* candidate) {
    const Kinship* const found = terms_.Find(
        candidate->sentence->term(position), candidate->term_hashes[position]);
    if (found == nullptr) return;
    const Kinship& kinship = *found;
    const ByteRange range = candidate->term_ranges[position];
    if (kinship.same.has_value()) {
      candidate->in_sentence[*kinship.same] = true;
      candidate->hits.push_back({*kinship.same,
                                 position,
                                 {candidate->range.begin + range.begin,
                                  candidate->range.begin + range.end}});
    }
    for (const uint32_t i : kinship.family) candidate->in_family[i] = true;
    for (const RelatedTerm& related : kinship.related) {
      Found(related.nearness, candidate)[related.term] = true;
    }
    candidate->kinds += kinship.is_kind;
  }

  // Marks what the corpus has other words for, where those are found.
  void ApplySynonyms(TermMarks* found) const {
    for (const TermSynonym& synonym : plan_.term_synonyms) {
      const bool stands =
          std::all_of(synonym.by.begin(), synonym.by.end(),
                      [&](uint32_t term) { return (*found)[term]; });
      if (!stands) continue;
      for (const uint32_t term : synonym.terms) (*found)[term] = true;
    }
  }

  // Returns which terms of the question name `name` of `document`.
  const TermMarks& TermsOf(const DocumentRecord& document, uint32_t name) {
    TermMarks& found = terms_of_names_[{document.number, name}];
    if (found.size() == terms_.size()) return found;
    found.resize(terms_.size());
    Mark(document.annotations.names[name].full, &found);
    Mark(document.annotations.names[name].title, &found);
    return found;
  }

  void AddMeaning(Candidate* candidate) {
    const Annotations& annotations = candidate->document->annotations;
    candidate->annotations = AnnotationsIn(annotations, candidate->range);
    candidate->in_meaning.resize(terms_.size());
    std::set<uint32_t> names;
    for (const NamePlace& place : candidate->annotations.places) {
      if (!place.is_named) names.insert(place.name);
    }
    for (const Speech* speech : candidate->annotations.speeches) {
      names.insert(speech->name);
    }
    for (const uint32_t name : names) {
      Unite(TermsOf(*candidate->document, name), &candidate->in_meaning);
    }
    if (plan_.event.has_value() &&
        SpeaksOf(candidate->annotations, *plan_.event)) {
      for (const uint32_t term : plan_.event_terms) {
        candidate->in_meaning[term] = true;
      }
    }
  }

  // Marks the terms of the question that stand in `text`.
  void Mark(absl::string_view text, TermMarks* found) const {
    ForEachTerm(text, [&](absl::string_view term, ByteRange) {
      const auto position = terms_.PositionOf(term);
      if (position.has_value()) (*found)[*position] = true;
      return true;
    });
  }

  static void LinkNeighbours(std::vector<Candidate>* read) {
    for (size_t i = 0; i + 1 < read->size(); ++i) {
      Candidate& a = (*read)[i];
      Candidate& b = (*read)[i + 1];
      b.in_previous = a.in_sentence;
      a.in_next = b.in_sentence;
    }
  }

  // Appends those of `*read` that belong to `passage`.
  static void TakeOwn(const Passage& passage, std::vector<Candidate>* read,
                      std::vector<Candidate>* candidates) {
    for (Candidate& candidate : *read) {
      if (candidate.sentence_index - passage.first_sentence <
          passage.sentence_count) {
        candidates->push_back(std::move(candidate));
      }
    }
  }

  const QueryPlan& plan_;
  std::map<std::pair<DocumentNumber, uint32_t>, TermMarks> terms_of_names_;
  KinshipTable terms_;
  Reader& reader_;
  absl::flat_hash_map<DocumentNumber, Source> sources_;
};

}  // namespace

void Candidate::SetSentence(std::shared_ptr<const CutSentence> cut) {
  sentence_index = cut->index();
  range = cut->range();
  text = cut->text();
  term_count = static_cast<uint32_t>(cut->hashes().size());
  term_hashes = cut->hashes();
  term_ranges = cut->ranges();
  term_classes = cut->classes();
  sentence = std::move(cut);
}

bool Candidate::Matches() const {
  return !hits.empty() || std::find(in_meaning.begin(), in_meaning.end(),
                                    true) != in_meaning.end();
}

absl::StatusOr<std::vector<Candidate>> ReadCandidates(
    const QueryPlan& plan, const Ranking& ranking, Reader& reader,
    const Deadline& deadline) {
  CandidateReader candidate_reader(plan, reader);
  std::vector<Candidate> candidates;
  candidates.reserve(ranking.passages.size() * kUsualSentences);
  for (size_t i = 0; i < ranking.passages.size(); ++i) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    FOOTNOTE_RETURN_IF_ERROR(
        candidate_reader.ReadPassage(ranking, i, &candidates));
  }
  return candidates;
}

}  // namespace footnote
