// What the scripts of the JavaScript SDKs share.
export const ASK = 'Hello there';
export const PARAMETERS = { type: 'object', properties: { text: { type: 'string' } },
  required: ['text'], additionalProperties: false };
export const SCHEMA = { type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer' } },
  required: ['city', 'days'], additionalProperties: false };

// Runs the checks one after the other; one that throws does not hide the others.
export async function see(checks) {
  const seen = {};
  for (const [name, check] of Object.entries(checks)) {
    try {
      seen[name] = await check();
    } catch (error) {
      seen[name] = `${error.name}: ${error.message}`;
    }
  }
  return seen;
}

// What a call that must fail throws; tell: what a test may know of an error.
export async function failure(tell, call, ...how) {
  try {
    await call(...how);
  } catch (error) {
    return tell(error);
  }
  return 'nothing was thrown';
}

// What any API refuses. create: asks a client with a key for a model.
export const refusals = (create, key, tell) => ({
  'wrong key': () => failure(tell, create, 'sk-wrong', 'words'),
  'limit': () => failure(tell, create, key, 'limited'),
  'bad request': () => failure(tell, create, key, 'refused'),
  'unknown model': () => failure(tell, create, key, 'strict/no-such-model'),
});

// The same and a stream that breaks. stream: reads a model's to its end.
export const failures = (create, stream, key, tell) => ({
  ...refusals(create, key, tell),
  'broken stream': () => failure(tell, stream, 'broken'),
});

export async function includes(list, member, wanted) {
  for await (const item of list) if (item[member] === wanted) return true;
  return false;
}

// A vector as the bits that it has: JSON has decimals of them.
export const floats = (vector) => Array.from(vector, Math.fround);

// What begins as a file of a kind.
export function kindOf(bytes) {
  const text = Buffer.from(bytes).toString('latin1');
  const kinds = { png: '\x89PNG\r\n', jpeg: '\xff\xd8\xff', webp: 'RIFF', mp3: 'ID3' };
  return Object.keys(kinds).find((kind) => text.startsWith(kinds[kind])) ?? text.slice(0, 8);
}

export const unpack = (base64) => Buffer.from(base64, 'base64');
