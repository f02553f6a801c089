// Whether two sentences speak of the same thing.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// Returns whether `a` and `b` are of different documents, neither of which is a
// copy of the other.
bool AreIndependent(const Candidate& a, const Candidate& b);

// Returns whether `a` and `b` may speak of the same case: neither names a rank
// ("second", "average") that the other does not, nor is each about somebody
// else. What a sentence says at `own_a` and `own_b`, in the documents' texts,
// and what the question names is left aside.
bool MayBeSameCase(const Candidate& a, ByteRange own_a, const Candidate& b,
                   ByteRange own_b);

// Returns whether neither of `a` and `b` names a place, in the same sense, that
// the other does not: a figure of a country is none of its capital.
bool NameSamePlaces(const Candidate& a, ByteRange own_a, const Candidate& b,
                    ByteRange own_b);

// Returns whether `a` and `b` may speak of the same time: the times they name
// overlap, or they name none and appeared within half a year.
bool MayBeSameTime(const Candidate& a, const Candidate& b);

// Returns whether the time at `range` of the text of `candidate`'s document
// tells when something was said: "said on Tuesday".
bool TellsWhenSaid(const Candidate& candidate, ByteRange range);

// Returns `range` of the document's text as a place in the sentence of
// `candidate`. REQUIRES: it lies in it.
ByteRange InSentence(const Candidate& candidate, ByteRange range);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_
