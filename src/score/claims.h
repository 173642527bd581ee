// claims.h: a turn read as clauses, with what shapes the claims in them: negation, report, comparison, condition.
//
// Is:      a shallow reading by words and signs. It errs on the side of seeing no claim.
// Is not:  a parser. A subject is a name near the begin of a clause, or a pronoun there.
// Cost:    linear in the tokens of the turn.
#pragma once

#include <vector>

#include "rules/compiled.h"

namespace te::score {

struct Clause {
  std::uint32_t first = 0;  ///< tokens [first, last), the joining word included
  std::uint32_t last = 0;
  std::uint32_t head = 0;   ///< first token behind joining words and adverbs; `last` when there is none
  bool condition = false;   ///< begins with "if" and the like
};

class ClaimReader {
 public:
  ClaimReader(const CompiledRules& rules, const Annotation& annotation);

  [[nodiscard]] const std::vector<Clause>& clauses() const { return clauses_; }
  /// Index of the clause that holds the token.
  [[nodiscard]] std::uint32_t clause_at(std::uint32_t token) const { return clause_of_[token]; }
  /// Index into the annotation's sentences.
  [[nodiscard]] std::uint32_t sentence_of_clause(std::uint32_t clause) const { return sentence_of_[clause]; }
  [[nodiscard]] std::uint32_t first_clause(std::uint32_t sentence) const { return first_clause_[sentence]; }
  /// Whether a phrase of the kind begins at the token.
  [[nodiscard]] bool has(std::uint32_t token, ClaimMark mark) const { return (marks_[token] >> static_cast<unsigned>(mark) & 1U) != 0; }
  /// Whether one begins in [first, last).
  [[nodiscard]] bool any(std::uint32_t first, std::uint32_t last, ClaimMark mark) const;
  /// Whether the token stands in a comparison ("unlike a list") and so is not the subject.
  [[nodiscard]] bool aside(std::uint32_t token) const { return aside_[token]; }
  /// Whether something could be spoken of by name at this token: near the clause's begin, not compared with, not absent.
  [[nodiscard]] bool opens_claim(std::uint32_t token) const;
  /// Whether the clause up to the token only introduces what is spoken of: "With RAG, ...".
  [[nodiscard]] bool introduces(std::uint32_t clause, std::uint32_t token) const;
  /// The token of the pronoun that a sentence begins with; its end when it begins otherwise.
  [[nodiscard]] std::uint32_t opening_pronoun(std::uint32_t sentence) const;
  /// The word by which a sentence leaves out its subject: "Means that ..."; its end when it does not, or tells of deeds.
  [[nodiscard]] std::uint32_t opening_fragment(std::uint32_t sentence) const;

 private:
  void mark(const std::vector<text::PhraseMatch>& found);
  void split(std::uint32_t sentence);
  void close(std::uint32_t sentence, std::uint32_t first, std::uint32_t last);
  [[nodiscard]] bool divides(std::uint32_t token) const;
  [[nodiscard]] bool is_gerund(std::uint32_t token) const;

  const Annotation& a_;
  std::vector<std::uint32_t> marks_;      ///< bits of ClaimMark, by token
  std::vector<bool> aside_;
  std::vector<Clause> clauses_;
  std::vector<std::uint32_t> clause_of_;  ///< by token
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint32_t> first_clause_;
};

}  // namespace te::score
