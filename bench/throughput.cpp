// How fast each stage is, by Google Benchmark.
//
//   throughput [DIRECTORY [MEGABYTES]] [--benchmark_filter=score] [--benchmark_format=json] ...
//
// Every iteration runs one stage over the transcripts of the directory (by default the bundled samples), the first
// MEGABYTES of them in the order of their names (by default 2).
#include <algorithm>
#include <cstdio>
#include <exception>

#include <benchmark/benchmark.h>

#include "stages.h"

namespace te::bench {
namespace {

namespace fs = std::filesystem;

std::vector<Prepared> load(const fs::path& directory, std::size_t most_bytes, const RuleBookPtr& book) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Prepared> out;
  std::size_t bytes = 0;
  for (const fs::path& path : paths) {
    if (bytes >= most_bytes) break;
    out.push_back(prepare(read_file(path), book));
    bytes += out.back().bytes.size();
  }
  return out;
}

void measure(benchmark::State& state, const Stage& stage, const std::vector<Prepared>& inputs, const RuleBookPtr& book) {
  std::int64_t bytes = 0;
  for (const Prepared& input : inputs) bytes += static_cast<std::int64_t>(input.bytes.size());
  for (auto _ : state) {
    for (const Prepared& input : inputs) benchmark::DoNotOptimize(stage.run(input, book));
  }
  state.SetBytesProcessed(state.iterations() * bytes);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(inputs.size()));
}

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc > 3) {
    std::fprintf(stderr, "throughput: unknown argument '%s'\nusage: throughput [DIRECTORY [MEGABYTES]] [--benchmark_...]\n", argv[3]);
    return 2;
  }
  const RuleBookPtr book = built_in_rulebook();
  const double megabytes = argc > 2 ? std::stod(argv[2]) : 2;
  const std::vector<Prepared> inputs = load(argc > 1 ? argv[1] : TE_SAMPLES, static_cast<std::size_t>(megabytes * 1e6), book);
  const std::vector<Stage> all = stages();
  for (const Stage& stage : all) {
    benchmark::RegisterBenchmark(stage.name.c_str(), [&](benchmark::State& state) { measure(state, stage, inputs, book); })->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace te::bench

int main(int argc, char** argv) {
  try {
    return te::bench::run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "throughput: %s\n", problem.what());
    return 2;
  }
}
