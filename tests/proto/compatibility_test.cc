#include "tests/proto/compatibility.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/text_format.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/proto/descriptors.h"

namespace footnote::testing {
namespace {

using google::protobuf::DescriptorProto;
using google::protobuf::EnumDescriptorProto;
using google::protobuf::FieldDescriptorProto;
using google::protobuf::FileDescriptorProto;
using google::protobuf::FileDescriptorSet;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

TEST(CompatibilityTest, TheContractBreaksNothingThatWasReleased) {
  const std::string released =
      std::string(FOOTNOTE_SOURCE_DIR) + "/proto/footnote-v1.binpb";
  EXPECT_THAT(Breakages(ReadDescriptors(released),
                        ReadDescriptors(FOOTNOTE_CONTRACT), "footnote.v1"),
              IsEmpty())
      << "Callers of the released contract would break. Before a release of "
         "its own, take the new one with\n"
         "  cmake --build --preset release --target accept_contract";
}

constexpr char kReleased[] = R"pb(
  name: "a.proto"
  package: "a.v1"
  syntax: "proto3"
  options { go_package: "a" }
  message_type {
    name: "Request"
    field { name: "text" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
    field { name: "counts" number: 2 type: TYPE_INT32 label: LABEL_REPEATED }
    field {
      name: "colour"
      number: 3
      type: TYPE_ENUM
      type_name: ".a.v1.Colour"
      label: LABEL_OPTIONAL
      oneof_index: 0
    }
    nested_type { name: "Inner" }
    oneof_decl { name: "look" }
    reserved_range { start: 7 end: 9 }
    reserved_name: "past"
  }
  message_type { name: "Response" }
  message_type { name: "Spare" }
  enum_type {
    name: "Colour"
    value { name: "COLOUR_UNSPECIFIED" number: 0 }
    value { name: "COLOUR_RED" number: 1 }
    reserved_range { start: 7 end: 8 }
    reserved_name: "COLOUR_PAST"
  }
  service {
    name: "AService"
    method {
      name: "Do"
      input_type: ".a.v1.Request"
      output_type: ".a.v1.Response"
    }
  }
)pb";

// A change to the contract above, and the beginning of what it breaks, if
// anything.
struct Case {
  const char* what;
  std::function<void(FileDescriptorProto*)> change;
  std::string breakage;
};

DescriptorProto* Request(FileDescriptorProto* file) {
  return file->mutable_message_type(0);
}
FieldDescriptorProto* Field(FileDescriptorProto* file, int index) {
  return Request(file)->mutable_field(index);
}
EnumDescriptorProto* Colour(FileDescriptorProto* file) {
  return file->mutable_enum_type(0);
}
auto* Do(FileDescriptorProto* file) {
  return file->mutable_service(0)->mutable_method(0);
}

FieldDescriptorProto NewField(const std::string& name, int number) {
  FieldDescriptorProto field;
  field.set_name(name);
  field.set_number(number);
  field.set_type(FieldDescriptorProto::TYPE_STRING);
  field.set_label(FieldDescriptorProto::LABEL_OPTIONAL);
  return field;
}

// Takes the first field away, and reserves what of it is told.
void RemoveText(FileDescriptorProto* file, bool number, bool name) {
  DescriptorProto* request = Request(file);
  request->mutable_field()->DeleteSubrange(0, 1);
  if (name) request->add_reserved_name("text");
  if (!number) return;
  auto* range = request->add_reserved_range();
  range->set_start(1);
  range->set_end(2);
}

void RemoveRed(FileDescriptorProto* file, bool number, bool name) {
  EnumDescriptorProto* colour = Colour(file);
  colour->mutable_value()->RemoveLast();
  if (name) colour->add_reserved_name("COLOUR_RED");
  if (!number) return;
  auto* range = colour->add_reserved_range();
  range->set_start(1);
  range->set_end(1);
}

void ExpectEach(const std::vector<Case>& cases) {
  FileDescriptorSet released;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      kReleased, released.add_file()));
  for (const Case& c : cases) {
    SCOPED_TRACE(c.what);
    FileDescriptorSet current = released;
    c.change(current.mutable_file(0));
    const auto breakages = Breakages(released, current, "a.v1");
    if (c.breakage.empty()) {
      EXPECT_THAT(breakages, IsEmpty());
    } else {
      EXPECT_THAT(breakages, ElementsAre(StartsWith(c.breakage)));
    }
  }
}

TEST(CompatibilityTest, FilesStay) {
  ExpectEach(
      {{"nothing", [](auto*) {}, ""},
       {"renamed", [](auto* f) { f->set_name("b.proto"); }, "a.proto is gone"},
       {"other code",
        [](auto* f) { f->mutable_options()->set_go_package("b"); },
        "a.proto has options"}});
}

TEST(CompatibilityTest, MessagesStay) {
  ExpectEach(
      {{"added", [](auto* f) { f->add_message_type()->set_name("New"); }, ""},
       {"gone", [](auto* f) { f->mutable_message_type()->RemoveLast(); },
        "a.v1.Spare is gone"},
       {"inner added",
        [](auto* f) { Request(f)->add_nested_type()->set_name("New"); }, ""},
       {"inner gone", [](auto* f) { Request(f)->clear_nested_type(); },
        "a.v1.Request.Inner is gone"}});
}

TEST(CompatibilityTest, ElementsStayInTheirFile) {
  FileDescriptorSet released;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      kReleased, released.add_file()));
  FileDescriptorSet current = released;
  FileDescriptorProto* other = current.add_file();
  other->set_name("b.proto");
  other->set_package("a.v1");
  EXPECT_THAT(Breakages(released, current, "a.v1"), IsEmpty());
  auto* messages = current.mutable_file(0)->mutable_message_type();
  messages->SwapElements(2, messages->size() - 1);
  *other->add_message_type() = messages->Get(messages->size() - 1);
  messages->RemoveLast();
  EXPECT_THAT(Breakages(released, current, "a.v1"),
              ElementsAre("a.v1.Spare is in b.proto, was a.proto"));
}

TEST(CompatibilityTest, FieldsStayOrAreReserved) {
  const std::string gone = "a.v1.Request.text is gone";
  ExpectEach(
      {{"added", [](auto* f) { *Request(f)->add_field() = NewField("n", 4); },
        ""},
       {"gone", [](auto* f) { RemoveText(f, false, false); }, gone},
       {"number reserved", [](auto* f) { RemoveText(f, true, false); }, gone},
       {"name reserved", [](auto* f) { RemoveText(f, false, true); }, gone},
       {"both reserved", [](auto* f) { RemoveText(f, true, true); }, ""}});
}

TEST(CompatibilityTest, FieldsStayAsTheyAre) {
  const std::string is = "a.v1.Request.text is ";
  ExpectEach(
      {{"renamed",
        [](auto* f) {
          Field(f, 0)->set_name("words");
          Field(f, 0)->set_json_name("text");
        },
        "a.v1.Request.text is named words, was text"},
       {"another type",
        [](auto* f) {
          Field(f, 0)->set_type(FieldDescriptorProto::TYPE_BYTES);
        },
        is + "bytes"},
       {"repeated",
        [](auto* f) {
          Field(f, 0)->set_label(FieldDescriptorProto::LABEL_REPEATED);
        },
        is + "repeated string"},
       {"no longer repeated",
        [](auto* f) {
          Field(f, 1)->set_label(FieldDescriptorProto::LABEL_OPTIONAL);
        },
        "a.v1.Request.counts is int32"},
       {"not packed",
        [](auto* f) { Field(f, 1)->mutable_options()->set_packed(false); },
        "a.v1.Request.counts is repeated int32"},
       {"packed as ever",
        [](auto* f) { Field(f, 1)->mutable_options()->set_packed(true); }, ""},
       {"another JSON name",
        [](auto* f) { Field(f, 0)->set_json_name("Text"); },
        is + "string, in JSON Text"},
       {"the same JSON name",
        [](auto* f) { Field(f, 0)->set_json_name("text"); }, ""}});
}

TEST(CompatibilityTest, PresenceAndOneofsStay) {
  ExpectEach(
      {{"optional",
        [](auto* f) {
          Field(f, 0)->set_proto3_optional(true);
          Field(f, 0)->set_oneof_index(1);
          Request(f)->add_oneof_decl()->set_name("_text");
        },
        "a.v1.Request.text is string, in JSON text, with presence"},
       {"into the oneof",
        [](auto* f) {
          Request(f)->mutable_field()->SwapElements(0, 1);
          Field(f, 1)->set_oneof_index(0);
        },
        "a.v1.Request.text is string, in JSON text, with presence, of look"},
       {"added to the oneof",
        [](auto* f) {
          *Request(f)->add_field() = NewField("name", 4);
          Field(f, 3)->set_oneof_index(0);
        },
        ""},
       {"out of the oneof",
        [](auto* f) {
          Field(f, 2)->clear_oneof_index();
          Request(f)->clear_oneof_decl();
        },
        "a.v1.Request.colour is a.v1.Colour, in JSON colour, was"},
       {"oneof renamed",
        [](auto* f) { Request(f)->mutable_oneof_decl(0)->set_name("seen"); },
        "a.v1.Request.colour is a.v1.Colour, in JSON colour, with "
        "presence, of seen"}});
}

TEST(CompatibilityTest, EnumValuesStayOrAreReserved) {
  const std::string gone = "a.v1.COLOUR_RED is gone";
  ExpectEach(
      {{"added",
        [](auto* f) {
          auto* value = Colour(f)->add_value();
          value->set_name("COLOUR_BLUE");
          value->set_number(2);
        },
        ""},
       {"renamed",
        [](auto* f) { Colour(f)->mutable_value(1)->set_name("COLOUR_BLUE"); },
        "a.v1.COLOUR_RED is named COLOUR_BLUE"},
       {"another number",
        [](auto* f) { Colour(f)->mutable_value(1)->set_number(2); }, gone},
       {"gone", [](auto* f) { RemoveRed(f, false, false); }, gone},
       {"number reserved", [](auto* f) { RemoveRed(f, true, false); }, gone},
       {"name reserved", [](auto* f) { RemoveRed(f, false, true); }, gone},
       {"both reserved", [](auto* f) { RemoveRed(f, true, true); }, ""}});
}

TEST(CompatibilityTest, WhatIsReservedStaysReserved) {
  ExpectEach(
      {{"wider",
        [](auto* f) {
          Request(f)->mutable_reserved_range(0)->set_start(6);
          Colour(f)->mutable_reserved_range(0)->set_end(9);
        },
        ""},
       {"narrower",
        [](auto* f) { Request(f)->mutable_reserved_range(0)->set_end(8); },
        "a.v1.Request no longer reserves 7 to 8"},
       {"no name", [](auto* f) { Request(f)->clear_reserved_name(); },
        "a.v1.Request no longer reserves past"},
       {"enum narrower",
        [](auto* f) { Colour(f)->mutable_reserved_range(0)->set_start(8); },
        "a.v1.Colour no longer reserves 7 to 8"},
       {"no name of an enum", [](auto* f) { Colour(f)->clear_reserved_name(); },
        "a.v1.Colour no longer reserves COLOUR_PAST"}});
}

TEST(CompatibilityTest, ServicesStayAsTheyAre) {
  ExpectEach(
      {{"rpc added",
        [](auto* f) {
          auto* method = f->mutable_service(0)->add_method();
          *method = *Do(f);
          method->set_name("Undo");
        },
        ""},
       {"service gone", [](auto* f) { f->clear_service(); },
        "a.v1.AService is gone"},
       {"rpc gone", [](auto* f) { Do(f)->set_name("Undo"); },
        "a.v1.AService.Do is gone"},
       {"another request",
        [](auto* f) { Do(f)->set_input_type(".a.v1.Spare"); },
        "a.v1.AService.Do is from a.v1.Spare"},
       {"another response",
        [](auto* f) { Do(f)->set_output_type(".a.v1.Spare"); },
        "a.v1.AService.Do is from a.v1.Request to a.v1.Spare"},
       {"requests stream", [](auto* f) { Do(f)->set_client_streaming(true); },
        "a.v1.AService.Do is from stream a.v1.Request"},
       {"responses stream", [](auto* f) { Do(f)->set_server_streaming(true); },
        "a.v1.AService.Do is from a.v1.Request to stream a.v1.Response"}});
}

}  // namespace
}  // namespace footnote::testing
