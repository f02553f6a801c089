// grpc-js, which knows nothing of Footnote but what reflection tells it, uses a
// running server.
//
// FOOTNOTE_SERVER is the server, which holds examples/corpus, QUESTIONS a file
// of questions to it and ANSWERS the command line's answers to them.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const {after, before, test} = require('node:test');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const {listServices, loadSymbols} = require('./reflection.js');

const {FOOTNOTE_SERVER: server, QUESTIONS, ANSWERS} = process.env;
const CORPUS = 'interop-node';
const TEXT = 'The captain 🚢 Zoë Łukasik waved. The ferry to Awashima, ' +
    '“Hamayū”, carries 48 passengers 🎏 a day. The café closes at nine.';
const SERVICES = [
  'footnote.v1.CorpusService', 'footnote.v1.QuestionAnsweringService',
];
// The standard health check, as grpc/health/v1 has it.
const HEALTH = protoLoader.fromJSON({
  nested: {
    Request: {fields: {service: {type: 'string', id: 1}}},
    Response: {fields: {status: {type: 'int32', id: 1}}},
  },
}, {defaults: true});
const SERVING = 1;

let channel;
let rpc;
let questions;
let corpora;

before(async () => {
  const credentials = grpc.credentials.createInsecure();
  channel = new grpc.Client(server, credentials);
  const root = await loadSymbols(channel, [
    ...SERVICES, 'google.rpc.ErrorInfo', 'google.rpc.BadRequest',
  ]);
  rpc = root.google.rpc;
  const {QuestionAnsweringService, CorpusService} = root.footnote.v1;
  questions = new QuestionAnsweringService(server, credentials);
  corpora = new CorpusService(server, credentials);
});

after(() => [channel, questions, corpora].forEach((client) => client?.close()));

const soon = (milliseconds = 10_000) =>
  ({deadline: Date.now() + milliseconds});

function call(client, method, request, options = soon()) {
  return new Promise((resolve, reject) => client[method](
      request, options,
      (error, response) => error ? reject(error) : resolve(response)));
}

// Descriptors bring the names of proto/, JSON has them in camel case.
function rename(value, name) {
  if (Array.isArray(value)) return value.map((item) => rename(item, name));
  if (value === null || typeof value !== 'object') return value;
  // A message that is not set is null here, and left out there.
  const set = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(
      set.map(([key, inner]) => [name(key), rename(inner, name)]));
}

const asJson = (message) => rename(message, (key) =>
  key.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()));
const fromJson = (json) => rename(json, (key) =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

function unpack(details) {
  return Object.fromEntries(details.map(({type_url: url, value}) => {
    const name = url.replace('type.googleapis.com/google.rpc.', '');
    return [name, rpc[name].deserialize(value)];
  }));
}

// Returns the google.rpc details of the failure that `promise` has to end in.
async function failure(promise, code, reason) {
  const error = await promise.then(() => null, (failed) => failed);
  assert.equal(error?.code, code, error?.message);
  const [bytes] = error.metadata.get('grpc-status-details-bin');
  const status = rpc.Status.deserialize(bytes);
  assert.deepEqual([status.code, status.message], [code, error.details]);
  const details = unpack(status.details);
  assert.equal(details.ErrorInfo.reason, reason);
  assert.equal(details.ErrorInfo.domain, 'footnote');
  // A map is a list of entries in the descriptors that reflection brings.
  details.metadata = Object.fromEntries(
      details.ErrorInfo.metadata.map(({key, value}) => [key, value]));
  return details;
}

function* documents(...ids) {
  for (const id of ids) yield {id, title: 'The ferry', text: TEXT};
}

// Yields the acknowledgement of each document before the next is sent.
async function* importOneByOne(items) {
  const stream = corpora.ImportDocuments(soon());
  const responses = stream[Symbol.asyncIterator]();
  for (const item of items) {
    stream.write({corpus: CORPUS, documents: [item]});
    yield (await responses.next()).value.results[0];
  }
  stream.end();
  assert.equal((await responses.next()).done, true);
}

async function importAll(items) {
  const outcomes = [];
  for await (const {outcome} of importOneByOne(items)) outcomes.push(outcome);
  return outcomes;
}

const get = (id) =>
  call(corpora, 'GetDocument', {corpus: CORPUS, document_id: id});
const jsonLines = (path) =>
  fs.readFileSync(path, 'utf8').trim().split('\n').map(JSON.parse);

test('reflection lists the services', async () => {
  const names = await listServices(channel);
  assert.deepEqual(names.filter((name) => name.startsWith('footnote')).sort(),
      SERVICES);
  assert.ok(names.includes('grpc.health.v1.Health'));
});

test('answers are those of the command line', async () => {
  const expected = jsonLines(ANSWERS);
  const asked = jsonLines(QUESTIONS);
  assert.equal(asked.length, expected.length);
  for (const [index, request] of asked.entries()) {
    const response = await call(questions, 'Ask', fromJson(request));
    assert.deepEqual(asJson(response), expected[index]);
  }
});

test('an import is acknowledged document by document', async () => {
  const [item] = documents('new');
  const results = importOneByOne([
    item, item, {...item, text: 'Other.'}, {...item, text: ''},
  ]);
  const next = async () => (await results.next()).value;
  assert.equal((await next()).outcome, 'IMPORT_OUTCOME_ADDED');
  // Acknowledged is durable and seen by others, while the stream is open.
  assert.equal((await get('new')).document.document.text, TEXT);
  assert.equal((await next()).outcome, 'IMPORT_OUTCOME_UNCHANGED');
  assert.equal((await next()).outcome, 'IMPORT_OUTCOME_REPLACED');
  const refused = await next();
  assert.equal(refused.outcome, 'IMPORT_OUTCOME_REFUSED');
  const {BadRequest} = unpack(refused.error.details);
  assert.equal(BadRequest.field_violations[0].field, 'text');
  assert.equal(await next(), undefined);
});

test('UTF-16 units of a span are JavaScript\'s', async () => {
  await importAll(documents('span'));
  const {answer} = await call(questions, 'Ask', {
    corpus: CORPUS,
    question: {text: 'How many passengers does the ferry to Awashima carry?'},
    options: {min_confidence: 0},
  });
  const [{text, citation: {span}}] = answer.sentences;
  assert.match(text, /48 passengers 🎏/u);
  assert.equal(TEXT.slice(span.begin_utf16, span.end_utf16), text);
});

test('documents are listed by page and deleted', async () => {
  const ids = ['page-0', 'page-1', 'page-2'];
  await importAll(documents(...ids));
  const listed = [];
  let page = {next_page_token: ''};
  do {
    page = await call(corpora, 'ListDocuments', {
      corpus: CORPUS, page_size: 2, page_token: page.next_page_token,
    });
    listed.push(...page.documents.map(({id}) => id));
  } while (page.next_page_token);
  assert.deepEqual(listed, [...new Set(listed)].sort());
  assert.equal(String(listed.length), page.total_size);
  const deleted = await call(corpora, 'DeleteDocuments',
      {corpus: CORPUS, document_ids: [...ids, 'never']});
  assert.deepEqual(deleted.deleted_ids, ids);
  assert.deepEqual(deleted.missing_ids, ['never']);
  const {metadata} = await failure(
      get('page-0'), grpc.status.NOT_FOUND, 'DOCUMENT_NOT_FOUND');
  assert.deepEqual(metadata, {document: 'page-0'});
});

test('a bad request names every bad field', async () => {
  const {BadRequest} = await failure(
      call(questions, 'Ask', {options: {max_sentences: 0}}),
      grpc.status.INVALID_ARGUMENT, 'INVALID_FIELD');
  assert.deepEqual(BadRequest.field_violations.map(({field}) => field).sort(),
      ['options.max_sentences', 'question.text']);
});

test('an unknown corpus is not found', async () => {
  const {metadata} = await failure(
      call(questions, 'Ask', {corpus: 'nowhere', question: {text: 'Who?'}}),
      grpc.status.NOT_FOUND, 'CORPUS_NOT_FOUND');
  assert.deepEqual(metadata, {corpus: 'nowhere'});
});

test('bytes that are no message are refused', async () => {
  const same = (bytes) => bytes;
  const request = Buffer.from([0x12, 0x04, 0x0a, 0x02, 0xff, 0xfe]);
  await failure(new Promise((resolve, reject) => channel.makeUnaryRequest(
      '/footnote.v1.QuestionAnsweringService/Ask', same, same, request, soon(),
      (error, response) => error ? reject(error) : resolve(response))),
  grpc.status.INVALID_ARGUMENT, 'MALFORMED_MESSAGE');
});

test('health', async () => {
  const check = (service) => new Promise((resolve, reject) =>
    channel.makeUnaryRequest('/grpc.health.v1.Health/Check',
        HEALTH.Request.serialize, HEALTH.Response.deserialize, {service},
        soon(), (error, {status} = {}) =>
          error ? reject(error) : resolve(status)));
  assert.equal(await check(''), SERVING);
  assert.equal(await check(SERVICES[0]), SERVING);
  await assert.rejects(check('x'), {code: grpc.status.NOT_FOUND});
});

test('a deadline ends a call and nothing else', async () => {
  const request = {question: {text: 'Who met Wang Yi?'}};
  const {DEADLINE_EXCEEDED} = grpc.status;
  // One that has passed: an answer may be there within any that has not.
  await assert.rejects(call(questions, 'Ask', request, soon(-1000)),
      {code: DEADLINE_EXCEEDED});
  const silent = corpora.ImportDocuments(soon(200));
  await assert.rejects(silent.toArray(), {code: DEADLINE_EXCEEDED});
  const {answer} = await call(questions, 'Ask', request);
  assert.equal(answer.outcome, 'OUTCOME_ANSWERED');
});
