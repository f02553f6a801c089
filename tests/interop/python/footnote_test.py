"""Python's gRPC, with stubs made from proto/, uses a running server.

FOOTNOTE_SERVER is the server, which holds examples/corpus, QUESTIONS a file of
questions to it and ANSWERS the command line's answers to them.
"""

import contextlib
import json
import os
import pathlib
import queue
import unittest

import grpc
from google.protobuf import json_format

import health_pb2
from footnote.v1 import corpus_pb2, corpus_pb2_grpc, document_pb2
from footnote.v1 import question_answering_pb2 as qa
from footnote.v1 import question_answering_pb2_grpc as qa_grpc
from google.rpc import error_details_pb2, status_pb2

CORPUS = "interop-python"
SECONDS = 10
TEXT = ("The captain 🚢 Zoë Łukasik waved. The ferry to Awashima, “Hamayū”, "
        "carries 48 passengers 🎏 a day. The café closes at nine.")


def unpack(details):
    """Returns the ErrorInfo and the BadRequest among google.rpc details."""
    found = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    for detail in details:
        for message in found:
            detail.Unpack(message)
    return found


def rpc_details(error):
    trailers = dict(error.trailing_metadata())
    status = status_pb2.Status.FromString(
        trailers["grpc-status-details-bin"])
    assert status.code == error.code().value[0]
    assert status.message == error.details()
    return unpack(status.details)


def document(name, text=TEXT):
    return document_pb2.Document(id=name, title="The ferry", text=text)


def import_one_by_one(stub, *documents):
    """Yields the acknowledgement of each document before the next is sent."""
    requests = queue.SimpleQueue()
    replies = stub.ImportDocuments(iter(requests.get, None), timeout=SECONDS)
    for item in documents:
        requests.put(corpus_pb2.ImportDocumentsRequest(
            corpus=CORPUS, documents=[item]))
        (result,) = next(replies).results
        yield result
    requests.put(None)
    assert list(replies) == []


class FootnoteTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.channel = grpc.insecure_channel(os.environ["FOOTNOTE_SERVER"])
        cls.questions = qa_grpc.QuestionAnsweringServiceStub(cls.channel)
        cls.corpora = corpus_pb2_grpc.CorpusServiceStub(cls.channel)
        cls.check_health = cls.channel.unary_unary(
            "/grpc.health.v1.Health/Check",
            health_pb2.HealthCheckRequest.SerializeToString,
            health_pb2.HealthCheckResponse.FromString)

    @classmethod
    def tearDownClass(cls):
        cls.channel.close()

    def ask(self, text, **request):
        return self.questions.Ask(
            qa.AskRequest(question=qa.Question(text=text), **request),
            timeout=SECONDS)

    def assert_fails(self, code, reason, call, *arguments):
        with self.assertRaises(grpc.RpcError) as caught:
            call(*arguments, timeout=SECONDS)
        self.assertEqual(caught.exception.code(), code)
        info, bad_request = rpc_details(caught.exception)
        self.assertEqual((info.reason, info.domain), (reason, "footnote"))
        return info, [item.field for item in bad_request.field_violations]

    def test_every_method_of_the_descriptors_is_served(self):
        methods = [method for file in (qa, corpus_pb2)
                   for service in file.DESCRIPTOR.services_by_name.values()
                   for method in service.methods]
        self.assertGreaterEqual(len(methods), 7)
        for method in methods:
            path = f"/{method.containing_service.full_name}/{method.name}"
            call = self.channel.stream_stream(path)(
                iter([b""]), timeout=SECONDS)
            with contextlib.suppress(grpc.RpcError):
                list(call)
            self.assertIn(call.code(), (grpc.StatusCode.OK,
                                        grpc.StatusCode.INVALID_ARGUMENT), path)

    def test_answers_are_those_of_the_command_line(self):
        questions, answers = (
            pathlib.Path(os.environ[name]).read_text("utf-8").splitlines()
            for name in ("QUESTIONS", "ANSWERS"))
        self.assertEqual(len(questions), len(answers))
        for line, answer in zip(questions, map(json.loads, answers)):
            response = self.questions.Ask(
                json_format.Parse(line, qa.AskRequest()), timeout=SECONDS)
            self.assertEqual(json_format.MessageToDict(
                response, including_default_value_fields=True), answer)

    def test_an_import_is_acknowledged_document_by_document(self):
        results = import_one_by_one(
            self.corpora, document("new"), document("new"),
            document("new", text="Other."), document("refused", text=""))
        self.assertEqual(next(results).outcome,
                         corpus_pb2.IMPORT_OUTCOME_ADDED)
        # Acknowledged is durable and seen by others, while the stream is open.
        stored = self.corpora.GetDocument(corpus_pb2.GetDocumentRequest(
            corpus=CORPUS, document_id="new"), timeout=SECONDS).document
        self.assertEqual(stored.document.text, TEXT)
        self.assertEqual(next(results).outcome,
                         corpus_pb2.IMPORT_OUTCOME_UNCHANGED)
        self.assertEqual(next(results).outcome,
                         corpus_pb2.IMPORT_OUTCOME_REPLACED)
        refused = next(results)
        self.assertEqual(refused.outcome, corpus_pb2.IMPORT_OUTCOME_REFUSED)
        info, bad_request = unpack(refused.error.details)
        self.assertEqual(info.reason, "INVALID_FIELD")
        self.assertEqual(bad_request.field_violations[0].field, "text")
        self.assertEqual(list(results), [])

    def test_code_points_of_a_span_are_pythons(self):
        list(import_one_by_one(self.corpora, document("span")))
        response = self.ask(
            "How many passengers does the ferry to Awashima carry?",
            corpus=CORPUS, options=qa.AskOptions(min_confidence=0))
        first = response.answer.sentences[0]
        span = first.citation.span
        self.assertIn("48 passengers 🎏", first.text)
        self.assertEqual(TEXT[span.begin_code_point:span.end_code_point],
                         first.text)
        self.assertEqual(TEXT.encode()[span.begin_byte:span.end_byte],
                         first.text.encode())

    def test_documents_are_listed_by_page_and_deleted(self):
        ids = [f"page-{number}" for number in range(3)]
        list(import_one_by_one(self.corpora, *map(document, ids)))
        listed, token = [], ""
        while True:
            page = self.corpora.ListDocuments(corpus_pb2.ListDocumentsRequest(
                corpus=CORPUS, page_size=2, page_token=token), timeout=SECONDS)
            self.assertLessEqual(len(page.documents), 2)
            listed += [item.id for item in page.documents]
            token = page.next_page_token
            if not token:
                break
        self.assertEqual(listed, sorted(set(listed)))
        self.assertLessEqual(set(ids), set(listed))
        self.assertEqual(len(listed), page.total_size)
        deleted = self.corpora.DeleteDocuments(
            corpus_pb2.DeleteDocumentsRequest(
                corpus=CORPUS, document_ids=[*ids, "never"]), timeout=SECONDS)
        self.assertEqual(deleted.deleted_ids, ids)
        self.assertEqual(deleted.missing_ids, ["never"])
        info, _ = self.assert_fails(
            grpc.StatusCode.NOT_FOUND, "DOCUMENT_NOT_FOUND",
            self.corpora.GetDocument, corpus_pb2.GetDocumentRequest(
                corpus=CORPUS, document_id="page-0"))
        self.assertEqual(info.metadata["document"], "page-0")

    def test_a_bad_request_names_every_bad_field(self):
        _, fields = self.assert_fails(
            grpc.StatusCode.INVALID_ARGUMENT, "INVALID_FIELD",
            self.questions.Ask,
            qa.AskRequest(options=qa.AskOptions(max_sentences=0)))
        self.assertEqual(
            sorted(fields), ["options.max_sentences", "question.text"])

    def test_an_unknown_corpus_is_not_found(self):
        info, _ = self.assert_fails(
            grpc.StatusCode.NOT_FOUND, "CORPUS_NOT_FOUND", self.questions.Ask,
            qa.AskRequest(corpus="nowhere", question=qa.Question(text="Who?")))
        self.assertEqual(dict(info.metadata), {"corpus": "nowhere"})

    def test_bytes_that_are_no_message_are_refused(self):
        ask_bytes = self.channel.unary_unary(
            "/footnote.v1.QuestionAnsweringService/Ask")
        for request in (b"\xff", b"\x12\x04\x0a\x02\xff\xfe"):
            self.assert_fails(grpc.StatusCode.INVALID_ARGUMENT,
                              "MALFORMED_MESSAGE", ask_bytes, request)

    def test_health(self):
        for service in ("", "footnote.v1.QuestionAnsweringService"):
            response = self.check_health(
                health_pb2.HealthCheckRequest(service=service), timeout=SECONDS)
            self.assertEqual(response.status,
                             health_pb2.HealthCheckResponse.SERVING)
        with self.assertRaises(grpc.RpcError) as caught:
            self.check_health(
                health_pb2.HealthCheckRequest(service="x"), timeout=SECONDS)
        self.assertEqual(caught.exception.code(), grpc.StatusCode.NOT_FOUND)

    def test_a_deadline_ends_a_call_and_nothing_else(self):
        request = qa.AskRequest(question=qa.Question(text="Who met Wang Yi?"))
        # One that has passed: an answer may be there within any that has not.
        with self.assertRaises(grpc.RpcError) as caught:
            self.questions.Ask(request, timeout=-1)
        self.assertEqual(caught.exception.code(),
                         grpc.StatusCode.DEADLINE_EXCEEDED)
        silent = self.corpora.ImportDocuments(
            iter(queue.SimpleQueue().get, None), timeout=0.2)
        self.assertEqual(silent.code(), grpc.StatusCode.DEADLINE_EXCEEDED)
        self.assertEqual(self.ask("Who met Wang Yi?").answer.outcome,
                         qa.OUTCOME_ANSWERED)


if __name__ == "__main__":
    unittest.main()
