import type { Traits } from './read-traits.ts'

/** Remembers texts and finds the one that a text repeats. */
export interface CopyFinder {
  /**
   * The id of the remembered article with the largest share of common text, or null when none repeats it. A form that is filled in anew each time (of an
   * earthquake, of drones shot down) is no copy: texts that differ are asked for `canBeOne`.
   */
  find(text: Text, known: KnownTexts): string | null
  /** Gives what is to be handed to `forget`. */
  remember(id: string, text: Text): Remembered
  forget(remembered: Remembered): void
}

/** What is known of remembered texts beside their words. */
interface KnownTexts {
  readonly canBeOne: (id: string) => boolean
  /** The article whose text this one repeats, or itself. */
  readonly originOf: (id: string) => string
}

/** A text of an outlet. */
interface Text {
  readonly print: Print
  /** Empty is not known: such are taken for one outlet. */
  readonly sourceId: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Remembered extends Text {
  readonly id: string
}

/**
 * The common share that makes a copy: of the different runs of four words (`shingle`) of the shorter text, those that stand in the longer one, runs of many
 * articles (`COMMON`) left out of both. As an editor counts; independent reports of one event share quotes, seldom more than a fifth. Of the pairs of the stream
 * and the replay that share so much all but two are copies, 95 % and more whichever outlet is left out; from 0.5 to 0.7 half are one agency's text in own words.
 */
const COPIED_SHARE = 0.7
/** From here on a text is the same, whatever its headline says. */
const SAME_SHARE = 0.9
/** Runs of four words: shorter texts are compared by their titles. Below it what two texts share is one formula ("has been captured and flown out of the country"). */
const ENOUGH_SHINGLES = 12
/** So many articles that do not repeat each other carry a run that says nothing: a form, the furniture of a page. */
const COMMON = 3
/** Shorter titles ("Business highlights") are not news of one event. Words. */
const ENOUGH_TITLE_WORDS = 5
/** Copies run within days. */
const COPIES_APART_MS = 3 * 24 * 60 * 60 * 1000
/**
 * What one outlet prints again the next morning is a column or a form ("What you need to know today", rates, a calendar), and so is a bare title that comes back. Of
 * the stream 76 such pairs came seventeen hours apart and more, all but two of them forms, and 79 within nine, all of them a report printed twice.
 */
const REPEATED_APART_MS = 12 * 60 * 60 * 1000
/** A key shared by more articles than this is boilerplate; the newest are looked at. */
const ARTICLES_PER_KEY = 8
/** Those that share most keys with a text are compared with it. */
const COMPARED = 8

/** What a text is recognised by. */
export interface Print {
  /** Ascending, each once; none of a text that is too short. */
  readonly shingles: Uint32Array
  /** A text is looked up by all of these, and remembered by the first `kept`: of its words (`pickKeys`) and last of its title. 32 bits, since a Map finds these soonest. */
  readonly keys: readonly number[]
  readonly kept: number
  /** 52 bits of the title's words: no two titles in memory are likely to share them. Null for a short title. */
  readonly title: number | null
}

export function createCopyFinder(): CopyFinder {
  /** Most keys are of one article: these need no list. */
  const byKey = new Map<number, Remembered | readonly Remembered[]>()

  /** Remembered texts that share a key with this one and are near enough in time, those that share most first. */
  const likelyFor = ({ print, sourceId, at }: Text): Remembered[] => {
    const shared = new Map<Remembered, number>()
    for (const key of print.keys)
      for (const other of listOf(byKey.get(key))) {
        const isOwn = other.sourceId === sourceId || !bothReadable(print, other.print)
        if (Math.abs(at - other.at) <= (isOwn ? REPEATED_APART_MS : COPIES_APART_MS))
          shared.set(other, (shared.get(other) ?? 0) + 1)
      }
    return [...shared].sort((one, other) => other[1] - one[1]).map(([other]) => other)
  }

  return {
    find(text, { canBeOne, originOf }) {
      const { print } = text
      const likely = likelyFor(text)
      const common = commonIn(print.shingles, likely, originOf)
      let found: string | null = null
      let most = COPIED_SHARE
      for (const other of likely.slice(0, COMPARED)) {
        const share = bothReadable(print, other.print)
          ? commonShare(print.shingles, other.print.shingles, common)
          : print.title !== null && print.title === other.print.title
            ? 1
            : 0
        if (share < most || (share === most && found !== null)) continue
        if (share < SAME_SHARE && !canBeOne(other.id)) continue
        most = share
        found = other.id
      }
      return found
    },
    remember(id, text) {
      const remembered = { id, ...text }
      for (const key of keptKeys(text.print)) {
        const others = byKey.get(key)
        byKey.set(
          key,
          others === undefined ? remembered : [...listOf(others), remembered].slice(-ARTICLES_PER_KEY),
        )
      }
      return remembered
    },
    forget(remembered) {
      for (const key of keptKeys(remembered.print)) {
        const left = listOf(byKey.get(key)).filter((other) => other !== remembered)
        if (left.length === 0) byKey.delete(key)
        else byKey.set(key, left)
      }
    },
  }
}

function listOf(remembered: Remembered | readonly Remembered[] = []): readonly Remembered[] {
  return 'id' in remembered ? [remembered] : remembered
}

const keptKeys = ({ keys, kept }: Print): readonly number[] => keys.slice(0, kept)

const bothReadable = (one: Print, other: Print): boolean =>
  one.shingles.length > 0 && other.shingles.length > 0

export function takePrint({ title, start }: Pick<Traits, 'title' | 'start'>): Print {
  const runs = runsOf(start.hashes)
  const shingles = runs.length < ENOUGH_SHINGLES ? EMPTY : once(runs)
  const keys: number[] = []
  const others: number[] = []
  const named = title.hashes.length < ENOUGH_TITLE_WORDS ? null : nameOf(title.hashes)
  if (named !== null) keys.push(named | 0)
  if (shingles.length > 0)
    pickKeys(runs, (run, isKept) => {
      if (isKept) keys.push(run)
      else others.push(run)
    })
  return { shingles, keys: [...keys, ...others], kept: keys.length, title: named }
}

/** 52 bits of the words of a title. */
function nameOf(words: ArrayLike<number>): number {
  let one = 0
  let two = 0
  for (let i = 0; i < words.length; i++) {
    const hash = words[i] ?? 0
    one = Math.imul(one ^ hash, 0x01000193)
    two = Math.imul(two + hash, 0x85ebca6b) ^ (two >>> 15)
  }
  return (one >>> 0) * 2 ** 20 + (two >>> 12)
}

const EMPTY = new Uint32Array()
const RUN = 4
/** As many as stories compare: a copy may begin below another lead. Bounds the memory to 1.6 KB an article. */
const SHINGLED_WORDS = 400

/** Hashes of each run of four words (by the hashes of the words), in order. */
function runsOf(words: ArrayLike<number>): Uint32Array {
  const runs = new Uint32Array(Math.max(0, Math.min(words.length, SHINGLED_WORDS) - RUN + 1))
  for (let i = 0; i < runs.length; i++) {
    let hash = 0
    for (let j = i; j < i + RUN; j++) hash = (Math.imul(hash ^ (words[j] ?? 0), 0x9e3779b1) + 0x7f4a7c15) | 0
    runs[i] = hash ^ (hash >>> 15)
  }
  return runs
}

/** Ascending and without repeats. */
function once(runs: Uint32Array): Uint32Array {
  const sorted = runs.toSorted()
  let different = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[different++] = sorted[i] ?? 0
  return sorted.slice(0, different)
}

/** Hashes of each run of four words, ascending and without repeats: what two copies share however they were trimmed. */
export const shingle = (words: ArrayLike<number>): Uint32Array => once(runsOf(words))

/**
 * Gives the runs by which a text is looked up: of any eight that follow each other the one with the smallest hash (winnowing, Schleimer, Wilkerson and Aiken 2003), so
 * two texts that have eleven words in a row in common share one, wherever these stand. Remembered is each in the opening, and below it one of 32, which is among
 * the other's as well: a text of 400 words is remembered by some 35.
 */
function pickKeys(runs: Uint32Array, give: (run: number, isKept: boolean) => void): void {
  /** Places of runs each smaller than the next: what stands before one is the last smaller run before it. */
  const smaller: number[] = []
  const sinceSmaller: number[] = []
  const pick = (place: number, end: number): void => {
    const reach = end - (sinceSmaller[place] ?? 0)
    if (reach < Math.min(LOOKED_UP, runs.length)) return
    give((runs[place] ?? 0) | 0, place < OPENING || reach >= REMEMBERED)
  }
  for (let i = 0; i < runs.length; i++) {
    let last = smaller.at(-1)
    while (last !== undefined && (runs[last] ?? 0) >= (runs[i] ?? 0)) {
      pick(last, i)
      smaller.pop()
      last = smaller.at(-1)
    }
    sinceSmaller[i] = last === undefined ? 0 : last + 1
    smaller.push(i)
  }
  for (const place of smaller) pick(place, runs.length)
}

/** Runs in a row of which one is looked up, and of which one is remembered. */
const LOOKED_UP = 8
const REMEMBERED = 32
/** Runs in which each that is looked up is remembered, too: teasers are cut from there. */
const OPENING = 60

/** Of these shingles those that say nothing: so many texts with different origins carry them. */
function commonIn(
  shingles: Uint32Array,
  likely: readonly Remembered[],
  originOf: (id: string) => string,
): Uint32Array {
  const origins = new Map(likely.slice(0, COMPARED).map((other) => [originOf(other.id), other]))
  if (origins.size < COMMON) return EMPTY
  const carriers = new Map<number, number>()
  for (const { print } of origins.values())
    for (const run of print.shingles) carriers.set(run, (carriers.get(run) ?? 0) + 1)
  return shingles.filter((run) => (carriers.get(run) ?? 0) >= COMMON)
}

/** See `COPIED_SHARE`; 0 to 1, and 0 where too little of one is left without the `common` ones. A brief cut from a long report is wholly contained. */
export function commonShare(one: Uint32Array, other: Uint32Array, common: Uint32Array = EMPTY): number {
  let [ones, others, shared] = [0, 0, 0]
  for (let i = 0, j = 0, k = 0; i < one.length || j < other.length;) {
    const left = one[i] ?? Infinity
    const right = other[j] ?? Infinity
    const run = Math.min(left, right)
    if (left === run) i++
    if (right === run) j++
    while ((common[k] ?? Infinity) < run) k++
    if (common[k] === run) continue
    if (left === run) ones++
    if (right === run) others++
    if (left === right) shared++
  }
  const fewer = Math.min(ones, others)
  return fewer < ENOUGH_SHINGLES ? 0 : shared / fewer
}
