#include "service/field_checks.h"

#include <unicode/uniset.h>

#include "absl/strings/str_cat.h"
#include "retrieval/corpus_files.h"
#include "retrieval/text/utf8.h"
#include "service/error_status.h"

namespace footnote {
namespace {

bool IsWhiteSpace(absl::string_view text) {
  // Never destroyed: requests may end later than static objects.
  static const icu::UnicodeSet& white_space = *[] {
    UErrorCode error = U_ZERO_ERROR;
    auto* const set = new icu::UnicodeSet(u"[:White_Space:]", error);
    set->freeze();
    return set;
  }();
  const auto size = static_cast<int32_t>(text.size());
  return white_space.spanUTF8(text.data(), size, USET_SPAN_CONTAINED) == size;
}

}  // namespace

void FieldChecks::Refuse(absl::string_view field,
                         absl::string_view description) {
  violations_.push_back({std::string(field), std::string(description)});
}

void FieldChecks::AtMost(absl::string_view field, size_t actual, size_t limit,
                         absl::string_view unit) {
  if (actual <= limit) return;
  limit_ = absl::StrCat(limit);
  actual_ = absl::StrCat(actual);
  Refuse(field, absl::StrCat("has ", actual, " ", unit, "; at most ", limit,
                             " are taken."));
}

void FieldChecks::Within(absl::string_view field, int64_t actual, int64_t least,
                         int64_t most) {
  if (actual >= least && actual <= most) return;
  limit_ = absl::StrCat(actual < least ? least : most);
  actual_ = absl::StrCat(actual);
  Refuse(field,
         absl::StrCat("is ", actual, "; it may be ", least, " to ", most, "."));
}

void FieldChecks::CorpusName(absl::string_view corpus) {
  if (corpus.empty() || IsCorpusName(corpus)) return;
  Refuse("corpus",
         "names no corpus: a name is 1 to 63 of a-z, 0-9, '-' and '_', and "
         "begins with a letter or digit.");
}

void FieldChecks::Text(absl::string_view field, absl::string_view text,
                       size_t limit) {
  if (IsWhiteSpace(text)) {
    Refuse(field, "is empty; write at least one word.");
    return;
  }
  AtMost(field, CountCodePoints(text), limit, "code points");
}

absl::Status FieldChecks::Result() const {
  if (violations_.empty()) return absl::OkStatus();
  absl::Status status = InvalidFields(violations_);
  if (violations_.size() > 1 || limit_.empty()) return status;
  return WithFact(WithFact(std::move(status), "limit", limit_), "actual",
                  actual_);
}

}  // namespace footnote
