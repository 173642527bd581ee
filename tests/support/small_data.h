// small_data.h: a complete data directory of a few lines, to be broken in one place per test.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "transcript_eval/rulebook.h"

namespace te::test {

/// Background, transitions, phrases, intents, concepts, facts, roles and rubric. The rubric's thresholds and all other
/// single files of lexicon/ are the embedded ones, so that new ones need no change here.
std::vector<DataFile> small_data();

/// The content of one of them.
std::string& content_of(std::vector<DataFile>& files, std::string_view path);

/// A bank with two questions.
DataFile small_bank();

/// A change to a file: the text to find, what to write in its place.
struct Edit {
  std::string_view find;
  std::string_view put;
};

/// The error of loading the small data with one file changed, as "line: message (hint)" with the line counted from the
/// line of the change: "+0: ..." is on it. "ok" when it loads. The path must be that of the changed file.
std::string error_after(std::string_view path, const Edit& edit);

struct ErrorCase {
  Edit edit;
  std::string_view error;  ///< what error_after() must say; behind a '*' anything may follow
};
void expect_errors(std::string_view path, std::initializer_list<ErrorCase> cases);

}  // namespace te::test
