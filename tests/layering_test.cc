// The order of the rooms: who may include whom. The outer arrows are held by
// what each target links; this test holds the inner ones, and the outer ones
// for headers that would compile without linking.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace footnote {
namespace {

namespace fs = std::filesystem;

// What the files of a room may include, beside their own room. `retrieval` is
// what stands beside the rooms: the types and the front door.
const std::map<std::string, std::set<std::string>>& AllowedIncludes() {
  static const auto* const kAllowed =
      new std::map<std::string, std::set<std::string>>{
          {"text", {}},
          {"index", {"text"}},
          {"question", {"text", "index"}},
          {"rank", {"text", "index", "question"}},
          {"answer", {"text", "index", "question", "rank"}},
          {"ingest", {"text", "index"}},
      };
  return *kAllowed;
}

// What of `retrieval` itself a room may include: no way up to the front door.
bool IsShared(const std::string& header) {
  return header == "courtesy.h" || header == "deadline.h" ||
         header == "document.h" || header == "status.h";
}

template <typename Visit>
void ForEachInclude(const fs::path& folder, Visit visit) {
  const std::regex include(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension();
    if (ending != ".h" && ending != ".cc") continue;
    std::ifstream file(entry.path());
    std::string line;
    std::smatch match;
    while (std::getline(file, line)) {
      if (std::regex_search(line, match, include)) {
        visit(entry.path(), match[1].str());
      }
    }
  }
}

const fs::path kRoot = FOOTNOTE_SOURCE_DIR;

TEST(LayeringTest, RoomsIncludeOnlyWhatLiesBelow) {
  const std::regex inner(R"(retrieval/(\w+)/.*)");
  const std::regex front(R"(retrieval/([\w.]+))");
  int includes = 0;
  for (const auto& [room, allowed] : AllowedIncludes()) {
    ForEachInclude(
        kRoot / "retrieval" / room,
        [&, &room = room, &allowed = allowed](const fs::path& file,
                                              const std::string& header) {
          SCOPED_TRACE(file.string() + " includes " + header);
          std::smatch match;
          if (std::regex_match(header, match, inner)) {
            ++includes;
            EXPECT_TRUE(match[1] == room || allowed.count(match[1]) == 1);
          } else if (std::regex_match(header, match, front)) {
            EXPECT_TRUE(IsShared(match[1]));
          }
        });
  }
  EXPECT_GT(includes, 50);
}

TEST(LayeringTest, EveryRoomHasItsPlaceInTheOrder) {
  for (const auto& entry : fs::directory_iterator(kRoot / "retrieval")) {
    if (!entry.is_directory()) continue;
    EXPECT_EQ(AllowedIncludes().count(entry.path().filename()), 1u)
        << entry.path();
  }
}

TEST(LayeringTest, TheLibraryKnowsNoRpc) {
  const std::regex rpc(
      R"(grpc.*|.*\.pb\.h|google/protobuf.*|service/.*|client/.*)");
  ForEachInclude(kRoot / "retrieval",
                 [&](const fs::path& file, const std::string& header) {
                   EXPECT_FALSE(std::regex_match(header, rpc))
                       << file << " includes " << header;
                 });
}

TEST(LayeringTest, TheClientKnowsTheContractAlone) {
  const std::regex beyond(R"((retrieval|service)/.*|sqlite.*)");
  ForEachInclude(kRoot / "client",
                 [&](const fs::path& file, const std::string& header) {
                   EXPECT_FALSE(std::regex_match(header, beyond))
                       << file << " includes " << header;
                 });
}

}  // namespace
}  // namespace footnote
