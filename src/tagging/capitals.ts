import { MARK, type Words } from '../language/read-text.ts'

/** How a text uses capitals. */
export interface Capitals {
  /**
   * Capitals tell names from other words: some words have one, and fewer than `MOSTLY_SHARE` are all
   * capitals.
   */
  readonly areTelling: boolean
  /** English With A Capital In Most Words, as in headlines: there a capital marks no name. */
  readonly everyWord: boolean
  /** The script has two cases, but (nearly) all letters are in one of them. */
  readonly areUniform: boolean
  /** How many words at the beginning are an English title with a capital in most words. */
  readonly titleCaseWords: number
}

/** Reads the capitals of a text whose first `titleWords` words are its title. `language` is ISO 639-1. */
export function readCapitals({ marks }: Words, titleWords: number, language: string): Capitals {
  let capitals = 0
  let loud = 0
  let cased = 0
  let inTitle = 0
  for (const [at, mark] of marks.entries()) {
    if (mark & MARK.cased) cased++
    if (mark & MARK.allCapitals) loud++
    if (!(mark & MARK.capital)) continue
    capitals++
    if (at < titleWords) inTitle++
  }
  const areTelling = capitals > 0 && loud < marks.length * MOSTLY_SHARE
  const isEnglish = language === 'en'
  return {
    areTelling,
    areUniform: !areTelling && cased >= marks.length * MOSTLY_SHARE,
    everyWord: isEnglish && capitals >= marks.length * MOSTLY_SHARE,
    titleCaseWords: isEnglish && inTitle >= titleWords * MOSTLY_SHARE ? titleWords : 0,
  }
}

const MOSTLY_SHARE = 0.7
