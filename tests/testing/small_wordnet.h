// Writes the files of a WordNet that has a few words.

#ifndef FOOTNOTE_TESTS_TESTING_SMALL_WORDNET_H_
#define FOOTNOTE_TESTS_TESTING_SMALL_WORDNET_H_

#include <cstddef>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "retrieval/text/wordnet.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

class SmallWordNet {
 public:
  // A pointer to the synset of `target`, its first word.
  struct Pointer {
    std::string symbol;
    std::string target;
    int from_word = 0;
    int to_word = 0;
  };

  // Adds a synset of `part`: n, v, a or r. Its first word names it among those
  // added.
  void Add(char part, int lexical_file, std::vector<std::string> words,
           std::vector<Pointer> pointers = {}) {
    parts_[words.front()] = part;
    entries_.push_back(
        {part, lexical_file, std::move(words), std::move(pointers)});
  }

  // Adds an irregular form of a word of `part`.
  void AddForm(char part, const std::string& form, const std::string& lemma) {
    forms_[part][form] = lemma;
  }

  // Returns the bytes of the files by their names.
  std::map<std::string, std::string> Files() const {
    std::map<std::string, std::string> files;
    for (const auto& [part, ending] : Endings()) {
      AddSynsets(part, &files["data." + ending], &files["index." + ending]);
      // No list is empty.
      std::string& forms = files[ending + ".exc"] = "aaa aa\n";
      const auto found = forms_.find(part);
      if (found == forms_.end()) continue;
      for (const auto& [form, lemma] : found->second) {
        absl::StrAppend(&forms, form, " ", lemma, "\n");
      }
    }
    return files;
  }

  // Writes `files` to `directory` and opens them.
  static absl::StatusOr<std::shared_ptr<const WordNet>> Open(
      const std::map<std::string, std::string>& files,
      const TemporaryDirectory& directory) {
    for (const auto& [name, bytes] : files) {
      std::ofstream(directory.File(name), std::ios::binary) << bytes;
    }
    return WordNet::Open(directory.path());
  }

 private:
  static constexpr char kLicence[] =
      "  1 This is a small one of our own.  \n"
      "  2 It has the form of the true one.  \n";

  struct Entry {
    char part;
    int lexical_file;
    std::vector<std::string> words;
    std::vector<Pointer> pointers;
  };

  static std::vector<std::pair<char, std::string>> Endings() {
    return {{'n', "noun"}, {'v', "verb"}, {'a', "adj"}, {'r', "adv"}};
  }

  // Satellites stand in the file of adjectives.
  static char FileOf(char part) { return part == 's' ? 'a' : part; }

  static std::string LemmaOf(const std::string& word) {
    return absl::AsciiStrToLower(word.substr(0, word.find('(')));
  }

  void AddSynsets(char part, std::string* synsets, std::string* index) const {
    *synsets = kLicence;
    *index = kLicence;
    const std::map<std::string, size_t> offsets = Offsets();
    std::map<std::string, std::vector<std::string>> senses;
    for (const Entry& entry : entries_) {
      if (FileOf(entry.part) != part) continue;
      for (const std::string& word : entry.words) {
        senses[LemmaOf(word)].push_back(
            absl::StrFormat("%08d", synsets->size()));
      }
      *synsets += LineOf(entry, offsets);
    }
    for (const auto& [lemma, of_lemma] : senses) {
      const size_t count = of_lemma.size();
      absl::StrAppend(index, lemma, " ", std::string(1, part), " ", count,
                      " 1 @ ", count, " 0 ", absl::StrJoin(of_lemma, " "),
                      "  \n");
    }
  }

  // Returns the line of `entry`, as long whatever `offsets` are.
  std::string LineOf(const Entry& entry,
                     const std::map<std::string, size_t>& offsets) const {
    const auto at = [&offsets](const std::string& name) {
      const auto found = offsets.find(name);
      return found == offsets.end() ? size_t{0} : found->second;
    };
    std::string line =
        absl::StrFormat("%08d %02d %c %02x", at(entry.words[0]),
                        entry.lexical_file, entry.part, entry.words.size());
    for (const std::string& word : entry.words) {
      absl::StrAppend(&line, " ", word, " 0");
    }
    absl::StrAppendFormat(&line, " %03d", entry.pointers.size());
    for (const Pointer& pointer : entry.pointers) {
      absl::StrAppendFormat(&line, " %s %08d %c %02x%02x", pointer.symbol,
                            at(pointer.target), PartOf(pointer.target),
                            pointer.from_word, pointer.to_word);
    }
    return line + " | what it means  \n";
  }

  char PartOf(const std::string& name) const {
    const auto found = parts_.find(name);
    return found == parts_.end() ? 'n' : found->second;
  }

  // Returns where the line of each synset begins, by its name.
  std::map<std::string, size_t> Offsets() const {
    std::map<std::string, size_t> offsets;
    std::map<char, size_t> ends;
    for (const Entry& entry : entries_) {
      size_t& end =
          ends.emplace(FileOf(entry.part), std::string(kLicence).size())
              .first->second;
      offsets[entry.words[0]] = end;
      end += LineOf(entry, {}).size();
    }
    return offsets;
  }

  std::vector<Entry> entries_;
  std::map<std::string, char> parts_;  // Of each synset, by its name.
  std::map<char, std::map<std::string, std::string>> forms_;
};

// Returns a WordNet of a few words about walking and streams, with a circle.
inline SmallWordNet WalksAndStreams() {
  SmallWordNet words;
  words.Add('n', 3, {"thing"}, {{"~", "stream"}, {"~", "walker"}});
  words.Add('n', 17, {"stream", "watercourse"},
            {{"@", "thing"}, {"~", "river"}, {"~", "brook"}});
  words.Add('n', 17, {"river"}, {{"@", "stream"}, {"~i", "Ohm"}});
  words.Add('n', 17, {"brook", "beck"}, {{"@", "stream"}, {"~", "stream"}});
  words.Add('n', 15, {"Ohm", "River_Ohm"}, {{"@i", "river"}});
  words.Add('n', 18, {"walker", "footer"},
            {{"@", "thing"}, {"+", "walk", 1, 1}, {"+", "stride", 2, 1}});
  words.Add('n', 4, {"tread", "walk"});
  words.Add('v', 38, {"move"}, {{"~", "walk"}});
  words.Add('v', 38, {"walk", "go"},
            {{"@", "move"},
             {"~", "stride"},
             {"+", "walker", 1, 1},
             {"!", "ride", 1, 1},
             {"*", "step"}});
  words.Add('v', 38, {"stride", "pace"}, {{"@", "walk"}});
  words.Add('v', 38, {"ride"}, {{"!", "walk", 1, 1}});
  words.Add('v', 38, {"step"});
  words.Add('n', 7, {"age"}, {{"=", "old"}});
  words.Add('a', 0, {"old(p)"}, {{"=", "age"}, {"&", "hoary"}});
  words.Add('s', 0, {"hoary"}, {{"&", "old(p)"}});
  words.AddForm('v', "strode", "stride");
  words.AddForm('v', "went", "go");
  words.AddForm('n', "becks", "beck");
  return words;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_SMALL_WORDNET_H_
