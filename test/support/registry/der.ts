/** The few types of DER (X.690) that a certificate is made of. */
export const integer = (value: Uint8Array): Buffer => tlv(0x02, value);
export const bitString = (value: Uint8Array): Buffer => tlv(0x03, Buffer.of(0), value);
export const objectId = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
export const utf8String = (text: string): Buffer => tlv(0x0c, Buffer.from(text));
export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, ...parts);

export const utcTime = (time: number): Buffer =>
  tlv(0x17, Buffer.from(`${new Date(time).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(value), value]);
}

/** One byte up to 127, else the number of length bytes with the high bit set, then as few of them as will do. */
function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.of(length);
  return length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff);
}
