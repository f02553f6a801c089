#include "retrieval/rank/posting_cache.h"

#include "absl/hash/hash.h"

namespace footnote {

void PostingCache::DropCorpus(uint64_t corpus) {
  const absl::MutexLock lock(&mutex_);
  for (auto entry = circle_.begin(); entry != circle_.end();) {
    const auto dropped = entry++;
    if (dropped->key.first == corpus) Remove(dropped);
  }
}

std::shared_ptr<const CachedPostings> PostingCache::Find(
    uint64_t corpus, absl::string_view term) const {
  const absl::MutexLock lock(&mutex_);
  const auto found = entries_.find(Key(corpus, term));
  return found == entries_.end() ? nullptr : found->second->postings;
}

void PostingCache::Put(uint64_t corpus, absl::string_view term,
                       std::shared_ptr<const CachedPostings> postings) {
  Entry entry{Key(corpus, term), std::move(postings)};
  entry.hash = absl::Hash<Key>()(entry.key);
  const size_t bytes = BytesOf(entry);
  const absl::MutexLock lock(&mutex_);
  const auto found = entries_.find(entry.key);
  if (found != entries_.end()) {
    const auto& older = found->second->postings;
    if (older->revision() >= entry.postings->revision()) return;
    sketch_.Add(entry.hash, older->TakeUses());
    Remove(found->second);
  }
  sketch_.Add(entry.hash, 1);
  if (bytes > budget_ || !MakeRoom(bytes, sketch_.Count(entry.hash))) return;
  bytes_ += bytes;
  circle_.push_back(std::move(entry));
  const auto last = std::prev(circle_.end());
  entries_.emplace(last->key, last);
}

void PostingCache::Count(uint64_t hits, uint64_t updates, uint64_t misses) {
  hits_.fetch_add(hits, std::memory_order_relaxed);
  updates_.fetch_add(updates, std::memory_order_relaxed);
  misses_.fetch_add(misses, std::memory_order_relaxed);
}

PostingCacheStatistics PostingCache::Statistics() const {
  PostingCacheStatistics statistics;
  statistics.budget_bytes = budget_;
  statistics.hits = hits_.load(std::memory_order_relaxed);
  statistics.updates = updates_.load(std::memory_order_relaxed);
  statistics.misses = misses_.load(std::memory_order_relaxed);
  const absl::MutexLock lock(&mutex_);
  statistics.bytes = bytes_;
  statistics.lists = circle_.size();
  statistics.evictions = evictions_;
  return statistics;
}

size_t PostingCache::BytesOf(const Entry& entry) {
  // The key stands twice, beside some pointers of the containers.
  constexpr size_t kPointers = 64;
  return entry.postings->bytes() + sizeof(Entry) + sizeof(Key) +
         2 * entry.key.second.capacity() + kPointers;
}

void PostingCache::Remove(Circle::iterator entry) {
  bytes_ -= BytesOf(*entry);
  entries_.erase(entry->key);
  circle_.erase(entry);
}

bool PostingCache::MakeRoom(size_t bytes, uint32_t uses) {
  while (bytes_ + bytes > budget_) {
    const auto hand = circle_.begin();
    const uint32_t lately = hand->postings->TakeUses();
    sketch_.Add(hand->hash, lately);
    if (lately == 0 && sketch_.Count(hand->hash) <= uses) {
      Remove(hand);
      ++evictions_;
      continue;
    }
    circle_.splice(circle_.end(), circle_, hand);
    if (lately == 0) return false;
  }
  return true;
}

}  // namespace footnote
