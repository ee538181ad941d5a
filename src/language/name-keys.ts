import { cutWords } from './cut-words.ts'
import { cyrillicStem } from './endings.ts'
import { fold } from './letters.ts'
import { soundKey } from './sound-key.ts'

/** Keys by which a name is found in any spelling and script. */
export interface NameKeys {
  /** The words of the name, folded. */
  readonly words: readonly string[]
  /**
   * The sounds of its words, without the endings of Cyrillic cases. Null for a single word, because too many
   * others sound like it.
   */
  readonly sounds: readonly string[] | null
}

export function nameKeys(name: string): NameKeys {
  const words = nameWords(name)
  const sounds = words.map((word) => soundKey(CYRILLIC.test(word) ? cyrillicStem(word) : word, 'und'))
  const soundsOf = sounds.filter((sound) => sound !== null)
  return { words, sounds: words.length > 1 && soundsOf.length === words.length ? soundsOf : null }
}

/** Returns only the `words` of `nameKeys`: sounds cost more. */
export const nameWords = (name: string): readonly string[] => cutWords(name, 'und').map(fold)

const CYRILLIC = /\p{Script=Cyrillic}/u

/**
 * Whether a name contains all words of a wish, as written or, for several words, by sound in another script.
 */
export function isNamed(name: NameKeys, wish: NameKeys): boolean {
  if (wish.words.length === 0) return false
  return (
    wish.words.every((word) => name.words.includes(word)) ||
    (wish.sounds !== null && wish.sounds.every((sound) => name.sounds?.includes(sound) === true))
  )
}
