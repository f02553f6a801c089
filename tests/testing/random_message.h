// Messages filled by chance, for tests that bring them there and back.

#ifndef FOOTNOTE_TESTS_TESTING_RANDOM_MESSAGE_H_
#define FOOTNOTE_TESTS_TESTING_RANDOM_MESSAGE_H_

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <iterator>
#include <random>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote::testing {

// Fills messages of any type: a field stays unset every fourth time, a list
// gets up to three elements, a string is UTF-8 of characters of one to four
// bytes.
class RandomMessage {
 public:
  explicit RandomMessage(unsigned seed) : random_(seed) {}

  // Fills the empty `message`, and messages in it four deep.
  void Fill(google::protobuf::Message* message) {
    Fill(message, 4);
    // Two labels may have got one key, of which the wire leaves the last.
    message->ParseFromString(message->SerializeAsString());
  }

 private:
  using FieldDescriptor = google::protobuf::FieldDescriptor;

  void Fill(google::protobuf::Message* message, int depth) {
    const auto* const descriptor = message->GetDescriptor();
    for (int i = 0; i < descriptor->field_count(); ++i) {
      const FieldDescriptor& field = *descriptor->field(i);
      const int count = field.is_repeated() ? Number(0, 3) : Number(0, 3) > 0;
      for (int j = 0; j < count; ++j) FillField(field, depth, message);
    }
  }

  // Returns up to 20 characters.
  std::string Text() {
    std::string text;
    const int length = Number(0, 20);
    for (int i = 0; i < length; ++i) {
      constexpr absl::string_view kCharacters[] = {
          "a",      "Z",          " ",         "\n",     "\"",
          "\\",     "\u00E9",     "\u0301",    "\u65E5", "\u2028",
          "\uFEFF", "\U0001F600", "\U0010FFFF"};
      const int last = static_cast<int>(std::size(kCharacters)) - 1;
      const absl::string_view character = kCharacters[Number(0, last)];
      text.append(character.data(), character.size());
    }
    return text;
  }

  // Returns a number in [low, high].
  int Number(int low, int high) {
    return std::uniform_int_distribution<>(low, high)(random_);
  }

  template <typename T>
  T Any() {
    return static_cast<T>(std::uniform_int_distribution<uint64_t>()(random_));
  }

  // Sets `field` of `message`, or adds to it if it is a list.
  void FillField(const FieldDescriptor& field, int depth,
                 google::protobuf::Message* message) {
    const auto& r = *message->GetReflection();
    const auto set = [&](auto setter, auto adder, const auto& value) {
      (r.*(field.is_repeated() ? adder : setter))(message, &field, value);
    };
    using R = google::protobuf::Reflection;
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_INT32:
        return set(&R::SetInt32, &R::AddInt32, Any<int32_t>());
      case FieldDescriptor::CPPTYPE_INT64:
        return set(&R::SetInt64, &R::AddInt64, Any<int64_t>());
      case FieldDescriptor::CPPTYPE_UINT32:
        return set(&R::SetUInt32, &R::AddUInt32, Any<uint32_t>());
      case FieldDescriptor::CPPTYPE_UINT64:
        return set(&R::SetUInt64, &R::AddUInt64, Any<uint64_t>());
      case FieldDescriptor::CPPTYPE_DOUBLE:
        return set(&R::SetDouble, &R::AddDouble, Any<int32_t>() / 7.0);
      case FieldDescriptor::CPPTYPE_FLOAT:
        return set(&R::SetFloat, &R::AddFloat, Any<int16_t>() / 8.0F);
      case FieldDescriptor::CPPTYPE_BOOL:
        return set(&R::SetBool, &R::AddBool, Number(0, 1) == 1);
      case FieldDescriptor::CPPTYPE_ENUM: {
        const int last = field.enum_type()->value_count() - 1;
        return set(&R::SetEnum, &R::AddEnum,
                   field.enum_type()->value(Number(0, last)));
      }
      case FieldDescriptor::CPPTYPE_STRING:
        return FillText(field, message);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (depth == 0) return;
        return Fill(field.is_repeated() ? r.AddMessage(message, &field)
                                        : r.MutableMessage(message, &field),
                    depth - 1);
    }
  }

  void FillText(const FieldDescriptor& field,
                google::protobuf::Message* message) {
    const auto& r = *message->GetReflection();
    if (field.is_repeated()) {
      r.AddString(message, &field, Text());
    } else {
      r.SetString(message, &field, Text());
    }
  }

  std::mt19937 random_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_RANDOM_MESSAGE_H_
