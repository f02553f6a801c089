// How the server's memory is allocated: by jemalloc, whose threads seldom wait
// for one another. With the C library's allocator, those that answer questions
// waited for one that imports, and runs seldom, to let go of a lock.

#include <jemalloc/jemalloc.h>

// Read by jemalloc before main() (jemalloc(3), "TUNING"): what is free goes
// back to the system within a tenth of a second, by a thread of its own, so
// that memory stays near what is used.
const char* malloc_conf =
    "background_thread:true,dirty_decay_ms:100,muzzy_decay_ms:0";
