/** FNV-1a, 32 bits with a sign: http://www.isthe.com/chongo/tech/comp/fnv/ over UTF-16 units. The same everywhere and always. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}
