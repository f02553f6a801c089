// What stands in an article without being part of it.

#ifndef FOOTNOTE_CLIENT_HTML_CLUTTER_H_
#define FOOTNOTE_CLIENT_HTML_CLUTTER_H_

#include <libxml/tree.h>

#include "absl/strings/string_view.h"
#include "client/html_words.h"

namespace footnote {

// What a class or an id says of its element.
enum class ClutterName {
  kNone,     // Nothing.
  kMention,  // It speaks of clutter among other things: `nyt-share-tools`.
  kClutter,  // It names clutter, and nothing else: `share-buttons`.
  kForeign,  // As kClutter, and by others than the author: `comments`.
};

// Returns what `name`, one word of a `class` or an `id`, says. Names are taken
// apart where the letter case changes and at what is no letter, and only whole
// words count: `commentary` and `shared` say nothing.
ClutterName ReadClutterName(absl::string_view name);

// Decides which elements below an article's own are clutter: menus, forms,
// share buttons, related stories, newsletters, advertisements, comments,
// captions, bylines, what is hidden, and what is mostly links. When in doubt
// text is kept; what holds most of the article's words is none, except for
// menus, dialogs and what others wrote. Thread-safe.
class Clutter {
 public:
  // `article` is the element that holds the article, `words` tells the words of
  // all elements below it and outlives this object.
  Clutter(const xmlNode& article, const WordsByElement& words);

  // Returns whether `element`, below the article, is clutter with all that it
  // holds.
  bool Holds(const xmlNode& element) const;

 private:
  WordCount CountOf(const xmlNode& element) const;
  bool IsNamedSo(const xmlNode& element, absl::string_view name,
                 bool holds_most) const;

  const WordsByElement& words_;
  const int article_words_;
};

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_CLUTTER_H_
