// A web page as a tree of elements.

#ifndef FOOTNOTE_CLIENT_HTML_PAGE_H_
#define FOOTNOTE_CLIENT_HTML_PAGE_H_

#include <libxml/tree.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The longest page that is read, in bytes.
inline constexpr size_t kMaxPageBytes = size_t{16} << 20;

// The deepest that its elements may nest, which is the parser's own limit.
// Every walk over the tree relies on it.
inline constexpr size_t kMaxPageDepth = 257;

// The most attributes of a tag. The parser compares each with every other.
inline constexpr size_t kMaxTagAttributes = 1000;

// The tree of a page; move-only. Its nodes live as long as it does, and can be
// read by many threads.
class HtmlPage {
 public:
  // Reads `html`, in any encoding (see HtmlAsUtf8()), however broken it is, as
  // browsers do. Nothing but these bytes is ever read.
  //
  // Errors: kInvalidArgument for no element at all and for what goes beyond the
  // limits above.
  static absl::StatusOr<HtmlPage> Parse(absl::string_view html);

  // The `<html>` element.
  const xmlNode& root() const { return *xmlDocGetRootElement(tree_.get()); }

  // The address that a browser wrote into the page when it saved it, or empty.
  std::string SavedFrom() const;

 private:
  using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
  explicit HtmlPage(Tree tree) : tree_(std::move(tree)) {}

  Tree tree_;
};

// Returns the name of an element in lower case; empty for any other node.
absl::string_view ElementName(const xmlNode& node);

// Returns an attribute of an element; empty if it has none of this name, which
// is in lower case. Belongs to the page.
absl::string_view Attribute(const xmlNode& element, absl::string_view name);

// Returns whether an element has an attribute, be it empty.
bool HasAttribute(const xmlNode& element, absl::string_view name);

// Returns the words of an attribute, such as the classes of `class`.
std::vector<absl::string_view> AttributeWords(const xmlNode& element,
                                              absl::string_view name);

// Returns all the text below `element` on one line, runs of white space as one
// space.
std::string TextOnOneLine(const xmlNode& element);

// Calls `visit` for each element of the tree below `root`, itself included, in
// the order of the page. What lies below one for which it returns false is left
// out.
void VisitElements(const xmlNode& root,
                   absl::FunctionRef<bool(const xmlNode&)> visit);

// Returns `value` as it reads on a page, on one line: the tags in it dropped,
// its entities decoded. For values that were marked up twice.
std::string WithoutMarkup(absl::string_view value);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_HTML_PAGE_H_
