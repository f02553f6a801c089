// Pages of which programs write a part.

#ifndef FOOTNOTE_BENCH_PAGE_H_
#define FOOTNOTE_BENCH_PAGE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace footnote::bench {

// Returns `page` with what stands between `<!-- NAME:begin -->` and
// `<!-- NAME:end -->` replaced by `part`. Errors: kFailedPrecondition if the
// page has not each of them once, in this order.
absl::StatusOr<std::string> ReplacePart(const std::string& page,
                                        const std::string& name,
                                        const std::string& part);

// Replaces that part of the page at `path`. Errors: kNotFound if the page can't
// be read; as ReplacePart() and WriteText().
absl::Status WritePart(const std::string& name, const std::string& part,
                       const std::string& path);

// Makes `text` the file at `path`, in a folder that is made if there is none.
// Errors: kUnavailable if it can't be written.
absl::Status WriteText(const std::string& text, const std::string& path);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PAGE_H_
