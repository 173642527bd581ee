// batch.h: many independent pieces of work in parallel, their results in order.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "cli/threads.h"

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
  std::atomic<bool> stopped = false;
  const auto read = [&]() -> Item {
    auto work = stopped ? std::nullopt : next();
    return work ? std::make_shared<Work<T>>(std::move(*work)) : nullptr;
  };
  const auto run = [](const Item& work) -> Item { return std::make_shared<T>((*static_cast<const Work<T>*>(work.get()))()); };
  const auto write = [&](const Item& product) {
    if (!stopped && !done(std::move(*static_cast<T*>(product.get())))) stopped = true;
  };
  run_pipeline(jobs, jobs * kWaitingPerThread, {read, run, write});
}

}  // namespace te::cli
