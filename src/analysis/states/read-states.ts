import { z } from 'zod'
import { anyOf } from '../../language/any-of.ts'
import { wordEndings, words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { type State, STATES } from '../../records/briefing.ts'
import { contentOf } from '../../language/terms.ts'

const STATE_NAMES = Object.values(STATES).flat()

/** How headlines say how things stand. */
export const stateWords = languagePart(
  'states',
  z.strictObject({
    /** Forms that say it is so; "*" is any ending. */
    states: z.record(z.enum(STATE_NAMES), words),
    /** Within three words before: it is not so, not yet, not surely, or was so before. */
    blocks: words,
  }),
)

/** How something stands, and the words of the sentence that say what. */
export interface ToldState {
  readonly kind: keyof typeof STATES
  readonly state: State
  readonly subject: ReadonlySet<string>
}

interface Reader {
  /** Whether any is told: most sentences tell none, and one pass says so. */
  readonly any: RegExp
  readonly states: readonly {
    readonly kind: ToldState['kind']
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
    // Small letters instead of the flag "i", with which V8 takes ten times as long to read \p{L}.
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

/** Words before a state in which it may be taken back. */
const BEFORE = /(?:[^\s,;:–—]+\s+){1,3}$/u

/**
 * How a headline or sentence says things stand, one state of each kind at most: none where it names two, as "closed road reopens" does. `language` is ISO 639-1.
 */
export function readStates(written: string, language: string): readonly ToldState[] {
  const reader = readerOf(language)
  if (reader === null) return []
  const text = written.toLowerCase()
  if (text.search(reader.any) < 0) return []
  const found = reader.states.flatMap(({ kind, state, form }) =>
    [...text.matchAll(form)].map((match) => ({ kind, state, match })),
  )
  if (found.length === 0) return []
  return [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, met]): ToldState[] => {
    const [first] = met
    if (first === undefined || new Set(met.map(({ state }) => state)).size > 1) return []
    const isSaid = met.some(
      ({ match }) => text.slice(0, match.index).match(BEFORE)?.[0].match(reader.blocks) == null,
    )
    if (!isSaid) return []
    const rest = met.reduce((left, { match: [form] }) => left.replace(form, ' '), text)
    return [{ kind, state: first.state, subject: contentOf(rest, language) }]
  })
}

/** Words that say something, and that two sentences of one story must share beside the state to speak of the same. */
const LEAST_SHARED = 2

/** Whether one says the same thing stands otherwise than the other says. */
export const isOtherState = (one: ToldState, other: ToldState): boolean =>
  one.kind === other.kind &&
  one.state !== other.state &&
  one.subject.intersection(other.subject).size >= LEAST_SHARED
