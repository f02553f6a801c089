#!/usr/bin/env python3
"""Runs one of examples/clients beside the command line: both say the same.

FOOTNOTE_CLIENT is the program's command, FOOTNOTE_PROGRAM the command line,
FOOTNOTE_SERVER a server that holds examples/corpus.
"""

import json
import os
import shlex
import socket
import subprocess
import unittest

CLIENT = shlex.split(os.environ["FOOTNOTE_CLIENT"])
FOOTNOTE = os.environ["FOOTNOTE_PROGRAM"]
ANSWERED = "What was Ishiba's gift to Trump?"
NOT_ANSWERED = "Who won the chess olympiad in Budapest?"
# The clients have a deadline of 5 s; a machine under load has more.
SECONDS = 30


def run(command, **options):
    return subprocess.run(command, capture_output=True, text=True,
                          encoding="utf-8", timeout=SECONDS, **options)


def client(*arguments, **environment):
    return run([*CLIENT, *arguments], env={**os.environ, **environment})


def command_line(question):
    outcome = run([FOOTNOTE, "ask", "--output", "json", question])
    return outcome.returncode, json.loads(outcome.stdout)["answer"]


def as_clients_print(answer):
    if answer["outcome"] != "OUTCOME_ANSWERED":
        return " ".join(["No answer:", *answer["notAnsweredReasons"]]) + "\n"
    text = ""
    for number, sentence in enumerate(answer["sentences"], start=1):
        cited = sentence["citation"]
        span = cited["span"]
        text += (f"[{number}] {sentence['text']}\n"
                 f"    {cited['title']} ({cited['documentId']}, "
                 f"bytes {span['beginByte']}-{span['endByte']})\n")
    return text


class SilentServer:
    """Takes connections and never says a word."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        return "127.0.0.1:%d" % self.socket.getsockname()[1]

    def __exit__(self, *_):
        self.socket.close()


class ClientTest(unittest.TestCase):

    def assert_says_what_the_command_line_says(self, question, status):
        expected_status, answer = command_line(question)
        self.assertEqual(expected_status, status)
        outcome = client(question)
        self.assertEqual(outcome.stdout, as_clients_print(answer))
        self.assertEqual(outcome.stderr, "")
        self.assertEqual(outcome.returncode, status)

    def test_answer(self):
        self.assert_says_what_the_command_line_says(ANSWERED, 0)

    def test_no_answer(self):
        self.assert_says_what_the_command_line_says(NOT_ANSWERED, 1)

    def test_server_named_by_argument(self):
        server = os.environ["FOOTNOTE_SERVER"]
        outcome = client(ANSWERED, server, FOOTNOTE_SERVER="127.0.0.1:1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_usage(self):
        for arguments in ([], ["one", "127.0.0.1:1", "three"]):
            outcome = client(*arguments)
            self.assertEqual(outcome.returncode, 2, arguments)
            self.assertIn("usage: ", outcome.stderr)

    def test_refused(self):
        outcome = client("why? " * 300)
        self.assertEqual(outcome.returncode, 4, outcome.stderr)
        self.assertEqual(outcome.stdout, "")
        self.assertIn("\nreason: INVALID_FIELD (footnote)\n", outcome.stderr)
        self.assertIn("\nfield question.text: ", outcome.stderr)

    def test_not_reached(self):
        outcome = client(ANSWERED, "127.0.0.1:1")
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("error: ", outcome.stderr)

    def test_out_of_time(self):
        with SilentServer() as server:
            outcome = client(ANSWERED, server)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("error: ", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
