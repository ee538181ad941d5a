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
 * The common share that makes a copy: of the words of the shorter text those that stand in the longer one in runs of four and more, words of many articles (`COMMON`)
 * left out. The first three count for nothing, in the text and in what is common, so that of a short one more is asked than a formula. As an editor counts; independent
 * reports of one event share quotes, seldom more than a fifth. On pairs of the stream 89 % of the copies are found and 93 % of what is found is right, at 0.6 some 93
 * and 75, at 0.8 73 and 100; with any outlet left out 83 to 92 and 88 to 96.
 */
const COPIED_SHARE = 0.7
/** From here on a text is the same, whatever its headline says. What one outlet prints a second time and changes more of is a form that it fills in. */
const SAME_SHARE = 0.9
/** Shorter texts are compared by their titles. What such share is one formula ("has been captured and flown out of the country"). */
const ENOUGH_WORDS = 15
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
  /** Hashes of each four words in a row; none of a text that is too short. */
  readonly runs: Uint32Array
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
      if (likely.length === 0) return null
      const common = commonIn(likely, originOf)
      let found: string | null = null
      let most = COPIED_SHARE
      for (const other of likely.slice(0, COMPARED)) {
        const share = shareOf(print, other.print, common)
        const isForm = text.sourceId !== '' && text.sourceId === other.sourceId && share < SAME_SHARE
        if (share < most || isForm || (share === most && found !== null)) continue
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

const bothReadable = (one: Print, other: Print): boolean => one.runs.length > 0 && other.runs.length > 0

export function takePrint({ title, start }: Pick<Traits, 'title' | 'start'>): Print {
  const runs = start.hashes.length < ENOUGH_WORDS ? NO_RUNS : runsOf(start.hashes)
  const keys: number[] = []
  const others: number[] = []
  const named = title.hashes.length < ENOUGH_TITLE_WORDS ? null : nameOf(title.hashes)
  if (named !== null) keys.push(named | 0)
  pickKeys(runs, (run, isKept) => {
    if (isKept) keys.push(run)
    else others.push(run)
  })
  return { runs, keys: [...keys, ...others], kept: keys.length, title: named }
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

const NO_RUNS = new Uint32Array()
const RUN = 4
/** As many as stories compare: a copy may begin below another lead. Bounds the memory to 1.6 KB an article. */
const READ_WORDS = 400

/** Hashes of each four words in a row (by the hashes of the words), in order of the text. */
export function runsOf(words: ArrayLike<number>): Uint32Array {
  const runs = new Uint32Array(Math.max(0, Math.min(words.length, READ_WORDS) - RUN + 1))
  for (let i = 0; i < runs.length; i++) {
    let hash = 0
    for (let j = i; j < i + RUN; j++) hash = (Math.imul(hash ^ (words[j] ?? 0), 0x9e3779b1) + 0x7f4a7c15) | 0
    runs[i] = hash ^ (hash >>> 15)
  }
  return runs
}

/**
 * Gives the runs by which a text is looked up: of any twelve that follow each other the one with the smallest hash (winnowing, Schleimer, Wilkerson and Aiken 2003), so
 * two texts that have fifteen words in a row in common share one, wherever these stand. Remembered are all of the opening, and below it one in four, told by its
 * hash, so that it is one for all texts: of 400 words some 20.
 */
function pickKeys(runs: Uint32Array, give: (run: number, isKept: boolean) => void): void {
  const window = Math.min(LOOKED_UP, runs.length)
  let picked = -1
  for (let end = window; end <= runs.length; end++) {
    if (picked < end - window) {
      picked = end - window
      for (let i = picked + 1; i < end; i++) if ((runs[i] ?? 0) < (runs[picked] ?? 0)) picked = i
    } else if ((runs[end - 1] ?? 0) < (runs[picked] ?? 0)) picked = end - 1
    else continue
    const run = runs[picked] ?? 0
    give(run | 0, picked < OPENING || run % REMEMBERED === 0)
  }
}

/** Runs in a row of which one is looked up, and of how many of these one is remembered. */
const LOOKED_UP = 12
const REMEMBERED = 4
/** Runs in which each that is looked up is remembered, too: teasers are cut from there. */
const OPENING = 48

/** Runs that say nothing: so many texts with different origins carry them. */
function commonIn(likely: readonly Remembered[], originOf: (id: string) => string): ReadonlySet<number> {
  const origins = new Map(likely.slice(0, COMPARED).map((other) => [originOf(other.id), other]))
  if (origins.size < COMMON) return NOTHING
  const carriers = new Map<number, number>()
  for (const { print } of origins.values())
    for (const run of new Set(print.runs)) carriers.set(run, (carriers.get(run) ?? 0) + 1)
  return new Set([...carriers].flatMap(([run, count]) => (count >= COMMON ? [run] : [])))
}

const NOTHING: ReadonlySet<number> = new Set()

/** Of a text that is too short by its title; of the very same text whatever of it is common. */
function shareOf(one: Print, other: Print, common: ReadonlySet<number>): number {
  if (!bothReadable(one, other)) return one.title !== null && one.title === other.title ? 1 : 0
  const [shorter = 0, longer = 0] = [one.runs.length, other.runs.length].sort((a, b) => a - b)
  const share = commonShare(one.runs, other.runs)
  const isSame = share >= SAME_SHARE && shorter >= longer * SAME_SHARE
  return isSame || share < COPIED_SHARE || common.size === 0
    ? share
    : commonShare(one.runs, other.runs, common)
}

/** See `COPIED_SHARE`; 0 to 1, and 0 where too little of the shorter one is left without the `common` runs. A brief cut from a long report is wholly contained. */
export function commonShare(
  one: Uint32Array,
  other: Uint32Array,
  common: ReadonlySet<number> = NOTHING,
): number {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one]
  const there = new Set(longer)
  const said = new Set<number>()
  let [words, shared] = [0, 0]
  let [skippedEnd, sharedEnd] = [0, 0]
  for (let word = 0; word < shorter.length + RUN - 1; word++) {
    const run = shorter[word]
    // What a text repeats says nothing new.
    if (run !== undefined && (common.has(run) || said.has(run))) skippedEnd = word + RUN
    else if (run !== undefined && there.has(run)) sharedEnd = word + RUN
    if (run !== undefined) said.add(run)
    if (word < skippedEnd) continue
    words++
    if (word < sharedEnd) shared++
  }
  return words < ENOUGH_WORDS ? 0 : Math.max(0, shared - RUN + 1) / (words - RUN + 1)
}
