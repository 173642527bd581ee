// declared.h: the declared command line as data, for completions and the manual page.
#pragma once

#include <string>
#include <vector>

namespace te::cli {

struct DeclaredOption {
  std::string letter;                 ///< "f", may be empty
  std::string name;                   ///< "format"
  std::string value;                  ///< "NAME", empty for a flag
  std::string help;                   ///< its first line
  std::string group;
  std::vector<std::string> choices;   ///< values that it takes, empty: any
  std::vector<std::string> details;   ///< further lines of the help
};

struct DeclaredCommand {
  std::string name;                   ///< empty: the program without a subcommand
  std::string summary;
  std::string footer;
  std::vector<DeclaredOption> options;
};

/// The program itself first, then its commands in the order of the help.
std::vector<DeclaredCommand> declared_command_line();

}  // namespace te::cli
