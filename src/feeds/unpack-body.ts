import { promisify } from 'node:util'
import { brotliDecompress, inflate, inflateRaw, unzip, type ZlibOptions } from 'node:zlib'

/** The body unpacks to more bytes than allowed. */
class TooLarge extends Error {
  readonly code = 'too-large'
}

/**
 * Undoes `Content-Encoding` (gzip, br, deflate with or without zlib's frame), and gzip that a server sends
 * without saying so. Throws `TooLarge` instead of producing more than `maxBytes`; passes on other errors of
 * zlib.
 */
export async function unpackBody(
  body: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const encodings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  let unpacked = body
  // At most two are undone: nobody sends more than one, and a long chain of encodings is a zip bomb.
  for (const name of encodings.reverse().slice(0, 2)) unpacked = await unpack(unpacked, name, maxBytes)
  const isGzip = unpacked[0] === 0x1f && unpacked[1] === 0x8b
  return isGzip ? unpack(unpacked, 'gzip', maxBytes) : unpacked
}

const gunzip = promisify<Buffer, ZlibOptions, Buffer>(unzip)
const unbrotli = promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress)
const undeflate = promisify<Buffer, ZlibOptions, Buffer>(inflate)
const undeflateRaw = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)

async function unpack(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const options = { maxOutputLength: maxBytes }
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip')
      return isGzipped(body) ? await gunzip(body, options) : body
    if (encoding === 'br') return await unbrotli(body, options)
    if (encoding === 'deflate') return await (hasZlibFrame(body) ? undeflate : undeflateRaw)(body, options)
    return body
  } catch (error) {
    if (error instanceof RangeError)
      throw new TooLarge(`The feed unpacks to more than ${Math.round(maxBytes / 1e6)} MB.`)
    throw error
  }
}

/** Some proxies unpack the body and leave the header. */
const isGzipped = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b

/**
 * RFC 1950, 2.2: compression method 8 in the low bits of the first byte, and the first two bytes divisible by
 * 31.
 */
const hasZlibFrame = (body: Buffer): boolean =>
  body.length > 1 && ((body[0] ?? 0) & 15) === 8 && body.readUInt16BE(0) % 31 === 0

/** Collects a whole body. Returns null if it is larger than `maxBytes`. */
export async function collect(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    // Leaving the loop ends the stream and its connection.
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
