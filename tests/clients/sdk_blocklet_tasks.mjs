// What blocklets call hubs with besides chat, seen as one JSON object.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { failure, floats, kindOf, refusals, see, unpack } from './seen.mjs';

const KEY = process.env.KEY;
const credential = (apiKey) => { process.env.BLOCKLET_AIGNE_API_CREDENTIAL = JSON.stringify({ apiKey }); };
process.env.BLOCKLET_AIGNE_API_URL = process.env.BASE_URL;
process.env.BLOCKLET_LOG_DIR = process.env.HOME;
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr); // for the package's logger
const { checkStatus, embeddingsV2, imageGenerationsV2 } =
  createRequire(import.meta.url)('@blocklet/aigne-hub/api/call/v2');

function tell(error) {
  if (!(error instanceof Error)) throw error;
  return [error.name, error.type ?? null];
}

async function embed(input, model = 'vectors', key = KEY) {
  credential(key);
  return (await embeddingsV2({ model, input })).data.map((row) => floats(row.embedding));
}

async function draw(members, key = KEY) {
  credential(key);
  return (await imageGenerationsV2({ model: 'pictures', prompt: 'a cat', ...members })).data;
}

const kinds = (rows) => rows.map((row) => kindOf(unpack(row.b64Json)));
const PACKED = { responseFormat: 'b64_json' };
const CAT = 'data:image/png;base64,' + fs.readFileSync(`${process.env.HOME}/cat.png`, 'base64');

const seenOfVectors = await see({
  'text': () => embed('Hello', 'aignehub/vectors'),
  'texts': () => embed(['one', 'two', 'Hello']),
  'tokens': () => embed([[1, 2], [3]]),
  'tokens refused': () => failure(tell, () => embed([[1, 2], [3]])),
  'status': () => checkStatus({ model: 'vectors' }),
  'empty': () => failure(tell, () => embed('')),
  'chat model': () => failure(tell, () => embed('Hello', 'talker')),
  ...refusals((key, model) => embed('Hello', model, key), KEY, tell),
});

const seenOfPictures = await see({
  'one': async () => kinds(await draw(PACKED)),
  'two': async () => kinds(await draw({ ...PACKED, n: 2, size: '1024x1024', outputFormat: 'png', quality: 'low' })),
  'URL': async () => kindOf(await (await fetch((await draw(
    { model: 'old-pictures', responseFormat: 'url' }))[0].url)).arrayBuffer()),
  'changed': async () => kinds(await draw({ ...PACKED, image: CAT })),
  'several changed': async () => kinds(await draw({ ...PACKED, image: [CAT, CAT] })),
  'empty': () => failure(tell, () => draw({ prompt: '' })),
  'chat model': () => failure(tell, () => draw({ model: 'talker' })),
  ...refusals((key, model) => draw({ model }, key), KEY, tell),
});

print(JSON.stringify({ 'Vectors': seenOfVectors, 'Pictures': seenOfPictures }));
process.exit(0); // its logger stays
