// load_bank.h: banks/*.json and the rubric's section on them as structs.
#pragma once

#include "rules/json_reader.h"
#include "transcript_eval/rulebook.h"

namespace te::rules {

Bank read_bank(const JsonValue& root, const std::string& path, DataErrors& errors);

/// The figures of the rubric's "bank" section; its criterion is left to the caller.
BankScoring read_comparison(ObjectReader& in);

}  // namespace te::rules
