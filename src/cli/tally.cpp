#include "cli/tally.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/color.h"

namespace te::cli {

Verdict verdict_of(const Outcome& o) {
  Verdict out{o.evaluation.state, o.evaluation.overall_raw, Severity::kInfo};
  for (const auto* list : {&o.interview.diagnostics, &o.evaluation.diagnostics}) {
    for (const Diagnostic& d : *list) out.worst = std::max(out.worst, d.severity);
  }
  return out;
}

bool Verdict::below(const Options& options) const {
  if (options.fail_under && state == State::kScored && overall.value() < *options.fail_under) return true;
  if (options.fail_on.empty()) return false;
  return worst >= (options.fail_on == "error" ? Severity::kError : Severity::kWarning);
}

void Tally::add(const Finished& f) {
  ++inputs_;
  if (f.error) {
    ++(f.io_error ? io_errors_ : failed_);
    add_reason(f.error->message, 1);
    return;
  }
  up_to_date_ += f.up_to_date ? 1 : 0;
  scored_ += f.verdict.state == State::kScored ? 1 : 0;
  below_ += f.verdict.below(*options_) ? 1 : 0;
}

void Tally::add(const Tally& other) {
  inputs_ += other.inputs_;
  up_to_date_ += other.up_to_date_;
  failed_ += other.failed_;
  io_errors_ += other.io_errors_;
  scored_ += other.scored_;
  below_ += other.below_;
  other_reasons_ += other.other_reasons_;
  for (const auto& [reason, times] : other.reasons_) add_reason(reason, times);
}

void Tally::add_reason(const std::string& reason, std::size_t times) {
  constexpr std::size_t kMost = 20;
  const auto known = reasons_.find(reason);
  if (known != reasons_.end()) known->second += times;
  else if (reasons_.size() < kMost) reasons_.emplace(reason, times);
  else other_reasons_ += times;
}

int Tally::exit_status() const {
  if (io_errors_ > 0) return kUsageOrIo;
  if (failed_ > 0) return kSomeFailed;
  if (below_ > 0) return kBelowThreshold;
  return inputs_ > 0 && scored_ == 0 ? kUnscorableOnly : kDone;
}

std::string Tally::report() const {
  std::size_t failed = other_reasons_;
  for (const auto& [reason, times] : reasons_) failed += times;
  std::string out = fmt::format("{} input{}: {} done", inputs_, inputs_ == 1 ? "" : "s", inputs_ - up_to_date_ - failed);
  if (up_to_date_ > 0) out += fmt::format(", {} skipped (up to date)", up_to_date_);
  if (failed > 0) out += fmt::format(", {} failed", failed);
  out += '\n';
  for (const auto& [reason, times] : reasons_) out += fmt::format("  {} x {}\n", times, without_controls(reason));
  if (other_reasons_ > 0) out += fmt::format("  {} x for other reasons, named above\n", other_reasons_);
  return out;
}

}  // namespace te::cli
