#include "client/import_batch.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

// Returns a document of the line `line` whose message takes `bytes`, of which
// `read` were read for it.
ReadItem ItemOf(int64_t line, size_t bytes, uint64_t read = 0) {
  ReadItem item;
  item.origin = {"news.jsonl", line};
  item.bytes = read;
  item.document.set_id(absl::StrCat("d", line));
  item.document.set_text(std::string(bytes, 'x'));
  const size_t beyond = item.document.ByteSizeLong() - bytes;
  item.document.set_text(std::string(bytes - beyond, 'x'));
  EXPECT_EQ(item.document.ByteSizeLong(), bytes);
  return item;
}

TEST(ImportBatchTest, KeepsDocumentsWithTheirOriginsInOrder) {
  ImportBatch batch;
  AddToBatch(ItemOf(3, 200, 210), &batch);
  AddToBatch(ItemOf(7, 300, 1000), &batch);
  ASSERT_EQ(batch.request.documents_size(), 2);
  EXPECT_EQ(batch.request.documents(0).id(), "d3");
  EXPECT_EQ(batch.request.documents(1).id(), "d7");
  ASSERT_EQ(batch.origins.size(), 2u);
  EXPECT_EQ(batch.origins[0].path, "news.jsonl");
  EXPECT_EQ(batch.origins[0].line, 3);
  EXPECT_EQ(batch.origins[1].line, 7);
  EXPECT_EQ(batch.document_bytes, 500u);
  EXPECT_EQ(batch.source_bytes, 1210u);
}

TEST(ImportBatchTest, HasRoomUpToItsBytes) {
  ImportBatch batch;
  AddToBatch(ItemOf(1, 1000), &batch);
  EXPECT_TRUE(HasRoom(batch, ItemOf(2, kMaxBatchBytes - 1000)));
  EXPECT_FALSE(HasRoom(batch, ItemOf(2, kMaxBatchBytes - 999)));
  AddToBatch(ItemOf(2, kMaxBatchBytes - 1000), &batch);
  EXPECT_FALSE(HasRoom(batch, ItemOf(3, 100)));
  EXPECT_LE(batch.document_bytes, kMaxBatchBytes);
}

TEST(ImportBatchTest, HasRoomForAHundredDocuments) {
  ImportBatch batch;
  for (int i = 0; i < kMaxBatchDocuments; ++i) {
    ASSERT_TRUE(HasRoom(batch, ItemOf(i, 100))) << i;
    AddToBatch(ItemOf(i, 100), &batch);
  }
  EXPECT_FALSE(HasRoom(batch, ItemOf(100, 100)));
}

TEST(ImportBatchTest, TakesALongDocumentAlone) {
  ImportBatch batch;
  const ReadItem item = ItemOf(1, kMaxBatchBytes + 1);
  EXPECT_TRUE(HasRoom(batch, item));
  AddToBatch(item, &batch);
  EXPECT_FALSE(HasRoom(batch, ItemOf(2, 100)));
}

}  // namespace
}  // namespace footnote
