// html_marks.h: where in the transcript points were earned and lost.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/html_element.h"
#include "transcript_eval/render.h"

namespace te::report {

/// An entry of a question's ledger.
struct EntryRef {
  std::size_t question = 0;
  std::size_t entry = 0;
  friend auto operator<=>(const EntryRef&, const EntryRef&) = default;
};

/// The passages that ledgers quote, cut so that none overlaps another. Passages know their ledger rows and rows their
/// first passage; both link to each other.
class Marks {
 public:
  explicit Marks(const Outcome& outcome);
  /// A turn's text with its passages marked.
  [[nodiscard]] Html turn_text(std::size_t turn) const;
  /// "#e12", empty when the entry quotes nothing.
  [[nodiscard]] std::string passage_link(EntryRef entry) const;
  /// Id of an entry's row in the ledger table.
  [[nodiscard]] std::string row_id(EntryRef entry) const;

 private:
  struct Passage {
    Span span;
    std::vector<EntryRef> entries;
    std::size_t number = 0;
  };
  void add_turn(std::size_t turn, const std::vector<EntryRef>& entries);
  [[nodiscard]] const LedgerEntry& entry_of(EntryRef e) const { return outcome_.evaluation.questions[e.question].ledger[e.entry]; }
  [[nodiscard]] Html marked(const Passage& passage) const;

  const Outcome& outcome_;
  std::vector<std::vector<Passage>> turns_;     ///< parallel to Transcript::turns, in reading order
  std::map<EntryRef, std::size_t> passage_of_;  ///< the number of an entry's first passage
  std::size_t passages_ = 0;
};

/// What a rule or gate is called in a ledger: "Figure", "Gate: off topic".
std::string rule_title(const Rubric& rubric, std::string_view rule);
/// "+0.139", with a true minus sign.
std::string signed_points(Points points);

}  // namespace te::report
