# footnote_add_test(path/to/name_test.cc [LABELS label...] [LIBRARIES target...])
#
# Builds one test program and registers each of its tests. The target
# `<label>_tests` builds all programs of a label.
include(CheckLinkerFlag)
include(GoogleTest)

# There are hundreds of test programs; gold links one in a third of the time.
check_linker_flag(CXX -fuse-ld=gold FOOTNOTE_HAS_GOLD)

function(footnote_add_test source)
  cmake_parse_arguments(arg "" "" "LABELS;LIBRARIES" ${ARGN})
  cmake_path(GET source STEM name)
  add_executable(${name} ${source})
  set_target_properties(${name} PROPERTIES FOOTNOTE_IS_TEST TRUE)
  if(FOOTNOTE_HAS_GOLD)
    target_link_options(${name} PRIVATE -fuse-ld=gold)
  endif()
  target_link_libraries(${name} PRIVATE footnote_options footnote_testing
    GTest::gmock GTest::gtest_main ${arg_LIBRARIES})
  # Tests of retrieval/ do not know the contract.
  if("${arg_LIBRARIES}" MATCHES "client|faults|proto|service")
    footnote_use_headers(${name} footnote_rpc_test_headers)
  else()
    footnote_use_headers(${name} footnote_core_test_headers)
  endif()
  # gtest_discover_tests would take a list or an empty label apart; ctest -L
  # finds a part of a label, too.
  list(JOIN arg_LABELS "." label)
  gtest_discover_tests(${name}
    PROPERTIES LABELS "test.${label}" TIMEOUT 300
      ENVIRONMENT
      "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/testing/tsan.supp"
    DISCOVERY_MODE PRE_TEST)
  foreach(label IN LISTS arg_LABELS)
    if(NOT TARGET ${label}_tests)
      add_custom_target(${label}_tests)
    endif()
    add_dependencies(${label}_tests ${name})
  endforeach()
endfunction()
