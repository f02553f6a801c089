// Package interop uses a running server with Go's gRPC.
//
// FOOTNOTE_SERVER is the server, which holds examples/corpus, QUESTIONS a file
// of questions to it and ANSWERS the command line's answers to them.
package interop

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	reflectionpb "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	pb "footnote.example/client/footnote/v1"
)

const (
	corpus = "interop-go"
	text   = "The captain 🚢 Zoë Łukasik waved. The ferry to Awashima, “Hamayū”, " +
		"carries 48 passengers 🎏 a day. The café closes at nine."
)

func connect(t *testing.T) (context.Context, *grpc.ClientConn) {
	t.Helper()
	connection, err := grpc.NewClient(os.Getenv("FOOTNOTE_SERVER"),
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { connection.Close() })
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	t.Cleanup(cancel)
	return ctx, connection
}

// importAll returns what became of each document; the next is sent when the one
// before is acknowledged.
func importAll(ctx context.Context, t *testing.T, client pb.CorpusServiceClient,
	documents ...*pb.Document) []*pb.ImportResult {
	t.Helper()
	stream, err := client.ImportDocuments(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var results []*pb.ImportResult
	for _, document := range documents {
		request := &pb.ImportDocumentsRequest{
			Corpus: corpus, Documents: []*pb.Document{document}}
		if err := stream.Send(request); err != nil {
			t.Fatal(err)
		}
		response, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, response.GetResults()...)
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
		t.Fatalf("the stream ends with %v", err)
	}
	return results
}

// failure returns the details of err, which has to be of this code and reason.
func failure(t *testing.T, err error, code codes.Code, reason string) (
	metadata map[string]string, fields []string) {
	t.Helper()
	if status.Code(err) != code {
		t.Fatalf("got %v, want %v", err, code)
	}
	var info *errdetails.ErrorInfo
	for _, detail := range status.Convert(err).Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			info = detail
		case *errdetails.BadRequest:
			for _, violation := range detail.GetFieldViolations() {
				fields = append(fields, violation.GetField())
			}
		}
	}
	if info.GetReason() != reason || info.GetDomain() != "footnote" {
		t.Fatalf("got %v, want %s of footnote", info, reason)
	}
	sort.Strings(fields)
	return info.GetMetadata(), fields
}

func jsonLines(t *testing.T, variable string) []string {
	t.Helper()
	content, err := os.ReadFile(os.Getenv(variable))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(content)), "\n")
}

func fromJSON(t *testing.T, text []byte) (value any) {
	t.Helper()
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	return withoutNulls(value)
}

// A message that is not set is null here, and left out there.
func withoutNulls(value any) any {
	switch value := value.(type) {
	case []any:
		for i := range value {
			value[i] = withoutNulls(value[i])
		}
	case map[string]any:
		for key, inner := range value {
			if inner == nil {
				delete(value, key)
			} else {
				value[key] = withoutNulls(inner)
			}
		}
	}
	return value
}

func assertEqual(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
}

func TestReflectionListsTheServices(t *testing.T) {
	ctx, connection := connect(t)
	stream, err := reflectionpb.NewServerReflectionClient(connection).
		ServerReflectionInfo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.Send(&reflectionpb.ServerReflectionRequest{
		MessageRequest: &reflectionpb.ServerReflectionRequest_ListServices{},
	}); err != nil {
		t.Fatal(err)
	}
	response, err := stream.Recv()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, service := range response.GetListServicesResponse().GetService() {
		names = append(names, service.GetName())
	}
	sort.Strings(names)
	assertEqual(t, names, []string{
		"footnote.v1.CorpusService",
		"footnote.v1.QuestionAnsweringService",
		"grpc.health.v1.Health",
		"grpc.reflection.v1alpha.ServerReflection",
	})
}

func TestAnswersAreThoseOfTheCommandLine(t *testing.T) {
	ctx, connection := connect(t)
	client := pb.NewQuestionAnsweringServiceClient(connection)
	questions, answers := jsonLines(t, "QUESTIONS"), jsonLines(t, "ANSWERS")
	assertEqual(t, len(questions), len(answers))
	for i, question := range questions {
		request := &pb.AskRequest{}
		if err := protojson.Unmarshal([]byte(question), request); err != nil {
			t.Fatal(err)
		}
		response, err := client.Ask(ctx, request)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := protojson.MarshalOptions{EmitUnpopulated: true}.
			Marshal(response)
		if err != nil {
			t.Fatal(err)
		}
		assertEqual(t, fromJSON(t, answer), fromJSON(t, []byte(answers[i])))
	}
}

func TestAnImportIsAcknowledgedDocumentByDocument(t *testing.T) {
	ctx, connection := connect(t)
	results := importAll(ctx, t, pb.NewCorpusServiceClient(connection),
		&pb.Document{Id: "new", Text: text}, &pb.Document{Id: "new", Text: text},
		&pb.Document{Id: "new", Text: "Other."}, &pb.Document{Id: "refused"})
	var outcomes []pb.ImportOutcome
	for _, result := range results {
		outcomes = append(outcomes, result.GetOutcome())
	}
	assertEqual(t, outcomes, []pb.ImportOutcome{
		pb.ImportOutcome_IMPORT_OUTCOME_ADDED,
		pb.ImportOutcome_IMPORT_OUTCOME_UNCHANGED,
		pb.ImportOutcome_IMPORT_OUTCOME_REPLACED,
		pb.ImportOutcome_IMPORT_OUTCOME_REFUSED,
	})
	_, fields := failure(t, status.ErrorProto(results[3].GetError()),
		codes.InvalidArgument, "INVALID_FIELD")
	assertEqual(t, fields, []string{"text"})
}

func TestBytesOfASpanAreGos(t *testing.T) {
	ctx, connection := connect(t)
	importAll(ctx, t, pb.NewCorpusServiceClient(connection),
		&pb.Document{Id: "span", Text: text})
	response, err := pb.NewQuestionAnsweringServiceClient(connection).Ask(ctx,
		&pb.AskRequest{
			Corpus: corpus,
			Question: &pb.Question{
				Text: "How many passengers does the ferry to Awashima carry?"},
			Options: &pb.AskOptions{MinConfidence: proto.Float64(0)},
		})
	if err != nil {
		t.Fatal(err)
	}
	first := response.GetAnswer().GetSentences()[0]
	span := first.GetCitation().GetSpan()
	if !strings.Contains(first.GetText(), "48 passengers 🎏") {
		t.Fatal(first.GetText())
	}
	assertEqual(t, text[span.GetBeginByte():span.GetEndByte()], first.GetText())
	assertEqual(t, string([]rune(text)[span.GetBeginCodePoint():span.GetEndCodePoint()]),
		first.GetText())
}

func TestDocumentsAreReadListedByPageAndDeleted(t *testing.T) {
	ctx, connection := connect(t)
	client := pb.NewCorpusServiceClient(connection)
	ids := []string{"page-0", "page-1", "page-2"}
	for _, id := range ids {
		importAll(ctx, t, client, &pb.Document{Id: id, Text: text})
	}
	named := &pb.GetDocumentRequest{Corpus: corpus, DocumentId: "page-0"}
	stored, err := client.GetDocument(ctx, named)
	if err != nil {
		t.Fatal(err)
	}
	assertEqual(t, stored.GetDocument().GetDocument().GetText(), text)

	var listed []string
	page := &pb.ListDocumentsResponse{}
	for first := true; first || page.GetNextPageToken() != ""; first = false {
		page, err = client.ListDocuments(ctx, &pb.ListDocumentsRequest{
			Corpus: corpus, PageSize: proto.Int32(2),
			PageToken: page.GetNextPageToken()})
		if err != nil {
			t.Fatal(err)
		}
		for _, document := range page.GetDocuments() {
			listed = append(listed, document.GetId())
		}
	}
	assertEqual(t, uint64(len(listed)), page.GetTotalSize())
	assertEqual(t, sort.StringsAreSorted(listed), true)

	deleted, err := client.DeleteDocuments(ctx, &pb.DeleteDocumentsRequest{
		Corpus: corpus, DocumentIds: append(ids, "never")})
	if err != nil {
		t.Fatal(err)
	}
	assertEqual(t, deleted.GetDeletedIds(), ids)
	assertEqual(t, deleted.GetMissingIds(), []string{"never"})
	_, err = client.GetDocument(ctx, named)
	metadata, _ := failure(t, err, codes.NotFound, "DOCUMENT_NOT_FOUND")
	assertEqual(t, metadata, map[string]string{"document": "page-0"})
}

func TestBadRequestsAreExplained(t *testing.T) {
	ctx, connection := connect(t)
	client := pb.NewQuestionAnsweringServiceClient(connection)
	_, err := client.Ask(ctx, &pb.AskRequest{
		Options: &pb.AskOptions{MaxSentences: proto.Int32(0)}})
	_, fields := failure(t, err, codes.InvalidArgument, "INVALID_FIELD")
	assertEqual(t, fields, []string{"options.max_sentences", "question.text"})

	_, err = client.Ask(ctx, &pb.AskRequest{
		Corpus: "nowhere", Question: &pb.Question{Text: "Who?"}})
	metadata, _ := failure(t, err, codes.NotFound, "CORPUS_NOT_FOUND")
	assertEqual(t, metadata, map[string]string{"corpus": "nowhere"})
}

func TestHealth(t *testing.T) {
	ctx, connection := connect(t)
	client := healthpb.NewHealthClient(connection)
	for _, service := range []string{"", "footnote.v1.CorpusService"} {
		response, err := client.Check(ctx,
			&healthpb.HealthCheckRequest{Service: service})
		if err != nil {
			t.Fatal(err)
		}
		assertEqual(t, response.GetStatus(),
			healthpb.HealthCheckResponse_SERVING)
	}
	_, err := client.Check(ctx, &healthpb.HealthCheckRequest{Service: "x"})
	assertEqual(t, status.Code(err), codes.NotFound)
}

func TestADeadlineEndsACallAndNothingElse(t *testing.T) {
	ctx, connection := connect(t)
	client := pb.NewQuestionAnsweringServiceClient(connection)
	request := &pb.AskRequest{Question: &pb.Question{Text: "Who met Wang Yi?"}}
	// One that has passed: an answer may be there within any that has not.
	passed, cancel := context.WithTimeout(ctx, -time.Second)
	defer cancel()
	_, err := client.Ask(passed, request)
	assertEqual(t, status.Code(err), codes.DeadlineExceeded)

	short, cancel := context.WithTimeout(ctx, 200*time.Millisecond)
	defer cancel()
	stream, err := pb.NewCorpusServiceClient(connection).ImportDocuments(short)
	if err != nil {
		t.Fatal(err)
	}
	_, err = stream.Recv()
	assertEqual(t, status.Code(err), codes.DeadlineExceeded)

	response, err := client.Ask(ctx, request)
	if err != nil {
		t.Fatal(err)
	}
	assertEqual(t, response.GetAnswer().GetOutcome(), pb.Outcome_OUTCOME_ANSWERED)
}
