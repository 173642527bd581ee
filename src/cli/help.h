// help.h: how --help is laid out.
#pragma once

#include <memory>

#include <CLI/CLI.hpp>

namespace te::cli {

/// Usage as it is typed, and one blank line between groups.
std::shared_ptr<CLI::Formatter> help_layout();

}  // namespace te::cli
