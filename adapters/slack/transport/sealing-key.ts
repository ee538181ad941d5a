import { createHash } from 'node:crypto'

/** A key for AES-256-GCM. */
export interface SealingKey {
  /** Written beside what it seals, so that it is found again among several: 8 hex digits of its SHA-256. */
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Buffer
}

const KEY_BYTES = 32

/** Keys in base64, between commas or spaces; null where one has not 32 bytes. */
export function readKeys(text: string): readonly SealingKey[] | null {
  const keys = text
    .split(/[\s,]+/u)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part, 'base64'))
  if (keys.length === 0 || keys.some((bytes) => bytes.length !== KEY_BYTES)) return null
  return keys.map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }))
}
