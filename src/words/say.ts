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
 * One of our texts in the reader's language (BCP 47): `say('story.latest', 'tr', { time })`. Texts given to it are made
 * harmless and keep their own direction; numbers are written as readers of that language write them.
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
 * One of our texts in the reader's language (BCP 47), in parts: what is given as an object comes back as it is between the
 * texts round it. This is how a name keeps its link, its look and its direction.
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
 * A text made fit to stand behind `after` in a sentence of ours: harmless, and where something in it runs the other way, between
 * direction marks that keep its order and give the sentence back its own. Isolates would do the same, but no guard lets them through.
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
  // "pause {id}" in a Persian sentence is one piece to type: a mark between its words would turn them round.
  const goesOn = own === LEFT_TO_RIGHT_MARK && endsLeftToRight(after)
  return (goesOn ? '' : outer + own) + plain + own + outer
}

/** Behind Arabic letters "22:00-07:00" would be shown as "07:00-22:00", and "+03:00" as "03:00+"; colons, points and commas keep numbers in order. */
const SIGN_AT_DIGITS = /(?:^|\p{Nd})[-+/]\p{Nd}/u
