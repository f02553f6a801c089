#include "client/corpus_text.h"

#include <iterator>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/time.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

void AppendField(std::string* text, absl::string_view name,
                 absl::string_view value) {
  if (value.empty()) return;
  absl::StrAppend(text, absl::StrFormat("%-10s", name), Printable(value), "\n");
}

std::string Counted(uint64_t count, absl::string_view noun) {
  return absl::StrCat(count, " ", noun, count == 1 ? "" : "s");
}

// How much of a hash tells one file from another.
constexpr size_t kShownDigits = 12;

std::string ModelInWords(const v1::GetStatusResponse& response) {
  if (response.ranking_model() == v1::RANKING_MODEL_PLAIN) return "plain";
  if (response.ranking_model() != v1::RANKING_MODEL_LEARNED) return "unknown";
  const v1::LearnedModel& model = response.learned_model();
  std::string words =
      absl::StrCat("learned, of ", Printable(model.created_date()), ", sha256 ",
                   Printable(model.sha256().substr(0, kShownDigits)), "…");
  for (int i = 0; i < model.training_sets_size(); ++i) {
    absl::StrAppend(&words, i == 0 ? ", from " : ", ",
                    Printable(model.training_sets(i).name()));
  }
  return words;
}

}  // namespace

std::string BytesText(uint64_t bytes) {
  constexpr const char* kUnits[] = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return absl::StrCat(bytes, " B");
  double amount = static_cast<double>(bytes) / 1000;
  size_t unit = 0;
  while (amount >= 999.95 && unit + 1 < std::size(kUnits)) {
    amount /= 1000;
    ++unit;
  }
  return absl::StrFormat("%.1f %s", amount, kUnits[unit]);
}

std::string DocumentHeader(const v1::StoredDocument& stored) {
  const v1::Document& document = stored.document();
  std::string text;
  AppendField(&text, "id", document.id());
  AppendField(&text, "title", document.title());
  AppendField(&text, "source", document.source());
  AppendField(&text, "published", document.published());
  AppendField(&text, "uri", document.uri());
  AppendField(&text, "language", document.language());
  AppendField(&text, "revision", absl::StrCat(stored.revision()));
  AppendField(&text, "sha256", stored.sha256());
  AppendField(
      &text, "text",
      absl::StrCat(
          BytesText(document.text().size()), ", ",
          Counted(static_cast<uint64_t>(stored.sentences_size()), "sentence")));
  return text;
}

std::string DocumentLine(const v1::DocumentSummary& document) {
  const std::string published =
      document.published().empty() ? "-" : document.published().substr(0, 10);
  std::string line =
      absl::StrCat(Printable(document.id()), "  ", Printable(published), "  ",
                   BytesText(document.text_bytes()));
  if (!document.source().empty()) {
    absl::StrAppend(&line, "  ", Printable(document.source()));
  }
  if (!document.title().empty()) {
    absl::StrAppend(&line, "  ", Printable(document.title()));
  }
  return absl::StrCat(line, "\n");
}

std::string DeletionText(const v1::DeleteDocumentsResponse& response) {
  std::string text;
  for (const std::string& id : response.deleted_ids()) {
    absl::StrAppend(&text, "deleted  ", Printable(id), "\n");
  }
  for (const std::string& id : response.missing_ids()) {
    absl::StrAppend(&text, "missing  ", Printable(id), "\n");
  }
  return text;
}

std::string CorpusLine(const v1::CorpusSummary& corpus) {
  return absl::StrCat(Printable(corpus.corpus()), "  ",
                      BytesText(corpus.file_bytes()), "\n");
}

std::string CorpusText(const v1::CorpusStatus& corpus) {
  std::string text = absl::StrCat("corpus ", Printable(corpus.corpus()),
                                  ": revision ", corpus.corpus_revision(), ", ",
                                  Counted(corpus.documents(), "document"), ", ",
                                  Counted(corpus.passages(), "passage"), ", ",
                                  Counted(corpus.sentences(), "sentence"),
                                  ", text ", BytesText(corpus.text_bytes()),
                                  ", file ", BytesText(corpus.file_bytes()));
  if (corpus.settings().has_revisions_kept()) {
    absl::StrAppend(
        &text, ", ", Counted(corpus.settings().revisions_kept(), "version"),
        " of a document kept, ", corpus.earlier_versions(), " earlier ones");
  }
  return absl::StrCat(text, "\n");
}

std::string StatusText(const v1::GetStatusResponse& response) {
  const absl::Duration uptime = absl::Seconds(response.uptime().seconds());
  std::string text = absl::StrCat(
      "footnoted ", Printable(response.version()), ", up ",
      DurationText(uptime), "\n", Counted(response.workers(), "worker"), ", ",
      response.requests_in_flight(), " of at most ",
      response.max_requests_in_flight(),
      " requests in flight\nranking model: ", ModelInWords(response), "\n");
  if (response.total_corpora() > 0) {
    absl::StrAppend(&text, response.total_corpora(),
                    response.total_corpora() == 1 ? " corpus, " : " corpora, ",
                    response.open_corpora(), " of at most ",
                    response.max_open_corpora(), " open\n");
  }
  if (response.has_posting_cache()) {
    const v1::PostingCache& cache = response.posting_cache();
    absl::StrAppend(&text, "posting cache: ", Counted(cache.lists(), "list"),
                    ", ", BytesText(cache.bytes()), " of at most ",
                    BytesText(cache.budget_bytes()), ", ", cache.hits(),
                    " found, ", cache.updates(), " updated, ", cache.misses(),
                    " read, ", cache.evictions(), " evicted\n");
  }
  for (const v1::CorpusStatus& corpus : response.corpora()) {
    absl::StrAppend(&text, CorpusText(corpus));
  }
  return text;
}

}  // namespace footnote
