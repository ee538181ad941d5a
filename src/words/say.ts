import { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUES, type GivenTo, type PhraseKey } from './catalogues.ts'
import {
  endsLeftToRight,
  hasLeftToRight,
  hasRightToLeft,
  LEFT_TO_RIGHT_MARK,
  RIGHT_TO_LEFT_MARK,
  startsRightToLeft,
} from './direction.ts'
import { harmless } from './harmless.ts'
import { localeOf } from './locale.ts'

/**
 * Formats one of our texts in the reader's language (BCP 47): `say('story.latest', 'tr', { time })`. Text
 * values are made harmless and keep their own direction; numbers are written as readers of that language
 * write them.
 */
export function say<Key extends PhraseKey>(
  key: Key,
  language: string,
  ...[values]: GivenTo<Key, string>
): string {
  const { rightToLeft } = localeOf(language)
  const given = Object.entries<string | number>({ ...values }).map(([name, value]) => [
    name,
    typeof value === 'string' ? { value } : value,
  ])
  return formatOf(key, language)
    .formatToParts<{ readonly value: string }>(Object.fromEntries(given))
    .reduce(
      (said, part) =>
        said +
        (typeof part.value === 'string'
          ? part.value
          : setInto(part.value.value, { rightToLeft, after: said })),
      '',
    )
}

/**
 * Formats one of our texts in the reader's language (BCP 47) into parts. A value given as an object is
 * returned as it is between the texts around it, so a name keeps its link, look and direction.
 */
export function phrase<Key extends PhraseKey, Piece extends object>(
  key: Key,
  language: string,
  ...[values]: GivenTo<Key, string | Piece>
): readonly (string | Piece)[] {
  return formatOf(key, language)
    .formatToParts<Piece>({ ...values })
    .map((part) => part.value)
}

function formatOf(key: PhraseKey, language: string): IntlMessageFormat {
  const { tag, language: spoken } = localeOf(language)
  return formats.getOrInsertComputed(
    `${tag} ${key}`,
    () => new IntlMessageFormat(CATALOGUES[spoken][key], tag, undefined, { ignoreTag: true }),
  )
}

const formats = new Map<string, IntlMessageFormat>()

/**
 * Makes a text fit to follow `after` in one of our sentences: harmless, and between direction marks if
 * something in it runs the other way. The marks keep the text's order and restore the sentence's. Isolates
 * would do the same, but our guards remove them.
 */
function setInto(
  text: string,
  { rightToLeft, after }: { readonly rightToLeft: boolean; readonly after: string },
): string {
  const plain = harmless(text)
  const needsMarks = rightToLeft ? hasLeftToRight(plain) || SIGN_AT_DIGITS.test(plain) : hasRightToLeft(plain)
  if (!needsMarks) return plain
  const own = startsRightToLeft(plain) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  const outer = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  if (own === outer) return outer + plain + outer
  // "pause {id}" in a Persian sentence is one piece to type: a mark between its words would reverse them.
  const goesOn = own === LEFT_TO_RIGHT_MARK && endsLeftToRight(after)
  return (goesOn ? '' : outer + own) + plain + own + outer
}

/**
 * After Arabic letters "22:00-07:00" would be displayed as "07:00-22:00", and "+03:00" as "03:00+". Colons,
 * points and commas keep numbers in order.
 */
const SIGN_AT_DIGITS = /(?:^|\p{Nd})[-+/]\p{Nd}/u
