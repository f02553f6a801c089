// How fast documents are imported, everything durable, beside bare FTS5: a
// table of FTS5's own with the same titles and texts, a row a document, in a
// transaction of the same size, written as durably. Both take turns, each into
// a new file; a line of a table is written for each.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "bench/dataset.h"
#include "retrieval/corpus.h"
#include "retrieval/index/fts_tokenizer.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"
#include "tests/testing/random_corpus.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using Batches = std::vector<std::vector<Document>>;
using Clock = std::chrono::steady_clock;

struct Flags {
  std::string data;
  size_t copies = 1;
  size_t batch = 100;
  size_t rounds = 3;
  size_t generated = 2000;
};

// Writes all batches into the file at `path`.
using Import =
    std::function<absl::Status(const Batches& batches, const std::string&)>;

struct Way {
  std::string name;
  Import import;
  std::vector<double> seconds;
  uintmax_t file_bytes = 0;
};

absl::Status ImportBare(absl::string_view tokenizer, const Batches& batches,
                        const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto database,
                            Database::Open(path, Database::Mode::kCreate));
  FOOTNOTE_RETURN_IF_ERROR(RegisterTokenizer(*database));
  FOOTNOTE_RETURN_IF_ERROR(database->Execute(absl::StrCat(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
      "CREATE VIRTUAL TABLE passage USING fts5 (title, text, tokenize = '",
      tokenizer, "')")));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Statement insert,
      database->Prepare("INSERT INTO passage VALUES (?1, ?2)"));
  for (const std::vector<Document>& batch : batches) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        Transaction change,
        Transaction::Begin(*database, Transaction::Kind::kWrite));
    for (const Document& document : batch) {
      insert.BindText(1, document.title);
      insert.BindText(2, document.text);
      FOOTNOTE_RETURN_IF_ERROR(insert.Run());
    }
    FOOTNOTE_RETURN_IF_ERROR(change.Commit());
  }
  return absl::OkStatus();
}

absl::Status ImportIntoCorpus(const Batches& batches, const std::string& path) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto corpus, Corpus::Open(path));
  for (const std::vector<Document>& batch : batches) {
    FOOTNOTE_ASSIGN_OR_RETURN(const ImportReport report,
                              corpus->Import(batch, Deadline::Infinite()));
    for (const ImportResult& result : report.results) {
      FOOTNOTE_RETURN_IF_ERROR(result.error);
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<Document>> ReadDocuments(const Flags& flags) {
  if (flags.data.empty()) {
    testing::RandomCorpus random(1, 20'000);
    return random.MakeDocuments(0, static_cast<int>(flags.generated));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(Dataset dataset, ReadDataset(flags.data, ""));
  return std::move(dataset.documents);
}

absl::StatusOr<Batches> MakeBatches(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto documents, ReadDocuments(flags));
  Batches batches;
  for (size_t copy = 0; copy < flags.copies; ++copy) {
    for (const Document& document : documents) {
      if (batches.empty() || batches.back().size() == flags.batch) {
        batches.emplace_back();
      }
      batches.back().push_back(document);
      batches.back().back().id = absl::StrCat(copy, "-", document.id);
    }
  }
  return batches;
}

absl::Status RunOnce(const Batches& batches, Way* way) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.File("import.db");
  const auto start = Clock::now();
  FOOTNOTE_RETURN_IF_ERROR(way->import(batches, path));
  const std::chrono::duration<double> taken = Clock::now() - start;
  way->seconds.push_back(taken.count());
  way->file_bytes = std::filesystem::file_size(path);
  return absl::OkStatus();
}

double Median(std::vector<double> values) {
  const auto middle =
      values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void Print(const Batches& batches, const std::vector<Way>& ways) {
  size_t text_bytes = 0;
  size_t documents = 0;
  for (const std::vector<Document>& batch : batches) {
    documents += batch.size();
    for (const Document& document : batch) text_bytes += document.text.size();
  }
  const double megabytes = static_cast<double>(text_bytes) / 1e6;
  std::cout << absl::StrFormat(
      "%d documents, %.1f MB of text, %d processors\n\n"
      "| | MB/s | documents/s | against the first | file / text |\n"
      "|---|---|---|---|---|\n",
      documents, megabytes, std::thread::hardware_concurrency());
  const double first = Median(ways.front().seconds);
  for (const Way& way : ways) {
    const double seconds = Median(way.seconds);
    std::cout << absl::StrFormat(
        "| %s | %.2f | %.0f | %.2f | %.2f |\n", way.name, megabytes / seconds,
        static_cast<double>(documents) / seconds, first / seconds,
        static_cast<double>(way.file_bytes) / static_cast<double>(text_bytes));
  }
}

absl::Status Run(const Flags& flags) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Batches batches, MakeBatches(flags));
  const auto bare = [](const char* tokenizer) -> Import {
    return [tokenizer](const Batches& all, const std::string& path) {
      return ImportBare(tokenizer, all, path);
    };
  };
  std::vector<Way> ways = {
      {"bare FTS5, `unicode61`", bare("unicode61"), {}, 0},
      {"bare FTS5, `porter`", bare("porter"), {}, 0},
      {"bare FTS5, our tokenizer", bare("footnote"), {}, 0},
      {"a corpus", ImportIntoCorpus, {}, 0}};
  for (size_t round = 0; round < flags.rounds; ++round) {
    for (Way& way : ways) FOOTNOTE_RETURN_IF_ERROR(RunOnce(batches, &way));
  }
  Print(batches, ways);
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  CLI::App app("Compares the import of documents with bare FTS5.");
  Flags flags;
  app.add_option("--data", flags.data,
                 "a folder with corpus.jsonl; without: generated text");
  app.add_option("--copies", flags.copies, "how often each document comes");
  app.add_option("--batch", flags.batch, "documents a transaction")
      ->check(CLI::PositiveNumber);
  app.add_option("--rounds", flags.rounds)->check(CLI::PositiveNumber);
  app.add_option("--generated", flags.generated, "documents without --data");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = Run(flags);
  if (status.ok()) return 0;
  std::cerr << status.message() << "\n";
  return 1;
}

}  // namespace
}  // namespace footnote::bench

int main(int argc, char** argv) { return footnote::bench::Main(argc, argv); }
