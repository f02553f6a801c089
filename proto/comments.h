// The comments that a contract's elements carry in their sources.

#ifndef FOOTNOTE_PROTO_COMMENTS_H_
#define FOOTNOTE_PROTO_COMMENTS_H_

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {

// Reads comments, and remembers which elements have none. For one thread.
class Comments {
 public:
  // Returns the paragraphs of the comment above `element`, each on one line;
  // one empty paragraph if there is none. `Element` is any descriptor but that
  // of a file.
  template <typename Element>
  std::vector<std::string> Of(const Element& element) {
    google::protobuf::SourceLocation place;
    element.GetSourceLocation(&place);
    return Read(place.leading_comments, element.full_name());
  }

  // The comment of a file is that above its package.
  std::vector<std::string> Of(const google::protobuf::FileDescriptor& file);

  // The names of the elements that were asked for and have no comment.
  const std::vector<std::string>& missing() const { return missing_; }

 private:
  std::vector<std::string> Read(absl::string_view comment,
                                const std::string& name);

  std::vector<std::string> missing_;
};

}  // namespace footnote

#endif  // FOOTNOTE_PROTO_COMMENTS_H_
