#include "bench/load/load_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace footnote::bench {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

LoadReport Example() {
  LoadReport report;
  report.set_data("harbors");
  report.set_passages(100'000);
  for (const auto& [name, rate] :
       {std::pair("Health/Check", 8000.0), std::pair("Ask", 2000.0)}) {
    MethodLoad* method = report.add_methods();
    method->set_method(name);
    method->set_sustained(rate);
    method->mutable_at_half()->set_rate(rate / 2);
    method->mutable_at_half()->set_p99(1e7 / rate);
  }
  return report;
}

TEST(LoadPageTest, ComparesAskWithTheFloor) {
  EXPECT_THAT(
      ToMarkdown(Example()),
      AllOf(HasSubstr("100000 passages"), HasSubstr("| `Ask` | 2000 |"),
            HasSubstr("| `Ask` | 1000 | 0 | 0.00 ms | 0.00 ms | 5.00 ms |"),
            HasSubstr("sustains 0.250 of the rate of `Health/Check`; at half "
                      "load its p99 is 4.0 times as long."),
            Not(HasSubstr("import"))));
}

TEST(LoadPageTest, TellsOfAnImportIfThereWasOne) {
  LoadReport report = Example();
  report.mutable_import()->mutable_without()->set_p99(2000);
  report.mutable_import()->mutable_during()->set_p99(3000);
  report.mutable_import()->set_documents_per_second(512);
  EXPECT_THAT(ToMarkdown(report),
              AllOf(HasSubstr("| during an import |"),
                    HasSubstr("512 documents a second"),
                    HasSubstr("the p99 is 1.5 times as long.")));
}

}  // namespace
}  // namespace footnote::bench
