import { eld } from 'eld/extrasmall'

/** Letters that suffice: more costs time and changes nothing. */
const ENOUGH = 200
/** Below this the source's language says more than the text. */
const TOO_SHORT = 20

/**
 * The language of a text, ISO 639-1, or `und`. eld's smallest data set is as good as its largest on sentences (99.8% of
 * sib200news) and loads in a tenth of a second. `known` is the language of the source, believed only for very short texts.
 */
export function detectLanguage(text: string, known?: string): string {
  const sample = text.slice(0, ENOUGH)
  if (known !== undefined && sample.trim().length < TOO_SHORT) return known
  const { language } = eld.detect(sample)
  return language === '' ? (known ?? 'und') : language
}
