# The server and its command line. Needs no BuildKit.

FROM debian:bookworm-slim AS build
WORKDIR /src
# Alone and first: the packages are installed again only when the list changes.
COPY scripts/install-debian.sh scripts/
RUN scripts/install-debian.sh --build
COPY CMakeLists.txt CMakePresets.json ./
COPY cmake cmake
COPY proto proto
COPY retrieval retrieval
COPY service service
COPY client client
RUN cmake --preset release \
      -DFOOTNOTE_BUILD_TESTS=OFF -DFOOTNOTE_BUILD_BENCH=OFF \
    && cmake --build --preset release --target footnoted footnote \
    && cmake --install build/release --prefix /usr/local --strip
# In the image, not mounted: an engine elsewhere sees no folder of this machine,
# and a clone may be its owner's alone to read.
COPY examples/corpus /usr/local/share/footnote/examples
RUN chmod -R a+rX /usr/local/share/footnote

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Footnote" \
      org.opencontainers.image.description="Answers questions with sentences cited from documents, over gRPC"
# The libraries that the two programs name, their own dependencies with them,
# and the words of English.
# Nothing is setuid: no program in here has to become another user.
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes \
      --no-install-recommends -o Dpkg::Use-Pty=0 \
      libabsl20220623 libgrpc++1.51 libgrpc29 libicu72 libjemalloc2 libprotobuf32 \
      libspdlog1.10 libsqlite3-0 libssl3 libstdc++6 libstemmer0d libxml2 libzstd1 \
      wordnet-base >/dev/null \
    && rm -rf /var/cache/apt/* /var/lib/apt/lists/* /var/log/apt \
      /var/log/dpkg.log \
    && find / -xdev -type f -perm /6000 -exec chmod a-s {} + \
    && install -d -o 65532 -g 65532 -m 0700 /var/lib/footnote
COPY --from=build /usr/local/bin/footnoted /usr/local/bin/footnote \
  /usr/local/bin/
COPY --from=build /usr/local/share/footnote /usr/local/share/footnote
# The server alone keeps documents. There is no VOLUME: each run of the command
# line would leave an empty one behind.
ENV FOOTNOTE_DATA_DIR=/var/lib/footnote \
    FOOTNOTE_LISTEN=0.0.0.0:50051
USER 65532:65532
WORKDIR /
EXPOSE 50051
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["footnote", "--timeout", "2s", "health"]
ENTRYPOINT ["footnoted"]
