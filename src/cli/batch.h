// batch.h: many independent pieces of work in parallel, their results in order.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

namespace te::cli {

/// A piece of work that can run on any thread.
template <typename T>
using Work = std::function<T()>;

/// Calls `next` until it gives nothing, runs the work on `jobs` threads (0: one per processor) and hands the results to
/// `done` in the order of `next`. `next` and `done` are never called by two threads at once, and while either waits the
/// other threads go on. At most a few results per thread wait at any time, so memory stays bounded on endless input and
/// a slow reader of the results slows the input down. `done` returns false to stop: what follows is not handed over.
template <typename T>
void run_ordered(unsigned jobs, const std::function<std::optional<Work<T>>()>& next, const std::function<bool(T)>& done) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  if (jobs == 1) {
    while (auto work = next()) {
      if (!done((*work)())) return;
    }
    return;
  }
  constexpr std::size_t kWaitingPerThread = 4;
  using Task = std::shared_ptr<Work<T>>;
  using Product = std::shared_ptr<T>;
  std::atomic<bool> stopped = false;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  const auto read = tbb::make_filter<void, Task>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) -> Task {
    auto work = stopped ? std::nullopt : next();
    if (work) return std::make_shared<Work<T>>(std::move(*work));
    control.stop();
    return nullptr;
  });
  const auto run = tbb::make_filter<Task, Product>(tbb::filter_mode::parallel, [](const Task& work) { return std::make_shared<T>((*work)()); });
  const auto write = tbb::make_filter<Product, void>(tbb::filter_mode::serial_in_order, [&](const Product& product) {
    if (!stopped && !done(std::move(*product))) stopped = true;
  });
  tbb::parallel_pipeline(jobs * kWaitingPerThread, read & run & write);
}

}  // namespace te::cli
