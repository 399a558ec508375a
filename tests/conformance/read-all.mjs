// Reads a workspace with Intercom's own client, every list to its last page, and writes the ids as JSON:
// {"conversations":["…"],"contacts":["…"],"collections":["…"],"articles":["…"]}
//
//   node read-all.mjs ADDRESS ACCESS_TOKEN PAGE_SIZE
//
// The client reads some lists until a page is empty, for ever where there is none: so both calls and time are limited.
import process from "node:process";
import { IntercomClient } from "intercom-client";

const CALLS = 500;
const SECONDS = 60;

const [address, token, pageSize] = process.argv.slice(2);

const deadline = setTimeout(() => {
  console.error(`Not done after ${SECONDS} s.`);
  process.exit(1);
}, SECONDS * 1000);

let calls = 0;
function limitedFetch(...request) {
  calls++;
  if (calls > CALLS) {
    console.error(`Not done after ${CALLS} calls; the last was for ${request[0]}.`);
    process.exit(1);
  }
  return fetch(...request);
}

const client = new IntercomClient({ baseUrl: address, token, version: "2.16", maxRetries: 0, fetch: limitedFetch });

async function ids(list) {
  const read = [];
  for await (const item of list) {
    read.push(item.id);
  }
  return read;
}

// A new object each time: the client writes the page that it has reached into it.
const firstPage = () => ({ per_page: Number(pageSize) });
const all = {
  conversations: await ids(await client.conversations.list(firstPage())),
  contacts: await ids(await client.contacts.list(firstPage())),
  collections: await ids(await client.helpCenters.collections.list(firstPage())),
  articles: await ids(await client.articles.list(firstPage())),
};

// A list leaves out what only the single answer has.
await client.conversations.find({ conversation_id: all.conversations[0], display_as: "plaintext" });
await client.contacts.find({ contact_id: all.contacts[0] });
await client.helpCenters.collections.find({ collection_id: Number(all.collections[0]) });
await client.articles.find({ article_id: Number(all.articles[0]) });

clearTimeout(deadline);
console.log(JSON.stringify(all));
