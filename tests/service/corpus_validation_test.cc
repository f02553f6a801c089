#include <gmock/gmock.h>

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "service/validation.h"
#include "tests/service/validation_cases.h"

namespace footnote {
namespace {

using testing::AddIds;
using testing::Case;
using testing::ExpectEach;

TEST(ValidateImportTest, TakesAtMostAHundredDocuments) {
  const auto documents = [](int n, bool is_good) {
    return Case<v1::ImportDocumentsRequest>{absl::StrCat(n, " documents"),
                                            [n](v1::ImportDocumentsRequest* r) {
                                              for (int i = 0; i < n; ++i)
                                                r->add_documents();
                                            },
                                            is_good ? "" : "documents"};
  };
  ExpectEach<v1::ImportDocumentsRequest>(
      {}, {documents(0, true), documents(99, true), documents(100, true),
           documents(101, false)});
}

TEST(ValidateDocumentsTest, HoldIdsAndPagesToTheirLimits) {
  v1::GetDocumentRequest get;
  get.set_document_id("a");
  ExpectEach<v1::GetDocumentRequest>(
      get,
      {{"none", [](auto* r) { r->clear_document_id(); }, "document_id"},
       {"128", [](auto* r) { r->set_document_id(std::string(128, 'i')); }, ""},
       {"129", [](auto* r) { r->set_document_id(std::string(129, 'i')); },
        "document_id"}});
  ExpectEach<v1::ListDocumentsRequest>(
      {}, {{"0", [](auto* r) { r->set_page_size(0); }, "page_size"},
           {"100", [](auto* r) { r->set_page_size(100); }, ""},
           {"101", [](auto* r) { r->set_page_size(101); }, "page_size"}});
  v1::DeleteDocumentsRequest remove;
  remove.add_document_ids("a");
  const auto add = [](int n) {
    return [n](v1::DeleteDocumentsRequest* r) { AddIds(n, r); };
  };
  ExpectEach<v1::DeleteDocumentsRequest>(
      remove,
      {{"none", [](auto* r) { r->clear_document_ids(); }, "document_ids"},
       {"1,000", add(999), ""},
       {"1,001", add(1000), "document_ids"}});
}

TEST(ValidateCorporaTest, HoldNamesToTheRule) {
  const auto names = [](auto example, const std::string& none) {
    using Request = decltype(example);
    const auto named = [](const std::string& name, const std::string& wrong) {
      return Case<Request>{name, [name](Request* r) { r->set_corpus(name); },
                           wrong};
    };
    example.set_corpus("news");
    ExpectEach<Request>(
        example,
        {named("", none), named("default", ""), named(std::string(62, 'a'), ""),
         named(std::string(63, 'a'), ""), named(std::string(64, 'a'), "corpus"),
         named("News", "corpus"), named("../news", "corpus"),
         named("-news", "corpus")});
  };
  names(v1::CreateCorpusRequest(), "corpus");
  names(v1::DeleteCorpusRequest(), "corpus");
  names(v1::GetCorpusRequest(), "");
}

TEST(ValidateCorporaTest, HoldSettingsAndPagesToTheirRanges) {
  const auto kept = [](uint32_t revisions, bool is_good) {
    return Case<v1::CreateCorpusRequest>{
        absl::StrCat(revisions, " revisions"),
        [revisions](v1::CreateCorpusRequest* r) {
          r->mutable_settings()->set_revisions_kept(revisions);
        },
        is_good ? "" : "settings.revisions_kept"};
  };
  v1::CreateCorpusRequest create;
  create.set_corpus("news");
  ExpectEach<v1::CreateCorpusRequest>(
      create, {kept(0, false), kept(1, true), kept(2, true), kept(99, true),
               kept(100, true), kept(101, false), kept(0xffffffffu, false)});
  const auto page = [](int size, bool is_good) {
    return Case<v1::ListCorporaRequest>{
        absl::StrCat("page of ", size),
        [size](v1::ListCorporaRequest* r) { r->set_page_size(size); },
        is_good ? "" : "page_size"};
  };
  ExpectEach<v1::ListCorporaRequest>(
      {}, {page(-1, false), page(0, false), page(1, true), page(99, true),
           page(100, true), page(101, false)});
}

}  // namespace
}  // namespace footnote
