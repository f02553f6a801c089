#include "retrieval/index/fts_tokenizer.h"

#include <sqlite3.h>

#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// What a tokenizer is to FTS5: where terms may have been cut ahead.
using Ahead = const CutTerms* const;

// For connections that have none. FTS5 wants a pointer to tell that a tokenizer
// was made.
Ahead kNoneAhead = nullptr;

int CreateTokenizer(void* ahead, const char**, int, Fts5Tokenizer** tokenizer) {
  *tokenizer = static_cast<Fts5Tokenizer*>(ahead);
  return SQLITE_OK;
}

void DeleteTokenizer(Fts5Tokenizer*) {}

using TokenCallback = int(void*, int, const char*, int, int, int);

int TokenizeForFts(Fts5Tokenizer* tokenizer, void* context, int /*flags*/,
                   const char* bytes, int size, TokenCallback* callback) {
  const absl::string_view text(bytes, static_cast<size_t>(size));
  int code = SQLITE_OK;
  const auto give = [&](absl::string_view term, ByteRange range) {
    code = callback(context, 0, term.data(), static_cast<int>(term.size()),
                    static_cast<int>(range.begin), static_cast<int>(range.end));
    return code == SQLITE_OK;
  };
  const CutTerms* const ahead = *reinterpret_cast<Ahead*>(tokenizer);
  // An index does not keep from which bytes its terms were read.
  const bool is_cut =
      ahead != nullptr &&
      ahead->ForEach(text, [&](absl::string_view t) { return give(t, {}); });
  if (!is_cut) ForEachTerm(text, give);
  return code;
}

// Returns the API of the connection's FTS5, or null.
fts5_api* FindApi(sqlite3* connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement,
                         nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

absl::Status RegisterTokenizer(Database& database,
                               const CutTerms* const* ahead) {
  fts5_api* api = FindApi(database.handle());
  if (api == nullptr) {
    return absl::InternalError(
        "SQLite was built without FTS5; link one that has it.");
  }
  fts5_tokenizer tokenizer = {CreateTokenizer, DeleteTokenizer, TokenizeForFts};
  return SqliteStatus(
      api->xCreateTokenizer(
          api, "footnote",
          const_cast<CutTerms const**>(ahead == nullptr ? &kNoneAhead : ahead),
          &tokenizer, nullptr),
      "registering the tokenizer");
}

}  // namespace footnote
