// Which files an import reads.

#ifndef FOOTNOTE_CLIENT_DOCUMENT_FILES_H_
#define FOOTNOTE_CLIENT_DOCUMENT_FILES_H_

#include <cstdint>
#include <string>
#include <vector>

namespace footnote {

// What a file holds, as its ending says (letter case does not matter).
enum class FileKind {
  kJsonLines,  // .jsonl: a document a line.
  kText,       // .txt: one document.
  kMarkdown,   // .md: one document.
  kHtml,       // .html, .htm: one document, the article of a web page.
};

// A file to import.
struct DocumentFile {
  std::string path;  // `-` is standard input.
  FileKind kind = FileKind::kText;
  std::string id;      // Of the one document in it; unused for JSON Lines.
  uint64_t bytes = 0;  // Its size; 0 for standard input.
};

// A path that cannot be imported.
struct RefusedPath {
  std::string path;
  std::string reason;
};

// What was found below the paths of a command line.
struct DocumentFiles {
  std::vector<DocumentFile> files;  // In the order to read them.
  std::vector<RefusedPath> refused;
  // In folders: files with another ending, and what is hidden, a folder with
  // all that is in it as one.
  int64_t skipped = 0;
  uint64_t bytes = 0;  // Of all files together.
  bool sized = true;   // Whether `bytes` is all: no standard input.
};

// Finds the files that `paths` name: files themselves, and those in folders and
// their subfolders, sorted by path within each. The id of a one-document file
// is its path below the folder named, with `/`, or its name, if it was named
// itself, in both cases without the ending. Links to folders are not followed,
// neither are the folders `NAME_files` in which browsers put the parts of a
// saved page `NAME.html`, and what begins with a dot in a folder is skipped.
//
// Refused are paths that do not exist, cannot be read, are neither file nor
// folder or have another ending, and a one-document file whose id an earlier
// file has already.
DocumentFiles FindDocumentFiles(const std::vector<std::string>& paths);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_DOCUMENT_FILES_H_
