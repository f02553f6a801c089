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

void Unite(const TermMarks& from, TermMarks* into) {
  for (size_t i = 0; i < from.size(); ++i) {
    if (from[i]) (*into)[i] = true;
  }
}

// How many bytes of a sentence a term takes with the space behind it.
constexpr size_t kUsualTermBytes = 5;

// Reads candidates passage by passage, each document's record once.
class CandidateReader {
 public:
  CandidateReader(const QueryPlan& plan, Reader& reader)
      : plan_(plan), terms_(plan), reader_(reader) {}

  // Reads the candidates of the passage at `position` of `ranking`.
  absl::Status ReadPassage(const Ranking& ranking, size_t position,
                           std::vector<Candidate>* candidates) {
    const RankedPassage& ranked = ranking.passages[position];
    const double best_score = ranking.passages.front().score;
    FOOTNOTE_ASSIGN_OR_RETURN(const Passage passage,
                              reader_.ReadPassage(ranked.passage));
    FOOTNOTE_ASSIGN_OR_RETURN(const Source source, Find(passage.document));
    const std::vector<Sentence>& sentences = source.document->sentences;
    // One more sentence on each side, as context.
    const size_t begin = std::max<size_t>(passage.first_sentence, 1) - 1;
    const size_t end =
        std::min<size_t>(sentences.size(), size_t{passage.first_sentence} +
                                               passage.sentence_count + 1);
    if (begin >= end) return absl::OkStatus();
    const ByteRange range = {sentences[begin].range.begin,
                             sentences[end - 1].range.end};
    FOOTNOTE_ASSIGN_OR_RETURN(const std::string text,
                              reader_.ReadText(passage.document, range));
    if (text.size() != range.size()) return Damaged();
    std::vector<Candidate> read;
    read.reserve(end - begin);
    for (size_t i = begin; i < end; ++i) {
      if (sentences[i].kind != SentenceKind::kProse) continue;
      read.push_back(Read(source, static_cast<uint32_t>(i), range.begin, text));
      read.back().passage_score =
          best_score > 0 ? ranked.score / best_score : 0;
      read.back().ranked_passage = position;
      read.back().passage_range = passage.range;
    }
    LinkNeighbours(&read);
    TakeOwn(passage, &read, candidates);
    return absl::OkStatus();
  }

 private:
  struct Source {
    std::shared_ptr<const DocumentRecord> document;
    TermMarks in_title;
  };

  static absl::Status Damaged() {
    return StorageCorrupt(
        "A document is shorter than its sentences; "
        "restore the corpus from a copy.");
  }

  absl::StatusOr<Source> Find(DocumentNumber number) {
    const auto known = sources_.find(number);
    if (known != sources_.end()) return known->second;
    FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord record,
                              reader_.ReadDocument(number));
    Source source;
    source.in_title.resize(terms_.size());
    Mark(record.summary.title, &source.in_title);
    ApplySynonyms(&source.in_title);
    source.document = std::make_shared<const DocumentRecord>(std::move(record));
    return sources_[number] = source;
  }

  // Reads sentence `index` from `text`, which begins at `text_begin`.
  Candidate Read(const Source& source, uint32_t index, uint32_t text_begin,
                 absl::string_view text) {
    Candidate candidate;
    candidate.document = source.document;
    candidate.sentence_index = index;
    candidate.range = source.document->sentences[index].range;
    candidate.text = std::string(text.substr(candidate.range.begin - text_begin,
                                             candidate.range.size()));
    candidate.in_title = source.in_title;
    candidate.in_sentence.resize(terms_.size());
    candidate.in_previous.resize(terms_.size());
    candidate.in_next.resize(terms_.size());
    candidate.in_family.resize(terms_.size());
    candidate.in_synonyms.resize(terms_.size());
    candidate.in_related.resize(terms_.size());
    candidate.in_opposites.resize(terms_.size());
    const size_t usual_terms = candidate.text.size() / kUsualTermBytes + 1;
    candidate.term_hashes.reserve(usual_terms);
    candidate.term_ranges.reserve(usual_terms);
    candidate.term_classes.reserve(usual_terms);
    ForEachTerm(candidate.text, [&](absl::string_view term, ByteRange range) {
      AddTerm(term, range, &candidate);
      return true;
    });
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

  // Adds the next term of a sentence, which stands at `range` of its text, and
  // what it is to the question.
  void AddTerm(absl::string_view term, ByteRange range, Candidate* candidate) {
    const uint64_t hash = HashTerm(term);
    const KnownTerm known =
        terms_.Find(term, hash, Slice(candidate->text, range));
    candidate->term_hashes.push_back(hash);
    candidate->term_ranges.push_back(range);
    candidate->term_classes.push_back(known.word_classes);
    const uint32_t position = candidate->term_count++;
    if (known.kinship == nullptr) return;
    const Kinship& kinship = *known.kinship;
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

bool Candidate::Matches() const {
  return !hits.empty() || std::find(in_meaning.begin(), in_meaning.end(),
                                    true) != in_meaning.end();
}

absl::StatusOr<std::vector<Candidate>> ReadCandidates(
    const QueryPlan& plan, const Ranking& ranking, Reader& reader,
    const Deadline& deadline) {
  CandidateReader candidate_reader(plan, reader);
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < ranking.passages.size(); ++i) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    FOOTNOTE_RETURN_IF_ERROR(
        candidate_reader.ReadPassage(ranking, i, &candidates));
  }
  return candidates;
}

}  // namespace footnote
