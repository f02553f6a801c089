# Headers of others that nearly every source includes, compiled once. They are
# most of what a source costs to compile. A source still includes what it uses:
# with FOOTNOTE_PRECOMPILE_HEADERS=OFF everything compiles as well.
#
# With GCC alone: Clang builds little here, and what it makes of a header differs
# from one time to the next, so ccache would find nothing. With the contract's
# own headers: what gRPC makes of a service is the largest part.
option(FOOTNOTE_PRECOMPILE_HEADERS "Compile common headers once" ON)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(FOOTNOTE_PRECOMPILE_HEADERS OFF)
endif()

# footnote_add_headers(name [TEST] HEADERS header... LIBRARIES target...)
#
# Precompiles the headers, as `name` for footnote_use_headers; with TEST for
# sources of tests, which may be compiled with other options.
function(footnote_add_headers name)
  if(NOT FOOTNOTE_PRECOMPILE_HEADERS)
    return()
  endif()
  cmake_parse_arguments(arg "TEST" "" "HEADERS;LIBRARIES" ${ARGN})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cc)
  file(CONFIGURE OUTPUT ${source} CONTENT "// Compiled for its headers.\n")
  add_library(${name} OBJECT ${source})
  set_target_properties(${name} PROPERTIES FOOTNOTE_IS_TEST ${arg_TEST})
  target_link_libraries(${name} PRIVATE footnote_options ${arg_LIBRARIES})
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# footnote_use_headers(target name)
#
# Compiles the sources of a target with the headers precompiled as `name`. Both
# have to be compiled with the same options, definitions apart. GCC says so where
# they are not, but takes options of optimisation from the headers in silence: a
# source with such options of its own needs SKIP_PRECOMPILE_HEADERS.
function(footnote_use_headers target name)
  if(FOOTNOTE_PRECOMPILE_HEADERS)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

# What retrieval/ includes, and everything else does, too.
set(core_headers
  <algorithm> <array> <atomic> <chrono> <cstddef> <cstdint> <filesystem>
  <fstream> <functional> <map> <memory> <optional> <string> <utility> <variant>
  <vector>
  <absl/container/flat_hash_map.h> <absl/status/status.h>
  <absl/status/statusor.h> <absl/strings/ascii.h> <absl/strings/match.h>
  <absl/strings/str_cat.h> <absl/strings/str_join.h> <absl/strings/str_split.h>
  <absl/strings/string_view.h> <absl/synchronization/mutex.h>
  <absl/time/clock.h> <absl/time/time.h>)
set(core_libraries
  absl::flat_hash_map absl::statusor absl::strings absl::synchronization
  absl::time)
# What service/ and client/ include beside that.
set(rpc_headers
  <grpcpp/grpcpp.h>
  <footnote/v1/corpus.grpc.pb.h> <footnote/v1/question_answering.grpc.pb.h>)
set(test_headers <gmock/gmock.h> <gtest/gtest.h>)

footnote_add_headers(footnote_core_headers
  HEADERS ${core_headers} LIBRARIES ${core_libraries})
footnote_add_headers(footnote_rpc_headers
  HEADERS ${core_headers} ${rpc_headers}
  LIBRARIES ${core_libraries} footnote_proto)
if(FOOTNOTE_BUILD_TESTS)
  footnote_add_headers(footnote_core_test_headers TEST
    HEADERS ${core_headers} ${test_headers}
    LIBRARIES ${core_libraries} GTest::gmock)
  footnote_add_headers(footnote_rpc_test_headers TEST
    HEADERS ${core_headers} ${rpc_headers} ${test_headers}
    LIBRARIES ${core_libraries} footnote_proto GTest::gmock)
endif()
