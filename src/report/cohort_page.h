// cohort_page.h: the sections of the page about many interviews.
#pragma once

#include "report/cohort_statistics.h"
#include "report/html_page.h"

namespace te::report {

/// The candidate, or the file where nobody is named.
std::string name_of(const Cohort::Member& member);

// cohort_table.cpp: the candidates, their criteria as a heat map, what the comparison needs.
Html candidate_table(const Cohort& cohort, const Members& ranked);
Html filters(const Members& members);
/// Figures of all candidates for the page's script, as a block of JSON.
Html cohort_data(const Cohort& cohort, const Members& ranked);

// cohort_charts.cpp
Html distribution(const Members& members, const Rubric& rubric);

// cohort_consistency.cpp: who was asked what.
Html consistency_section(const Members& members);

}  // namespace te::report
