#include "service/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <thread>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "service/validation.h"

namespace footnote {
namespace {

constexpr int kMaxWorkers = 256;
constexpr int kMaxRequestsLimit = 10'000;
constexpr int kMaxOpenCorpora = 10'000;
constexpr int kMaxPostingCacheMib = 1 << 20;
constexpr size_t kSha256Digits = 64;
constexpr int kMaxPort = 65'535;

absl::string_view HostOf(absl::string_view address) {
  const size_t colon = address.rfind(':');
  return colon == absl::string_view::npos ? "" : address.substr(0, colon);
}

std::string CheckAddress(const std::string& address) {
  return IsHostAndPort(address) ? "" : "must be HOST:PORT, as 127.0.0.1:50051";
}

std::string CheckNotEmpty(const std::string& text) {
  return text.empty() ? "is empty; name one" : "";
}

std::string CheckCorpusName(const std::string& name) {
  return IsCorpusName(name) ? "" : "names no corpus";
}

std::string CheckSha256(const std::string& text) {
  const bool is_one =
      text.size() == kSha256Digits &&
      std::all_of(text.begin(), text.end(), [](char c) {
        return absl::ascii_isxdigit(static_cast<unsigned char>(c));
      });
  return is_one ? "" : "must have 64 hexadecimal digits";
}

// Takes one of the names in `choices` for what it means.
template <typename Choice>
void AddChoice(CLI::App* app, const std::string& name, const std::string& help,
               const std::map<std::string, Choice>& choices, Choice* value) {
  const auto choose = [name, choices, value](const std::string& text) {
    const auto found = choices.find(text);
    if (found == choices.end()) {
      throw CLI::ValidationError(
          name, absl::StrCat("'", text, "' is none of ",
                             absl::StrJoin(choices, ", ",
                                           [](std::string* out, const auto& c) {
                                             out->append(c.first);
                                           })));
    }
    *value = found->second;
  };
  app->add_option_function<std::string>(name, choose, help)->type_name("NAME");
}

int Cores() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1,
                    kMaxWorkers);
}

void AddServerOptions(CLI::App* app, ServerOptions* server) {
  app->add_option("--data-dir", server->data_dir,
                  "Directory of the corpora, created if missing (required)")
      ->envname("FOOTNOTE_DATA_DIR")
      ->check(CheckNotEmpty);
  app->add_option("--listen", server->listen,
                  "HOST:PORT to listen on; port 0 picks a free one")
      ->envname("FOOTNOTE_LISTEN")
      ->check(CheckAddress, "HOST:PORT")
      ->capture_default_str();
  app->add_option("--workers", server->workers, "Threads that answer questions")
      ->check(CLI::Range(1, kMaxWorkers))
      ->capture_default_str();
  app->add_option("--max-requests", server->max_requests,
                  "Requests in flight before further ones are refused")
      ->check(CLI::Range(1, kMaxRequestsLimit))
      ->capture_default_str();
  app->add_option("--revisions-kept", server->if_new.revisions_kept,
                  "Versions of a document that new corpora keep, the current "
                  "one included")
      ->check(CLI::Range(uint32_t{1}, kMaxRevisionsKept))
      ->capture_default_str();
  app->add_option("--max-open-corpora", server->max_open_corpora,
                  "Corpora that are open at once; at least the workers and 3")
      ->check(CLI::Range(1, kMaxOpenCorpora))
      ->capture_default_str();
  app->add_option("--posting-cache-mib", server->posting_cache_mib,
                  "Memory for posting lists, in MiB; 0: read them for each "
                  "question")
      ->check(CLI::Range(0, kMaxPostingCacheMib))
      ->capture_default_str();
  app->add_flag("--reflection,!--no-reflection", server->reflection,
                "Serve gRPC reflection (--reflection=false: do not)");
}

void AddModelOption(CLI::App* app, std::string* model) {
  app->add_option("--model", *model,
                  "Model file that ranks the sentences of answers, or `none` "
                  "for the plain score; default: share/footnote/ranking.model "
                  "beside the program's directory, if it is there")
      ->envname("FOOTNOTE_MODEL")
      ->check(CheckNotEmpty)
      ->type_name("FILE");
}

// What is done instead of serving.
void AddOtherWork(CLI::App* app, Options* options) {
  CLI::Option* const check =
      app->add_option("--check", options->check_dir,
                      "Check the corpora of this directory, which no server "
                      "has open, say what was found, and end")
          ->check(CheckNotEmpty)
          ->type_name("DIR");
  CLI::Option* const restore =
      app->add_option("--restore", options->restore.file,
                      "Check this copy of a corpus, bring it into --data-dir, "
                      "which is empty or missing, and end")
          ->check(CheckNotEmpty)
          ->excludes(check)
          ->type_name("FILE");
  app->add_option("--corpus", options->restore.corpus,
                  "Name of the corpus that is restored")
      ->check(CheckCorpusName, "NAME")
      ->needs(restore)
      ->capture_default_str();
  app->add_option("--sha256", options->restore.sha256,
                  "SHA-256 that the file to restore must have")
      ->check(CheckSha256, "HEX")
      ->needs(restore);
}

void AddLogOptions(CLI::App* app, RequestLog::Options* log) {
  const std::map<std::string, LogFormat> formats = {{"text", LogFormat::kText},
                                                    {"json", LogFormat::kJson}};
  const std::map<std::string, LogLevel> levels = {
      {"debug", LogLevel::kDebug},
      {"info", LogLevel::kInfo},
      {"warning", LogLevel::kWarning},
      {"error", LogLevel::kError}};
  AddChoice(app, "--log-format", "text (default) or json", formats,
            &log->format);
  AddChoice(app, "--log-level", "debug, info (default), warning or error",
            levels, &log->level);
  app->add_flag("--log-questions", log->questions,
                "Write the text of questions to the log");
}

}  // namespace

std::optional<int> ReadOptions(int argc, const char* const* argv,
                               Options* options) {
  CLI::App app("Answers questions with sentences cited from documents.",
               "footnoted");
  options->server.workers = Cores();
  app.set_version_flag("--version", "footnoted " FOOTNOTE_VERSION);
  AddOtherWork(&app, options);
  AddServerOptions(&app, &options->server);
  AddModelOption(&app, &options->model);
  AddLogOptions(&app, &options->log);
  try {
    app.parse(argc, argv);
    if (options->check_dir.empty() && options->server.data_dir.empty()) {
      throw CLI::RequiredError("--data-dir");
    }
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);
      return kStopped;
    }
    std::cerr << "footnoted: " << error.what() << "; see `footnoted --help`"
              << std::endl;
    return kUsage;
  }
  return std::nullopt;
}

bool IsHostAndPort(absl::string_view address) {
  const absl::string_view host = HostOf(address);
  if (host.empty()) return false;
  // An IPv6 address stands in brackets: its colons are not the port's.
  const bool is_bracketed =
      absl::StartsWith(host, "[") && absl::EndsWith(host, "]");
  if (absl::StrContains(host, ':') && !is_bracketed) return false;
  const absl::string_view port = address.substr(host.size() + 1);
  int number = 0;
  return absl::SimpleAtoi(port, &number) && number >= 0 && number <= kMaxPort;
}

bool IsLoopback(absl::string_view address) {
  const absl::string_view host = HostOf(address);
  return host == "localhost" || host == "[::1]" ||
         absl::StartsWith(host, "127.");
}

}  // namespace footnote
