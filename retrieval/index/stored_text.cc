#include "retrieval/index/stored_text.h"

#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "retrieval/document.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// What zstd takes when it is not told: higher levels save little of a text as
// short as an article, and take long.
constexpr int kLevel = ZSTD_CLEVEL_DEFAULT;

struct ContextFree {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Returns the thread's own; null without memory. To make one takes longer than
// to use it.
ZSTD_CCtx* Compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, ContextFree> context(
      ZSTD_createCCtx());
  return context.get();
}
ZSTD_DCtx* Decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, ContextFree> context(
      ZSTD_createDCtx());
  return context.get();
}

absl::Status OutOfMemory() {
  return absl::ResourceExhaustedError(
      "There is no memory to store or read a text; give the server more.");
}

absl::Status Damaged() {
  return StorageCorrupt(
      "The stored text of a document is damaged; restore the corpus from a "
      "copy.");
}

// A piece of a stored text, which begins at its first byte.
struct Frame {
  size_t bytes = 0;       // As stored.
  size_t text_bytes = 0;  // Of the text.
};

absl::StatusOr<Frame> FirstFrame(absl::string_view stored) {
  const size_t bytes =
      ZSTD_findFrameCompressedSize(stored.data(), stored.size());
  const auto text_bytes =
      ZSTD_getFrameContentSize(stored.data(), stored.size());
  // The two errors of the latter are greater than every size.
  if (ZSTD_isError(bytes) != 0 || text_bytes > kStoredPieceBytes) {
    return Damaged();
  }
  return Frame{bytes, static_cast<size_t>(text_bytes)};
}

// Appends the text of `frame`, which is `stored`, to `*text`.
absl::Status AppendFrame(absl::string_view stored, const Frame& frame,
                         std::string* text) {
  if (Decompressor() == nullptr) return OutOfMemory();
  const size_t before = text->size();
  text->resize(before + frame.text_bytes);
  const size_t bytes =
      ZSTD_decompressDCtx(Decompressor(), text->data() + before,
                          frame.text_bytes, stored.data(), frame.bytes);
  return bytes == frame.text_bytes ? absl::OkStatus() : Damaged();
}

uint32_t Uint32(sqlite3_value* value) {
  return static_cast<uint32_t>(
      std::clamp<int64_t>(sqlite3_value_int64(value), 0, kMaxDocumentBytes));
}

// stored_text(stored, begin, end).
void StoredText(sqlite3_context* context, int, sqlite3_value** values) {
  const absl::string_view stored(
      static_cast<const char*>(sqlite3_value_blob(values[0])),
      static_cast<size_t>(sqlite3_value_bytes(values[0])));
  const ByteRange range = {Uint32(values[1]), Uint32(values[2])};
  const absl::StatusOr<std::string> text = ReadStoredText(stored, range);
  if (!text.ok()) return sqlite3_result_error_code(context, SQLITE_CORRUPT);
  sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

}  // namespace

absl::StatusOr<std::string> CompressText(absl::string_view text) {
  if (Compressor() == nullptr) return OutOfMemory();
  std::string stored;
  for (size_t begin = 0; begin < text.size(); begin += kStoredPieceBytes) {
    const absl::string_view piece = text.substr(begin, kStoredPieceBytes);
    const size_t before = stored.size();
    stored.resize(before + ZSTD_compressBound(piece.size()));
    const size_t bytes = ZSTD_compressCCtx(Compressor(), stored.data() + before,
                                           stored.size() - before, piece.data(),
                                           piece.size(), kLevel);
    if (ZSTD_isError(bytes) != 0) return OutOfMemory();  // It has room.
    stored.resize(before + bytes);
  }
  return stored;
}

absl::StatusOr<std::string> ReadStoredText(absl::string_view stored,
                                           ByteRange range) {
  range.end = std::min<uint32_t>(range.end, kMaxDocumentBytes);
  std::string text;  // From the byte `begin` on.
  size_t begin = 0;
  while (!stored.empty() && begin + text.size() < range.end) {
    FOOTNOTE_ASSIGN_OR_RETURN(const Frame frame, FirstFrame(stored));
    if (text.empty() && begin + frame.text_bytes <= range.begin) {
      begin += frame.text_bytes;
    } else {
      FOOTNOTE_RETURN_IF_ERROR(AppendFrame(stored, frame, &text));
    }
    stored.remove_prefix(frame.bytes);
  }
  if (range.end <= range.begin || begin + text.size() <= range.begin) {
    return std::string();
  }
  text.resize(std::min<size_t>(text.size(), range.end - begin));
  return text.substr(range.begin - begin);
}

absl::Status RegisterStoredText(Database& database) {
  return SqliteStatus(sqlite3_create_function_v2(
                          database.handle(), "stored_text", 3,
                          SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                          nullptr, StoredText, nullptr, nullptr, nullptr),
                      "registering stored_text()");
}

}  // namespace footnote
