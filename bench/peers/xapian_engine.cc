#include "bench/peers/engine.h"

#ifdef FOOTNOTE_HAS_XAPIAN

#include <stdlib.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace footnote::bench {
namespace {

absl::Status StatusOf(const Xapian::Error& error) {
  return absl::UnknownError(absl::StrCat("Xapian: ", error.get_description()));
}

absl::Status Build(const std::string& corpus, const std::string& index) try {
  // What is not flushed is in memory; ten times the default.
  setenv("XAPIAN_FLUSH_THRESHOLD", "100000", 0);
  const std::string loose = index + ".loose";
  Xapian::WritableDatabase database(loose, Xapian::DB_CREATE);
  std::ifstream passages(corpus);
  for (std::string line; std::getline(passages, line);) {
    Xapian::Document document;
    for (const absl::string_view word :
         absl::StrSplit(line, ' ', absl::SkipEmpty())) {
      document.add_term(std::string(word));
    }
    database.add_document(document);
  }
  database.commit();
  database.compact(index);
  database.close();
  std::filesystem::remove_all(loose);
  return absl::OkStatus();
} catch (const Xapian::Error& error) {
  return StatusOf(error);
}

class XapianSearcher : public Searcher {
 public:
  XapianSearcher(const std::string& path, size_t limit)
      : database_(path),
        enquire_(database_),
        limit_(static_cast<Xapian::doccount>(limit)) {
    // As BM25 has it elsewhere: no query frequencies, no least length.
    enquire_.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0));
  }

  absl::StatusOr<std::vector<Hit>> Find(const std::string& question) override
      try {
    const std::vector<std::string> words = absl::StrSplit(question, ' ');
    enquire_.set_query(
        Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
    const Xapian::MSet found = enquire_.get_mset(0, limit_);
    std::vector<Hit> hits;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      hits.push_back({*hit, hit.get_weight()});
    }
    return hits;
  } catch (const Xapian::Error& error) {
    return StatusOf(error);
  }

 private:
  Xapian::Database database_;
  Xapian::Enquire enquire_;
  Xapian::doccount limit_;
};

class XapianIndex : public OpenIndex {
 public:
  explicit XapianIndex(const std::string& path) : path_(path) {}

  absl::StatusOr<std::unique_ptr<Searcher>> NewSearcher(size_t limit) override
      try {
    return std::make_unique<XapianSearcher>(path_, limit);
  } catch (const Xapian::Error& error) {
    return StatusOf(error);
  }

 private:
  const std::string path_;
};

absl::StatusOr<std::unique_ptr<OpenIndex>> Open(const std::string& index) {
  return std::make_unique<XapianIndex>(index);
}

}  // namespace

Engine XapianEngine() {
  return {kXapian, Xapian::version_string(), Build, Open};
}

}  // namespace footnote::bench

#else

namespace footnote::bench {

Engine XapianEngine() { return {kXapian, "", nullptr, nullptr}; }

}  // namespace footnote::bench

#endif
