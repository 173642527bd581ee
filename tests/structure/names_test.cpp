// Which labels are names, whose they are, and what labels say by themselves.
#include "structure/names.h"

#include "support/table.h"

namespace te::structure {
namespace {

using test::expect_rows;

TEST(Names, OfOnePerson) {
  expect_rows({{"Rachel Lee|rachel lee", "same"},
               {"Rachel|Rachel Lee", "same"},
               {"Lee|Rachel Lee", "same"},
               {"Dr. Kim|Jin Kim", "same"},
               {"dr kim|Jin Kim, MD", "same"},
               {"R. Lee|Rachel Lee", "same"},
               {"Rachel Lee|Rachel Lee, Hiring Manager", "same"},
               {"Rachel Lee (HR)|Rachel Lee", "same"},
               {"Mr. Morrison|Morrison", "same"},
               {"Rachel Lee|Rachel Ng", "other"},
               {"R. Lee|Sam Lee", "other"},
               {"Ra|Rachel", "other"},
               {"Dr.|Rachel", "other"},
               {"|Rachel", "other"}},
              [](std::string_view pair) { return same_person(pair.substr(0, pair.find('|')), pair.substr(pair.find('|') + 1)) ? "same" : "other"; });
}

TEST(Names, InAHeaderValue) {
  expect_rows({{"Rachel Lee", "Rachel Lee|"},
               {"Rachel Lee, Director; Sam Oh", "Rachel Lee|Director|Sam Oh|"},
               {"Rachel Lee and Sam Oh", "Rachel Lee|Sam Oh|"},
               {"Andrew Sandoval", "Andrew Sandoval|"},
               {" , ", ""}},
              [](std::string_view value) {
                std::string out;
                for (const auto name : names_in(value)) out += std::string(name) + "|";
                return out;
              });
}

TEST(Names, LabelsThatNameNobody) {
  expect_rows({{"Rachel", "name"}, {"Al", "name"}, {"Speaker 1", "none"}, {"SPEAKER_00", "none"}, {"spk_1", "none"}, {"Candidate", "none"}, {"Interviewer 2", "none"}, {"A", "none"}, {"assistant", "none"}, {"Unknown", "none"}, {"Me", "none"}, {"Them", "none"}, {"You", "none"}, {"You Chen", "name"}, {"Bewerberin", "none"}, {"", "none"}},
              [](std::string_view label) { return is_name(label) ? "name" : "none"; });
}

TEST(Names, RolesOfLabels) {
  expect_rows({{"Interviewer", "i"}, {"hiring manager", "i"}, {"Recruiter (remote)", "i"}, {"Q", "i"}, {"Candidate 2", "c"}, {"A", "c"}, {"Interviewee", "c"}, {"Notetaker", "o"}, {"Observer 1", "o"}, {"Entrevistador/Interviewer", "i"}, {"Candidato", "c"}, {"Bewerberin", "c"}, {"Personaler", "i"}, {"Recruteuse", "i"}, {"Q/A", "-"}, {"A Kumar", "-"}, {"Hostert", "-"}, {"assistant", "-"}, {"user", "-"}, {"Rachel", "-"}},
              [](std::string_view label) {
                switch (role_of_label(label)) {
                  case LabelRole::kInterviewer: return "i";
                  case LabelRole::kCandidate: return "c";
                  case LabelRole::kObserver: return "o";
                  case LabelRole::kNone: return "-";
                }
                return "?";
              });
}

}  // namespace
}  // namespace te::structure
