# What `cmake --install` puts where: the program, the library for find_package and pkg-config, data and documents.
include(CMakePackageConfigHelpers)

set(TE_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/transcript_eval)

target_compile_features(transcript_eval PUBLIC cxx_std_20)

install(TARGETS transcript-eval RUNTIME)
if(TE_STATIC_PROGRAM)
  install(TARGETS transcript-eval-parallel RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR})
endif()
install(TARGETS transcript_eval EXPORT transcript_evalTargets ARCHIVE)
install(DIRECTORY include/transcript_eval DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(EXPORT transcript_evalTargets NAMESPACE transcript_eval:: DESTINATION ${TE_PACKAGE_DIR})

configure_package_config_file(cmake/transcript_evalConfig.cmake.in ${PROJECT_BINARY_DIR}/transcript_evalConfig.cmake INSTALL_DESTINATION ${TE_PACKAGE_DIR}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/transcript_evalConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/transcript_evalConfig.cmake ${PROJECT_BINARY_DIR}/transcript_evalConfigVersion.cmake DESTINATION ${TE_PACKAGE_DIR})

# The prefix follows from where the file lies, so that an installed tree can be moved.
file(RELATIVE_PATH TE_PC_TO_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
string(REGEX REPLACE "/$" "" TE_PC_TO_PREFIX "${TE_PC_TO_PREFIX}")
configure_file(cmake/transcript_eval.pc.in ${PROJECT_BINARY_DIR}/transcript_eval.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/transcript_eval.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/transcript-eval)
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} USE_SOURCE_PERMISSIONS PATTERN "__pycache__" EXCLUDE)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} FILES_MATCHING PATTERN "*.md" PATTERN "*.png")

# Manual page and completions come from the declared command line.
set(TE_GENERATED ${PROJECT_BINARY_DIR}/generated)
add_custom_command(
  OUTPUT ${TE_GENERATED}/transcript-eval.1 ${TE_GENERATED}/transcript-eval.bash ${TE_GENERATED}/_transcript-eval ${TE_GENERATED}/transcript-eval.fish
  COMMAND transcript-eval manual > ${TE_GENERATED}/transcript-eval.1
  COMMAND transcript-eval completions bash > ${TE_GENERATED}/transcript-eval.bash
  COMMAND transcript-eval completions zsh > ${TE_GENERATED}/_transcript-eval
  COMMAND transcript-eval completions fish > ${TE_GENERATED}/transcript-eval.fish
  DEPENDS transcript-eval)
add_custom_target(transcript-eval-terminal ALL DEPENDS ${TE_GENERATED}/transcript-eval.1)
install(FILES ${TE_GENERATED}/transcript-eval.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${TE_GENERATED}/transcript-eval.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME transcript-eval)
install(FILES ${TE_GENERATED}/_transcript-eval DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${TE_GENERATED}/transcript-eval.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
