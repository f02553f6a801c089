// Documents that can be made again from their ids and versions, so that what
// must be stored, and what must be answered, is known without being kept.

#ifndef FOOTNOTE_TESTS_FAULTS_FACTS_H_
#define FOOTNOTE_TESTS_FAULTS_FACTS_H_

#include <string>

#include "footnote/v1/document.pb.h"

namespace footnote::testing {

// Returns the document `number` of an owner, in one of its versions (from 1):
// of a hundred bytes to some tens of thousands. Its id is `<owner>-<number>`.
v1::Document FactDocument(char owner, int number, int version);

// Returns a question that FactDocument() answers in every version, and no other
// document does.
std::string FactQuestion(char owner, int number);

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_FACTS_H_
