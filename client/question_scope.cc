#include "client/question_scope.h"

#include <algorithm>
#include <string>

namespace footnote {
namespace {

v1::MetadataFilter& FilterOfKey(const std::string& key,
                                v1::DocumentFilter& filter) {
  auto& filters = *filter.mutable_metadata();
  const auto found = std::find_if(
      filters.begin(), filters.end(),
      [&key](const v1::MetadataFilter& known) { return known.key() == key; });
  if (found != filters.end()) return *found;
  v1::MetadataFilter& added = *filters.Add();
  added.set_key(key);
  return added;
}

v1::DocumentFilter MakeFilter(const QuestionScope& scope) {
  v1::DocumentFilter filter;
  filter.mutable_document_ids()->Add(scope.document_ids.begin(),
                                     scope.document_ids.end());
  filter.mutable_sources()->Add(scope.sources.begin(), scope.sources.end());
  filter.mutable_languages()->Add(scope.languages.begin(),
                                  scope.languages.end());
  for (const std::string& label : scope.metadata) {
    const size_t equals = label.find('=');
    v1::MetadataFilter& of_key = FilterOfKey(label.substr(0, equals), filter);
    if (equals != std::string::npos)
      of_key.add_values(label.substr(equals + 1));
  }
  return filter;
}

// The two messages name these fields alike.
template <typename Narrowed>
void NarrowTo(const QuestionScope& scope, Narrowed& narrowed) {
  const v1::DocumentFilter filter = MakeFilter(scope);
  if (filter.ByteSizeLong() > 0) *narrowed.mutable_filter() = filter;
  if (scope.published.ByteSizeLong() > 0) {
    *narrowed.mutable_published() = scope.published;
  }
  narrowed.set_as_of(scope.as_of);
  narrowed.mutable_required_terms()->Add(scope.required_terms.begin(),
                                         scope.required_terms.end());
  narrowed.mutable_excluded_terms()->Add(scope.excluded_terms.begin(),
                                         scope.excluded_terms.end());
  narrowed.mutable_phrases()->Add(scope.phrases.begin(), scope.phrases.end());
}

}  // namespace

void Narrow(const QuestionScope& scope, v1::Question& question) {
  NarrowTo(scope, question);
}

void Narrow(const AnswerScope& scope, v1::Question& question) {
  question.set_answer_type(scope.type);
  question.mutable_entities()->Add(scope.entities.begin(),
                                   scope.entities.end());
  question.set_speaker(scope.speaker);
  if (scope.event.ByteSizeLong() > 0) *question.mutable_event() = scope.event;
}

void Narrow(const QuestionScope& scope, v1::SearchRequest& request) {
  NarrowTo(scope, request);
}

}  // namespace footnote
