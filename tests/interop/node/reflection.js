// What a server can be asked, learnt from the server alone.
'use strict';

const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');

// The part of grpc/reflection/v1alpha that is used here.
const REFLECTION = {
  nested: {
    Request: {
      oneofs: {message_request: {oneof: ['symbol', 'listServices']}},
      fields: {
        symbol: {type: 'string', id: 4},
        listServices: {type: 'string', id: 7},
      },
    },
    Response: {
      fields: {
        files: {type: 'Files', id: 4},
        services: {type: 'Services', id: 6},
        error: {type: 'ErrorResponse', id: 7},
      },
    },
    Files: {fields: {descriptors: {rule: 'repeated', type: 'bytes', id: 1}}},
    Services: {fields: {list: {rule: 'repeated', type: 'Service', id: 1}}},
    Service: {fields: {name: {type: 'string', id: 1}}},
    ErrorResponse: {
      fields: {
        code: {type: 'int32', id: 1},
        message: {type: 'string', id: 2},
      },
    },
  },
};
const METHOD =
    '/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo';

// As proto3 JSON has it.
const OPTIONS = {
  longs: String,
  enums: String,
  defaults: true,
};

// Returns the responses to `requests`, asked on one stream.
function reflect(client, requests) {
  const {Request, Response} = protoLoader.fromJSON(REFLECTION, OPTIONS);
  const call = client.makeBidiStreamRequest(
      METHOD, Request.serialize, Response.deserialize, null,
      {deadline: Date.now() + 10_000});
  for (const request of requests) call.write(request);
  call.end();
  return call.toArray();
}

// Returns the names of the services.
async function listServices(client) {
  const [response] = await reflect(client, [{listServices: '*'}]);
  return response.services.list.map(({name}) => name);
}

// FileDescriptorSet is `repeated FileDescriptorProto file = 1`.
function descriptorSet(files) {
  return Buffer.concat(files.flatMap((file) => {
    const head = [0x0a];
    let length = file.length;
    for (; length > 0x7f; length >>>= 7) head.push((length & 0x7f) | 0x80);
    return [Buffer.from([...head, length]), file];
  }));
}

// Returns the packages that hold `symbols` and all that they refer to.
async function loadSymbols(client, symbols) {
  const responses =
      await reflect(client, symbols.map((symbol) => ({symbol})));
  const files = new Map();
  for (const {files: found, error} of responses) {
    if (!found) throw new Error(`reflection: ${error.message}`);
    for (const file of found.descriptors) files.set(file.toString('hex'), file);
  }
  return grpc.loadPackageDefinition(protoLoader.loadFileDescriptorSetFromBuffer(
      descriptorSet([...files.values()]), OPTIONS));
}

module.exports = {listServices, loadSymbols};
