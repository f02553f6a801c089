#include "retrieval/index/document_filter.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Collects conditions in SQL and what their parameters stand for.
class Conditions {
 public:
  // Requires that `expression` is one of `values`; all will do if there are
  // none.
  void AnyOf(absl::string_view expression,
             const std::vector<std::string>& values) {
    if (values.empty()) return;
    conditions_.push_back(OneOf(expression, values));
  }

  // Requires a label.
  void Label(const MetadataFilter& label) {
    std::string values;
    const std::string key = Parameter(label.key);
    if (!label.values.empty()) {
      values = absl::StrCat(" AND ", OneOf("value", label.values));
    }
    conditions_.push_back(
        absl::StrCat("document.number IN (SELECT document FROM metadata "
                     "WHERE key = ",
                     key, values, ")"));
  }

  // Requires one of `languages`, or one of which it is a part.
  void Language(const std::vector<std::string>& languages) {
    if (languages.empty()) return;
    std::vector<std::string> any;
    for (const std::string& language : languages) {
      const std::string tag = Parameter(absl::AsciiStrToLower(language));
      any.push_back(absl::StrCat("tag = ", tag));
      any.push_back(absl::StrCat("substr(tag, 1, length(", tag,
                                 ") + 1) = ", tag, " || '-'"));
    }
    conditions_.push_back(absl::StrCat(
        "EXISTS (SELECT 1 FROM (SELECT CASE language WHEN '' THEN 'en' ELSE "
        "lower(language) END AS tag) WHERE ",
        absl::StrJoin(any, " OR "), ")"));
  }

  // Requires a time of publication in `period`.
  void Published(const TimePeriod& period) {
    conditions_.emplace_back("published_at IS NOT NULL");
    if (period.begin != absl::InfinitePast()) {
      conditions_.push_back(absl::StrCat(
          "published_at >= ", Parameter(absl::ToUnixMicros(period.begin))));
    }
    if (period.end != absl::InfiniteFuture()) {
      conditions_.push_back(absl::StrCat(
          "published_at < ", Parameter(absl::ToUnixMicros(period.end))));
    }
  }

  std::string Sql() const {
    return absl::StrCat(
        "SELECT passage.number FROM document "
        "CROSS JOIN passage ON passage.document = document.number WHERE ",
        absl::StrJoin(conditions_, " AND "));
  }

  void BindTo(Statement& statement) const {
    for (size_t i = 0; i < parameters_.size(); ++i) {
      const int place = static_cast<int>(i) + 1;
      if (const auto* text = std::get_if<std::string>(&parameters_[i])) {
        statement.BindText(place, *text);
      } else {
        statement.Bind(place, std::get<int64_t>(parameters_[i]));
      }
    }
  }

 private:
  // Returns the parameter that stands for `value`, as `?3`.
  std::string Parameter(std::variant<std::string, int64_t> value) {
    parameters_.push_back(std::move(value));
    return absl::StrCat("?", parameters_.size());
  }

  std::string OneOf(absl::string_view expression,
                    const std::vector<std::string>& values) {
    std::vector<std::string> parameters;
    for (const std::string& value : values) {
      parameters.push_back(Parameter(value));
    }
    return absl::StrCat(expression, " IN (", absl::StrJoin(parameters, ", "),
                        ")");
  }

  std::vector<std::string> conditions_;
  std::vector<std::variant<std::string, int64_t>> parameters_;
};

}  // namespace

absl::StatusOr<PassageSet> FindPassages(const DocumentFilter& filter,
                                        Database& database) {
  Conditions conditions;
  conditions.AnyOf("document.id", filter.document_ids);
  conditions.AnyOf("source", filter.sources);
  conditions.Language(filter.languages);
  for (const MetadataFilter& label : filter.metadata) conditions.Label(label);
  if (filter.published.has_value()) conditions.Published(*filter.published);
  FOOTNOTE_ASSIGN_OR_RETURN(Statement select,
                            database.Prepare(conditions.Sql()));
  conditions.BindTo(select);
  PassageSet passages;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, select.Step());
    if (!found) return passages;
    passages.Add(static_cast<PassageNumber>(select.Int64(0)));
  }
}

}  // namespace footnote
