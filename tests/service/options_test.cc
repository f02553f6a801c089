#include "service/options.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <optional>
#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::HasSubstr;

std::optional<int> Read(std::vector<const char*> arguments, Options* options) {
  arguments.insert(arguments.begin(), "footnoted");
  return ReadOptions(static_cast<int>(arguments.size()), arguments.data(),
                     options);
}

TEST(OptionsTest, HasDefaults) {
  Options options;
  ASSERT_EQ(Read({"--data-dir", "d"}, &options), std::nullopt);
  EXPECT_EQ(options.server.data_dir, "d");
  EXPECT_EQ(options.server.listen, "127.0.0.1:50051");
  EXPECT_EQ(options.server.max_requests, 64);
  EXPECT_GE(options.server.workers, 1);
  EXPECT_EQ(options.server.if_new.revisions_kept, 3u);
  EXPECT_EQ(options.server.max_open_corpora, 32);
  EXPECT_EQ(options.server.posting_cache_mib, 256);
  EXPECT_EQ(options.model, "");
  EXPECT_TRUE(options.server.reflection);
  EXPECT_EQ(options.log.format, LogFormat::kText);
  EXPECT_EQ(options.log.level, LogLevel::kInfo);
  EXPECT_FALSE(options.log.questions);
}

TEST(OptionsTest, TakesEveryFlag) {
  Options options;
  ASSERT_EQ(
      Read({"--data-dir=x", "--listen=[::1]:0", "--workers=7",
            "--max-requests=9", "--revisions-kept=100", "--max-open-corpora=1",
            "--posting-cache-mib=0", "--model=m/n.model", "--reflection=false",
            "--log-format=json", "--log-level=warning", "--log-questions"},
           &options),
      std::nullopt);
  EXPECT_EQ(options.server.listen, "[::1]:0");
  EXPECT_EQ(options.server.workers, 7);
  EXPECT_EQ(options.server.max_requests, 9);
  EXPECT_EQ(options.server.if_new.revisions_kept, 100u);
  EXPECT_EQ(options.server.max_open_corpora, 1);
  EXPECT_EQ(options.server.posting_cache_mib, 0);
  EXPECT_EQ(options.model, "m/n.model");
  EXPECT_FALSE(options.server.reflection);
  EXPECT_EQ(options.log.format, LogFormat::kJson);
  EXPECT_EQ(options.log.level, LogLevel::kWarning);
  EXPECT_TRUE(options.log.questions);
}

TEST(OptionsTest, TakesWhatToRestore) {
  const std::string sha256(64, 'F');
  Options options;
  ASSERT_EQ(Read({"--restore", "copy.db", "--data-dir", "d"}, &options),
            std::nullopt);
  EXPECT_EQ(options.restore.file, "copy.db");
  EXPECT_EQ(options.restore.corpus, "default");
  EXPECT_EQ(options.restore.sha256, "");
  ASSERT_EQ(Read({"--restore=copy.db", "--data-dir=d", "--corpus=news",
                  "--sha256", sha256.c_str()},
                 &options),
            std::nullopt);
  EXPECT_EQ(options.restore.corpus, "news");
  EXPECT_EQ(options.restore.sha256, sha256);
}

TEST(OptionsTest, ReadsTheEnvironmentForWhatIsLeftOut) {
  setenv("FOOTNOTE_DATA_DIR", "from-env", 1);
  setenv("FOOTNOTE_LISTEN", "127.0.0.1:7", 1);
  setenv("FOOTNOTE_MODEL", "none", 1);
  Options options;
  EXPECT_EQ(Read({"--listen=127.0.0.1:8"}, &options), std::nullopt);
  unsetenv("FOOTNOTE_DATA_DIR");
  unsetenv("FOOTNOTE_LISTEN");
  unsetenv("FOOTNOTE_MODEL");
  EXPECT_EQ(options.server.data_dir, "from-env");
  EXPECT_EQ(options.server.listen, "127.0.0.1:8");
  EXPECT_EQ(options.model, "none");
}

TEST(OptionsTest, AnyMistakeIsAUsageError) {
  const std::string not_hexadecimal(64, 'g');
  const std::vector<std::vector<const char*>> mistakes = {
      {},
      {"--data-dir"},
      {"--check"},
      {"--check", ""},
      {"--restore", "copy.db"},
      {"--restore", "", "--data-dir=d"},
      {"--restore=c", "--check=d", "--data-dir=d"},
      {"--restore=c", "--data-dir=d", "--corpus=../up"},
      {"--restore=c", "--data-dir=d", "--sha256=12"},
      {"--restore=c", "--data-dir=d", "--sha256", not_hexadecimal.c_str()},
      {"--data-dir=d", "--corpus=news"},
      {"--data-dir=d", "--workers=0"},
      {"--data-dir=d", "--workers=many"},
      {"--data-dir=d", "--max-requests=0"},
      {"--data-dir=d", "--revisions-kept=0"},
      {"--data-dir=d", "--revisions-kept=101"},
      {"--data-dir=d", "--max-open-corpora=0"},
      {"--data-dir=d", "--posting-cache-mib=-1"},
      {"--data-dir=d", "--posting-cache-mib=1048577"},
      {"--data-dir=d", "--model"},
      {"--data-dir=d", "--model", ""},
      {"--data-dir=d", "--listen=nowhere"},
      {"--data-dir=d", "--listen=:5"},
      {"--data-dir=d", "--listen=h:65536"},
      {"--data-dir", ""},
      {"--data-dir=d", "--log-format=xml"},
      {"--data-dir=d", "--log-format=1"},
      {"--data-dir=d", "--log-level=loud"},
      {"--data-dir=d", "--unknown"},
      {"--data-dir=d", "stray"},
  };
  for (const auto& arguments : mistakes) {
    SCOPED_TRACE(arguments.empty() ? "none" : arguments.back());
    Options options;
    ::testing::internal::CaptureStderr();
    EXPECT_EQ(Read(arguments, &options), kUsage);
    const std::string complaint = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(complaint.rfind("footnoted: ", 0), 0u) << complaint;
    EXPECT_EQ(complaint.find("->"), std::string::npos) << complaint;
  }
}

TEST(OptionsTest, PrintsItsVersion) {
  Options options;
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(Read({"--version"}, &options), 0);
  EXPECT_EQ(::testing::internal::GetCapturedStdout(),
            "footnoted " FOOTNOTE_VERSION "\n");
}

TEST(OptionsTest, KnowsLoopback) {
  for (const char* address :
       {"127.0.0.1:1", "127.9.9.9:1", "localhost:1", "[::1]:1"}) {
    SCOPED_TRACE(address);
    EXPECT_TRUE(IsHostAndPort(address));
    EXPECT_TRUE(IsLoopback(address));
  }
  for (const char* address : {"0.0.0.0:1", "[::]:1", "example.org:1"}) {
    SCOPED_TRACE(address);
    EXPECT_TRUE(IsHostAndPort(address));
    EXPECT_FALSE(IsLoopback(address));
  }
  for (const char* address : {"", "::1:5", "host", "host:", "host:x", "h:-1"}) {
    SCOPED_TRACE(address);
    EXPECT_FALSE(IsHostAndPort(address));
  }
}

}  // namespace
}  // namespace footnote
