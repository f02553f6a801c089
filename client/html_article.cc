#include "client/html_article.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "client/html_clutter.h"
#include "client/html_words.h"

namespace footnote {
namespace {

// An article found by its markup holds at least this share of the words that
// the blocks of text are taken for.
constexpr double kFairShare = 0.25;

// The element of an article found by its text holds at least this share of it.
constexpr double kArticleShare = 0.9;

bool IsBodyName(absl::string_view name) {
  return name == "articleBody" || name == "article-body" ||
         name == "article__body" || name == "story-body" ||
         name == "entry-content" || name == "post-content" ||
         name == "article-content" || name == "article__content" ||
         name == "post-body" || name == "story-content";
}

bool IsMarkedBody(const xmlNode& element) {
  for (const absl::string_view word : AttributeWords(element, "itemprop")) {
    if (word == "articleBody") return true;
  }
  for (const absl::string_view word : AttributeWords(element, "class")) {
    if (IsBodyName(word)) return true;
  }
  return false;
}

bool IsMain(const xmlNode& element) {
  return ElementName(element) == "main" || Attribute(element, "role") == "main";
}

bool IsArticle(const xmlNode& element) {
  return ElementName(element) == "article" ||
         Attribute(element, "role") == "article";
}

// The article by the first three ways, and by the fourth.
class ArticleFinder {
 public:
  explicit ArticleFinder(const HtmlPage& page)
      : page_(page), words_(CountWordsByElement(page.root())) {}

  HtmlArticle Find(int expected_words) const {
    HtmlArticle by_text = FindByText();
    const int least = std::max(static_cast<int>(kFairShare * WordsOf(by_text)),
                               expected_words / 2);
    for (const xmlNode* element :
         {Holder(&IsMarkedBody), Holder(&IsArticle), Holder(&IsMain)}) {
      if (element == nullptr) continue;
      HtmlArticle article = ArticleIn(*element);
      if (WordsOf(article) > least) return article;
    }
    return by_text;
  }

 private:
  static int WordsOf(const HtmlArticle& article) {
    int words = 0;
    for (const TextBlock& block : article.blocks) {
      words += block.words - block.link_words;
    }
    return words;
  }

  int PlainWordsOf(const xmlNode& element) const {
    const auto found = words_.find(&element);
    if (found == words_.end()) return 0;
    return found->second.words - found->second.link_words;
  }

  HtmlArticle ArticleIn(const xmlNode& element) const {
    const Clutter clutter(element, words_);
    return {&element, TextBlocks(element, [&clutter](const xmlNode& inner) {
              return clutter.Holds(inner);
            })};
  }

  // Returns the element of this kind with the most words, or, if its brothers
  // of the kind hold more than it does, what holds them all. Null if there is
  // none. Those within another are not looked at.
  const xmlNode* Holder(bool (*is_of_kind)(const xmlNode&)) const {
    const xmlNode* best = nullptr;
    absl::flat_hash_map<const xmlNode*, int> words_by_parent;
    VisitElements(page_.root(), [&](const xmlNode& element) {
      if (!words_.contains(&element)) return false;
      if (!is_of_kind(element)) return true;
      const int words = PlainWordsOf(element);
      words_by_parent[element.parent] += words;
      if (best == nullptr || words > PlainWordsOf(*best)) best = &element;
      return false;
    });
    if (best == nullptr) return nullptr;
    const int together = words_by_parent[best->parent];
    return together > 2 * PlainWordsOf(*best) ? best->parent : best;
  }

  HtmlArticle FindByText() const;

  const HtmlPage& page_;
  const WordsByElement words_;
};

double LinkDensity(const TextBlock& block) {
  return block.words == 0 ? 0
                          : static_cast<double>(block.link_words) / block.words;
}

// Algorithm 2 of the paper, with its thresholds.
bool IsContent(const TextBlock& previous, const TextBlock& block,
               const TextBlock& next) {
  if (LinkDensity(block) > 0.333333) return false;
  if (LinkDensity(previous) > 0.555556) {
    return block.words > 40 || next.words > 17;
  }
  return block.words > 16 || next.words > 15 || previous.words > 4;
}

std::vector<bool> Classify(const std::vector<TextBlock>& blocks) {
  const TextBlock none;
  std::vector<bool> is_content;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& previous = i == 0 ? none : blocks[i - 1];
    const TextBlock& next = i + 1 == blocks.size() ? none : blocks[i + 1];
    is_content.push_back(IsContent(previous, blocks[i], next));
  }
  return is_content;
}

// Returns the innermost element that holds most of what is content.
const xmlNode* HolderOfContent(const std::vector<TextBlock>& blocks,
                               const std::vector<bool>& is_content) {
  absl::flat_hash_map<const xmlNode*, int> words;
  int all_words = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (!is_content[i]) continue;
    all_words += blocks[i].words;
    for (const xmlNode* node = blocks[i].element; node != nullptr;
         node = node->parent) {
      words[node] += blocks[i].words;
    }
  }
  if (all_words == 0) return nullptr;
  const xmlNode* holder = nullptr;
  int held = all_words + 1;
  for (const TextBlock& block : blocks) {
    for (const xmlNode* node = block.element; node != nullptr;
         node = node->parent) {
      if (words[node] >= kArticleShare * all_words && words[node] < held) {
        holder = node;
        held = words[node];
      }
    }
  }
  return holder;
}

// Takes off both ends of `*blocks` what is no content, but for headings of what
// stays.
void Trim(std::vector<TextBlock>* blocks) {
  const std::vector<bool> is_content = Classify(*blocks);
  const auto first = std::find(is_content.begin(), is_content.end(), true);
  const auto last = std::find(is_content.rbegin(), is_content.rend(), true);
  auto begin = first - is_content.begin();
  while (begin > 0 && (*blocks)[static_cast<size_t>(begin) - 1].is_heading) {
    --begin;
  }
  blocks->erase(blocks->end() - (last - is_content.rbegin()), blocks->end());
  blocks->erase(
      blocks->begin(),
      blocks->begin() + std::min<std::ptrdiff_t>(begin, std::ssize(*blocks)));
}

HtmlArticle ArticleFinder::FindByText() const {
  const HtmlArticle page = ArticleIn(page_.root());
  const xmlNode* const holder =
      HolderOfContent(page.blocks, Classify(page.blocks));
  if (holder == nullptr) return {};
  HtmlArticle article = ArticleIn(*holder);
  Trim(&article.blocks);
  return article;
}

}  // namespace

HtmlArticle FindArticle(const HtmlPage& page, int expected_words) {
  return ArticleFinder(page).Find(expected_words);
}

}  // namespace footnote
