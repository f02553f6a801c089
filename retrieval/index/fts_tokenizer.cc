#include "retrieval/index/fts_tokenizer.h"

#include <sqlite3.h>

#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// The tokenizer has no state; FTS5 wants a pointer to tell that it was made.
int kStateless;

int CreateTokenizer(void*, const char**, int, Fts5Tokenizer** tokenizer) {
  *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&kStateless);
  return SQLITE_OK;
}

void DeleteTokenizer(Fts5Tokenizer*) {}

using TokenCallback = int(void*, int, const char*, int, int, int);

int TokenizeForFts(Fts5Tokenizer*, void* context, int /*flags*/,
                   const char* text, int size, TokenCallback* callback) {
  int code = SQLITE_OK;
  ForEachTerm({text, static_cast<size_t>(size)}, [&](absl::string_view term,
                                                     ByteRange range) {
    code = callback(context, 0, term.data(), static_cast<int>(term.size()),
                    static_cast<int>(range.begin), static_cast<int>(range.end));
    return code == SQLITE_OK;
  });
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

absl::Status RegisterTokenizer(Database& database) {
  fts5_api* api = FindApi(database.handle());
  if (api == nullptr) {
    return absl::InternalError(
        "SQLite was built without FTS5; link one that has it.");
  }
  fts5_tokenizer tokenizer = {CreateTokenizer, DeleteTokenizer, TokenizeForFts};
  return SqliteStatus(
      api->xCreateTokenizer(api, "footnote", nullptr, &tokenizer, nullptr),
      "registering the tokenizer");
}

}  // namespace footnote
