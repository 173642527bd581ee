// te_compile_rules OUTPUT: writes the rule book of the embedded data as an image (see image.h). Runs when the program is built.
#include <cstdio>
#include <fstream>

#include "rules/image.h"

std::string_view te::rules::embedded_image() { return {}; }

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: te_compile_rules OUTPUT\n", stderr);
    return 2;
  }
  const auto book = te::build_rulebook(te::embedded_data(), {});
  if (!book) {
    std::fprintf(stderr, "%s\n", book.error().to_string().c_str());
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << te::rules::write_image(**book);
  return out.flush() ? 0 : 1;
}
