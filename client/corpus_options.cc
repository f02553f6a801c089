#include <string>

#include "client/command_options.h"

namespace footnote {
namespace {

void AddImport(CLI::App& app, Command& chosen) {
  auto [command, import] = AddCommand<ImportArguments>(
      app, "import",
      "Add documents: .jsonl, .txt, .md, saved web pages (.html, .htm) and "
      "folders of them",
      chosen);
  command
      .add_option("paths", import.paths,
                  "Files and folders, or - for JSON Lines from standard "
                  "input")
      ->type_name("PATH")
      ->required();
  command.add_flag("--lenient", import.lenient,
                   "Ignore keys of JSON Lines that are not known");
}

void AddGet(CLI::App& app, Command& chosen) {
  auto [command, get] =
      AddCommand<GetArguments>(app, "get", "Print a document's text", chosen);
  command.add_option("id", get.document_id, "The document's id")
      ->type_name("ID")
      ->check(CheckUtf8)
      ->required();
  AddNumber(command, "--revision",
            "The document as it was at this revision of the corpus",
            get.revision)
      ->type_name("N");
}

void AddList(CLI::App& app, Command& chosen) {
  auto [command, list] = AddCommand<ListArguments>(
      app, "list", "List documents: as text all, as JSON one page", chosen);
  AddNumber(command, "--page-size", "Documents a page, 1 to 100",
            list.page_size)
      ->type_name("N");
  command
      .add_option("--page-token", list.page_token,
                  "The page to begin with: nextPageToken of the one before")
      ->type_name("TOKEN")
      ->check(CheckUtf8);
  command.add_flag("--all", list.all, "Every page, also as JSON");
}

void AddDelete(CLI::App& app, Command& chosen) {
  auto [command, deletion] =
      AddCommand<DeleteArguments>(app, "delete", "Delete documents", chosen);
  command.add_option("ids", deletion.document_ids, "Their ids")
      ->type_name("ID")
      ->check(CheckUtf8)
      ->required();
}

void AddName(CLI::App& command, std::string& name) {
  command.add_option("name", name, "The corpus's name")
      ->type_name("NAME")
      ->check(CheckUtf8)
      ->required();
}

void AddCorpora(CLI::App& app, Command& chosen) {
  CLI::App& corpora =
      *app.add_subcommand("corpora", "List, create and delete corpora");
  corpora.require_subcommand(0, 1);
  corpora.callback([&corpora, &chosen] {
    if (corpora.get_subcommands().empty()) chosen = ListCorporaArguments();
  });
  AddCommand<ListCorporaArguments>(
      corpora, "list", "List every corpus, as `corpora` alone does", chosen);
  auto [create, created] = AddCommand<CreateCorpusArguments>(
      corpora, "create", "Create an empty corpus", chosen);
  AddName(create, created.name);
  AddNumber(create, "--revisions-kept",
            "How many versions of each document to keep, 1 to 100",
            created.revisions_kept)
      ->type_name("N");
  auto [get, described] = AddCommand<GetCorpusArguments>(
      corpora, "get", "Describe a corpus", chosen);
  AddName(get, described.name);
  auto [deletion, deleted] = AddCommand<DeleteCorpusArguments>(
      corpora, "delete", "Delete a corpus with everything in it", chosen);
  AddName(deletion, deleted.name);
  deletion.add_flag("--force", deleted.force, "Also if it holds documents");
  deletion.add_flag("--dry-run", deleted.dry_run,
                    "Only tell what would be deleted");
}

// Returns what is wrong with `path`, or an empty string.
std::string CheckTarget(const std::string& path) {
  return path.empty() || path == "-"
             ? absl::StrCat("'", path,
                            "' is no file; name the one to write, as ./copy")
             : "";
}

void AddSnapshot(CLI::App& app, Command& chosen) {
  auto [command, snapshot] = AddCommand<SnapshotArguments>(
      app, "snapshot", "Copy a corpus as it is into a file", chosen);
  command.add_option("--to", snapshot.path, "The file to write")
      ->type_name("FILE")
      ->check(CheckTarget)
      ->required();
  command.add_flag("--force", snapshot.force, "Replace a file that is there");
}

}  // namespace

void AddDocumentCommands(CLI::App& app, Command& chosen) {
  AddImport(app, chosen);
  AddGet(app, chosen);
  AddList(app, chosen);
  AddDelete(app, chosen);
}

void AddCorpusCommands(CLI::App& app, Command& chosen) {
  AddCorpora(app, chosen);
  AddSnapshot(app, chosen);
}

}  // namespace footnote
