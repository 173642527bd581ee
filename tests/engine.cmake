# Tests of the scoring engine, the reports and the structure of the code.
target_sources(te_test_support PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/support/outcomes.cpp)
target_link_libraries(te_test_support PUBLIC PkgConfig::re2 nlohmann_json::nlohmann_json)

te_test(score_test
  score/consistency_test.cpp
  score/coverage_test.cpp
  score/facts_test.cpp
  score/gates_test.cpp
  score/invariance_test.cpp
  score/ledger_test.cpp
  score/marks_test.cpp
  score/reference_test.cpp
  score/relevance_test.cpp
)

te_test(report_test
  report/card_test.cpp
  report/cohort_test.cpp
  report/csv_test.cpp
  report/coverage_test.cpp
  report/document_test.cpp
  report/explanation_test.cpp
  report/feedback_test.cpp
  report/golden_test.cpp
  report/hostile_test.cpp
  report/html_test.cpp
  report/interview_formats_test.cpp
  report/json_test.cpp
  report/json_text_test.cpp
  report/markdown_test.cpp
  report/prose_test.cpp
  report/ranking_test.cpp
  report/titles_test.cpp
)

te_test(architecture_test
  architecture/docs_test.cpp
  architecture/layers_test.cpp
)

# The project's own data has no finding that its check calls an error.
add_test(NAME lexicon_check COMMAND transcript-eval lexicon check)

# The README shows what the program prints.
foreach(block report validity)
  add_test(NAME readme_${block} COMMAND ${CMAKE_SOURCE_DIR}/scripts/refresh-readme --check --only ${block} --bin $<TARGET_FILE:transcript-eval>)
endforeach()

# What may not move a score moves none in the samples. A line that does not hold yet is named; the test fails when it begins to hold.
add_test(NAME validity_invariances COMMAND ${CMAKE_SOURCE_DIR}/scripts/validity --check --bin $<TARGET_FILE:transcript-eval>
)
add_test(NAME validity_script COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/scripts/validity_test.py)

# The scripts that measure speed. What they measure is printed, not tested; instructions are counted by a test in bench/.
add_test(NAME bench_scripts COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/scripts/bench_test.py $<TARGET_FILE:transcript-eval>)

# What is printed and read fits the published schemas; Debian's python3 has the validator.
find_program(TE_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
add_test(NAME json_schemas COMMAND ${TE_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/schemas_test.py $<TARGET_FILE:transcript-eval> ${CMAKE_SOURCE_DIR})
add_test(NAME readme_commands COMMAND ${TE_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/readme_test.py $<TARGET_FILE:transcript-eval> ${CMAKE_SOURCE_DIR})
# The pages in a real browser.
add_test(NAME browser COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/browser/pages_test.py $<TARGET_FILE:transcript-eval> ${CMAKE_SOURCE_DIR}/data/samples)
