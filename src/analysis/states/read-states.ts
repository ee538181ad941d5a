import { z } from 'zod'
import { anyOf } from '../../language/any-of.ts'
import { wordEndings, words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { type State, STATES } from '../../records/briefing.ts'
import { contentOf } from '../../language/terms.ts'

const STATE_NAMES = Object.values(STATES).flat()

/** The words of headlines for how things stand. */
export const stateWords = languagePart(
  'states',
  z.strictObject({
    /** Forms that assert a state; "*" stands for any ending. */
    states: z.record(z.enum(STATE_NAMES), words),
    /**
     * Words that deny a state within the three words before it: not so, not yet, not certain, or no longer.
     */
    blocks: words,
  }),
)

/** A state, and the words of the sentence that say of what. */
export interface FoundState {
  readonly kind: keyof typeof STATES
  readonly state: State
  readonly subject: ReadonlySet<string>
}

interface Reader {
  /** Matches any state: most sentences tell none, and one pass finds that out. */
  readonly any: RegExp
  readonly states: readonly {
    readonly kind: FoundState['kind']
    readonly state: State
    readonly form: RegExp
  }[]
  readonly blocks: RegExp
}

const readers = new Map<string, Reader | null>()

const readerOf = (language: string): Reader | null =>
  readers.getOrInsertComputed(language, () => {
    const own = stateWords.of(language)
    if (own === null) return null
    const heads = wordEndings.of(language)?.heads ?? []
    const head = heads.length === 0 ? '' : `(?:${heads.map((one) => RegExp.escape(one)).join('|')})?`
    // Lower case instead of the flag "i", with which V8 takes ten times as long to read \p{L}.
    const form = (list: readonly string[]) =>
      new RegExp(String.raw`(?<![\p{L}\p{M}])${head}${anyOf(list.map((word) => word.toLowerCase()))}`, 'gu')
    return {
      any: form(Object.values(own.states).flat()),
      states: KINDS.flatMap((kind) =>
        STATES[kind].map((state) => ({ kind, state, form: form(own.states[state]) })),
      ),
      blocks: form(own.blocks),
    }
  })

const KINDS = [
  'person',
  'search',
  'way',
  'charge',
  'service',
] as const satisfies readonly (keyof typeof STATES)[]

/** The words before a state that may deny it. */
const WORDS_BEFORE = /(?:[^\s,;:–—]+\s+){1,3}$/u

/**
 * Returns the states that a headline or sentence tells, at most one of each kind. None of a kind if two are
 * named, as in "closed road reopens". `language` is ISO 639-1.
 */
export function readStates(written: string, language: string): readonly FoundState[] {
  const reader = readerOf(language)
  if (reader === null) return []
  const text = written.toLowerCase()
  if (text.search(reader.any) < 0) return []
  const found = reader.states.flatMap(({ kind, state, form }) =>
    [...text.matchAll(form)].map((match) => ({ kind, state, match })),
  )
  if (found.length === 0) return []
  return [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, ofKind]): FoundState[] => {
    const [first] = ofKind
    if (first === undefined || new Set(ofKind.map(({ state }) => state)).size > 1) return []
    const isSaid = ofKind.some(
      ({ match }) => text.slice(0, match.index).match(WORDS_BEFORE)?.[0].match(reader.blocks) == null,
    )
    if (!isSaid) return []
    const rest = ofKind.reduce((left, { match: [form] }) => left.replace(form, ' '), text)
    return [{ kind, state: first.state, subject: contentOf(rest, language) }]
  })
}

/** How many words besides stop words two sentences of one story must share to be about the same thing. */
const LEAST_SHARED_WORDS = 2

/** Whether two sentences tell different states of the same thing. */
export const isOtherState = (one: FoundState, other: FoundState): boolean =>
  one.kind === other.kind &&
  one.state !== other.state &&
  one.subject.intersection(other.subject).size >= LEAST_SHARED_WORDS
