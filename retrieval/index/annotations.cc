#include "retrieval/index/annotations.h"

#include <cstddef>
#include <utility>

#include "absl/time/time.h"
#include "retrieval/index/varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Writes annotations. Places are told by their distance from the one before, so
// that most take two bytes.
class Encoder {
 public:
  void Number(uint64_t value) { AppendVarint(value, &bytes_); }

  void Signed(int64_t value) {
    Number(value < 0 ? (static_cast<uint64_t>(-(value + 1)) << 1 | 1)
                     : static_cast<uint64_t>(value) << 1);
  }

  void Text(absl::string_view text) {
    Number(text.size());
    bytes_.append(text.data(), text.size());
  }

  void Range(ByteRange range) {
    Signed(int64_t{range.begin} - last_);
    Number(range.size());
    last_ = range.begin;
  }

  template <typename T, typename Write>
  void List(const std::vector<T>& list, Write write) {
    Number(list.size());
    for (const T& item : list) write(item);
  }

  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  int64_t last_ = 0;  // Where the last range begins.
};

// Reads what Encoder wrote. After bytes that it did not write, `ok()` is false
// and whatever was read means nothing.
class Decoder {
 public:
  Decoder(absl::string_view bytes, uint32_t text_bytes)
      : bytes_(bytes), text_bytes_(text_bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return bytes_.empty(); }

  // Returns a number up to `most`.
  uint64_t Number(uint64_t most) {
    uint64_t value = 0;
    if (ok_ && (!ReadVarint(&bytes_, &value) || value > most)) ok_ = false;
    return ok_ ? value : 0;
  }

  int64_t Signed() {
    const uint64_t value = Number(UINT64_MAX);
    const auto half = static_cast<int64_t>(value >> 1);
    return (value & 1) != 0 ? -half - 1 : half;
  }

  std::string Text() {
    const auto size = static_cast<size_t>(Number(bytes_.size()));
    if (size > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

  ByteRange Range() {
    const int64_t begin = last_ + Signed();
    const auto size = static_cast<int64_t>(Number(text_bytes_));
    if (begin < 0 || begin + size > int64_t{text_bytes_}) ok_ = false;
    if (!ok_) return {};
    last_ = begin;
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + size)};
  }

  template <typename Enum>
  Enum OneOf(Enum last) {
    return static_cast<Enum>(Number(static_cast<uint64_t>(last)));
  }

  template <typename T, typename Read>
  void List(std::vector<T>* list, Read read) {
    // Every item takes a byte at least.
    const uint64_t count = Number(bytes_.size());
    for (uint64_t i = 0; ok_ && i < count; ++i) list->push_back(read());
  }

 private:
  absl::string_view bytes_;
  const uint32_t text_bytes_;
  int64_t last_ = 0;
  bool ok_ = true;
};

void EncodeTime(const TimeExpression& time, Encoder* encoder) {
  encoder->Range(time.range);
  encoder->Number(static_cast<uint64_t>(time.kind));
  encoder->Text(time.value);
  encoder->Text(time.interval);
  encoder->Number(static_cast<uint64_t>(time.precision));
  encoder->Number(static_cast<uint64_t>(time.bound));
  encoder->Number(time.period.has_value() ? 1 : 0);
  if (!time.period.has_value()) return;
  encoder->Signed(absl::ToUnixSeconds(time.period->begin));
  encoder->Signed(absl::ToUnixSeconds(time.period->end));
}

TimeExpression DecodeTime(Decoder* decoder) {
  TimeExpression time;
  time.range = decoder->Range();
  time.kind = decoder->OneOf(TimeKind::kRecurring);
  time.value = decoder->Text();
  time.interval = decoder->Text();
  time.precision = decoder->OneOf(TimePrecision::kCentury);
  time.bound = decoder->OneOf(TimeBound::kAfter);
  if (decoder->Number(1) == 1) {
    const int64_t begin = decoder->Signed();
    const int64_t end = decoder->Signed();
    time.period = {absl::FromUnixSeconds(begin), absl::FromUnixSeconds(end)};
  }
  return time;
}

Annotations Decode(Decoder* decoder) {
  Annotations annotations;
  decoder->List(&annotations.names, [&] {
    Name name;
    name.full = decoder->Text();
    name.title = decoder->Text();
    name.kind = decoder->OneOf(NameKind::kPlace);
    return name;
  });
  const uint64_t last_name =
      annotations.names.empty() ? 0 : annotations.names.size() - 1;
  const auto read_name = [&] {
    return static_cast<uint32_t>(decoder->Number(last_name));
  };
  decoder->List(&annotations.places, [&] {
    const ByteRange range = decoder->Range();
    const uint32_t name = read_name();
    return NamePlace{range, name, decoder->Number(1) == 1};
  });
  decoder->List(&annotations.speeches, [&] {
    const ByteRange content = decoder->Range();
    const ByteRange source = decoder->Range();
    const uint32_t name = read_name();
    return Speech{content, source, name, decoder->Number(1) == 1};
  });
  decoder->List(&annotations.times, [&] { return DecodeTime(decoder); });
  decoder->List(&annotations.acronyms, [&] {
    AcronymDefinition definition;
    definition.acronym = decoder->Text();
    definition.long_form = decoder->Text();
    return definition;
  });
  uint32_t last = 0;
  decoder->List(&annotations.sketch, [&] {
    return last += static_cast<uint32_t>(decoder->Number(UINT32_MAX - last));
  });
  return annotations;
}

}  // namespace

std::string EncodeAnnotations(const Annotations& annotations) {
  Encoder encoder;
  encoder.List(annotations.names, [&](const Name& name) {
    encoder.Text(name.full);
    encoder.Text(name.title);
    encoder.Number(static_cast<uint64_t>(name.kind));
  });
  encoder.List(annotations.places, [&](const NamePlace& place) {
    encoder.Range(place.range);
    encoder.Number(place.name);
    encoder.Number(place.is_named ? 1 : 0);
  });
  encoder.List(annotations.speeches, [&](const Speech& speech) {
    encoder.Range(speech.content);
    encoder.Range(speech.source);
    encoder.Number(speech.name);
    encoder.Number(speech.is_direct ? 1 : 0);
  });
  encoder.List(annotations.times,
               [&](const TimeExpression& time) { EncodeTime(time, &encoder); });
  encoder.List(annotations.acronyms, [&](const AcronymDefinition& definition) {
    encoder.Text(definition.acronym);
    encoder.Text(definition.long_form);
  });
  uint32_t last = 0;
  encoder.List(annotations.sketch, [&](uint32_t hash) {
    encoder.Number(hash - last);
    last = hash;
  });
  return encoder.Take();
}

absl::StatusOr<Annotations> DecodeAnnotations(absl::string_view bytes,
                                              uint32_t text_bytes) {
  Decoder decoder(bytes, text_bytes);
  Annotations annotations = Decode(&decoder);
  const bool names_exist =
      !annotations.names.empty() ||
      (annotations.places.empty() && annotations.speeches.empty());
  if (!decoder.ok() || !decoder.AtEnd() || !names_exist) {
    return StorageCorrupt(
        "What is stored of a document's names and times is damaged; restore "
        "the corpus from a copy.");
  }
  return annotations;
}

}  // namespace footnote
