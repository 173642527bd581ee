// names.h: speaker labels and names of people: who is the same person, and which labels are no name.
#pragma once

#include <string_view>
#include <vector>

namespace te::structure {

enum class LabelRole : unsigned char { kNone, kInterviewer, kCandidate, kObserver };

/// What a label says by itself: "Hiring Manager" interviews, "Candidate 2" is interviewed, "Notetaker" does neither.
LabelRole role_of_label(std::string_view label);

/// "Rachel Lee, Hiring Manager", "Dr. Lee", "R. Lee" and "rachel" may all be one person.
bool same_person(std::string_view a, std::string_view b);

/// The names in a header value: "Rachel Lee, Director; Sam Oh" and "Rachel Lee and Sam Oh" hold two.
std::vector<std::string_view> names_in(std::string_view value);

/// False for "Speaker 2", "A", "Candidate": labels that name nobody.
bool is_name(std::string_view label);

}  // namespace te::structure
