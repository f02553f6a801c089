// Asks a footnote server a question and prints the cited sentences.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');

const TIMEOUT_MS = 5000;
const proto = path.join(__dirname, '../../../proto');
const retries =
    fs.readFileSync(path.join(proto, 'footnote/v1/service_config.json'), 'utf8');
const root = grpc.loadPackageDefinition(protoLoader.loadSync(
    [
      'footnote/v1/question_answering.proto', 'google/rpc/error_details.proto',
      'google/rpc/status.proto'
    ],
    {
      includeDirs: [proto],
      enums: String,
      defaults: true
    }));

// Returns the exit status.
function printAnswer(answer) {
  if (answer.outcome !== 'OUTCOME_ANSWERED') {
    console.log('No answer:', ...answer.notAnsweredReasons);
    return 1;
  }
  answer.sentences.forEach(({text, citation}, index) => {
    const {beginByte, endByte} = citation.span;
    console.log(`[${index + 1}] ${text}`);
    console.log(`    ${citation.title} (${citation.documentId}, ` +
                `bytes ${beginByte}-${endByte})`);
  });
  return 0;
}

// The messages of google.rpc that the error carries, by their names.
function errorDetails(error) {
  const {Status, ErrorInfo, BadRequest} = root.google.rpc;
  const types = {ErrorInfo, BadRequest};
  const found = {};
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  if (!bytes) return found;
  for (const {type_url: url, value} of Status.deserialize(bytes).details) {
    const name = url.replace('type.googleapis.com/google.rpc.', '');
    if (types[name]) found[name] = types[name].deserialize(value);
  }
  return found;
}

// Returns the exit status.
function printFailure(error) {
  console.error(`error: ${error.details} (${grpc.status[error.code]})`);
  const {ErrorInfo, BadRequest} = errorDetails(error);
  if (ErrorInfo) {
    console.error(`reason: ${ErrorInfo.reason} (${ErrorInfo.domain})`);
  }
  for (const {field, description} of BadRequest?.fieldViolations ?? []) {
    console.error(`field ${field}: ${description}`);
  }
  const {UNAVAILABLE, DEADLINE_EXCEEDED} = grpc.status;
  return [UNAVAILABLE, DEADLINE_EXCEEDED].includes(error.code) ? 3 : 4;
}

const [question, address, ...rest] = process.argv.slice(2);
if (question === undefined || rest.length > 0) {
  console.error('usage: ask.js QUESTION [HOST:PORT]');
  process.exit(2);
}
const client = new root.footnote.v1.QuestionAnsweringService(
    address || process.env.FOOTNOTE_SERVER || '127.0.0.1:50051',
    grpc.credentials.createInsecure(), {'grpc.service_config': retries});
client.ask(
    {question: {text: question}}, {deadline: Date.now() + TIMEOUT_MS},
    (error, response) => {
      process.exitCode =
          error ? printFailure(error) : printAnswer(response.answer);
      client.close();
    });
