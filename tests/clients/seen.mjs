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

// Calls that must fail. create: asks a client with a key for a model; stream: reads a model's stream to its
// end; tell: what a test may know of an error.
export const failures = (create, stream, key, tell) => {
  const failure = async (call, ...how) => {
    try {
      await call(...how);
    } catch (error) {
      return tell(error);
    }
    return 'nothing was thrown';
  };
  return {
    'wrong key': () => failure(create, 'sk-wrong', 'words'),
    'limit': () => failure(create, key, 'limited'),
    'bad request': () => failure(create, key, 'refused'),
    'unknown model': () => failure(create, key, 'strict/no-such-model'),
    'broken stream': () => failure(stream, 'broken'),
  };
};

export async function includes(list, member, wanted) {
  for await (const item of list) if (item[member] === wanted) return true;
  return false;
}
