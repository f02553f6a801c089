#include "retrieval/index/passage_cache.h"

#include <iterator>

namespace footnote {

std::shared_ptr<const PassageSentences> PassageCache::Find(
    uint64_t corpus, PassageNumber number) {
  Part& part = PartOf(number);
  const absl::MutexLock lock(&part.mutex);
  const auto found = part.by_key.find({corpus, number});
  if (found == part.by_key.end()) return nullptr;
  part.entries.splice(part.entries.begin(), part.entries, found->second);
  return found->second->passage;
}

void PassageCache::Put(uint64_t corpus,
                       std::shared_ptr<const PassageSentences> passage) {
  const size_t bytes = sizeof(Entry) + passage->bytes();
  if (bytes > part_budget_) return;
  const Key key(corpus, passage->passage.number);
  Part& part = PartOf(key.second);
  const absl::MutexLock lock(&part.mutex);
  if (part.by_key.contains(key)) return;
  while (part.bytes + bytes > part_budget_) {
    Remove(part, std::prev(part.entries.end()));
  }
  part.entries.push_front({key, std::move(passage), bytes});
  part.by_key.emplace(key, part.entries.begin());
  part.bytes += bytes;
}

void PassageCache::DropCorpus(uint64_t corpus) {
  for (Part& part : parts_) {
    const absl::MutexLock lock(&part.mutex);
    for (auto entry = part.entries.begin(); entry != part.entries.end();) {
      const auto next = std::next(entry);
      if (entry->key.first == corpus) Remove(part, entry);
      entry = next;
    }
  }
}

size_t PassageCache::bytes() const {
  size_t bytes = 0;
  for (const Part& part : parts_) {
    const absl::MutexLock lock(&part.mutex);
    bytes += part.bytes;
  }
  return bytes;
}

void PassageCache::Remove(Part& part, Entries::iterator entry) {
  part.bytes -= entry->bytes;
  part.by_key.erase(entry->key);
  part.entries.erase(entry);
}

}  // namespace footnote
