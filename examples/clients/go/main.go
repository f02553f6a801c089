// Command client asks a footnote server a question and prints the cited
// sentences.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	pb "footnote.example/client/footnote/v1"
)

const timeout = 5 * time.Second

// ask returns the answer of the server at address.
func ask(address, question string) (*pb.Answer, error) {
	connection, err := grpc.NewClient(address,
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	response, err := pb.NewQuestionAnsweringServiceClient(connection).Ask(ctx,
		&pb.AskRequest{Question: &pb.Question{Text: question}})
	return response.GetAnswer(), err
}

// printAnswer returns the exit status.
func printAnswer(answer *pb.Answer) int {
	if answer.GetOutcome() != pb.Outcome_OUTCOME_ANSWERED {
		fmt.Print("No answer:")
		for _, reason := range answer.GetNotAnsweredReasons() {
			fmt.Print(" ", reason)
		}
		fmt.Println()
		return 1
	}
	for i, sentence := range answer.GetSentences() {
		citation := sentence.GetCitation()
		fmt.Printf("[%d] %s\n", i+1, sentence.GetText())
		fmt.Printf("    %s (%s, bytes %d-%d)\n",
			citation.GetTitle(), citation.GetDocumentId(),
			citation.GetSpan().GetBeginByte(), citation.GetSpan().GetEndByte())
	}
	return 0
}

// printFailure returns the exit status.
func printFailure(err error) int {
	failure := status.Convert(err)
	fmt.Fprintf(os.Stderr, "error: %s (%s)\n", failure.Message(), failure.Code())
	for _, detail := range failure.Details() {
		switch detail := detail.(type) {
		case *errdetails.ErrorInfo:
			fmt.Fprintf(os.Stderr, "reason: %s (%s)\n", detail.GetReason(), detail.GetDomain())
		case *errdetails.BadRequest:
			for _, violation := range detail.GetFieldViolations() {
				fmt.Fprintf(os.Stderr, "field %s: %s\n",
					violation.GetField(), violation.GetDescription())
			}
		}
	}
	switch failure.Code() {
	case codes.Unavailable, codes.DeadlineExceeded:
		return 3
	}
	return 4
}

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: client QUESTION [HOST:PORT]")
		os.Exit(2)
	}
	address := "127.0.0.1:50051"
	if server := os.Getenv("FOOTNOTE_SERVER"); server != "" {
		address = server
	}
	if len(os.Args) == 3 {
		address = os.Args[2]
	}
	answer, err := ask(address, os.Args[1])
	if err != nil {
		os.Exit(printFailure(err))
	}
	os.Exit(printAnswer(answer))
}
