// Documents out of files, one at a time.

#ifndef FOOTNOTE_CLIENT_DOCUMENT_READER_H_
#define FOOTNOTE_CLIENT_DOCUMENT_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "client/document_files.h"
#include "client/json_document.h"
#include "client/line_reader.h"
#include "client/stop_signal.h"
#include "footnote/v1/document.pb.h"

namespace footnote {

// Where a document was read.
struct Origin {
  std::string path;
  int64_t line = 0;  // From 1; 0 is the whole file.
};

// Returns `news.jsonl:12`, or `a.txt` for a whole file. Made printable.
std::string OriginText(const Origin& origin);

// What came of reading on.
enum class ReadEvent {
  kDocument,  // A document that can be sent.
  kRefused,   // A line or file that cannot, with the reason.
  kIdle,      // Nothing within the time given.
  kEnd,       // Everything has been read.
  kStopped,   // The stop signal is set.
};

// A document that was read, or why there is none.
struct ReadItem {
  Origin origin;
  v1::Document document;  // Of a refused one what is known, such as the id.
  std::string refusal;    // Why it was refused.
  uint64_t bytes = 0;     // Read since the item before, also in empty lines.
};

// Returns the title of a Markdown text: its first line that begins with `# `,
// without that. Empty if there is none.
std::string MarkdownTitle(absl::string_view text);

// Reads the documents of files, in order. Of a file of JSON Lines one line is
// held at a time; empty lines are skipped. Of a web page the article is taken
// (see ParseHtmlDocument()), of any other file the text byte for byte. Not
// thread-safe.
class DocumentReader {
 public:
  // `stop` outlives the reader.
  DocumentReader(std::vector<DocumentFile> files, UnknownKeys unknown_keys,
                 const StopSignal& stop);
  ~DocumentReader();
  DocumentReader(const DocumentReader&) = delete;
  DocumentReader& operator=(const DocumentReader&) = delete;

  // Reads on, waiting for input at most as long as `patience`, and fills
  // `*item` if the event is kDocument or kRefused.
  ReadEvent Next(ReadItem* item, absl::Duration patience);

 private:
  ReadEvent NextLine(ReadItem* item, absl::Duration patience);
  // Makes a document of a line.
  ReadEvent TakeLine(absl::string_view line, ReadItem* item) const;
  // Begins the next file, and reads it if it is one document.
  ReadEvent NextFile(ReadItem* item);
  void CloseFile();

  const std::vector<DocumentFile> files_;
  const UnknownKeys unknown_keys_;
  const StopSignal& stop_;
  size_t next_file_ = 0;
  int fd_ = -1;  // Of the JSON Lines being read.
  std::optional<LineReader> lines_;
  std::string line_;
  uint64_t counted_bytes_ = 0;  // Of `lines_`, told in items already.
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_DOCUMENT_READER_H_
