#include "client/import_progress.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "client/corpus_text.h"
#include "client/text_layout.h"

namespace footnote {
namespace {

constexpr absl::Duration kRedrawEvery = absl::Milliseconds(100);
constexpr absl::Duration kLineEvery = absl::Seconds(5);

// Back to the first column, and wipe to the end of the line.
constexpr char kWipeLine[] = "\r\x1b[K";

std::string TimeLeft(const ImportFigures& figures, double bytes_per_second) {
  const uint64_t left =
      *figures.total_bytes - std::min(*figures.total_bytes, figures.bytes);
  const absl::Duration time =
      absl::Seconds(static_cast<double>(left) / bytes_per_second);
  return absl::StrCat(DurationText(absl::Ceil(time, absl::Seconds(1))),
                      " left");
}

}  // namespace

std::string ProgressText(const ImportFigures& figures) {
  std::string text;
  if (figures.documents.has_value()) {
    text =
        absl::StrCat(*figures.documents,
                     *figures.documents == 1 ? " document, " : " documents, ");
  }
  absl::StrAppend(&text, BytesText(figures.bytes));
  if (figures.total_bytes.has_value()) {
    absl::StrAppend(&text, " of ", BytesText(*figures.total_bytes));
  }
  const double seconds = absl::ToDoubleSeconds(figures.elapsed);
  if (figures.bytes == 0 || seconds <= 0) return text;
  const double rate = static_cast<double>(figures.bytes) / seconds;
  absl::StrAppend(&text, ", ", BytesText(static_cast<uint64_t>(rate)), "/s");
  if (figures.total_bytes.has_value()) {
    absl::StrAppend(&text, ", ", TimeLeft(figures, rate));
  }
  return text;
}

ImportProgress::ImportProgress(std::ostream& out, bool is_terminal,
                               ImportFigures start, Clock clock)
    : out_(out),
      is_terminal_(is_terminal),
      clock_(std::move(clock)),
      begin_(clock_()),
      figures_(start),
      next_show_(begin_ + (is_terminal ? kRedrawEvery : kLineEvery)) {}

ImportProgress::~ImportProgress() { Wipe(); }

void ImportProgress::Add(int64_t documents, uint64_t bytes) {
  if (figures_.documents.has_value()) *figures_.documents += documents;
  figures_.bytes += bytes;
  if (clock_() >= next_show_) Show();
}

void ImportProgress::Note(absl::string_view line) {
  Wipe();
  out_ << line << std::endl;
}

void ImportProgress::Wipe() {
  if (drawn_) out_ << kWipeLine << std::flush;
  drawn_ = false;
}

ImportFigures ImportProgress::figures() const {
  ImportFigures figures = figures_;
  figures.elapsed = clock_() - begin_;
  return figures;
}

void ImportProgress::Show() {
  const std::string text = ProgressText(figures());
  next_show_ = clock_() + (is_terminal_ ? kRedrawEvery : kLineEvery);
  if (is_terminal_) {
    out_ << kWipeLine << text << std::flush;
    drawn_ = true;
  } else {
    out_ << text << std::endl;
  }
}

}  // namespace footnote
