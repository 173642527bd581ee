// label_lines.h: the lines of a text that may begin with a speaker: "Ann: Why?", "**Ann:** Why?", "Q. Why?", "Ann - Why?".
//
// Is not:  a choice. Which of the labels are speakers is decided by who knows them all; see labelled.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/lines.h"

namespace te::parse {

/// "Name: words" at the beginning of a line.
struct LabelLine {
  std::size_t line = 0;     ///< index into the lines
  std::string key;          ///< folded, without titles; of "Q3" and "Question 3" without the number
  std::string_view name;    ///< as written
  std::string_view remark;  ///< "Interviewer" of "Ann Moe (Interviewer): ..."
  std::string_view text;    ///< what follows the colon or dash
  bool fenced = false;      ///< between code fences, as far as they pair up
  bool after_blank = false; ///< the line before it is blank, or a heading, or there is none
  bool listed = false;      ///< a list mark stands before it
};

/// All of them, in order.
std::vector<LabelLine> find_label_lines(const std::vector<Line>& lines);

}  // namespace te::parse
