#include "retrieval/text/statement_unit.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace footnote {

bool StatementUnit::IsWord(size_t i, absl::string_view lower) const {
  return i < items.size() && items[i].range().size() == lower.size() &&
         items[i].IsWord() &&
         absl::EqualsIgnoreCase(Slice(text, items[i].range()), lower);
}

bool StatementUnit::IsAllQuotation() const {
  bool quoted = false;
  for (const StatementItem& item : items) {
    if (item.IsWord()) return false;
    quoted = quoted || item.is_quotation;
  }
  return quoted;
}

uint32_t StatementUnitReader::UnitEnd() {
  uint32_t end = sentences_[next_++].range.end;
  for (size_t i = quotation_; i < quotations_.size(); ++i) {
    if (quotations_[i].begin >= end) break;
    while (end < quotations_[i].end && next_ < sentences_.size()) {
      end = sentences_[next_++].range.end;
    }
    end = std::max(end, quotations_[i].end);
  }
  // A sentence that the last quotation ends in is part of the unit.
  while (next_ < sentences_.size() && sentences_[next_].range.begin < end) {
    end = std::max(end, sentences_[next_++].range.end);
  }
  return end;
}

void StatementUnitReader::AddWords(ByteRange range, StatementUnit* unit) {
  words_.clear();
  ReadProseWords(text_, range, words_);
  const std::vector<NameMention>& mentions = names_.mentions;
  for (const ProseWord& word : words_) {
    while (mention_ < mentions.size() &&
           mentions[mention_].range.end <= word.range.begin) {
      ++mention_;
    }
    StatementItem& item = unit->items.emplace_back();
    item.word = word;
    if (mention_ < mentions.size() &&
        mentions[mention_].range.begin <= word.range.begin) {
      item.mention = static_cast<int32_t>(mention_);
    }
  }
}

bool StatementUnitReader::Next(StatementUnit* unit) {
  while (next_ < sentences_.size() &&
         sentences_[next_].kind == SentenceKind::kBoilerplate) {
    ++next_;
  }
  if (next_ == sentences_.size()) return false;
  const uint32_t begin = sentences_[next_].range.begin;
  while (quotation_ < quotations_.size() &&
         quotations_[quotation_].end <= begin) {
    ++quotation_;
  }
  const uint32_t end = UnitEnd();
  const absl::string_view gap = text_.substr(last_end_, begin - last_end_);
  if (absl::StrContains(gap, '\n')) ++paragraph_;
  last_end_ = end;
  unit->text = text_;
  unit->range = {begin, end};
  unit->items.clear();
  unit->paragraph = paragraph_;
  uint32_t at = begin;
  for (; quotation_ < quotations_.size() && quotations_[quotation_].begin < end;
       ++quotation_) {
    const ByteRange quotation = quotations_[quotation_];
    if (at < quotation.begin) AddWords({at, quotation.begin}, unit);
    StatementItem& item = unit->items.emplace_back();
    item.is_quotation = true;
    item.word.range = {std::max(quotation.begin, begin), quotation.end};
    at = quotation.end;
  }
  if (at < end) AddWords({at, end}, unit);
  return true;
}

}  // namespace footnote
