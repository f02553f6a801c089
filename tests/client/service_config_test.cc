#include "client/service_config.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/struct.pb.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/json.h"
#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/question_answering.pb.h"
#include "tests/testing/file_bytes.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::footnote::testing::ReadFile;
using google::protobuf::ListValue;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;
using google::protobuf::Struct;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

Struct MethodConfig() {
  const auto config = ParseJsonObject(kServiceConfig);
  EXPECT_OK(config);
  const ListValue& configs = config->fields().at("methodConfig").list_value();
  EXPECT_EQ(configs.values_size(), 1);
  return configs.values(0).struct_value();
}

// Returns what the policy names, as `footnote.v1.CorpusService.GetStatus`.
std::set<std::string> NamedMethods() {
  std::set<std::string> named;
  const Struct config = MethodConfig();
  for (const auto& name : config.fields().at("name").list_value().values()) {
    const auto& fields = name.struct_value().fields();
    named.insert(absl::StrCat(fields.at("service").string_value(), ".",
                              fields.at("method").string_value()));
  }
  return named;
}

TEST(ServiceConfigTest, IsTheFileThatEveryClientIsGiven) {
  EXPECT_EQ(kServiceConfig, ReadFile(FOOTNOTE_SERVICE_CONFIG));
}

TEST(ServiceConfigTest, TriesAgainOnlyWhatFoundNoServer) {
  const Struct config = MethodConfig();
  const Struct& policy = config.fields().at("retryPolicy").struct_value();
  std::vector<std::string> codes;
  for (const auto& code :
       policy.fields().at("retryableStatusCodes").list_value().values()) {
    codes.push_back(code.string_value());
  }
  EXPECT_THAT(codes, ElementsAre("UNAVAILABLE"));
}

TEST(ServiceConfigTest, NamesEveryUnaryMethodThatMayBeRepeated) {
  const std::set<std::string> not_repeated = {
      "footnote.v1.CorpusService.CreateCorpus",
      "footnote.v1.CorpusService.DeleteCorpus",
      "footnote.v1.CorpusService.DeleteDocuments"};
  // Descriptors stand in the pool once their file's code is linked.
  const auto* const pool = v1::AskRequest::descriptor()->file()->pool();
  ASSERT_EQ(pool, v1::GetStatusRequest::descriptor()->file()->pool());
  std::set<std::string> repeated;
  std::set<std::string> known;
  for (const char* name :
       {"footnote.v1.QuestionAnsweringService", "footnote.v1.CorpusService"}) {
    const ServiceDescriptor* service = pool->FindServiceByName(name);
    ASSERT_NE(service, nullptr) << name;
    for (int i = 0; i < service->method_count(); ++i) {
      const MethodDescriptor& method = *service->method(i);
      known.insert(method.full_name());
      if (method.client_streaming() || method.server_streaming()) continue;
      if (not_repeated.count(method.full_name()) == 0) {
        repeated.insert(method.full_name());
      }
    }
  }
  EXPECT_THAT(known, IsSupersetOf(not_repeated));
  EXPECT_EQ(NamedMethods(), repeated);
}

}  // namespace
}  // namespace footnote
