// RankingModel::Parse().

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "retrieval/answer/ranking_model.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

constexpr size_t kMaxNameBytes = 100;
constexpr size_t kMaxCommandBytes = 4096;
constexpr size_t kSha256Digits = 64;
constexpr size_t kDayBytes = 10;  // Years have four digits.

// A tree of kMaxTreeDepth has no more nodes.
constexpr size_t kMaxNodes = (size_t{2} << kMaxTreeDepth) - 1;

bool IsName(absl::string_view text) {
  return !text.empty() && text.size() <= kMaxNameBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
                  absl::StrContains("_-./", c);
         });
}

bool IsPrintable(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isprint(static_cast<unsigned char>(c));
  });
}

bool IsSha256(absl::string_view text) {
  return text.size() == kSha256Digits &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return absl::ascii_isdigit(static_cast<unsigned char>(c)) ||
                  (c >= 'a' && c <= 'f');
         });
}

bool IsDay(absl::string_view text) {
  absl::CivilDay day;
  return text.size() == kDayBytes && absl::ParseCivilTime(text, &day) &&
         absl::FormatCivilTime(day) == text;
}

bool ReadNumber(absl::string_view text, float* number) {
  return absl::SimpleAtof(text, number) && std::isfinite(*number);
}

bool ReadNumber(absl::string_view text, double* number) {
  return absl::SimpleAtod(text, number) && std::isfinite(*number);
}

// Reads the lines of a model one after the other. Every method fails with
// kInvalidArgument that names the line.
class ModelParser {
 public:
  explicit ModelParser(absl::string_view text) : rest_(text) {}

  absl::StatusOr<RankingModelParts> Parse() {
    RankingModelParts parts;
    FOOTNOTE_ASSIGN_OR_RETURN(const auto format,
                              NextWords("footnote-model", 1));
    if (format[0] != absl::StrCat(kModelFormat)) {
      return Wrong(absl::StrCat("the form must be ", kModelFormat,
                                ", which this server knows"));
    }
    FOOTNOTE_RETURN_IF_ERROR(ParseOrigin(&parts.origin));
    FOOTNOTE_RETURN_IF_ERROR(ParseConfidence(&parts));
    FOOTNOTE_RETURN_IF_ERROR(ParseTrees("ranker", &parts.ranker));
    FOOTNOTE_RETURN_IF_ERROR(ParseTrees("decision", &parts.decision));
    FOOTNOTE_RETURN_IF_ERROR(NextWords("end", 0).status());
    if (!rest_.empty()) {
      ++line_;
      return Wrong("nothing must stand behind `end`");
    }
    return parts;
  }

 private:
  // Returns the error of the line that was read last.
  absl::Status Wrong(absl::string_view message) const {
    return WrongAt(line_, message);
  }

  static absl::Status WrongAt(size_t line, absl::string_view message) {
    return absl::InvalidArgumentError(
        absl::StrCat("Line ", line, ": ", message, "."));
  }

  // Returns what stands behind `key` and a space on the next line.
  absl::StatusOr<absl::string_view> Next(absl::string_view key) {
    ++line_;
    const size_t end = rest_.find('\n');
    absl::string_view line = rest_.substr(0, end);
    if (end == absl::string_view::npos || !absl::ConsumePrefix(&line, key) ||
        !(line.empty() || absl::ConsumePrefix(&line, " "))) {
      return Wrong(absl::StrCat("a whole line that begins with `", key,
                                "` must stand here"));
    }
    if (!IsPrintable(line)) return Wrong("the line must be printable ASCII");
    rest_.remove_prefix(end + 1);
    return line;
  }

  // Returns the `count` words behind `key` on the next line.
  absl::StatusOr<std::vector<absl::string_view>> NextWords(
      absl::string_view key, size_t count) {
    FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view line, Next(key));
    std::vector<absl::string_view> words;
    // One more than there may be tells that there are too many.
    if (!line.empty())
      words =
          absl::StrSplit(line, absl::MaxSplits(' ', static_cast<int>(count)));
    if (words.size() == count) return words;
    return Wrong(absl::StrCat("behind `", key, "` must stand ", count,
                              " words, a space before each"));
  }

  // Reads a count of `least` to `most`.
  absl::Status ReadCount(absl::string_view word, size_t least, size_t most,
                         size_t* count) const {
    uint64_t number = 0;
    if (absl::SimpleAtoi(word, &number) && number >= least && number <= most) {
      *count = static_cast<size_t>(number);
      return absl::OkStatus();
    }
    return Wrong(absl::StrCat("the count must be ", least, " to ", most));
  }

  absl::StatusOr<size_t> NextCount(absl::string_view key, size_t least,
                                   size_t most) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto words, NextWords(key, 1));
    size_t count = 0;
    FOOTNOTE_RETURN_IF_ERROR(ReadCount(words[0], least, most, &count));
    return count;
  }

  absl::Status ParseOrigin(ModelOrigin* origin) {
    FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view created, Next("created"));
    if (!IsDay(created)) return Wrong("the day must be YYYY-MM-DD");
    origin->created = std::string(created);
    FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view seed, Next("seed"));
    if (!absl::SimpleAtoi(seed, &origin->seed)) {
      return Wrong("the seed must be a whole number, 0 or more");
    }
    FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view command, Next("command"));
    if (command.empty() || command.size() > kMaxCommandBytes) {
      return Wrong(absl::StrCat("the command must have 1 to ", kMaxCommandBytes,
                                " characters"));
    }
    origin->command = std::string(command);
    return ParseTrainingSets(&origin->training_sets);
  }

  absl::Status ParseTrainingSets(std::vector<TrainingSet>* sets) {
    FOOTNOTE_ASSIGN_OR_RETURN(const size_t count,
                              NextCount("training-sets", 0, kMaxTrainingSets));
    for (size_t i = 0; i < count; ++i) {
      FOOTNOTE_ASSIGN_OR_RETURN(const auto words, NextWords("training-set", 2));
      if (!IsName(words[0])) return WrongName();
      if (!IsSha256(words[1])) {
        return Wrong("the SHA-256 must have 64 lower-case hexadecimal digits");
      }
      sets->push_back({std::string(words[0]), std::string(words[1])});
    }
    return absl::OkStatus();
  }

  absl::Status WrongName() const {
    return Wrong(absl::StrCat("the name must have 1 to ", kMaxNameBytes,
                              " of a-z, A-Z, 0-9, '_', '-', '.' and '/'"));
  }

  absl::Status ParseConfidence(RankingModelParts* parts) {
    FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view least,
                              Next("min-confidence"));
    if (!ReadNumber(least, &parts->min_confidence) ||
        parts->min_confidence < 0 || parts->min_confidence > 1) {
      return Wrong("the least confidence must be in [0, 1]");
    }
    FOOTNOTE_ASSIGN_OR_RETURN(
        const size_t count, NextCount("calibration", 1, kMaxCalibrationPoints));
    std::vector<CalibrationPoint> points(count);
    for (CalibrationPoint& point : points) {
      FOOTNOTE_ASSIGN_OR_RETURN(const auto words, NextWords("point", 2));
      if (!ReadNumber(words[0], &point.score) ||
          !ReadNumber(words[1], &point.probability)) {
        return Wrong("score and probability must be finite numbers");
      }
    }
    absl::StatusOr<Calibration> calibration =
        Calibration::Create(std::move(points));
    if (!calibration.ok()) return Wrong(calibration.status().message());
    parts->calibration = *std::move(calibration);
    return absl::OkStatus();
  }

  absl::Status ParseTrees(absl::string_view key, NamedTrees* named) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto counts, NextWords(key, 2));
    size_t feature_count = 0;
    size_t tree_count = 0;
    FOOTNOTE_RETURN_IF_ERROR(
        ReadCount(counts[0], 0, kMaxTreeFeatures, &feature_count));
    FOOTNOTE_RETURN_IF_ERROR(ReadCount(counts[1], 0, kMaxTrees, &tree_count));
    FOOTNOTE_RETURN_IF_ERROR(ParseFeatures(feature_count, &named->features));
    std::vector<RegressionTree> trees;
    for (size_t i = 0; i < tree_count; ++i) {
      FOOTNOTE_ASSIGN_OR_RETURN(RegressionTree tree, ParseTree(feature_count));
      trees.push_back(std::move(tree));
    }
    FOOTNOTE_ASSIGN_OR_RETURN(
        named->trees, TreeEnsemble::Create(std::move(trees), feature_count));
    return absl::OkStatus();
  }

  absl::Status ParseFeatures(size_t count, std::vector<std::string>* names) {
    while (names->size() < count) {
      FOOTNOTE_ASSIGN_OR_RETURN(const absl::string_view name, Next("feature"));
      if (!IsName(name)) return WrongName();
      if (std::find(names->begin(), names->end(), name) != names->end()) {
        return Wrong("the feature is named twice");
      }
      names->emplace_back(name);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<RegressionTree> ParseTree(size_t feature_count) {
    FOOTNOTE_ASSIGN_OR_RETURN(const size_t nodes,
                              NextCount("tree", 1, kMaxNodes));
    const size_t first = line_;
    RegressionTree tree;
    while (tree.size() < nodes) {
      FOOTNOTE_ASSIGN_OR_RETURN(const TreeNode node, ParseNode());
      tree.push_back(node);
    }
    // The node that it names stands so many lines below.
    const absl::Status status = CheckTree(tree, feature_count);
    if (!status.ok()) return WrongAt(first, status.message());
    return tree;
  }

  absl::StatusOr<TreeNode> ParseNode() {
    TreeNode node;
    if (absl::StartsWith(rest_, "leaf ")) {
      FOOTNOTE_ASSIGN_OR_RETURN(const auto words, NextWords("leaf", 2));
      if (!ReadNumber(words[0], &node.value) ||
          !ReadNumber(words[1], &node.cover)) {
        return Wrong("value and cover of a leaf must be finite numbers");
      }
      return node;
    }
    if (!absl::StartsWith(rest_, "split ")) {
      ++line_;
      return Wrong("`leaf` or `split` must stand here");
    }
    FOOTNOTE_ASSIGN_OR_RETURN(const auto words, NextWords("split", 4));
    if (!absl::SimpleAtoi(words[0], &node.feature) || node.feature < 0 ||
        !ReadNumber(words[1], &node.threshold) ||
        !absl::SimpleAtoi(words[2], &node.left) ||
        !absl::SimpleAtoi(words[3], &node.right)) {
      return Wrong(
          "a split must have a feature, a finite threshold and two children");
    }
    return node;
  }

  absl::string_view rest_;
  size_t line_ = 0;  // The number of the line that was read last.
};

}  // namespace

absl::StatusOr<RankingModel> RankingModel::Parse(absl::string_view text) {
  if (text.size() > kMaxModelBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("A model must have at most ", kMaxModelBytes, " bytes."));
  }
  RankingModel model;
  FOOTNOTE_ASSIGN_OR_RETURN(model.parts_, ModelParser(text).Parse());
  model.sha256_ = Sha256Hex(text);
  return model;
}

}  // namespace footnote
