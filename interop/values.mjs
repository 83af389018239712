// What JSON cannot say, between the two languages: times, undefined, numbers that are none.

const decoders = {
  $date: (text) => new Date(text),
  $undefined: () => undefined,
  $number: (text) => Number(text),
  $returns: (value) => () => value,
};

export function decode(value) {
  if (Array.isArray(value)) return value.map(decode);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  const decoder = keys.length === 1 ? decoders[keys[0]] : undefined;
  if (decoder) return decoder(decode(value[keys[0]]));
  return Object.fromEntries(keys.map((key) => [key, decode(value[key])]));
}

export function encode(value) {
  if (value === undefined) return { $undefined: true };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value === 'number') {
    const spelled = Number.isFinite(value) && !Object.is(value, -0);
    return spelled ? value : { $number: Object.is(value, -0) ? '-0.0' : String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Set) return [...value].sort().map(encode);
  if (value instanceof Map) return { $map: [...value].map(([key, item]) => [encode(key), encode(item)]) };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encode);
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(given.map(([key, item]) => [key, encode(item)]));
}
