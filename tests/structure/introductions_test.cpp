// Names that are said in the first turns.
#include "structure/introductions.h"

#include <gtest/gtest.h>

#include "support/table.h"

namespace te::structure {
namespace {

using test::expect_rows;

TEST(Introductions, ACompanyStandsBehindItsPosition) {
  expect_rows({
      {"Thanks for your interest in the data analyst role at Contoso Bank, which is new.", "Contoso Bank"},
      {"the opening here\nat Ann & Sons & partners", "Ann & Sons &"},
      {"A job with us, and a team with Zoë's-Werk", "Zoë's-Werk"},
      {"the role at home", ""},
      {"the parole at Contoso", ""},
      {"the role, at Contoso", ""},
  }, company_of_position);
}

TEST(Introductions, ACompanyWelcomes) {
  expect_rows({
      {"Welcome to Fabrikam. The role is new.", "Fabrikam"},
      {"on behalf of Éclair-24 I greet you", "Éclair-24 I"},
      {"your interview here at Fabrikam", "Fabrikam"},
      {"welcome to the office", ""},
  }, company_welcomed_to);
}

TEST(Introductions, APersonIsGreetedByOneName) {
  expect_rows({
      {"Good morning, Maria!", "Maria"},
      {"Well, hi Zoë , nice to see you", "Zoë"},
      {"Hello Maria Moe.", ""},
      {"Hello A.", ""},
      {"hello there.", ""},
  }, greeted_by_name);
}

}  // namespace
}  // namespace te::structure
