#include "cli/threads.h"

#include <cstdlib>
#include <stdexcept>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include "cli/build_hash.h"

namespace te::cli {

void take_threads(char* const* /*arguments*/) {
  const char* const build = std::getenv(kBuildOfCaller);
  if (build != nullptr && build != build_hash()) throw std::runtime_error("transcript-eval-parallel is of another build than the transcript-eval that was called: install both, or give --jobs 1");
}

void run_pipeline(unsigned threads, std::size_t waiting, const Pipeline& pipeline) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  const auto read = tbb::make_filter<void, Item>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
    Item item = pipeline.read();
    if (!item) control.stop();
    return item;
  });
  const auto work = tbb::make_filter<Item, Item>(tbb::filter_mode::parallel, pipeline.work);
  const auto write = tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, pipeline.write);
  tbb::parallel_pipeline(waiting, read & work & write);
}

}  // namespace te::cli
