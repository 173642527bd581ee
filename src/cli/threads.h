// threads.h: items on their way through three stages, many at once.
//
// Is:      what a program has of oneTBB. One is linked with it (threads.cpp); the other starts sooner without it and goes on as
//          that one where there is much to do (threads_elsewhere.cpp).
// Is not:  for those who have work to do: batch.h knows its types.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace te::cli {

/// Gives this process threads: where the program has none, the one that does takes its place, with the same arguments. So
/// nothing may have been read or written before. Where that program is not installed, nothing happens; where it is of another
/// build, it throws std::runtime_error rather than score by other rules than the program that was called.
void take_threads(char* const* arguments);

/// The environment variable in which the program that was called tells the other one its build.
inline constexpr const char* kBuildOfCaller = "TRANSCRIPT_EVAL_BUILD";

/// Whatever goes from one stage to the next.
using Item = std::shared_ptr<void>;

struct Pipeline {
  std::function<Item()> read;              ///< one at a time, in order; null: there are no more
  std::function<Item(const Item&)> work;   ///< many at once
  std::function<void(const Item&)> write;  ///< one at a time, in the order of `read`
};

/// Runs until `read` gives nothing, on up to so many threads. At most `waiting` items are on their way at any time.
void run_pipeline(unsigned threads, std::size_t waiting, const Pipeline& pipeline);

}  // namespace te::cli
