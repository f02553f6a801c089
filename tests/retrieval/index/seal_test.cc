#include "retrieval/index/seal.h"

#include <gtest/gtest.h>

#include <string>

#include "retrieval/index/annotations.h"
#include "retrieval/index/sentence_layout.h"

namespace footnote {
namespace {

const std::string kSentences =
    EncodeSentences({{{0, 10}, SentenceKind::kProse}});

Document Example() {
  return {"a", "Title",      "One thing.", "u",
          "s", "2025-01-31", "en",         {{"k", "v"}}};
}

TEST(FingerprintTest, ChangesWithTheAnnotations) {
  Annotations annotations;
  const std::string none = Fingerprint(Example(), "hash", kSentences, {});
  annotations.names = {{"Ada Lovelace", "", NameKind::kPerson}};
  EXPECT_NE(Fingerprint(Example(), "hash", kSentences,
                        EncodeAnnotations(annotations)),
            none);
}

TEST(FingerprintTest, DependsOnEveryField) {
  const std::string same = Fingerprint(Example(), "hash", kSentences, {});
  EXPECT_EQ(Fingerprint(Example(), "hash", kSentences, {}), same);
  for (std::string Document::*field :
       {&Document::id, &Document::title, &Document::uri, &Document::source,
        &Document::published, &Document::language}) {
    Document changed = Example();
    (changed.*field).push_back('x');
    EXPECT_NE(Fingerprint(changed, "hash", kSentences, {}), same);
  }
  Document changed = Example();
  changed.metadata["k"] = "other";
  EXPECT_NE(Fingerprint(changed, "hash", kSentences, {}), same);
  EXPECT_NE(Fingerprint(Example(), "another", kSentences, {}), same);
}

TEST(FingerprintTest, DependsOnTheSentences) {
  const std::string same = Fingerprint(Example(), "hash", kSentences, {});
  EXPECT_NE(Fingerprint(Example(), "hash", {}, {}), same);
  for (const Sentence& other :
       {Sentence{{0, 9}, SentenceKind::kProse},
        Sentence{{0, 10}, SentenceKind::kBoilerplate}}) {
    EXPECT_NE(Fingerprint(Example(), "hash", EncodeSentences({other}), {}),
              same);
  }
}

TEST(FingerprintTest, KeepsNeighbouringFieldsApart) {
  Document a = Example();
  Document b = Example();
  a.uri = b.source = "left or right";
  a.source = b.uri = "";
  EXPECT_NE(Fingerprint(a, "hash", kSentences, {}),
            Fingerprint(b, "hash", kSentences, {}));
}

TEST(SealTest, DependsOnFingerprintAndRevision) {
  EXPECT_EQ(Seal("f", 7), Seal("f", 7));
  EXPECT_NE(Seal("f", 7), Seal("f", 8));
  EXPECT_NE(Seal("f", 7), Seal("g", 7));
}

}  // namespace
}  // namespace footnote
