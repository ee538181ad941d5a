import { cutWords } from './cut-words.ts'
import { cyrillicStem } from './endings.ts'
import { fold } from './letters.ts'
import { soundKey } from './sound-key.ts'

/** Under what a name is found again, however it is spelled and in whatever script. */
export interface NameKeys {
  /** Its words, folded. */
  readonly words: readonly string[]
  /** How its words sound, without the endings of Cyrillic cases; null for a single word, which too many others sound like. */
  readonly sounds: readonly string[] | null
}

export function nameKeys(name: string): NameKeys {
  const words = nameWords(name)
  const sounds = words.map((word) => soundKey(CYRILLIC.test(word) ? cyrillicStem(word) : word, 'und'))
  const heard = sounds.filter((sound) => sound !== null)
  return { words, sounds: words.length > 1 && heard.length === words.length ? heard : null }
}

/** `words` of `nameKeys`, for whoever asks for no sounds: these cost more. */
export const nameWords = (name: string): readonly string[] => cutWords(name, 'und').map(fold)

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Whether all words of a wish are in a name, as they are written or, of several words, as they sound in another script. */
export function isNamed(name: NameKeys, wish: NameKeys): boolean {
  if (wish.words.length === 0) return false
  return (
    wish.words.every((word) => name.words.includes(word)) ||
    (wish.sounds !== null && wish.sounds.every((sound) => name.sounds?.includes(sound) === true))
  )
}
