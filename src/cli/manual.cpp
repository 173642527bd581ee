// The manual page in troff, from the declared command line.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/declared.h"
#include "cli/setup.h"
#include "transcript_eval/render.h"

namespace te::cli {
namespace {

/// Text that troff takes as it is.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() || out.back() == '\n') {
      if (c == '.' || c == '\'') out += "\\&";
    }
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out.push_back(c);
  }
  return out;
}

std::string option_entry(const DeclaredOption& o) {
  std::string out = ".TP\n";
  if (!o.letter.empty()) out += fmt::format("\\fB\\-{}\\fR, ", o.letter);
  out += fmt::format("\\fB\\-\\-{}\\fR", escaped(o.name));
  if (!o.value.empty()) out += fmt::format(" \\fI{}\\fR", escaped(o.value));
  out += "\n" + escaped(o.help) + "\n";
  for (const std::string& line : o.details) out += ".br\n" + escaped(line) + "\n";
  return out;
}

std::string options_of(const DeclaredCommand& c) {
  std::string out;
  for (const DeclaredOption& o : c.options) out += option_entry(o);
  return out;
}

std::string page() {
  const auto commands = declared_command_line();
  std::string out = fmt::format(".TH TRANSCRIPT\\-EVAL 1 \"\" \"transcript\\-eval {}\"\n.SH NAME\ntranscript\\-eval \\- evaluate interview transcripts by written rules\n", version());
  out += ".SH SYNOPSIS\n.B transcript\\-eval\n[\\fIOPTIONS\\fR] \\fIINPUT\\fR...\n.br\n.B transcript\\-eval\n\\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
  out += ".SH DESCRIPTION\n" + escaped(commands.front().summary) + "\n.SH OPTIONS\n" + options_of(commands.front()) + ".SH COMMANDS\n";
  for (std::size_t i = 1; i < commands.size(); ++i) out += fmt::format(".SS {}\n{}.\n{}", escaped(commands[i].name), escaped(commands[i].summary), options_of(commands[i]));
  return out + ".SH EXAMPLES AND EXIT STATUS\n.nf\n" + escaped(commands.front().footer) + "\n.fi\n";
}

}  // namespace

void declare_manual(CLI::App& app, Options&) { app.footer("\nIt is installed with the program. To read it at once:\n  transcript-eval manual | man -l -"); }

int run_manual(const Options&) { return print(page()) ? kDone : kUsageOrIo; }

}  // namespace te::cli
