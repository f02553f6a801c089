#include "tests/proto/naming.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <functional>
#include <string>
#include <vector>

#include "proto/elements.h"
#include "tests/proto/descriptors.h"
#include "tests/testing/status_matchers.h"

namespace footnote::testing {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::FileDescriptor;
using google::protobuf::FileDescriptorProto;
using google::protobuf::FileDescriptorSet;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NamingTest, TheContractKeepsTheRules) {
  DescriptorPool pool;
  const auto files =
      FilesOf(ReadDescriptors(FOOTNOTE_CONTRACT), "footnote.v1", &pool);
  ASSERT_OK(files);
  for (const FileDescriptor* file : *files) {
    EXPECT_THAT(Misnamed(*file), IsEmpty()) << file->name();
  }
}

// Changes the small contract and returns what is misnamed then.
std::vector<std::string> MisnamedAfter(
    const std::function<void(FileDescriptorProto*)>& change) {
  FileDescriptorSet shapes = ReadDescriptors(FOOTNOTE_SHAPES);
  change(shapes.mutable_file(shapes.file_size() - 1));
  DescriptorPool pool;
  const auto files = FilesOf(shapes, "shapes.v1", &pool);
  EXPECT_OK(files);
  return files.ok() ? Misnamed(*files->front()) : std::vector<std::string>();
}

TEST(NamingTest, KnowsARightName) {
  EXPECT_THAT(MisnamedAfter([](FileDescriptorProto*) {}), IsEmpty());
}

TEST(NamingTest, KnowsAWrongValue) {
  EXPECT_THAT(
      MisnamedAfter([](FileDescriptorProto* file) {
        auto* colour = file->mutable_enum_type(0);
        colour->mutable_value(0)->set_name("COLOUR_NONE");
        colour->mutable_value(1)->set_name("RED");
        auto* shape = file->mutable_message_type(4);
        shape->mutable_enum_type(0)->set_name("Stroke");
      }),
      ElementsAre("shapes.v1.COLOUR_NONE, which should be COLOUR_UNSPECIFIED",
                  "shapes.v1.RED, which should be COLOUR_RED",
                  "shapes.v1.Shape.LINE_UNSPECIFIED, which should be "
                  "STROKE_UNSPECIFIED"));
}

TEST(NamingTest, KnowsAWrongService) {
  EXPECT_THAT(MisnamedAfter([](FileDescriptorProto* file) {
                file->mutable_service(0)->set_name("Shapes");
              }),
              ElementsAre("shapes.v1.Shapes, which should be ShapesService"));
}

TEST(NamingTest, KnowsWhatIsNotOfTheRpc) {
  EXPECT_THAT(
      MisnamedAfter([](FileDescriptorProto* file) {
        auto* draw = file->mutable_service(0)->mutable_method(0);
        draw->set_input_type(".shapes.v1.DrawManyRequest");
        draw->set_output_type(".shapes.v1.Shape");
      }),
      ElementsAre("shapes.v1.DrawManyRequest, which should be DrawRequest",
                  "shapes.v1.Shape, which should be DrawResponse"));
}

}  // namespace
}  // namespace footnote::testing
