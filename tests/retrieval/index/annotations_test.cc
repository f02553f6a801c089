#include "retrieval/index/annotations.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "retrieval/status.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using testing::StatusIs;

constexpr uint32_t kTextBytes = 1000;

// Every field set, and no two alike.
Annotations Example() {
  Annotations annotations;
  annotations.names = {{"Ines Falk", "Prime Minister", NameKind::kPerson},
                       {"Narvik", "", NameKind::kPlace},
                       {"a harbour official", "", NameKind::kUnknown}};
  annotations.places = {
      {{10, 19}, 0, true}, {{40, 46}, 1, true}, {{300, 302}, 0, false}};
  // The second contains the first one's source, and begins before it.
  annotations.speeches = {{{60, 120}, {20, 25}, 0, true},
                          {{130, 200}, {}, 2, false},
                          {{900, 1000}, {880, 890}, 0, false}};
  TimeExpression day;
  day.range = {50, 58};
  day.value = "2025-02-07";
  day.period = *ParsePeriod("2025-02-07");
  TimeExpression since;
  since.range = {210, 214};
  since.value = "1919";
  since.period = *ParsePeriod("1919");
  since.precision = TimePrecision::kYear;
  since.bound = TimeBound::kSince;
  since.interval = "1919/1922";
  TimeExpression often;
  often.range = {220, 232};
  often.kind = TimeKind::kRecurring;
  often.value = "XXXX-WXX-1";
  often.precision = TimePrecision::kCentury;
  often.bound = TimeBound::kAfter;
  annotations.times = {day, since, often};
  annotations.acronyms = {{"NHA", "Narvik Harbour Authority"},
                          {"NHA", "Northern Harbour Alliance"}};
  annotations.sketch = {0, 1, 127, 128, UINT32_MAX};
  return annotations;
}

void ExpectSamePlaces(const Annotations& a, const Annotations& b) {
  ASSERT_EQ(a.places.size(), b.places.size());
  for (size_t i = 0; i < a.places.size(); ++i) {
    EXPECT_EQ(a.places[i].range, b.places[i].range);
    EXPECT_EQ(a.places[i].name, b.places[i].name);
    EXPECT_EQ(a.places[i].is_named, b.places[i].is_named);
  }
  ASSERT_EQ(a.speeches.size(), b.speeches.size());
  for (size_t i = 0; i < a.speeches.size(); ++i) {
    EXPECT_EQ(a.speeches[i].content, b.speeches[i].content);
    EXPECT_EQ(a.speeches[i].source, b.speeches[i].source);
    EXPECT_EQ(a.speeches[i].name, b.speeches[i].name);
    EXPECT_EQ(a.speeches[i].is_direct, b.speeches[i].is_direct);
  }
}

void ExpectSameTimes(const Annotations& a, const Annotations& b) {
  ASSERT_EQ(a.times.size(), b.times.size());
  for (size_t i = 0; i < a.times.size(); ++i) {
    EXPECT_EQ(a.times[i].range, b.times[i].range);
    EXPECT_EQ(a.times[i].kind, b.times[i].kind);
    EXPECT_EQ(a.times[i].value, b.times[i].value);
    EXPECT_EQ(a.times[i].period, b.times[i].period);
    EXPECT_EQ(a.times[i].precision, b.times[i].precision);
    EXPECT_EQ(a.times[i].bound, b.times[i].bound);
    EXPECT_EQ(a.times[i].interval, b.times[i].interval);
  }
}

void ExpectSame(const Annotations& a, const Annotations& b) {
  ASSERT_EQ(a.names.size(), b.names.size());
  for (size_t i = 0; i < a.names.size(); ++i) {
    EXPECT_EQ(a.names[i].full, b.names[i].full);
    EXPECT_EQ(a.names[i].title, b.names[i].title);
    EXPECT_EQ(a.names[i].kind, b.names[i].kind);
  }
  ExpectSamePlaces(a, b);
  ExpectSameTimes(a, b);
  EXPECT_EQ(a.acronyms, b.acronyms);
  EXPECT_EQ(a.sketch, b.sketch);
}

TEST(AnnotationsTest, AreReadAsTheyWereWritten) {
  const Annotations annotations = Example();
  const std::string bytes = EncodeAnnotations(annotations);
  const auto decoded = DecodeAnnotations(bytes, kTextBytes);
  ASSERT_OK(decoded);
  ExpectSame(*decoded, annotations);
  EXPECT_EQ(EncodeAnnotations(*decoded), bytes);
  EXPECT_EQ(EncodeAnnotations(Example()), bytes);
}

TEST(AnnotationsTest, OfNothing) {
  const std::string bytes = EncodeAnnotations({});
  const auto decoded = DecodeAnnotations(bytes, 0);
  ASSERT_OK(decoded);
  ExpectSame(*decoded, {});
  EXPECT_THAT(DecodeAnnotations("", 0), StatusIs(absl::StatusCode::kDataLoss));
}

TEST(AnnotationsTest, KeepsEveryKind) {
  for (const NameKind kind : {NameKind::kUnknown, NameKind::kPerson,
                              NameKind::kOrganization, NameKind::kPlace}) {
    Annotations annotations;
    annotations.names = {{"Narvik", "", kind}};
    const auto decoded = DecodeAnnotations(EncodeAnnotations(annotations), 0);
    ASSERT_OK(decoded);
    EXPECT_EQ(decoded->names[0].kind, kind);
  }
}

TEST(AnnotationsTest, RefusesWhatWasCutOffOrGoesOn) {
  const std::string bytes = EncodeAnnotations(Example());
  for (size_t size = 0; size < bytes.size(); ++size) {
    const auto decoded = DecodeAnnotations(bytes.substr(0, size), kTextBytes);
    EXPECT_THAT(decoded, StatusIs(absl::StatusCode::kDataLoss)) << size;
    EXPECT_EQ(ReasonOf(decoded.status()), "STORAGE_CORRUPT");
  }
  EXPECT_THAT(DecodeAnnotations(bytes + '\0', kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
}

// Requires that whatever lies in `annotations` can be used.
void ExpectSound(const Annotations& annotations) {
  const auto is_sound = [](ByteRange range) {
    return range.begin <= range.end && range.end <= kTextBytes;
  };
  for (const NamePlace& place : annotations.places) {
    EXPECT_TRUE(is_sound(place.range));
    EXPECT_LT(place.name, annotations.names.size());
  }
  for (const Speech& speech : annotations.speeches) {
    EXPECT_TRUE(is_sound(speech.content));
    EXPECT_TRUE(is_sound(speech.source));
    EXPECT_LT(speech.name, annotations.names.size());
  }
  for (const TimeExpression& time : annotations.times) {
    EXPECT_TRUE(is_sound(time.range));
    EXPECT_LE(time.kind, TimeKind::kRecurring);
    EXPECT_LE(time.precision, TimePrecision::kCentury);
    EXPECT_LE(time.bound, TimeBound::kAfter);
  }
}

TEST(AnnotationsTest, FlippedBitsAreRefusedOrHarmless) {
  const std::string bytes = EncodeAnnotations(Example());
  int refused = 0;
  for (size_t i = 0; i < 8 * bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i / 8] = static_cast<char>(flipped[i / 8] ^ (1 << (i % 8)));
    const auto decoded = DecodeAnnotations(flipped, kTextBytes);
    if (decoded.ok()) {
      ExpectSound(*decoded);
    } else {
      EXPECT_THAT(decoded, StatusIs(absl::StatusCode::kDataLoss));
      ++refused;
    }
  }
  EXPECT_GT(refused, 0);
}

TEST(AnnotationsTest, RefusesPlacesBehindTheText) {
  Annotations annotations;
  annotations.names = {{"Narvik", "", NameKind::kPlace}};
  annotations.places = {{{4, 10}, 0, true}};
  const std::string bytes = EncodeAnnotations(annotations);
  EXPECT_OK(DecodeAnnotations(bytes, 11));
  EXPECT_OK(DecodeAnnotations(bytes, 10));
  EXPECT_THAT(DecodeAnnotations(bytes, 9),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(AnnotationsTest, RefusesNamesThatAreMissing) {
  Annotations annotations;
  annotations.places = {{{4, 10}, 0, true}};
  EXPECT_THAT(DecodeAnnotations(EncodeAnnotations(annotations), kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
  annotations.names = {{"Narvik", "", NameKind::kPlace}};
  EXPECT_OK(DecodeAnnotations(EncodeAnnotations(annotations), kTextBytes));
  annotations.places[0].name = 1;
  EXPECT_THAT(DecodeAnnotations(EncodeAnnotations(annotations), kTextBytes),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(AnnotationsTest, ALyingCountTakesNoMemory) {
  // A list of 2^62 names, of which none follows.
  EXPECT_THAT(
      DecodeAnnotations("\x80\x80\x80\x80\x80\x80\x80\x80\x40", kTextBytes),
      StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace footnote
