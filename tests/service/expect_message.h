// What a test expects of a message that was filled.

#ifndef FOOTNOTE_TESTS_SERVICE_EXPECT_MESSAGE_H_
#define FOOTNOTE_TESTS_SERVICE_EXPECT_MESSAGE_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote::testing {

// Expects that `message` says exactly what `text`, in Protobuf's form, does.
template <typename Message>
void ExpectIs(const Message& message, const std::string& text) {
  Message wanted;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &wanted));
  google::protobuf::util::MessageDifferencer differencer;
  std::string difference;
  differencer.ReportDifferencesToString(&difference);
  EXPECT_TRUE(differencer.Compare(wanted, message)) << difference;
}

// Returns the fields of `message` that are not set, and those of the first of
// each message in it, as paths. One field of a oneof is enough.
inline std::vector<std::string> UnsetFields(
    const google::protobuf::Message& message, const std::string& path = "") {
  std::vector<std::string> unset;
  const auto& reflection = *message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const auto& field = *message.GetDescriptor()->field(i);
    const auto* const one_of = field.real_containing_oneof();
    const bool is_set = field.is_repeated()
                            ? reflection.FieldSize(message, &field) > 0
                            : reflection.HasField(message, &field);
    if (!is_set) {
      if (one_of == nullptr || !reflection.HasOneof(message, one_of)) {
        unset.push_back(path + field.name());
      }
      continue;
    }
    if (field.cpp_type() != field.CPPTYPE_MESSAGE) continue;
    const auto& inner = field.is_repeated()
                            ? reflection.GetRepeatedMessage(message, &field, 0)
                            : reflection.GetMessage(message, &field);
    for (std::string& name : UnsetFields(inner, path + field.name() + ".")) {
      unset.push_back(name);
    }
  }
  return unset;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_EXPECT_MESSAGE_H_
