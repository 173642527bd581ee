// content.h: what detectors and parsers look at, worked out at most once per input.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "parse/json_tree.h"
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
  /// The text as JSON if it begins like JSON, otherwise null.
  [[nodiscard]] const JsonDocument* json() const {
    if (!json_) json_.emplace(looks_like_json(text()) ? std::make_unique<JsonDocument>(read_json(*source_)) : nullptr);
    return json_->get();
  }

 private:
  SourcePtr source_;
  mutable std::optional<std::vector<Line>> lines_;
  mutable std::optional<std::unique_ptr<JsonDocument>> json_;
};

}  // namespace te::parse
