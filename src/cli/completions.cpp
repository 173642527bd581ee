// Completions for shells, from the declared command line.
#include <array>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/declared.h"
#include "cli/setup.h"
#include "text/closest.h"

namespace te::cli {
namespace {

std::string words(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& word : list) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string command_names(const std::vector<DeclaredCommand>& commands, const char* between) {
  std::string out;
  for (std::size_t i = 1; i < commands.size(); ++i) out += (i > 1 ? between : "") + commands[i].name;
  return out;
}

std::string bash(const std::vector<DeclaredCommand>& commands) {
  std::string values;
  std::string options;
  for (const DeclaredCommand& c : commands) {
    std::string names;
    for (const DeclaredOption& o : c.options) {
      names += fmt::format("{}--{}", names.empty() ? "" : " ", o.name);
      if (!o.choices.empty()) values += fmt::format("    {0}:--{1}{2}) COMPREPLY=($(compgen -W '{3}' -- \"$cur\")); return ;;\n", c.name, o.name, o.letter.empty() ? "" : fmt::format("|{}:-{}", c.name, o.letter), words(o.choices));
    }
    options += fmt::format("      '{}') COMPREPLY=($(compgen -W '{}' -- \"$cur\")) ;;\n", c.name, names);
  }
  return fmt::format(R"sh(# bash completion for transcript-eval
_transcript_eval() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command='' word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case $word in {}) command=$word; break ;; esac
  done
  case $command:$prev in
{}  esac
  if [[ $cur == -* ]]; then
    case $command in
{}    esac
    return
  fi
  COMPREPLY=($(compgen -f -- "$cur"))
  if ((COMP_CWORD == 1)); then COMPREPLY+=($(compgen -W '{}' -- "$cur")); fi
}}
complete -o filenames -F _transcript_eval transcript-eval
)sh", command_names(commands, "|"), values, options, command_names(commands, " "));
}

/// The first line of a help text that goes on with a list.
std::string headline(std::string help) {
  if (!help.empty() && help.back() == ':') help.pop_back();
  return help;
}

/// For a word between single quotes inside zsh's "[...]".
std::string quotable(std::string text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\''";
    else if (c == '[' || c == ']' || c == ':') out += std::string("\\") + c;
    else out.push_back(c);
  }
  return out;
}

/// For a word between fish's single quotes.
std::string fish_quotable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string zsh_arguments(const DeclaredCommand& c) {
  std::string out;
  for (const DeclaredOption& o : c.options) {
    const std::string value = o.value.empty() ? "" : fmt::format(":{}:{}", quotable(o.value), o.choices.empty() ? "_files" : fmt::format("({})", words(o.choices)));
    const std::string help = fmt::format("[{}]{}", quotable(headline(o.help)), value);
    out += o.letter.empty() ? fmt::format(" \\\n    '--{}{}'", o.name, help) : fmt::format(" \\\n    '(-{0} --{1})'{{-{0},--{1}}}'{2}'", o.letter, o.name, help);
  }
  return out + " \\\n    '*:transcript:_files'";
}

std::string zsh(const std::vector<DeclaredCommand>& commands) {
  std::string cases;
  std::string described;
  for (std::size_t i = 1; i < commands.size(); ++i) {
    cases += fmt::format("    {}) shift words; ((CURRENT--)); _arguments{}; return ;;\n", commands[i].name, zsh_arguments(commands[i]));
    described += fmt::format("      '{}:{}'\n", commands[i].name, quotable(commands[i].summary));
  }
  return fmt::format("#compdef transcript-eval\n_transcript_eval() {{\n  case $words[2] in\n{}  esac\n  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n    local -a commands=(\n{}    )\n    _describe command commands\n  fi\n  _arguments{}\n}}\n_transcript_eval \"$@\"\n",
                     cases, described, zsh_arguments(commands.front()));
}

std::string fish(const std::vector<DeclaredCommand>& commands) {
  const std::string names = command_names(commands, " ");
  std::string out = "# fish completion for transcript-eval\n";
  for (const DeclaredCommand& c : commands) {
    const std::string where = c.name.empty() ? fmt::format("not __fish_seen_subcommand_from {}", names) : fmt::format("__fish_seen_subcommand_from {}", c.name);
    if (!c.name.empty()) out += fmt::format("complete -c transcript-eval -n '__fish_use_subcommand' -a {} -d '{}'\n", c.name, fish_quotable(c.summary));
    for (const DeclaredOption& o : c.options) {
      out += fmt::format("complete -c transcript-eval -n '{}'{} -l {}{}{} -d '{}'\n", where, o.letter.empty() ? "" : " -s " + o.letter, o.name, o.value.empty() ? "" : o.choices.empty() ? " -r" : " -x", o.choices.empty() ? "" : fmt::format(" -a '{}'", words(o.choices)), fish_quotable(headline(o.help)));
    }
  }
  return out;
}

struct Shell {
  std::string_view name;
  std::string (*render)(const std::vector<DeclaredCommand>& commands);
};
constexpr std::array<Shell, 3> kShells = {{{"bash", bash}, {"zsh", zsh}, {"fish", fish}}};

}  // namespace

void declare_completions(CLI::App& app, Options& o) {
  app.add_option("SHELL", o.name, "bash, zsh or fish")->option_text(" ");
  app.footer("\nThey are installed with the program. To try them at once:\n  source <(transcript-eval completions bash)");
}

int run_completions(const Options& options) {
  std::vector<std::string> names;
  for (const Shell& shell : kShells) {
    if (shell.name == options.name) return print(shell.render(declared_command_line())) ? kDone : kUsageOrIo;
    names.emplace_back(shell.name);
  }
  const auto near = text::closest(options.name, names);
  return usage_error(fmt::format("completions takes bash, zsh or fish{}", near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

}  // namespace te::cli
