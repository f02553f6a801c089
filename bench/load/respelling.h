// Makes a small corpus large.

#ifndef FOOTNOTE_BENCH_LOAD_RESPELLING_H_
#define FOOTNOTE_BENCH_LOAD_RESPELLING_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "retrieval/document.h"

namespace footnote::bench {

// Makes documents like given ones that are no copies of them: words that few of
// those hold are spelled otherwise in each edition, so that in the whole the
// rare words stay rare and the common ones common, as in a corpus that grew.
class Respelling {
 public:
  // Counts the words of `documents`.
  explicit Respelling(const std::vector<Document>& documents);

  // Returns `document` as edition `edition` has it, under an id of its own.
  // Edition 0 is the document itself; the spellings of kEditions follow each
  // other and then come again.
  Document Edition(const Document& document, size_t edition) const;

  static constexpr size_t kEditions = 100;

 private:
  std::string Respell(absl::string_view text, size_t edition) const;

  absl::flat_hash_map<std::string, size_t> documents_with_;  // By word.
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_RESPELLING_H_
