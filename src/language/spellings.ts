import { wordEndings } from './parts.ts'

/**
 * Returns other spellings of a word that somebody searches for, in a language (ISO 639-1): with the accents
 * that keyboards lack and stemmers need, and in the forms that the stemmer keeps apart. The word is in lower
 * case, as from `cutWords`. Only for queries: texts are kept as written.
 */
export function spellingsOf(word: string, language: string): readonly string[] {
  const spell = SPELLINGS[language]
  return spell === undefined ? [] : [...new Set(spell(word))].filter((other) => other !== word)
}

const SPELLINGS: Readonly<Record<string, (word: string) => readonly string[]>> = {
  de: german,
  es: spanish,
  fr: french,
}

/** "Buerger" and "Bürger". After a, e and q the two letters are no umlaut: "neue", "Mauer", "Quelle". */
function german(word: string): readonly string[] {
  return [
    word.replaceAll(/(?:ae|oe|(?<![aeq])ue)/gu, (letters) => UMLAUTS[letters] ?? letters),
    word.replaceAll(/[äöü]/gu, (letter) => `${letter.normalize('NFD').slice(0, 1)}e`),
  ]
}

const UMLAUTS: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü' }

/**
 * The Snowball stemmer recognises "información", "policía" and "inglés" by their accents. For words in -ia
 * only endings that always have an accent are listed: otherwise "Nigeria" would find "Níger", and "Francia"
 * the dictator.
 */
function spanish(word: string): readonly string[] {
  return [
    word.replace(/ion$/u, 'ión').replace(/es$/u, 'és').replace(ACCENTED_IA, '$1ía$2'),
    word
      .replace(/ión$/u, 'ion')
      .replace(/és$/u, 'es')
      .replace(/ía(s?)$/u, 'ia$1'),
  ]
}

const ACCENTED_IA = /(log|nom|graf|metr|erg|teg|qu|fon|tom|ic|[yn]or|cald|scal|ant|ompa[nñ])ia(s?)$/u

/**
 * "securite" and "sécurité"; "élu", "élus", "élue" and "élues", where the stemmer removes the e but no s
 * after the u.
 */
function french(word: string): readonly string[] {
  const [, stem = ''] = /^(.+u)(?:e?s|e)?$/u.exec(word) ?? []
  const agrees = stem !== '' && wordEndings.of('fr')?.singulars.includes(`${stem}s`) !== true
  return [
    word.replace(/e(e?s?)$/u, 'é$1'),
    word.replace(/é(e?s?)$/u, 'e$1'),
    ...(agrees ? [stem, `${stem}s`] : []),
  ]
}
