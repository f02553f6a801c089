// The commands of one call each. Every one prints its result, or reports what
// failed, and returns the exit status.

#ifndef FOOTNOTE_CLIENT_COMMANDS_H_
#define FOOTNOTE_CLIENT_COMMANDS_H_

#include "client/command_line.h"
#include "client/exit_status.h"
#include "client/session.h"

namespace footnote {

// Asks one question. As text or Markdown, the parts of the scores and the
// sentences that were left out follow, if the server sent them. kNotAnswered if
// the documents do not answer.
//
// REQUIRES: arguments.question is what is asked, not arguments.input.
ExitStatus AskQuestion(const Session& session, const AskArguments& arguments);

// Searches for passages, page by page if all are asked for, each printed as it
// comes. As text the error stream tells how to get the next page, if there is
// one. kNotAnswered if no passage matches.
ExitStatus SearchPassages(const Session& session,
                          const SearchArguments& arguments);

// Prints a document, as it is or as it was: as text its bytes as they are (on a
// terminal made printable) with what else is known of it on the error stream.
ExitStatus GetDocument(const Session& session, const GetArguments& arguments);

// Lists documents page by page, each printed as it comes.
ExitStatus ListDocuments(const Session& session,
                         const ListArguments& arguments);

// Deletes documents. Ids that the corpus does not hold are told, not a failure.
ExitStatus DeleteDocuments(const Session& session,
                           const DeleteArguments& arguments);

// Lists every corpus, page by page, each printed as it comes.
ExitStatus ListCorpora(const Session& session);

// Creates a corpus and describes it.
ExitStatus CreateCorpus(const Session& session,
                        const CreateCorpusArguments& arguments);

// Describes a corpus.
ExitStatus GetCorpus(const Session& session,
                     const GetCorpusArguments& arguments);

// Deletes a corpus, or only tells what would be deleted, and describes it as it
// was.
ExitStatus DeleteCorpus(const Session& session,
                        const DeleteCorpusArguments& arguments);

// Describes the server.
ExitStatus ShowStatus(const Session& session);

// Prints SERVING, or what else the server is; then kNotReached.
ExitStatus CheckHealth(const Session& session);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_COMMANDS_H_
