#include "proto/api_reference.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>

#include <string>
#include <vector>

#include "tests/proto/descriptors.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using google::protobuf::FileDescriptorProto;
using google::protobuf::FileDescriptorSet;
using google::protobuf::SourceCodeInfo;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using testing::ReadDescriptors;
using testing::ReadFile;
using testing::StatusIs;

const std::string kRoot = FOOTNOTE_SOURCE_DIR;

TEST(ApiReferenceTest, ThePageIsThatOfTheContract) {
  const auto page =
      ApiReference(ReadDescriptors(FOOTNOTE_CONTRACT), "footnote.v1");
  ASSERT_OK(page.status());
  EXPECT_TRUE(ReadFile(kRoot + "/docs/api.md") == *page)
      << "docs/api.md is not what the contract says; run\n"
         "  cmake --build --preset release --target api_docs";
}

TEST(ApiReferenceTest, TellsOfEveryShape) {
  const auto page = ApiReference(ReadDescriptors(FOOTNOTE_SHAPES), "shapes.v1");
  ASSERT_OK(page.status());
  const std::string expected = ReadFile(kRoot + "/tests/proto/shapes.md");
  EXPECT_THAT(*page, EndsWith(expected));
}

// Returns the contract of all shapes without the comment at `path`.
FileDescriptorSet ShapesWithout(const std::vector<int>& path) {
  FileDescriptorSet shapes = ReadDescriptors(FOOTNOTE_SHAPES);
  FileDescriptorProto* file = shapes.mutable_file(shapes.file_size() - 1);
  for (SourceCodeInfo::Location& location :
       *file->mutable_source_code_info()->mutable_location()) {
    if (std::vector<int>(location.path().begin(), location.path().end()) ==
        path) {
      EXPECT_TRUE(location.has_leading_comments());
      location.clear_leading_comments();
    }
  }
  return shapes;
}

TEST(ApiReferenceTest, NamesWhatHasNoComment) {
  const struct {
    std::vector<int> path;  // As in google.protobuf.SourceCodeInfo.
    const char* name;
  } kCases[] = {
      {{2}, "shapes.proto"},
      {{6, 0}, "shapes.v1.ShapeService"},
      {{6, 0, 2, 1}, "shapes.v1.ShapeService.DrawMany"},
      {{4, 4}, "shapes.v1.Shape"},
      {{4, 4, 2, 1}, "shapes.v1.Shape.outer_width"},
      {{4, 4, 8, 0}, "shapes.v1.Shape.kind"},
      {{5, 0}, "shapes.v1.Colour"},
      {{5, 0, 2, 1}, "shapes.v1.COLOUR_RED"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.name);
    const auto page = ApiReference(ShapesWithout(c.path), "shapes.v1");
    EXPECT_THAT(page.status(), StatusIs(absl::StatusCode::kInvalidArgument));
    EXPECT_EQ(page.status().message(),
              std::string("no comment stands above ") + c.name);
  }
}

TEST(ApiReferenceTest, RefusesWhatIsNoWhole) {
  FileDescriptorSet shapes = ReadDescriptors(FOOTNOTE_SHAPES);
  EXPECT_THAT(ApiReference(shapes, "shapes.v2").status().message(),
              HasSubstr("no file is of the package shapes.v2"));
  shapes.mutable_file()->DeleteSubrange(0, 1);
  EXPECT_THAT(ApiReference(shapes, "shapes.v1").status().message(),
              HasSubstr("--include_imports"));
}

}  // namespace
}  // namespace footnote
