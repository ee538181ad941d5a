import { hasCase, MARK, type Words } from '../../language/read-text.ts'
import type { FoundSaying } from './saying.ts'
import type { SayingWords } from './saying-words.ts'
import { type WordField, wordField } from './word-field.ts'

/**
 * How many words at the beginning of a claim are searched for the verb of a clause, recognised by an
 * auxiliary or a pronoun. Chosen by leaving out one of seven English outlets, German, Russian or Czech: 25
 * each time but one (20); the same from 20 to 40.
 */
const OPENING_WORDS = 25
/**
 * In words. The same up to 3 whichever outlet is left out, lower from 4. Of one or two words most are no
 * claims in unlabelled news ("told the BBC").
 */
const LEAST_CLAIM_WORDS = 3
/**
 * Least words in quotation marks that somebody said: fewer are a title, a name or a word the outlet distances
 * itself from. The same from 1 to 5 in English and German; with 1 and 2 Persian has more wrong ones.
 */
const LEAST_QUOTED_WORDS = 4
/**
 * How many words before a verb are searched for a "would" or an "if", which leaves open whether it was said.
 * The same from 0 to 4 whichever outlet or language is left out, lower at 6.
 */
const WORDS_BEFORE_VERB = 3

/**
 * Whether a text marks a claim as something said. It does if the claim is quoted, precedes its verb, or is
 * opened by "that", a comma or a colon. After a plain verb of saying, a clause with its own verb suffices.
 * "Concluded large drills", "slams his rival", "hopes to win" are acts and wishes told by the outlet.
 * "Explains why he left" tells that something was said, but not what.
 */
export function isStatement(words: Words, known: SayingWords | null, saying: FoundSaying): boolean {
  const { text, start, folded } = words
  const { cue, pieces, form, speaker } = saying
  const [first] = pieces
  const last = pieces.at(-1)
  if (known === null || first === undefined || last === undefined || known.verb !== 'between') return true
  const field = wordField(words, known)
  const { is, has, isApart, wordAt } = field
  const claim = text.slice(first.start, first.end)
  const length = claim.split(/\s+/u).length
  if (cue === null) return true
  const verb = start.findIndex((at) => at >= cue.start)
  const behindVerb = start.findIndex((at) => at >= cue.end)
  // "Self-proclaimed", "who said it was late, spoke": said in passing.
  if (has(verb, MARK.afterHyphen) || is(verb - 1, 'personal')) return false
  if (form === 'direct') {
    if (cue.kind === 'acts' || cue.kind === 'thinks') return length >= LEAST_QUOTED_WORDS
    // ‘Cosmos’ host says …: a title within a clause.
    return length >= LEAST_CLAIM_WORDS || first.start > cue.start || /[,.!?]\P{L}*$/u.test(claim)
  }
  // "Об этом сообщает ТАСС": what was said stands elsewhere.
  if (length < LEAST_CLAIM_WORDS || cue.kind === 'acts') return false
  if (isUnsure(field, verb)) return false
  // "Rebuffed the narrative saying so": without a comma it is unclear who is speaking.
  if (cue.kind === 'saying' && hasCase(wordAt(verb - 1)) && !isApart(verb) && !is(verb - 1, 'borders'))
    return false
  const from = start.findIndex((at) => at >= first.start)
  if (is(from, 'questions')) return false
  if (first.start < cue.start) {
    // "Man hurt, court told", "cars recalled over brakes": passive, about what precedes the verb.
    const isEnd = behindVerb < 0 || isApart(behindVerb)
    if (cue.kind === 'told') return !isEnd || (speaker !== null && speaker.first > verb)
    return isEnd || saying.paragraph > 0 || !is(behindVerb, 'determiners')
  }
  const gap = text.slice(cue.end, first.start)
  const between = folded.slice(behindVerb, from)
  const isOpened = between.some((word) => known.has('that', word))
  const leads = between.filter((word) => !known.has('that', word))
  if (cue.kind === 'told') return leads.length === 0 || isAddressee(field, from - (isOpened ? 2 : 1))
  if (isOpened) {
    const [one] = leads
    const isPlace = one === undefined || known.has('adverbials', one) || known.has('between', one)
    return isPlace || /,/u.test(gap) || isAddressee(field, from - 2)
  }
  if (/:/u.test(gap) || cue.kind === 'does') return true
  if (cue.kind === 'thinks') return false
  if (/,/u.test(gap) || isQuotedIn(claim)) return true
  for (let at = from; at < from + OPENING_WORDS && (start[at] ?? Infinity) < first.end; at++)
    if (is(at, 'passive', 'pronouns', 'auxiliary')) return true
  return false
}

/**
 * Whether it is open if something was said: "May say", "if the ministry confirms". Stays within the sentence.
 */
function isUnsure({ is, has }: WordField, verb: number): boolean {
  for (let at = verb - 1; at >= 0 && at >= verb - WORDS_BEFORE_VERB && !has(at + 1, MARK.sentenceStart); at--)
    if (is(at, 'unsure')) return true
  return false
}

/** Whether the word before a claim names the addressee: "Told the court", "warned Iran". */
const isAddressee = ({ known, isCapital, isPeople, wordAt }: WordField, at: number): boolean =>
  isCapital(at) || isPeople(at) || known.isStop(wordAt(at))

/** Whether enough of a claim is quoted to be what was said, and not a name in quotation marks. */
const isQuotedIn = (claim: string): boolean =>
  [...claim.matchAll(/["“„«‘](?<inner>[^"“”„«»]+)["”“»’]/gu)].some(
    ({ groups }) => (groups?.['inner'] ?? '').split(/\s+/u).length >= LEAST_QUOTED_WORDS,
  )
