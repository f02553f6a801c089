// footnoted --check: whether the corpora of a data directory are intact.

#ifndef FOOTNOTE_SERVICE_DATA_CHECK_H_
#define FOOTNOTE_SERVICE_DATA_CHECK_H_

#include <ostream>
#include <string>

#include "service/options.h"

namespace footnote {

// Checks the data directory, which no server has open, and writes to `out` a
// line a corpus, followed by one for each damage found. Returns kStopped if all
// are intact, kDamaged if one is damaged or can't be checked, and kCannotStart,
// with the reason on `err`, if the directory can't be looked at.
ExitStatus CheckData(const std::string& directory, std::ostream& out,
                     std::ostream& err);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_DATA_CHECK_H_
