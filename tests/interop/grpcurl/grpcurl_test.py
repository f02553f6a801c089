#!/usr/bin/env python3
"""grpcurl uses a running server by reflection.

GRPCURL is the program, FOOTNOTE_SERVER the server, which holds examples/corpus,
QUESTIONS a file of questions to it and ANSWERS the command line's answers.
"""

import json
import os
import pathlib
import re
import subprocess
import unittest

GRPCURL = [os.environ["GRPCURL"], "-plaintext", "-emit-defaults"]
SERVER = os.environ["FOOTNOTE_SERVER"]
QUESTIONS = "footnote.v1.QuestionAnsweringService"
CORPORA = "footnote.v1.CorpusService"
CORPUS = "interop-grpcurl"
TEXT = "The ferry to Awashima carries 48 passengers a day."
# grpcurl ends in 64 and the code of the failed call.
INVALID_ARGUMENT, DEADLINE_EXCEEDED, NOT_FOUND = 64 + 3, 64 + 4, 64 + 5


def run(*arguments, options=()):
    return subprocess.run([*GRPCURL, *options, *arguments], timeout=60,
                          capture_output=True, text=True, encoding="utf-8")


def call(method, *requests, options=()):
    return run("-d", "\n".join(map(json.dumps, requests)), SERVER, method,
               options=("-format-error", *options))


def json_values(text):
    """Returns the JSON values that stand one after the other in `text`."""
    decoder, values = json.JSONDecoder(), []
    while text := text.strip():
        value, end = decoder.raw_decode(text)
        values.append(camel_case(value))
        text = text[end:]
    return values


def camel_case(value):
    """Returns JSON with its names as proto3 JSON has them.

    grpcurl prints the names of proto/, as the descriptors that C++ reflects
    lack the others, and null for a message that is not set, which is left out.
    """
    if isinstance(value, list):
        return [camel_case(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {re.sub("_([a-z0-9])", lambda match: match[1].upper(), name):
            camel_case(item) for name, item in value.items()
            if item is not None}


def import_request(name, text=TEXT):
    return {"corpus": CORPUS, "documents": [{"id": name, "text": text}]}


class GrpcurlTest(unittest.TestCase):

    def replies(self, method, *requests, options=()):
        outcome = call(method, *requests, options=options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json_values(outcome.stdout)

    def details(self, outcome, status):
        """Returns the details of the error that a call has to end in."""
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        (error,) = json_values(outcome.stderr)
        return {detail["@type"].rpartition(".")[2]: detail
                for detail in error["details"]}

    def test_list(self):
        self.assertEqual(run(SERVER, "list").stdout.split(), [
            CORPORA, QUESTIONS, "grpc.health.v1.Health",
            "grpc.reflection.v1alpha.ServerReflection"])

    def test_describe(self):
        outcome = run(SERVER, "describe", "footnote.v1.AskOptions")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("optional double min_confidence = 2;", outcome.stdout)

    def test_answers_are_those_of_the_command_line(self):
        questions, answers = (
            pathlib.Path(os.environ[name]).read_text("utf-8").splitlines()
            for name in ("QUESTIONS", "ANSWERS"))
        self.assertEqual(len(questions), len(answers))
        for question, answer in zip(questions, answers):
            self.assertEqual(
                self.replies(f"{QUESTIONS}/Ask", json.loads(question)),
                [json.loads(answer)])

    def test_import_get_list_delete(self):
        replies = self.replies(
            f"{CORPORA}/ImportDocuments", import_request("a"),
            import_request("b"), import_request("a"), import_request("c", ""))
        self.assertEqual([reply["results"][0]["outcome"] for reply in replies], [
            "IMPORT_OUTCOME_ADDED", "IMPORT_OUTCOME_ADDED",
            "IMPORT_OUTCOME_UNCHANGED", "IMPORT_OUTCOME_REFUSED"])
        named = {"corpus": CORPUS, "documentId": "a"}
        (got,) = self.replies(f"{CORPORA}/GetDocument", named)
        self.assertEqual(got["document"]["document"]["text"], TEXT)
        (page,) = self.replies(f"{CORPORA}/ListDocuments", {"corpus": CORPUS})
        self.assertEqual([item["id"] for item in page["documents"]], ["a", "b"])
        (deleted,) = self.replies(
            f"{CORPORA}/DeleteDocuments",
            {"corpus": CORPUS, "documentIds": ["b", "never", "a"]})
        self.assertEqual(deleted["deletedIds"], ["b", "a"])
        self.assertEqual(deleted["missingIds"], ["never"])
        details = self.details(call(f"{CORPORA}/GetDocument", named), NOT_FOUND)
        self.assertEqual(details["ErrorInfo"]["reason"], "DOCUMENT_NOT_FOUND")
        self.assertEqual(details["ErrorInfo"]["metadata"], {"document": "a"})

    def test_a_bad_request_names_every_bad_field(self):
        details = self.details(
            call(f"{QUESTIONS}/Ask", {"options": {"maxSentences": 0}}),
            INVALID_ARGUMENT)
        self.assertEqual(details["ErrorInfo"]["reason"], "INVALID_FIELD")
        self.assertEqual(details["ErrorInfo"]["domain"], "footnote")
        fields = [violation["field"] for violation
                  in details["BadRequest"]["fieldViolations"]]
        self.assertEqual(sorted(fields),
                         ["options.max_sentences", "question.text"])

    def test_health(self):
        for service in ("", QUESTIONS):
            (reply,) = self.replies("grpc.health.v1.Health/Check",
                                    {"service": service})
            self.assertEqual(reply, {"status": "SERVING"})
        outcome = call("grpc.health.v1.Health/Check", {"service": "x"})
        self.assertEqual(outcome.returncode, NOT_FOUND, outcome.stderr)

    def test_a_deadline_ends_a_call_and_nothing_else(self):
        question = {"question": {"text": "Who met Wang Yi?"}}
        # Watching never ends by itself.
        outcome = call("grpc.health.v1.Health/Watch", {},
                       options=("-max-time", "1"))
        self.assertEqual(outcome.returncode, DEADLINE_EXCEEDED, outcome.stderr)
        self.assertEqual(json_values(outcome.stdout), [{"status": "SERVING"}])
        (reply,) = self.replies(f"{QUESTIONS}/Ask", question)
        self.assertEqual(reply["answer"]["outcome"], "OUTCOME_ANSWERED")


if __name__ == "__main__":
    unittest.main()
