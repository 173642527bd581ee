#include "fuzz/target.h"

#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/word.h"
#include "transcript_eval/render.h"
#include "transcript_eval/rulebook.h"

namespace te::test {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "breach: %s\n", what);
  std::abort();
}

void check(const Transcript& t) {
  const std::string_view all = t.source->text();
  std::uint32_t end = 0;
  require(!t.turns.empty(), "a transcript has turns");
  for (const Turn& turn : t.turns) {
    require(turn.speaker < t.speakers.size(), "a speaker has a label");
    require(turn.span.begin >= end && turn.span.end <= all.size() && turn.span.begin <= turn.span.end, "turns are in order and inside the text");
    end = turn.span.end;
    const Place place = t.locate(turn.text);
    require(place.line >= 1 && place.span.begin <= place.span.end, "a turn has a place in the file");
    require(place.line == turn.line, "a turn's line is where its first word stands");
  }
}

void run_parsers(const SourcePtr& source) {
  for (const InputFormat& format : input_formats()) {
    const auto t = parse_transcript(source, {std::string(format.name)});
    if (t) check(*t);
    else require(!t.error().message.empty(), "an error says what is wrong");
  }
}

void run_all_stages(const SourcePtr& source) {
  static const RuleBookPtr kBook = *build_rulebook(embedded_data(), {});
  run_parsers(source);
  const auto outcome = evaluate_source(source, kBook, {});
  if (!outcome) return;
  check(outcome->interview.transcript);
  for (const OutputFormat& format : output_formats()) require(!format.render(*outcome).empty(), "a report is not empty");
}

template <typename Run>
void run(std::string_view bytes, Run&& stages) {
  if (const auto source = SourceText::from_bytes("fuzz", std::string(bytes))) stages(*source);
  // XML stands for a Word document with this content: no mutation finds its way into a compressed archive.
  if (bytes.empty() || bytes.front() != '<') return;
  if (const auto source = SourceText::from_bytes("fuzz", zip_of({{"word/document.xml", std::string(bytes)}, {"docProps/core.xml", std::string(bytes)}}))) stages(*source);
}

}  // namespace

void run_everything(std::string_view bytes) { run(bytes, run_all_stages); }

void run_every_parser(std::string_view bytes) { run(bytes, run_parsers); }

}  // namespace te::test
