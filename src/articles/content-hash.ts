import { createHash } from 'node:crypto'

/** Hash of what an article says: equal means no edit. White space does not count. */
export function contentHash(title: string, text: string): string {
  const squeezed = [title, text].map((part) => part.replace(/\s+/g, ' ').trim())
  return createHash('sha256').update(squeezed.join('\n')).digest('base64url').slice(0, 22)
}
