// Titles of topics: what a question is about, without the request around it.
#include <gtest/gtest.h>

#include "support/outcomes.h"
#include "support/table.h"

namespace te::test {
namespace {

/// The title of the only topic of an interview with this question.
std::string title_of(std::string_view question) {
  const Outcome o = evaluated("Interviewer: " + std::string(question) + "\n\nCandidate: We moved the invoices to a queue because the nightly job kept failing.\n\nInterviewer: Thank you.\n\nCandidate: Goodbye.\n");
  for (std::size_t i = 0; i < o.interview.threads.size(); ++i) {
    const QuestionType type = o.interview.threads[i].type;
    if (type != QuestionType::kIntroduction && type != QuestionType::kClosing) return o.report.thread_titles[i];
  }
  return "no topic";
}

TEST(Titles, NameWhatTheQuestionIsAbout) {
  expect_rows({
      {"Could you explain the difference between a mutex and a semaphore?", "Mutex vs. semaphore"},
      {"How does a B-tree index differ from a hash index?", "B-tree index vs. hash index"},
      {"What are the trade-offs between polling and webhooks for partner updates?", "Polling vs. webhooks for partner updates"},
      {"How would you reduce the size of a container image?", "Reducing the size of a container image"},
      {"How do you handle retries between two services?", "Retries between two services"},
      {"How do you plan and run a stock count?", "Planning and running a stock count"},
      {"When would you use a heap and when a sorted list?", "Heap vs. sorted list"},
      {"Which dashboard of yours are you most proud of, and why?", "Dashboard"},
      {"Tell me about a project where you built a booking system for a ferry line.", "Building a booking system for a ferry line"},
      {"Can you tell me about a booking system you designed from start to finish?", "Booking system from start to finish"},
      {"Lastly, what do you think sets you apart from other candidates?", "Fit for the role"},
      {"Tell me about a time when you disagreed with a supplier.", "Disagreeing with a supplier"},
      {"Describe a situation where you had to calm an angry customer.", "Calming an angry customer"},
      {"Can you walk me through a project where you used Kafka, and what your part was?", "Project with Kafka"},
      {"For my next question: what is the purpose of a load balancer and how does it fail?", "Load balancer"},
      {"What makes a good code review?", "Code review"},
      {"Why did the payroll migration take so long?", "Payroll migration"},
      {"What is the entry for a prepaid insurance of 1,200 a year, paid in July?", "Entry for a prepaid insurance of 1,200 a year"},
      {"[inaudible 00:00:33] a lesson that went wrong?", "A lesson that went wrong?"},
      {"Hi Omar, how do you plan and run a stock count?", "Planning and running a stock count"},
      {"Ms. Jones, how do you plan and run a stock count?", "Planning and running a stock count"},
      {"So tell me, what made you buy a ferry ticket?", "What made you buy a ferry ticket?"},
      {"\U0001F44D How do you plan and run a stock count?", "Planning and running a stock count"},
  }, title_of);
}

TEST(Titles, WhatPointsBackIsNamedByItsConceptsOrItsSituation) {
  expect_rows({
      {"Could you elaborate on the steps you took to speed up this Kafka consumer?", "Kafka consumer groups and offsets"},
      {"A regular guest complains about the noise every evening. How do you handle it?", "Regular guest complains about the noise every evening"},
      {"Let us come to a harder case: suppose two trains claim the same platform. What do you do?", "Two trains claim the same platform"},
  }, title_of);
}

TEST(Titles, AreQuestionsWhereNothingElseTells) {
  expect_rows({
      {"They never do, do they? Now a ferry is late. How do you sort that out?", "How do you sort that out?"},
      {"All right. Could you pick one product you designed and walk me through it from the first idea to the end?", "Own product"},
      {"Who do you hand over to? To the Dr.", "Who do you hand over to?"},
      {"Can you name one of those insights?", "Can you name one of those insights?"},
      {"Well done, and that will help the night shift a lot. Was there anything you would have done differently?", "Was there anything you would have done differently?"},
      {"Your parcels come from many small shops, so somebody could put the wrong label on one. How do you notice that?", "Parcels come from many small shops"},
      {"Your parcels come by ship, so somebody in one of the many small shops of the harbour could put the wrong label on a box unseen. How do you notice that?", "Your parcels come by ship, so somebody in one of the..."},
  }, title_of);
}

TEST(Titles, AreNeverCutInTheMiddleOfAPhrase) {
  EXPECT_EQ(title_of("How would you design a highly available booking platform for the ferries and trains of a country?"), "Designing a highly available booking platform");
}

TEST(Titles, ACheckWhetherSomethingWasUnderstoodBelongsToWhatItChecks) {
  const Outcome o = evaluated("Interviewer: What is a write-ahead log, and why does a database keep one?\n\nCandidate: It is a file that every change goes to first, because the pages are written later.\n\n"
                              "Interviewer: It is also what a replica reads. Does that make sense?\n\nCandidate: Yes, the replica replays the log in the same order, so it ends up with the same pages.\n");
  for (const std::string& title : o.report.thread_titles) EXPECT_EQ(title.find("Does that"), std::string::npos) << title;
}

}  // namespace
}  // namespace te::test
