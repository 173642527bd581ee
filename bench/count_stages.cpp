// Runs each stage once, for callgrind to count its instructions; see the script bench/instructions.
//
//   count_stages MEASURED OTHER...      under valgrind --tool=callgrind
//   count_stages --compiler             prints what it was built with
//
// All inputs are evaluated first, and each stage runs on the other inputs before its turn: what is set up once per process or
// kept per word is there, as in the middle of a batch. (What a first sight of words costs shows in the cold start, which the
// script counts as well.) Then callgrind's counters are set to zero, the stage runs on the measured input, and they are dumped
// under its name. Without valgrind the requests do nothing.
#include <cstdio>
#include <exception>
#include <stdexcept>

#include <valgrind/callgrind.h>

#include "stages.h"

namespace te::bench {
namespace {

const char* compiler() {
#if !defined(NDEBUG)
  return "a build with assertions";
#elif defined(__clang__)
  return "clang++ " __clang_version__;
#else
  return "g++ " __VERSION__;
#endif
}

/// Keeps what is returned from being optimised away.
volatile std::size_t g_sink;

void count(const std::string& name, const std::function<std::size_t()>& work) {
  CALLGRIND_ZERO_STATS;
  g_sink = work();
  CALLGRIND_DUMP_STATS_AT(name.c_str());
}

int run(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--compiler") return std::puts(compiler()) < 0 ? 1 : 0;
  if (argc < 3) {
    std::fprintf(stderr, "usage: count_stages MEASURED OTHER...\n");
    return 2;
  }
  RuleBookPtr book;
  count("rulebook from files", [&] {
    const auto built = build_rulebook(embedded_data(), {});
    if (!built) throw std::runtime_error(built.error().to_string());
    return (*built)->lexicon().concepts.size();
  });
  count("rulebook", [&] {
    book = built_in_rulebook();
    return book->lexicon().concepts.size();
  });
  std::vector<Prepared> others;
  for (int i = 2; i < argc; ++i) others.push_back(prepare(read_file(argv[i]), book));
  const Prepared measured = prepare(read_file(argv[1]), book);
  for (const Stage& stage : stages()) {
    for (const Prepared& other : others) g_sink = stage.run(other, book);
    count(stage.name, [&] { return stage.run(measured, book); });
  }
  return 0;
}

}  // namespace
}  // namespace te::bench

int main(int argc, char** argv) {
  try {
    return te::bench::run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "count_stages: %s\n", problem.what());
    return 2;
  }
}
