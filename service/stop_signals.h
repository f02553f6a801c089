// The signals by which the process is told to stop.

#ifndef FOOTNOTE_SERVICE_STOP_SIGNALS_H_
#define FOOTNOTE_SERVICE_STOP_SIGNALS_H_

namespace footnote {

// Blocks SIGTERM and SIGINT in this thread and those that it starts, so that
// WaitForStopSignal() can wait for them, and ignores SIGPIPE (a closed
// connection) and SIGXFSZ (a full quota), which are reported as errors where
// they happen. Called before any thread is started.
void PrepareStopSignals();

// Lets SIGTERM and SIGINT end the process after all, for work that may be cut
// short anywhere.
void UnblockStopSignals();

// Waits for SIGTERM or SIGINT and returns which it was. A second one ends the
// process at once, as if it had not been prepared for.
int WaitForStopSignal();

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_STOP_SIGNALS_H_
