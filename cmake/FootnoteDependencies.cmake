# Dependencies that come without a CMake package of their own.
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(stemmer INTERFACE IMPORTED)
target_link_libraries(stemmer INTERFACE ${STEMMER_LIBRARY})
target_include_directories(stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE_DIR})

find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
add_library(cli11 INTERFACE IMPORTED)
target_include_directories(cli11 SYSTEM INTERFACE ${CLI11_INCLUDE_DIR})

# gRPC's reflection registers itself when its library is loaded, so it has to be
# linked although nothing in it is called.
find_library(GRPCPP_REFLECTION_LIBRARY grpc++_reflection REQUIRED)
find_library(GRPCPP_CHANNELZ_LIBRARY grpcpp_channelz REQUIRED)
add_library(grpcpp_reflection INTERFACE IMPORTED)
target_link_libraries(grpcpp_reflection INTERFACE
  -Wl,--no-as-needed ${GRPCPP_REFLECTION_LIBRARY} -Wl,--as-needed)

find_library(JEMALLOC_LIBRARY jemalloc REQUIRED)
find_path(JEMALLOC_INCLUDE_DIR jemalloc/jemalloc.h REQUIRED)
add_library(jemalloc INTERFACE IMPORTED)
target_link_libraries(jemalloc INTERFACE ${JEMALLOC_LIBRARY})
target_include_directories(jemalloc SYSTEM INTERFACE ${JEMALLOC_INCLUDE_DIR})

# XGBoost trains the ranking model. The programs do without it.
find_library(XGBOOST_LIBRARY xgboost)
find_path(XGBOOST_INCLUDE_DIR xgboost/c_api.h)
if(XGBOOST_LIBRARY AND XGBOOST_INCLUDE_DIR)
  add_library(xgboost INTERFACE IMPORTED)
  target_link_libraries(xgboost INTERFACE ${XGBOOST_LIBRARY})
  target_include_directories(xgboost SYSTEM INTERFACE ${XGBOOST_INCLUDE_DIR})
endif()

# SQLite: the system's, or an amalgamation given by directory.
if(FOOTNOTE_SQLITE_DIR)
  add_library(footnote_sqlite STATIC ${FOOTNOTE_SQLITE_DIR}/sqlite3.c)
  target_compile_definitions(footnote_sqlite PRIVATE
    SQLITE_ENABLE_FTS5 SQLITE_THREADSAFE=2 SQLITE_DQS=0)
  target_include_directories(footnote_sqlite SYSTEM PUBLIC
    ${FOOTNOTE_SQLITE_DIR})
  target_link_libraries(footnote_sqlite PRIVATE m ${CMAKE_DL_LIBS}
    Threads::Threads)
else()
  find_package(SQLite3 3.40 REQUIRED)
  add_library(footnote_sqlite INTERFACE)
  target_link_libraries(footnote_sqlite INTERFACE SQLite::SQLite3)
endif()
