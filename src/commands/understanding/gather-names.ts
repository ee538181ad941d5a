import { foldTerm, type NameIndex, type Term, type TermKind } from '../name-index.ts'
import { valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import { correctTypo } from './correct-typo.ts'
import type { Intent } from './read-intent.ts'
import { topicOf } from './topic-of.ts'
import type { Wish } from './wish.ts'

/** Everything that a sentence names, and the words that are left. */
export interface Gathered {
  readonly named: Pick<
    Wish,
    | 'countries'
    | 'regions'
    | 'topics'
    | 'sources'
    | 'people'
    | 'organisations'
    | 'places'
    | 'areas'
    | 'words'
    | 'spoken'
    | 'namesSpoken'
    | 'topicsSpoken'
  >
  readonly unclear: Wish['unclear']
  readonly corrected: Wish['corrected']
  /** Number of items of which nothing is known. */
  readonly unknown: number
}

type Role =
  | { readonly kind: 'word' }
  | {
      readonly kind: 'terms'
      readonly terms: readonly Term[]
      readonly area?: string
      readonly isCorrected: boolean
    }
  | { readonly kind: 'person' | 'organisation' | 'place'; readonly name: string }

/** Gathers what the items in `left` name. */
export function gatherNames(
  items: readonly Item[],
  left: ReadonlySet<Item>,
  intent: Intent,
  around: { readonly language: string; readonly nameIndex: NameIndex },
): Gathered {
  const plain = items.map((item) => (left.has(item) ? roleOf(item, intent, around) : null))
  const first = plain.map((role, at) =>
    role === null && isCounting(items[at], left) && isWordBeside(plain, at, around.language)
      ? ({ kind: 'word' } as const)
      : role,
  )
  const roles = first.map((role, at) =>
    role !== null && isPartOfWords(at, items, first) ? ({ kind: 'word' } as const) : role,
  )
  const typed = (at: number): string => items[at]?.words.map((word) => word.typed).join(' ') ?? ''
  const terms: Term[] = []
  const unclear: { typed: string; terms: readonly Term[] }[] = []
  const corrected: { typed: string; name: string }[] = []
  for (const [at, role] of roles.entries()) {
    if (role?.kind !== 'terms') continue
    const several = sameKind(role.terms)
    if (several.length > 1) unclear.push({ typed: typed(at), terms: several })
    else terms.push(...several)
    if (role.isCorrected) corrected.push({ typed: typed(at), name: several[0]?.name ?? '' })
  }
  const ids = (kind: TermKind): string[] => terms.filter((term) => term.kind === kind).map(({ id }) => id)
  const names = (kind: 'person' | 'organisation' | 'place'): string[] =>
    roles.flatMap((role) => (role?.kind === kind ? [role.name] : []))
  const runs = joinWords(items, roles)
  const [countries, regions] = [unique(ids('country')), unique(ids('region'))]
  const isWide = countries.length === 0 && regions.length === 1
  return {
    named: {
      countries,
      // With "everything on sudan", "everything" does not mean the whole world.
      regions: regions.filter((id) => id !== 'world' || isWide),
      topics: unique(ids('topic')),
      sources: unique(ids('source')),
      people: unique([...ids('person'), ...names('person')]),
      organisations: unique(names('organisation')),
      places: unique(names('place')),
      areas: unique(
        roles.flatMap((role) => (role?.kind === 'terms' && role.area !== undefined ? [role.area] : [])),
      ),
      words: runs.map(({ text }) => text),
      spoken: unique(
        roles.flatMap((role, at) =>
          isSpoken(role) ? [typed(at)] : runs.filter(({ first }) => first === at).map(({ text }) => text),
        ),
      ),
      topicsSpoken: roles.flatMap((role, at) => {
        const topic = role?.kind === 'terms' ? role.terms[0] : undefined
        return topic?.kind === 'topic' && !isCalled(topic, typed(at))
          ? [{ typed: typed(at), id: topic.id }]
          : []
      }),
      namesSpoken: roles.flatMap((role, at) => (isSpoken(role) && role?.kind !== 'place' ? [typed(at)] : [])),
    },
    unclear,
    corrected,
    unknown: roles.filter((role) => role?.kind === 'word').length,
  }
}

/**
 * "Premier ministre", "the second wave", "الموجة الثانية": an ordinal beside an unknown word is part of it.
 */
const isCounting = (item: Item | undefined, left: ReadonlySet<Item>): boolean =>
  item !== undefined && left.has(item) && item.words.length === 1 && Number(valueOf(item, 'ordinal')) > 0

const isWordBeside = (roles: readonly (Role | null)[], at: number, language: string): boolean =>
  roles[COUNTED_BEHIND.has(language) ? at - 1 : at + 1]?.kind === 'word'

/** Languages whose ordinals follow what they count. */
const COUNTED_BEHIND: ReadonlySet<string> = new Set(['ar', 'fa'])

/**
 * Returns whether words name the topic itself or are part of its name ("culture" in "Arts, culture and
 * entertainment"), rather than something within it.
 */
const isCalled = ({ id, names = {} }: Term, typed: string): boolean =>
  [id, ...Object.values(names)].some((name) => foldTerm(name).split(' ').includes(foldTerm(typed)))

const unique = (names: readonly string[]): string[] => [...new Set(names)]

function roleOf(
  item: Item,
  intent: Intent,
  { language, nameIndex }: { readonly language: string; readonly nameIndex: NameIndex },
): Role | null {
  const { named } = item
  if (named?.kind === 'terms') return { ...named, isCorrected: false }
  if (named !== null) return { kind: named.kind === 'thing' ? 'place' : named.kind, name: named.name }
  if (!isUnknownWord(item) && !isUnsaid(item, intent)) return null
  const topic = topicOf(item.first, language, nameIndex)
  if (topic !== null) return { kind: 'terms', terms: [topic], isCorrected: false }
  const near = correctTypo(item.first, language, nameIndex)
  return near === null ? { kind: 'word' } : { kind: 'terms', terms: [near], isCorrected: true }
}

/**
 * Returns whether a one-word topic beside unknown words is one of these: "drone strikes", "grève des
 * cheminots" (railway strike).
 */
function isPartOfWords(at: number, items: readonly Item[], roles: readonly (Role | null)[]): boolean {
  const role = roles[at]
  const topic = role?.kind === 'terms' && !role.isCorrected ? role.terms[0] : undefined
  // "Faiz kararı" (interest rate decision): a word of the language is also the name of an outlet.
  const isOutlet = topic?.kind === 'source' && items[at]?.first.isSmall === true
  // "World cup", "coupe du monde".
  const isWorld = topic?.id === 'world' && topic.kind === 'region'
  if ((topic?.kind !== 'topic' && !isOutlet && !isWorld) || items[at]?.words.length !== 1) return false
  const isWord = (other: number): boolean =>
    roles[other]?.kind === 'word' && items[other]?.first.kind === 'word'
  // "Cae el gobierno" (the government falls): part of a longer phrase only if the word is not the topic's own
  // name.
  const isThing = isWorld || !isCalled(topic, items[at].first.typed)
  let before = at - 1
  if (isThing) while (before >= at - MOST_JOINTS && isJoint(items[before])) before--
  if (isWord(before) && !items[before]?.first.closes) return true
  if (items[at]?.first.closes) return false
  let next = at + 1
  while (next <= at + MOST_JOINTS && isJoint(items[next])) next++
  return isWord(next)
}

/**
 * Joins words that follow one another, with at most two small words in between, into one search term: "laying
 * down arms", "precio del trigo".
 */
function joinWords(
  items: readonly Item[],
  roles: readonly (Role | null)[],
): readonly { readonly text: string; readonly first: number }[] {
  const runs: { text: string; first: number; end: number; whole: string }[] = []
  for (const [at, role] of roles.entries()) {
    const item = items[at]
    if (role?.kind !== 'word' || item === undefined) continue
    const { first } = item
    const whole = first.kind === 'word' ? first.whole : first.typed
    const last = runs.at(-1)
    const gap = last === undefined ? 0 : at - last.end
    const between = items[at - 1]
    const isApart = last === undefined || first.kind === 'quote' || items[last.end]?.first.closes === true
    const joints = items.slice((last?.end ?? 0) + 1, at)
    if (isApart || gap > MOST_JOINTS + 1 || !joints.every(isJoint))
      runs.push({ text: whole, first: at, end: at, whole })
    else {
      // The parts of a hyphenated word each carry the whole of it.
      const isSame =
        last.whole === whole &&
        between?.first.closes !== true &&
        first.kind === 'word' &&
        whole !== first.typed
      if (!isSame)
        last.text = [
          last.text,
          ...joints.flatMap(({ first: joint }) => (joint.whole === whole ? [] : [joint.typed])),
          whole,
        ].join(' ')
      last.end = at
      last.whole = whole
    }
  }
  return runs
}

/** Returns whether a name has no field of its own in a search. */
const isSpoken = (role: Role | null): boolean =>
  role !== null && role.kind !== 'word' && (role.kind !== 'terms' || role.terms[0]?.kind === 'person')

/** Small words in "bei der". */
const MOST_JOINTS = 2

const isJoint = (item: Item | undefined): boolean =>
  item !== undefined && item.words.length === 1 && !item.first.closes && item.signs.has('joint')

/** Returns whether a word could express a wish but does not here: "nuclear test". */
const isUnsaid = (item: Item, { says }: Intent): boolean =>
  item.words.length === 1 &&
  item.signs.size > 0 &&
  !says.has(item) &&
  [...item.signs].every((sign) => sign.startsWith('ask:'))

/** "1st" counts; "5g" is searched for. */
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th|er)$/u

function isUnknownWord({ signs, first }: Item): boolean {
  if (first.kind === 'quote') return true
  if (first.kind !== 'word')
    return first.kind === 'number' && /\p{L}/u.test(first.key) && !ORDINAL.test(first.key)
  // "Hükümet düşerse" (if the government falls): the verb says what it is about.
  return signs.size === 0 || (signs.size === 1 && signs.has('condition'))
}

/** Of the things that a name may be, returns those of the kind that people mean first. */
function sameKind(terms: readonly Term[]): readonly Term[] {
  const [first] = terms
  return terms.filter(({ kind }) => kind === first?.kind)
}
