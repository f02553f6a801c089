#include "client/corpus_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(BytesTextTest, ChoosesTheUnit) {
  const struct {
    uint64_t bytes;
    const char* want;
  } kCases[] = {
      {0, "0 B"},
      {999, "999 B"},
      {1000, "1.0 kB"},
      {999'949, "999.9 kB"},
      {999'950, "1.0 MB"},
      {1'500'000, "1.5 MB"},
      {3'100'000'000, "3.1 GB"},
      {UINT64_MAX, "18446744.1 TB"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.bytes);
    EXPECT_EQ(BytesText(c.bytes), c.want);
  }
}

TEST(DocumentLineTest, LeavesOutWhatIsNotKnown) {
  v1::DocumentSummary document;
  document.set_id("a");
  document.set_text_bytes(310);
  EXPECT_EQ(DocumentLine(document), "a  -  310 B\n");
  document.set_published("2025-01-31T09:30:00Z");
  document.set_source("Post");
  document.set_title("A\x1b title");
  EXPECT_EQ(DocumentLine(document),
            "a  2025-01-31  310 B  Post  A\\u{1b} title\n");
}

TEST(DeletionTextTest, TellsWhatWasThereAndWhatWasNot) {
  v1::DeleteDocumentsResponse response;
  response.add_deleted_ids("news/1");
  response.add_missing_ids("news/2");
  EXPECT_EQ(DeletionText(response), "deleted  news/1\nmissing  news/2\n");
}

TEST(StatusTextTest, DescribesServerAndCorpora) {
  v1::GetStatusResponse response;
  response.set_version("0.1.0");
  response.mutable_uptime()->set_seconds(90);
  response.set_workers(1);
  response.set_requests_in_flight(2);
  response.set_max_requests_in_flight(64);
  response.set_ranking_model(v1::RANKING_MODEL_PLAIN);
  v1::CorpusStatus& corpus = *response.add_corpora();
  corpus.set_corpus("default");
  corpus.set_corpus_revision(3);
  corpus.set_documents(1);
  corpus.set_text_bytes(1000);
  EXPECT_EQ(StatusText(response),
            "footnoted 0.1.0, up 1m30s\n"
            "1 worker, 2 of at most 64 requests in flight\n"
            "ranking model: plain\n"
            "corpus default: revision 3, 1 document, 0 passages, 0 sentences, "
            "text 1.0 kB, file 0 B\n");
}

TEST(StatusTextTest, DescribesWhatWasLearned) {
  v1::GetStatusResponse response;
  response.set_ranking_model(v1::RANKING_MODEL_LEARNED);
  v1::LearnedModel& model = *response.mutable_learned_model();
  model.set_sha256("0123456789abcdef" + std::string(48, 'f'));
  model.set_created_date("2026-11-22\x1b");
  EXPECT_THAT(
      StatusText(response),
      ::testing::HasSubstr("\nranking model: learned, of "
                           "2026-11-22\\u{1b}, sha256 0123456789ab…\n"));
  model.add_training_sets()->set_name("articles");
  model.add_training_sets()->set_name("reports");
  EXPECT_THAT(StatusText(response),
              ::testing::HasSubstr("0123456789ab…, from articles, reports\n"));
}

TEST(StatusTextTest, KnowsThatItDoesNotKnowALaterModel) {
  v1::GetStatusResponse response;
  response.set_ranking_model(static_cast<v1::RankingModel>(77));
  EXPECT_THAT(StatusText(response),
              ::testing::HasSubstr("\nranking model: unknown\n"));
}

TEST(StatusTextTest, TellsHowManyCorporaThereAre) {
  v1::GetStatusResponse response;
  response.set_total_corpora(3);
  response.set_open_corpora(2);
  response.set_max_open_corpora(64);
  EXPECT_THAT(StatusText(response),
              ::testing::HasSubstr("\n3 corpora, 2 of at most 64 open\n"));
}

TEST(StatusTextTest, TellsOfThePostingCache) {
  v1::GetStatusResponse response;
  v1::PostingCache& cache = *response.mutable_posting_cache();
  cache.set_budget_bytes(2'000'000);
  cache.set_bytes(1000);
  cache.set_lists(3);
  cache.set_hits(40);
  cache.set_updates(5);
  cache.set_misses(6);
  cache.set_evictions(7);
  EXPECT_THAT(StatusText(response),
              ::testing::HasSubstr(
                  "\nposting cache: 3 lists, 1.0 kB of at most 2.0 MB, "
                  "40 found, 5 updated, 6 read, 7 evicted\n"));
}

TEST(CorpusTextTest, TellsHowItIsKept) {
  v1::CorpusStatus corpus;
  corpus.set_corpus("news");
  corpus.set_earlier_versions(5);
  corpus.mutable_settings()->set_revisions_kept(3);
  EXPECT_EQ(CorpusText(corpus),
            "corpus news: revision 0, 0 documents, 0 passages, 0 sentences, "
            "text 0 B, file 0 B, 3 versions of a document kept, 5 earlier "
            "ones\n");
}

}  // namespace
}  // namespace footnote
