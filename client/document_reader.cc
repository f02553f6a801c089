#include "client/document_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "client/document_check.h"
#include "client/html_document.h"
#include "client/html_page.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

ReadEvent Refuse(ReadItem* item, absl::string_view reason) {
  item->refusal = std::string(reason);
  return ReadEvent::kRefused;
}

ReadEvent Check(ReadItem* item) {
  const absl::Status checked = CheckDocument(item->document);
  if (!checked.ok()) return Refuse(item, checked.message());
  return ReadEvent::kDocument;
}

// Reads `file`, but no more of it than shows that it is too long.
ReadEvent ReadWhole(const DocumentFile& file, ReadItem* item) {
  const bool is_html = file.kind == FileKind::kHtml;
  const size_t max_bytes = is_html ? kMaxPageBytes : kMaxTextBytes;
  std::ifstream stream(file.path, std::ios::binary);
  std::string text(max_bytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad() || (!stream.eof() && stream.fail())) {
    return Refuse(item, "the file cannot be read");
  }
  text.resize(static_cast<size_t>(stream.gcount()));
  item->document.set_id(file.id);
  if (text.size() > max_bytes) {
    return Refuse(item,
                  absl::StrCat("the file has ", file.bytes, " bytes; at most ",
                               max_bytes, " are taken"));
  }
  if (is_html) {
    const absl::Status parsed = ParseHtmlDocument(text, &item->document);
    if (!parsed.ok()) return Refuse(item, parsed.message());
    return Check(item);
  }
  if (file.kind == FileKind::kMarkdown) {
    item->document.set_title(MarkdownTitle(text));
  }
  item->document.set_text(std::move(text));
  return Check(item);
}

}  // namespace

std::string OriginText(const Origin& origin) {
  const std::string path =
      origin.path == "-" ? "standard input" : Printable(origin.path);
  return origin.line == 0 ? path : absl::StrCat(path, ":", origin.line);
}

std::string MarkdownTitle(absl::string_view text) {
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    if (absl::ConsumePrefix(&line, "# ")) {
      return std::string(absl::StripAsciiWhitespace(line));
    }
  }
  return "";
}

DocumentReader::DocumentReader(std::vector<DocumentFile> files,
                               UnknownKeys unknown_keys, const StopSignal& stop)
    : files_(std::move(files)), unknown_keys_(unknown_keys), stop_(stop) {}

DocumentReader::~DocumentReader() { CloseFile(); }

ReadEvent DocumentReader::Next(ReadItem* item, absl::Duration patience) {
  *item = ReadItem();
  while (true) {
    if (stop_.stopped()) return ReadEvent::kStopped;
    const bool in_file = lines_.has_value();
    if (!in_file && next_file_ == files_.size()) return ReadEvent::kEnd;
    const ReadEvent event = in_file ? NextLine(item, patience) : NextFile(item);
    if (event != ReadEvent::kEnd) return event;
  }
}

ReadEvent DocumentReader::NextFile(ReadItem* item) {
  const DocumentFile& file = files_[next_file_];
  ++next_file_;
  item->origin = {.path = file.path};
  if (file.kind != FileKind::kJsonLines) {
    item->bytes = file.bytes;
    return ReadWhole(file, item);
  }
  fd_ = file.path == "-" ? STDIN_FILENO
                         : open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) return Refuse(item, std::strerror(errno));
  lines_.emplace(fd_, stop_);
  counted_bytes_ = 0;
  return ReadEvent::kEnd;
}

ReadEvent DocumentReader::NextLine(ReadItem* item, absl::Duration patience) {
  const LineEvent event = lines_->Next(&line_, patience);
  item->origin = {.path = files_[next_file_ - 1].path,
                  .line = lines_->line_number()};
  item->bytes = lines_->bytes_read() - counted_bytes_;
  switch (event) {
    case LineEvent::kStopped:
      return ReadEvent::kStopped;
    case LineEvent::kIdle:
      return ReadEvent::kIdle;
    case LineEvent::kEnd:
      CloseFile();
      return ReadEvent::kEnd;
    case LineEvent::kFailed:
      CloseFile();
      return Refuse(item, std::strerror(errno));
    case LineEvent::kTooLong:
      counted_bytes_ = lines_->bytes_read();
      return Refuse(item, absl::StrCat("the line has more than ", kMaxLineBytes,
                                       " bytes"));
    case LineEvent::kLine:
      break;
  }
  absl::string_view line = line_;
  if (item->origin.line == 1) absl::ConsumePrefix(&line, kByteOrderMark);
  if (absl::StripAsciiWhitespace(line).empty()) return ReadEvent::kEnd;
  counted_bytes_ = lines_->bytes_read();
  return TakeLine(line, item);
}

ReadEvent DocumentReader::TakeLine(absl::string_view line,
                                   ReadItem* item) const {
  const absl::Status parsed =
      ParseJsonDocument(line, unknown_keys_, &item->document);
  if (!parsed.ok()) return Refuse(item, parsed.message());
  return Check(item);
}

void DocumentReader::CloseFile() {
  if (fd_ > STDIN_FILENO) close(fd_);
  fd_ = -1;
  lines_.reset();
}

}  // namespace footnote
