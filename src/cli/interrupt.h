// interrupt.h: Ctrl-C stops between two inputs, so that nothing is left half done; a second one stops at once.
#pragma once

namespace te::cli {

/// The exit status of an interrupted run, as shells have it.
inline constexpr int kInterrupted = 130;

/// From now on SIGINT and SIGTERM only make interrupted() true; the second of them ends the program.
void catch_interrupts();
bool interrupted();
/// Becomes readable with the interruption, for poll(); negative before catch_interrupts().
int interrupt_descriptor();

}  // namespace te::cli
