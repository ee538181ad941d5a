import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
/** Nonce length for which GCM is designed (NIST SP 800-38D, 5.2.1.1), in bytes. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a text and binds it to a name: `key.nonce.tag.text`. It cannot be opened under another name. */
export function seal(text: string, name: string, key: SealingKey): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [key.id, ...[nonce, cipher.getAuthTag(), sealed].map((bytes) => bytes.toString('base64url'))].join(
    '.',
  )
}

type Unsealed =
  | { readonly status: 'open'; readonly text: string; readonly keyId: string }
  /** Sealed with none of these keys, altered, or bound to another name. */
  | { readonly status: 'shut'; readonly reason: 'no-key' | 'changed' }

/** Decrypts a sealed text with whichever of the keys sealed it. */
export function unseal(sealed: string, name: string, keys: readonly SealingKey[]): Unsealed {
  const [keyId = '', ...parts] = sealed.split('.')
  const key = keys.find(({ id }) => id === keyId)
  if (key === undefined) return { status: 'shut', reason: 'no-key' }
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  try {
    if (nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES || text === undefined)
      return { status: 'shut', reason: 'changed' }
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(name))
    decipher.setAuthTag(tag)
    const open = Buffer.concat([decipher.update(text), decipher.final()])
    return { status: 'open', text: open.toString('utf8'), keyId }
  } catch {
    return { status: 'shut', reason: 'changed' }
  }
}

/** A key for AES-256-GCM. */
export interface SealingKey {
  /** First 8 hex digits of the key's SHA-256. Written beside what it seals, to find the key among several. */
  readonly id: string
  /** 32 bytes. */
  readonly bytes: Buffer
}

const KEY_BYTES = 32

/** Reads base64 keys separated by commas or spaces; null if there is none or one is not 32 bytes long. */
export function readKeys(text: string): readonly SealingKey[] | null {
  const keys = text
    .split(/[\s,]+/u)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part, 'base64'))
  if (keys.length === 0 || keys.some((bytes) => bytes.length !== KEY_BYTES)) return null
  return keys.map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }))
}
