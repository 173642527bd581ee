// content.h: what detectors and parsers look at, worked out at most once per input.
#pragma once

#include <optional>
#include <vector>

#include "parse/lines.h"
#include "transcript_eval/source.h"

namespace te::parse {

class Content {
 public:
  explicit Content(SourcePtr source) : source_(std::move(source)) {}

  [[nodiscard]] const SourcePtr& source() const { return source_; }
  [[nodiscard]] std::string_view text() const { return source_->text(); }
  [[nodiscard]] const std::vector<Line>& lines() const {
    if (!lines_) lines_ = split_lines(*source_);
    return *lines_;
  }

 private:
  SourcePtr source_;
  mutable std::optional<std::vector<Line>> lines_;
};

}  // namespace te::parse
