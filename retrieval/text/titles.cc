#include "retrieval/text/titles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace footnote {
namespace {

// The most words of a title before or behind a name.
constexpr size_t kMaxTitle = 12;

constexpr uint32_t kHeadRoles = kTitleRole | kHumanRole;
constexpr uint32_t kBeforeNameRoles =
    kTitleRole | kTitlePartRole | kHonorificRole | kNationRole;

}  // namespace

size_t NameBegin(absl::string_view text, absl::Span<const ProseWord> words,
                 size_t begin, size_t end) {
  const auto word = [&](size_t i) { return Slice(text, words[i].range); };
  size_t head = end;  // The last word of a title.
  for (size_t i = begin; i < end; ++i) {
    if (!words[i].Is(kTitleRole | kHonorificRole)) continue;
    // "Defense Minister Gen Nakatani": short for general it would have a stop.
    const bool given = word(i) == "Gen" && i > begin && head == i - 1 &&
                       words[head].range.size() > 4 &&
                       text.substr(words[i].range.end, 1) != ".";
    if (!given) head = i;
  }
  size_t name = head == end ? begin : head + 1;
  // "Secretary of State Ada Falk".
  if (name + 1 < end && word(name) == "of") {
    name += word(name + 1) == "the" ? end - name : 2;
  }
  // "Stephen King", "Judge": a title is no last name, unless a given name
  // stands before it and nothing else.
  if (name >= end) {
    const bool is_name = end - begin == 2 && words[begin].Is(kGivenNameRole);
    return is_name ? begin : end;
  }
  while (name < end && words[name].Is(kNationRole)) ++name;
  return name;
}

ByteRange TitleBefore(absl::Span<const ProseWord> words, size_t sentence,
                      size_t run, size_t name) {
  size_t begin = run;
  if (name == run) {
    // "defense minister Ada Falk", "her adviser, Ada Falk,".
    size_t before = run;
    if (before > sentence && words[before - 1].mark == ',') --before;
    if (before == sentence || words[before - 1].capital ||
        !words[before - 1].Is(kHeadRoles)) {
      return {};
    }
    name = before;
    begin = before - 1;
  } else if (std::none_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                          words.begin() + static_cast<std::ptrdiff_t>(name),
                          [](const ProseWord& word) {
                            return word.Is(kTitleRole | kHonorificRole);
                          })) {
    return {};  // "Japanese", "Republican": whence, not what.
  }
  while (begin > sentence && name - begin < kMaxTitle &&
         words[begin - 1].Is(kBeforeNameRoles) &&
         !words[begin - 1].Is(kDeterminerRole) &&
         !words[begin - 1].possessive) {
    --begin;
  }
  return {words[begin].range.begin, words[name - 1].range.end};
}

ByteRange TitleBehind(absl::Span<const ProseWord> words, size_t end) {
  if (end >= words.size() || words[end].mark != ',') return {};
  size_t begin = end + 1;
  if (begin < words.size() && words[begin].Is(kDeterminerRole)) ++begin;
  const size_t limit = std::min(words.size(), begin + kMaxTitle);
  size_t head = begin;  // The first word that is no part of a title.
  while (head < limit && words[head].IsWord() && !words[head].Is(kHeadRoles) &&
         (words[head].Is(kBeforeNameRoles | kBodyRole) ||
          !words[head].Is(kFunctionRole | kSpeechRole | kStanceRole)) &&
         head - begin < 5) {
    ++head;
  }
  if (head >= limit || !words[head].Is(kHeadRoles)) return {};
  // "Falk, President Lind": the title is the next one's.
  while (head + 1 < limit && words[head + 1].Is(kHeadRoles)) ++head;
  if (head + 1 < words.size() && words[head + 1].capital &&
      words[head].capital) {
    return {};
  }
  size_t last = head + 1;
  while (last < limit && words[last].IsWord() &&
         !words[last].Is(kSpeechRole | kAuxiliaryRole | kBeRole |
                         kOtherPronounRole)) {
    ++last;
  }
  // What runs on without a comma is more than a title.
  const bool closed = last == words.size() || words[last].mark == ',' ||
                      words[last].mark == '.';
  if (!closed) last = head + 1;
  return {words[begin].range.begin, words[last - 1].range.end};
}

}  // namespace footnote
