# What every target of the project compiles with: warnings as errors, hardening
# in optimised builds, and the sanitizers asked for. Clang counts signs
# under -Wconversion, GCC does not.
add_library(footnote_options INTERFACE)
target_compile_features(footnote_options INTERFACE cxx_std_20)
target_compile_options(footnote_options INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wformat=2 -Wimplicit-fallthrough -Werror
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
  -fstack-protector-strong -fstack-clash-protection)
target_include_directories(footnote_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_options(footnote_options INTERFACE
  -Wl,-z,relro,-z,now,-z,noexecstack)

# Generated code too. Protobuf's headers lay maps out differently when they see
# ThreadSanitizer, and its library was built without: the macro is taken away.
# libstdc++ is told by its own: it then reads the counts of a shared_ptr one by
# one, as ThreadSanitizer can follow.
if(FOOTNOTE_SANITIZE MATCHES thread)
  add_compile_options(-fsanitize=thread -U__SANITIZE_THREAD__
    -D_GLIBCXX_TSAN=1)
endif()
if(FOOTNOTE_SANITIZE)
  target_compile_options(footnote_options INTERFACE
    -fsanitize=${FOOTNOTE_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer
    # GCC sees uninitialised members in instrumented code of its own library.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # What is looked at is the product: tests compile in half the time.
    "$<$<BOOL:$<TARGET_PROPERTY:FOOTNOTE_IS_TEST>>:-O0;-fno-sanitize=undefined>")
  target_link_options(footnote_options INTERFACE
    -fsanitize=${FOOTNOTE_SANITIZE})
else()
  # Tests compile in half the time, and need not be fast; hardening needs
  # optimisation.
  set(is_test "$<BOOL:$<TARGET_PROPERTY:FOOTNOTE_IS_TEST>>")
  target_compile_options(footnote_options INTERFACE
    "$<$<NOT:$<CONFIG:Debug>>:$<IF:${is_test},-O0,-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3>>")
  target_compile_definitions(footnote_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

# Fuzzers learn from the branches of what they call, not of themselves alone.
if(FOOTNOTE_LIBFUZZER)
  target_compile_options(footnote_options INTERFACE
    -fsanitize=fuzzer-no-link)
endif()
