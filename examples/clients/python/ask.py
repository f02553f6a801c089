#!/usr/bin/env python3
"""Asks a footnote server a question and prints the cited sentences."""

import os
import pathlib
import sys

import grpc

from footnote.v1 import question_answering_pb2 as qa
from footnote.v1 import question_answering_pb2_grpc as qa_grpc
from google.rpc import error_details_pb2, status_pb2

TIMEOUT_SECONDS = 5
PROTO = pathlib.Path(__file__).resolve().parents[3] / "proto"
RETRIES = (PROTO / "footnote/v1/service_config.json").read_text()


def print_answer(answer):
    """Prints the answer; returns the exit status."""
    if answer.outcome != qa.OUTCOME_ANSWERED:
        reasons = map(qa.NotAnsweredReason.Name, answer.not_answered_reasons)
        print("No answer:", *reasons)
        return 1
    for number, sentence in enumerate(answer.sentences, start=1):
        cited = sentence.citation
        print(f"[{number}] {sentence.text}")
        print(f"    {cited.title} ({cited.document_id}, "
              f"bytes {cited.span.begin_byte}-{cited.span.end_byte})")
    return 0


def print_failure(error):
    """Prints why the call failed; returns the exit status."""
    print(f"error: {error.details()} ({error.code().name})", file=sys.stderr)
    trailers = dict(error.trailing_metadata() or ())
    details = trailers.get("grpc-status-details-bin", b"")
    for detail in status_pb2.Status.FromString(details).details:
        info = error_details_pb2.ErrorInfo()
        bad_request = error_details_pb2.BadRequest()
        if detail.Unpack(info):
            print(f"reason: {info.reason} ({info.domain})", file=sys.stderr)
        elif detail.Unpack(bad_request):
            for violation in bad_request.field_violations:
                print(f"field {violation.field}: {violation.description}",
                      file=sys.stderr)
    unreached = error.code() in (grpc.StatusCode.UNAVAILABLE,
                                 grpc.StatusCode.DEADLINE_EXCEEDED)
    return 3 if unreached else 4


def main(arguments):
    if len(arguments) not in (1, 2):
        print("usage: ask.py QUESTION [HOST:PORT]", file=sys.stderr)
        return 2
    server = os.environ.get("FOOTNOTE_SERVER", "127.0.0.1:50051")
    if len(arguments) == 2:
        server = arguments[1]
    request = qa.AskRequest(question=qa.Question(text=arguments[0]))
    options = [("grpc.service_config", RETRIES)]
    with grpc.insecure_channel(server, options) as channel:
        stub = qa_grpc.QuestionAnsweringServiceStub(channel)
        try:
            response = stub.Ask(request, timeout=TIMEOUT_SECONDS)
        except grpc.RpcError as error:
            return print_failure(error)
    return print_answer(response.answer)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
