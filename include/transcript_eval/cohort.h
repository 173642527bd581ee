// cohort.h: many interviews beside each other.
//
// Is:      the figures of each interview that a comparison needs, small enough to keep thousands of them.
// Is not:  an evaluation. Nothing is judged here; every figure is one of evaluation.h, or a mean of such.
// Owns:    its strings. A Summary outlives the Outcome that it was made from.
// Units:   relevance 0..1, criterion scores 1..5, concept levels 1 (basic) .. 3 (advanced).
// Errors:  none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "transcript_eval/report.h"

namespace te {

struct Outcome;

struct QuestionSummary {
  std::string id;
  QuestionType type = QuestionType::kTechnical;
  std::uint32_t thread = 0;       ///< 1-based, into Summary::threads
  bool follow_up = false;         ///< deepens the thread's main question
  std::uint32_t line = 0;
  std::string text;               ///< the asking sentences on one line
  State state = State::kNotScored;
  Points score_raw;               ///< meaningful when state is kScored
  double relevance = 0;
  std::uint32_t words = 0;        ///< of the answer
  std::vector<std::optional<double>> criteria;  ///< parallel to Rubric::criteria; empty unless scored
  std::vector<std::string> flags;
  std::vector<std::string> areas; ///< names of the skill areas that the question itself names, sorted
  std::optional<double> level;    ///< mean level of the concepts that it names, absent when it names none
};

struct ThreadSummary {
  std::string title;
  QuestionType type = QuestionType::kTechnical;
  State state = State::kNotScored;
  Points score_raw;
};

struct Summary {
  std::string path;
  std::string candidate;          ///< may be empty
  std::string position;           ///< may be empty
  State state = State::kUnscorable;
  std::string reason;             ///< why it is not scored
  Decision decision = Decision::kNoDecision;
  Points overall_raw;             ///< meaningful when state is kScored
  double relevance = 0;
  double talk_share = 0;
  std::uint32_t words = 0;        ///< of the candidate
  std::vector<std::optional<double>> criteria;  ///< parallel to Rubric::criteria, mean over the scored questions, follow-ups with the rubric's weight
  std::optional<double> level;    ///< mean over the scored questions that have one: how difficult the questions were
  std::uint32_t diagnostics = 0;
  std::vector<QuestionSummary> questions;
  std::vector<ThreadSummary> threads;
  std::vector<std::string> strengths;  ///< titles
  std::vector<std::string> gaps;       ///< titles of development areas; critical ones are named so
};

Summary summarize(const Outcome& outcome);

/// Everything that a page about many interviews shows.
struct Cohort {
  struct Member {
    Summary summary;
    std::string report;  ///< path of its own report, relative to the page
  };
  RuleBookPtr book;
  std::vector<Member> members;    ///< in the order of the inputs
  std::vector<std::string> failures;  ///< why other inputs have no result, one line each
};

}  // namespace te
