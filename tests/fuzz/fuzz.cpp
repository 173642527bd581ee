// The entry point of libFuzzer; see README.md beside this file. TE_FUZZED is a function of target.h.
#include <cstddef>
#include <cstdint>

#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  te::test::TE_FUZZED({reinterpret_cast<const char*>(data), size});
  return 0;
}
