import type { CitedText } from './cited-text.ts'
import type { Word } from './read-words.ts'

/**
 * Is this word a name, as far as its letters tell? The first word of a sentence counts unless it is known as an ordinary word.
 * Scripts without capitals never say so; `checkWording` covers them.
 */
export function isName(word: Word, next: Word | undefined, cited: CitedText): boolean {
  if (!word.capital || word.number !== undefined || word.empty || /\p{Lu}['’]\p{Ll}/u.test(word.text))
    return false
  if (!word.first || word.acronym) return true
  return !(ORDINARY.has(word.lower) || cited.small.has(word.lower) || next?.lower === 'of')
}

/** Is the name in the cited text: itself, inflected ("Russians" for "Russia"), by its initials, or by a usual other name? */
export function isKnownName(word: Word, cited: CitedText): boolean {
  if (isTitle(word) || stands(word, cited)) return true
  for (const lower of cited.lowers)
    if (isSameName(word.lower, lower) || isSlip(word.lower, lower)) return true
  if (ALIASES.some((names) => names.includes(word.lower) && names.some((name) => mentions(cited, name))))
    return true
  return word.acronym && word.lower.length <= 5 && hasInitials(word.lower.replace(/s$/u, ''), cited)
}

/** Is it there in its own letters? */
export const stands = ({ lower, key, acronym }: Word, cited: CitedText): boolean =>
  cited.lowers.has(lower) || cited.keys.has(key) || (acronym && cited.lowers.has(lower.replace(/s$/u, '')))

/** A title may stand before a name without being in the text. */
export const isTitle = ({ lower }: Word): boolean => TITLES.test(lower)

/** Endings that turn a place into its people or its adjective, in Latin letters. */
const ENDING = /^(?:ian|ean|en|ans|ians|an|ese|ish|is|i|s|es|n|ns|ic|ics|y|ey|er|ers|al|a|ia|ine|d|h|ch|c|)$/u

/** The same name with another ending: four letters in common, short endings of the usual kind (Cyrillic: any short ending). */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 4 || b.length < 4 || a[0] !== b[0]) return false
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  const rest = [a.slice(common), b.slice(common)]
  if (common < 4 || common < Math.min(a.length, b.length) - 3 || rest.some((ending) => ending.length > 4))
    return false
  return /[\p{Script=Cyrillic}]/u.test(a)
    ? rest.every((ending) => ending.length <= 3)
    : rest.every((ending) => ENDING.test(ending))
}

/** Two neighbouring letters of a long name in the wrong order: a slip of the hand, no other name. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 6) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at > 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

const mentions = (cited: CitedText, name: string): boolean =>
  name.includes(' ') ? cited.text.toLowerCase().includes(name) : cited.lowers.has(name)

function hasInitials(letters: string, cited: CitedText): boolean {
  for (const { words } of cited.sentences) {
    const initials = words
      .filter(({ lower }) => !/^(?:of|the|and|for|de|la|du|des|et)$/u.test(lower))
      .map(({ lower }) => lower.charAt(0))
    if (initials.join('').includes(letters)) return true
  }
  return false
}

const TITLES =
  /^(?:justice|president|prime|minister|secretary|senator|general|judge|mr|mrs|ms|dr|sir|gen|sen|sens|gov|rep|reps|prof|pres|lt|sgt|capt|col|adm|rev|st|co|inc|corp|ltd|jr|sr|monsieur|madame|herr|frau|bay|sayın)$/u

/** Names of one thing. */
export const ALIASES: readonly (readonly string[])[] = [
  ['us', 'usa', 'united states', 'american', 'americans', 'america'],
  ['uk', 'britain', 'british', 'united kingdom', 'england', 'english', 'britons'],
  ['uae', 'emirates', 'emirati'],
  ['un', 'united nations'],
  ['eu', 'european union'],
  ['pm', 'prime minister'],
  ['utd', 'united'],
  ['man', 'manchester'],
  ['twitter', 'tweet', 'tweets', 'tweeted'],
  ['academy', 'award', 'oscar', 'oscars'],
  ['isis', 'isil', 'islamic state', 'daesh'],
  ['gop', 'republican', 'republicans'],
  ['turkey', 'türkiye', 'turkish', 'turks'],
  ['сша', 'америка', 'американский'],
  ['abd', 'amerika'],
]

/** Ordinary English words that open sentences; in other languages the cited text's own small letters must tell. */
const ORDINARY: ReadonlySet<string> = new Set(
  'latest religion however thirty researchers group groups around even among still due numerous actor actress show shows mom mother father dad man woman men women boy girl police officials official officer officers author field protests protesters american olympic friend friends family families report reports study studies expert experts scientist scientists critics fan fans player players resident residents witness witnesses victim victims suspect suspects lawyer lawyers attorney judge court president minister prime governor mayor senator lawmakers leader leaders government state city team coach singer star film movie video photo photos image images first second third last next more most many some several few all no one two three four five six seven eight nine ten other another such new old big top young former ex why how what when where who which while after before since until during despite although though because if as at by for from in into of off on over to under with without within about against along between through also then now here there today yesterday meanwhile says say said creating attackers attacks attack abductors broadcaster people workers students student teacher teachers doctors doctor children parents company companies firm firms bank banks schools school hospital hospitals rebels troops soldiers forces army military navy union unions voters opposition ministry embassy authorities investigators prosecutors firefighters rescuers hundreds thousands millions dozens only just both each every none nearly almost about more less much own same prices sales shares oil gas election elections talks peace war fire flood floods storm earthquake crash explosion bomb deal plans plan heavy strong high low deadly rare massive huge fierce fresh full further growing rising strict tough early late'.split(
    ' ',
  ),
)
