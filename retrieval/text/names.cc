#include "retrieval/text/names.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/types/span.h"
#include "retrieval/text/abbreviations.h"
#include "retrieval/text/letters.h"
#include "retrieval/text/name_table.h"
#include "retrieval/text/prose_words.h"
#include "retrieval/text/titles.h"

namespace footnote {
namespace {

// The most words of a name.
constexpr size_t kMaxName = 8;

// The longest name in bytes. Each mention may cost that much.
constexpr size_t kMaxNameBytes = 200;

// Capitalised words that stand together: [begin, end) of the document's words.
struct Run {
  size_t begin = 0;
  size_t end = 0;
  bool at_start = false;  // Of a sentence or quotation: any word is capital.
};

// Finds the names of one text.
class NameFinder {
 public:
  explicit NameFinder(absl::string_view text) : text_(text) {}

  DocumentNames Find(const std::vector<Sentence>& sentences);

 private:
  // A sentence's words: [begin, end) of words_.
  struct Part {
    size_t begin = 0;
    size_t end = 0;
    bool is_title_case = false;
  };

  void Read(const std::vector<Sentence>& sentences);
  bool IsTitleCase(size_t begin, size_t end) const;

  // Calls `visit(Run)` for each run of `part`.
  template <typename Visit>
  void ForEachRun(const Part& part, Visit visit) const;

  // Returns the end of the run that begins at `begin`.
  size_t RunEnd(size_t begin, size_t limit) const;

  // Returns whether the run's first word may be capital for its place alone.
  bool IsDoubtful(const Run& run) const;

  void AddRun(Run run, const Part& part);

  // Adds the single words that begin sentences, which may be any words: those
  // that name someone known, and those that do so twice and are never seen in
  // lower case.
  void AddDeferred();

  // Adds those of the words at [begin, end) that name someone known. Returns
  // whether there were any.
  bool AddKnown(const Part& part, size_t begin, size_t end);
  void AddMention(size_t begin, size_t end, ByteRange title, NameKind kind);

  NameKind KindOf(size_t begin, size_t end) const;

  std::vector<absl::string_view> Words(size_t begin, size_t end) const;
  absl::Span<const ProseWord> WordsUpTo(size_t end) const {
    return absl::MakeConstSpan(words_).first(end);
  }
  absl::string_view Word(size_t i) const {
    return Slice(text_, words_[i].range);
  }

  absl::string_view text_;
  std::vector<ProseWord> words_;
  std::vector<Part> parts_;
  absl::flat_hash_set<absl::string_view> lower_;  // Words seen in lower case.
  NameTable table_;
  std::vector<NameMention> mentions_;
  std::vector<std::pair<size_t, const Part*>> deferred_;  // Word and its part.
};

std::vector<absl::string_view> NameFinder::Words(size_t begin,
                                                 size_t end) const {
  std::vector<absl::string_view> words;
  for (size_t i = begin; i < end; ++i) {
    if (words_[i].IsWord()) words.push_back(Word(i));
  }
  return words;
}

// Returns whether nearly all words of weight are capital, as in a headline.
bool NameFinder::IsTitleCase(size_t begin, size_t end) const {
  size_t capitals = 0;
  size_t lower = 0;
  for (size_t i = begin; i < end; ++i) {
    const ProseWord& word = words_[i];
    if (!word.IsWord() || word.number || word.Is(kFunctionRole)) continue;
    ++(word.capital ? capitals : lower);
  }
  // With a stop it is a sentence about many names, more likely.
  const bool stops = begin < end && words_[end - 1].mark == '.';
  return stops ? capitals >= 6 && lower == 0
               : capitals >= 3 && lower * 6 <= capitals;
}

void NameFinder::Read(const std::vector<Sentence>& sentences) {
  for (const Sentence& sentence : sentences) {
    if (sentence.kind == SentenceKind::kBoilerplate) continue;
    const size_t begin = words_.size();
    ReadProseWords(text_, sentence.range, words_);
    parts_.push_back({begin, words_.size(), IsTitleCase(begin, words_.size())});
  }
  for (const ProseWord& word : words_) {
    if (word.IsWord() && !word.capital && !word.Is(kFunctionRole)) {
      lower_.insert(Slice(text_, word.range));
    }
  }
}

size_t NameFinder::RunEnd(size_t begin, size_t limit) const {
  size_t end = begin + 1;
  const auto is_capital = [&](size_t i) {
    return i < limit && words_[i].IsWord() && words_[i].capital &&
           !words_[i].Is(kDayRole);
  };
  while (end < limit && end - begin < kMaxName + 4 &&
         !words_[end - 1].possessive) {
    const ProseWord& word = words_[end];
    if (is_capital(end) && !word.Is(kConjunctionRole | kPersonPronounRole)) {
      ++end;
    } else if (word.Is(kParticleRole) && is_capital(end + 1)) {
      end += 2;
    } else if (Word(end) == "of" &&
               words_[end - 1].Is(kTitleRole | kBodyRole) &&
               words_[end - 1].capital) {
      const size_t next = end + 1 < limit && Word(end + 1) == "the" ? 2 : 1;
      if (!is_capital(end + next)) break;
      end += next + 1;
    } else {
      break;
    }
  }
  return end;
}

template <typename Visit>
void NameFinder::ForEachRun(const Part& part, Visit visit) const {
  bool at_start = true;
  for (size_t i = part.begin; i < part.end;) {
    const ProseWord& word = words_[i];
    if (!word.IsWord()) {
      // A quotation or what a colon announces begins with a capital.
      if (IsOpening(word.mark) || word.mark == ':' || word.mark == '.') {
        at_start = true;
      }
      ++i;
      continue;
    }
    const bool starts_name =
        word.capital &&
        (!word.Is(kFunctionRole) || (word.capitals && word.Is(kPlaceRole)));
    if (!starts_name) {
      at_start = false;
      ++i;
      continue;
    }
    const size_t end = RunEnd(i, part.end);
    visit(Run{i, end, at_start});
    at_start = false;
    i = end;
  }
}

bool NameFinder::IsDoubtful(const Run& run) const {
  if (!run.at_start) return false;
  const ProseWord& word = words_[run.begin];
  if (word.capitals || word.Is(kGivenNameRole | kPlaceRole | kTitleRole)) {
    return false;
  }
  return IsSentenceStarter(Word(run.begin)) ||
         lower_.contains(LowerWord(Word(run.begin))) ||
         (word.roles != 0 &&
          !word.Is(kTitleRole | kTitlePartRole | kHonorificRole | kNationRole |
                   kParticleRole));
}

NameKind NameFinder::KindOf(size_t begin, size_t end) const {
  for (size_t i = begin; i < end; ++i) {
    if (words_[i].Is(kBodyRole)) return NameKind::kOrganization;
  }
  if (words_[begin].Is(kGivenNameRole) && end - begin > 1) {
    return NameKind::kPerson;
  }
  // "Northeast Asia", "Japan-U.S."
  const absl::string_view last = Word(end - 1);
  const size_t hyphen = last.rfind('-');
  if (words_[end - 1].Is(kPlaceRole) ||
      (hyphen != absl::string_view::npos &&
       (RolesOf(LowerWord(last.substr(hyphen + 1))) & kPlaceRole) != 0)) {
    return NameKind::kPlace;
  }
  if (end - begin == 1 && words_[begin].capitals) {
    return NameKind::kOrganization;
  }
  return NameKind::kUnknown;
}

void NameFinder::AddMention(size_t begin, size_t end, ByteRange title,
                            NameKind kind) {
  const uint32_t name = table_.Add(Words(begin, end), kind);
  if (words_[end - 1].range.end - words_[begin].range.begin > kMaxNameBytes) {
    return;
  }
  // "Mr." is no office.
  const absl::string_view office = Slice(text_, title);
  const bool is_office = (RolesOf(LowerWord(office)) & kHonorificRole) == 0;
  table_.Mention(name, is_office ? office : absl::string_view());
  mentions_.push_back(
      {{words_[begin].range.begin, words_[end - 1].range.end}, title, name});
}

void NameFinder::AddRun(Run run, const Part& part) {
  if (IsDoubtful(run)) {
    if (run.end - run.begin == 1) {
      deferred_.push_back({run.begin, &part});
      return;
    }
    ++run.begin;
  }
  const size_t name = NameBegin(text_, words_, run.begin, run.end);
  if (name >= run.end || run.end - name > kMaxName) return;
  // A word at the start, alone, may be any.
  const bool named = name > run.begin;
  if (run.at_start && !named && run.end - name == 1 &&
      words_[name].roles == 0 && !words_[name].capitals) {
    deferred_.push_back({name, &part});
    return;
  }
  // "Article 5" names nobody.
  if (run.end < part.end && words_[run.end].number &&
      words_[name].Is(kBodyRole) && run.end - name == 1) {
    return;
  }
  NameKind kind = KindOf(name, run.end);
  ByteRange title;
  if (kind != NameKind::kOrganization) {
    title = TitleBefore(WordsUpTo(part.end), part.begin, run.begin, name);
    if (title.empty() && kind != NameKind::kPlace) {
      title = TitleBehind(WordsUpTo(part.end), run.end);
    }
  }
  if (!title.empty() && kind != NameKind::kPlace) kind = NameKind::kPerson;
  AddMention(name, run.end, title, kind);
}

void NameFinder::AddDeferred() {
  absl::flat_hash_map<absl::string_view, int> seen;
  for (const auto& [word, part] : deferred_) ++seen[Word(word)];
  for (const auto& [word, part] : deferred_) {
    if (AddKnown(*part, word, word + 1)) continue;
    const absl::string_view form = Word(word);
    const bool plural = form.back() == 's' || form.back() == 'y';
    if (seen[form] > 1 && words_[word].roles == 0 && !plural &&
        !IsSentenceStarter(form) && !lower_.contains(LowerWord(form))) {
      AddMention(word, word + 1, TitleBehind(WordsUpTo(part->end), word + 1),
                 NameKind::kUnknown);
    }
  }
}

bool NameFinder::AddKnown(const Part& part, size_t begin, size_t end) {
  const size_t before = mentions_.size();
  for (size_t i = begin; i < end; ++i) {
    if (!words_[i].IsWord() || !words_[i].capital) continue;
    size_t last = i + 1;
    std::optional<uint32_t> name;
    if (last < end && words_[last].capital) {
      name = table_.Find(Words(i, last + 1));
      if (name.has_value()) ++last;
    }
    if (!name.has_value()) name = table_.Find(Words(i, last));
    if (!name.has_value()) continue;
    const ByteRange title = TitleBehind(WordsUpTo(part.end), last);
    table_.Mention(*name, Slice(text_, title));
    mentions_.push_back(
        {{words_[i].range.begin, words_[last - 1].range.end}, title, *name});
    i = last - 1;
  }
  return mentions_.size() > before;
}

DocumentNames NameFinder::Find(const std::vector<Sentence>& sentences) {
  Read(sentences);
  for (const Part& part : parts_) {
    if (part.is_title_case) continue;
    ForEachRun(part, [&](const Run& run) { AddRun(run, part); });
  }
  AddDeferred();
  for (const Part& part : parts_) {
    if (part.is_title_case) AddKnown(part, part.begin, part.end);
  }
  std::sort(mentions_.begin(), mentions_.end(),
            [](const NameMention& a, const NameMention& b) {
              return a.range.begin < b.range.begin;
            });
  return {std::move(table_).Take(), std::move(mentions_)};
}

}  // namespace

DocumentNames FindNames(absl::string_view text,
                        const std::vector<Sentence>& sentences) {
  return NameFinder(text).Find(sentences);
}

}  // namespace footnote
