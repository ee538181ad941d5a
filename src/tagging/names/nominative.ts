import { wordEndings } from '../../language/parts.ts'
import { hasMark, MARK, type Words } from '../../language/read-text.ts'
import { nameWords } from '../name-words.ts'
import { openCommonNames } from './common-names.ts'
import { GIVEN_NAMES, MEN, WOMEN } from './known-names.ts'

/**
 * Somebody's name of several words in the nominative. Undefined if it already is, if it is a single word, or
 * if the language does not decline names. All words of a name are in one case: "Дункана Смита" is a man in
 * the genitive, "Марию Захарову" a woman in the accusative. Known first names and forms elsewhere in the text
 * show which case it is.
 */
export function nominativeOf(
  words: Words,
  { first, last }: { readonly first: number; readonly last: number },
  language: string,
): string | undefined {
  const people = wordEndings.of(language)?.people
  if (people === undefined || first === last) return undefined
  const parts = words.folded.slice(first, last + 1)
  const elsewhere = new Set(
    words.folded.filter((_, at) => (at < first || at > last) && hasMark(words, at, MARK.capital)),
  )
  const evidence = {
    last: parts.length - 1,
    elsewhere,
    language,
    oblique: people.oblique,
  }
  const written = words.text.slice(words.start[first], words.end[last])
  const ofNominative = OBLIQUE.test(written) ? WORTH.never : WORTH.nominative
  let best: Reading = { bases: parts, worth: -Infinity }
  for (const sex of ['men', 'women'] as const)
    for (let number = 0; number < (people[sex][0]?.length ?? 0); number++) {
      const bases = parts.map((word, at) => {
        const isPart = hasMark(words, first + at + 1, MARK.afterHyphen)
        const isNasal = /[ęą]$/u.test(words.text.slice(words.start[first + at], words.end[first + at]))
        return basesOf(word, people[sex], number, { sex, isFirst: at === 0, isPart, isNasal })
          .map((base) => ({
            base,
            worth:
              worthOf(base, word, at, { ...evidence, sex }) +
              (formsOf(base, people[sex]).some((form) => form !== word && elsewhere.has(form))
                ? WORTH.otherForm
                : 0),
          }))
          .reduce((one, other) => (other.worth > one.worth ? other : one), NO_BASE)
      })
      const worth = bases.reduce((sum, base) => sum + base.worth, number === 0 ? ofNominative : 0)
      if (worth > best.worth) best = { bases: bases.map(({ base }) => base), worth }
    }
  if (best.bases.every((base, at) => base === parts[at]) && !INSTRUMENTAL.test(written)) return undefined
  let name = ''
  for (const [at, base] of best.bases.entries()) {
    const [from = 0, to = 0] = [words.start[first + at], words.end[first + at]]
    const gap = at === 0 ? '' : words.text.slice(words.end[first + at - 1], from).replace(/\s+/g, ' ')
    name += gap + inLettersOf(words.text.slice(from, to), parts[at] ?? '', base)
  }
  return name
}

interface Reading {
  readonly bases: readonly string[]
  readonly worth: number
}

type Sex = 'men' | 'women'

const NO_BASE = { base: '', worth: -Infinity }
/** Least length of a stem, in letters. */
const SHORTEST_STEM = 2
/** Ends of words that are the same in all cases. So are women's family names without a woman's ending. */
const UNCHANGED = /[оеэєиіїуюoeiuy]$/u
const LIKE_A_MAN = /(?:[^аеёиоуыэюяєіїaeiouy]|ь)$/u
const IN_A = /[аяa]$/u
const FAMILY_OF_WOMEN = /(?:[оеє]вн?а|[иіы]на|ая|ська|[^aeiou]ska|cka)$/u
/** Ends that no declension has in the nominative. */
const IMPOSSIBLE = /[^аеёиоуыэюяєії](?:й|ць)$|[аеоуи]а$|[аеоуи]вн(?:ая)?$/u

interface WordPosition {
  readonly sex: Sex
  readonly isFirst: boolean
  readonly isPart: boolean
  /** Its last letter is a Polish "ę" or "ą". */
  readonly isNasal: boolean
}

/**
 * A nominative's ending, the number of the case and its ending, where Polish writes "ę" and "ą", which are
 * folded: "Natalie" is no accusative.
 */
const NASAL = /^[^-]*[ao]-(?:3[^-]*e|4[^-]*a)$/u

/** The nominatives from which a word in a case may come. */
function basesOf(
  word: string,
  declensions: readonly (readonly string[])[],
  number: number,
  { sex, isFirst, isPart, isNasal }: WordPosition,
): string[] {
  const bases = declensions.flatMap((endings) => {
    const [plain = '', ending = ''] = [endings[0], endings[number]]
    const stem = word.slice(0, word.length - ending.length)
    const isOne =
      word.endsWith(ending) &&
      stem.length >= SHORTEST_STEM &&
      (isNasal || !NASAL.test(`${plain}-${number}${ending}`)) &&
      (isNasal || ending !== 'e' || !stem.endsWith('i'))
    const base = stem + plain
    return isOne && (plain !== '' || LIKE_A_MAN.test(stem)) && !IMPOSSIBLE.test(base) ? [base] : []
  })
  const stays =
    !isNasal && (UNCHANGED.test(word) || isPart || (sex === 'women' && !isFirst && LIKE_A_MAN.test(word)))
  if (!stays) return bases
  return isFirst ? [...bases, word] : [word, ...bases]
}

/** The other forms of a nominative: those of men's and women's family names differ. */
const formsOf = (base: string, declensions: readonly (readonly string[])[]): string[] =>
  declensions.flatMap(([plain = '', ...endings]) =>
    base.endsWith(plain) && (plain !== '' || LIKE_A_MAN.test(base))
      ? endings.map((ending) => base.slice(0, base.length - plain.length) + ending)
      : [],
  )

/**
 * Points for a reading; evidence from lists or the text counts about twice as much as the form alone. Halving
 * or doubling one of them changes fewer than one in fifty names of bsnlp.
 */
const WORTH = {
  nominative: 1.5,
  given: 5,
  ofThisLanguage: 1,
  common: 2,
  elsewhere: 3,
  otherForm: 1.5,
  /** For forms that do not exist: a man's first name in "a", a woman's family name of a man, and the like. */
  never: -3,
  rare: -1.6,
  oblique: -1.25,
  inA: -0.5,
}

function worthOf(
  base: string,
  word: string,
  at: number,
  { sex, last, elsewhere, language, oblique }: Evidence,
): number {
  let worth = base !== word && elsewhere.has(base) ? WORTH.elsewhere : 0
  const given = at === 0 ? worthOfGiven(base, sex, language) : 0
  worth += given
  const ending = given > 0 ? undefined : oblique.find((one) => base.endsWith(one))
  if (ending !== undefined) worth += ending.length < LONG_ENDING ? WORTH.oblique : WORTH.never
  if (at === last) {
    const isWomens = FAMILY_OF_WOMEN.test(base)
    if (sex === 'men' && isWomens) worth += WORTH.never
    else if (!isWomens && IN_A.test(base)) worth += sex === 'women' ? WORTH.rare : WORTH.inA
  }
  return worth
}

function worthOfGiven(base: string, sex: Sex, language: string): number {
  const [own, others] = sex === 'men' ? [MEN, WOMEN] : [WOMEN, MEN]
  if (own.has(base))
    return WORTH.given + (nameWords.of(language)?.[sex]?.includes(base) === true ? WORTH.ofThisLanguage : 0)
  if (others.has(base)) return WORTH.never
  const isLikely = sex === 'men' ? !IN_A.test(base) : !LIKE_A_MAN.test(base)
  if (!isLikely) return WORTH.never
  if (openCommonNames().isFirst(base) || GIVEN_NAMES.has(base)) return WORTH.common
  return sex === 'women' ? WORTH.rare : 0
}

/** From this length on an oblique ending is no accident. */
const LONG_ENDING = 3

interface Evidence {
  readonly sex: Sex
  /** Index of the last word within the name. */
  readonly last: number
  /** Words with a capital elsewhere in the text. */
  readonly elsewhere: ReadonlySet<string>
  readonly language: string
  /** Endings that hardly any nominative has. */
  readonly oblique: readonly string[]
}

/** Ends no Polish nominative. */
const OBLIQUE = /ę(?!\p{L})/u
/** Ends no Polish nominative either; folded it is an “a” like any other. */
const INSTRUMENTAL = /ą(?!\p{L})/u

/** A folded nominative as the text would write it: letters that it shares with the word stay as written. */
function inLettersOf(written: string, folded: string, base: string): string {
  if (base === folded) return written.replace(INSTRUMENTAL, 'a')
  let shared = 0
  while (shared < base.length && base[shared] === folded[shared]) shared++
  return written.length === folded.length
    ? written.slice(0, shared) + base.slice(shared)
    : base.charAt(0).toUpperCase() + base.slice(1)
}
