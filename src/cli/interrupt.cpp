#include "cli/interrupt.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace te::cli {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t g_interrupted = 0;
int g_pipe[2] = {-1, -1};

extern "C" void on_signal(int) {
  g_interrupted = 1;
  const int kept = errno;
  // A full pipe would be readable as well.
  [[maybe_unused]] const ssize_t written = write(g_pipe[1], "", 1);
  errno = kept;
}

}  // namespace

void catch_interrupts() {
  if (pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action {};
  action.sa_handler = on_signal;
  // The next signal is not caught.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return g_interrupted != 0; }

int interrupt_descriptor() { return g_pipe[0]; }

}  // namespace te::cli
