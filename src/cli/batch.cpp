#include "cli/batch.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

namespace te::cli {

void run_ordered(unsigned jobs, const std::function<std::optional<Work>()>& next, const std::function<bool(Finished)>& done) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  if (jobs == 1) {
    while (auto work = next()) {
      if (!done((*work)())) return;
    }
    return;
  }
  constexpr std::size_t kWaitingPerThread = 4;
  std::atomic<bool> stopped = false;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::parallel_pipeline(
      jobs * kWaitingPerThread,
      tbb::make_filter<void, std::shared_ptr<Work>>(tbb::filter_mode::serial_in_order,
                                                    [&](tbb::flow_control& control) -> std::shared_ptr<Work> {
                                                      auto work = stopped ? std::nullopt : next();
                                                      if (!work) {
                                                        control.stop();
                                                        return nullptr;
                                                      }
                                                      return std::make_shared<Work>(std::move(*work));
                                                    }) &
          tbb::make_filter<std::shared_ptr<Work>, std::shared_ptr<Finished>>(tbb::filter_mode::parallel, [](const std::shared_ptr<Work>& work) { return std::make_shared<Finished>((*work)()); }) &
          tbb::make_filter<std::shared_ptr<Finished>, void>(tbb::filter_mode::serial_in_order, [&](const std::shared_ptr<Finished>& result) {
            if (!stopped && !done(std::move(*result))) stopped = true;
          }));
}

}  // namespace te::cli
