// UTF-16, Windows-1252 and broken bytes as UTF-8.
#include "text/encoding.h"

#include <fmt/format.h>

#include "support/table.h"

namespace te::text {
namespace {

using namespace std::string_view_literals;
using test::expect_rows;

std::string dump(std::string_view bytes) {
  const Decoded d = decode(std::string(bytes));
  const char* names[] = {"utf-8", "utf-16", "windows-1252"};
  std::string out = fmt::format("{} {}", names[static_cast<int>(d.encoding)], test::visible(d.text));
  for (const auto at : d.replaced_at) out += fmt::format(" @{}", at);
  return out;
}

TEST(Encoding, Utf16) {
  expect_rows({{"\xFF\xFEH\0i\0"sv, "utf-16 Hi"},
               {"\xFE\xFF\0H\0i"sv, "utf-16 Hi"},
               {"A\0:\0 \0H\0i\0"sv, "utf-16 A: Hi"},
               {"\0A\0:\0 \0H\0i"sv, "utf-16 A: Hi"},
               {"\xFF\xFE\xE9\0\x14\x20"sv, "utf-16 é—"},
               {"\xFF\xFE\x3D\xD8\x00\xDE!\0"sv, "utf-16 😀!"},
               {"\xFF\xFEH\0\x3D\xD8i\0"sv, "utf-16 H�i @1"},
               {"\xFF\xFEH\0\x00\xDEi\0"sv, "utf-16 H�i @1"},
               {"\xFF\xFEH\0\x3D\xD8"sv, "utf-16 H� @1"},
               {"\xFF\xFEH\0i"sv, "utf-16 H� @1"},
               {"a\0b\0"sv, "utf-8 a\\x00b\\x00"},
               {"a\0bc\0\0d\0"sv, "utf-8 a\\x00bc\\x00\\x00d\\x00"}},
              dump);
}

TEST(Encoding, Windows1252IsWhatIsNowhereUtf8) {
  expect_rows({{"caf\xE9!", "windows-1252 café!"},
               {"\x93" "caf\xE9\x94 \x96 50 \x80", "windows-1252 “café” – 50 €"},
               {"caf\xC3\xA9 \xE9!", "utf-8 café �! @6"},
               {"caf\xC3\xA9", "utf-8 café"},
               {"cut off \xE2\x80", "utf-8 cut off � @8"},
               {"\x81\xE9.", "utf-8 ��. @0 @3"},
               {"\xFF\xFF.", "utf-8 ��. @0 @3"},
               {"plain", "utf-8 plain"},
               {"", "utf-8 "}},
              dump);
}

}  // namespace
}  // namespace te::text
