// How gRPC treats calls that fail: the file that every client of the contract
// is given.

#ifndef FOOTNOTE_CLIENT_SERVICE_CONFIG_H_
#define FOOTNOTE_CLIENT_SERVICE_CONFIG_H_

namespace footnote {

// proto/footnote/v1/service_config.json as it was when the program was built:
// a gRPC service config. Calls that may be repeated are tried again while the
// server is unavailable. The import is not among them, as what it sends again
// depends on what was acknowledged; nor are the calls whose second try would
// meet what the first one did.
extern const char kServiceConfig[];

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_SERVICE_CONFIG_H_
