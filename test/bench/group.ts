import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ArticleToPlace } from '../../src/stories/article-to-place.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'

/**
 * Share of articles with a text, about one in seven as in the feeds of small outlets; the others are
 * headlines.
 */
const TEXT_SHARE = 0.15
const ARTICLES_PER_STORY = 4
const BATCH = 500
const BATCHES = 40
const ROUNDS = 3
const BETWEEN_ARTICLES_MS = 5_000

/**
 * Measures the time to place an article while `size` others are in memory and as many are forgotten as are
 * added, and the memory they take. All windows are measured separately in each of several rounds, and the
 * median batch counts: so a machine that slows down slows all windows alike, and short activity of other
 * programs does not count.
 */
export async function run(): Promise<void> {
  // Warms up the engine's compiler.
  measure(1_000)
  const windows = [1_000, 10_000, 100_000].map((size) => ({ size, times: [] as number[], megabytes: 0 }))
  for (let round = 0; round < ROUNDS; round++)
    for (const window of windows) {
      const { times, megabytes } = measure(window.size)
      window.times.push(...times)
      // Only of the first round: later, memory of the round before is still being released.
      if (round === 0) window.megabytes = megabytes
    }
  const first = median(windows[0]?.times ?? [])
  for (const { size, times, megabytes } of windows) {
    const microseconds = median(times)
    console.log(
      `window ${size.toLocaleString('en').padStart(7)}: ${microseconds.toFixed(0).padStart(4)} µs an article, ` +
        `${Math.round(1e6 / microseconds).toLocaleString('en')}/s, ${(microseconds / first).toFixed(2)} times the first; ` +
        `${megabytes.toFixed(0)} MB`,
    )
  }
  await Promise.resolve()
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Returns microseconds per article for each batch. */
function measure(window: number): { readonly times: readonly number[]; readonly megabytes: number } {
  collectGarbage()
  const before = memoryInUse()
  const news = syntheticEvents(20_260_310)
  const grouper = createStoryGrouper()
  for (let i = 0; i < window; i++) grouper.place(news())
  collectGarbage()
  const megabytes = (memoryInUse() - before) / 2 ** 20

  const times: number[] = []
  for (let batch = 0; batch < BATCHES; batch++) {
    const articles = Array.from({ length: BATCH }, news)
    const start = performance.now()
    for (const article of articles) grouper.place(article)
    grouper.forget((articles[0]?.at ?? 0) - window * BETWEEN_ARTICLES_MS)
    times.push(((performance.now() - start) * 1_000) / BATCH)
  }
  return { times, megabytes }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** Returns bytes, including typed arrays, which are outside the heap. */
function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/**
 * Creates invented events. Each has its own words beside common ones and is reported by some outlets, each
 * with its own word order.
 */
function syntheticEvents(seed: number): () => ArticleToPlace {
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const syllables = [
    'ba',
    'de',
    'ki',
    'lo',
    'mu',
    'na',
    'po',
    'ra',
    'si',
    'te',
    'vo',
    'zu',
    'fan',
    'gor',
    'hil',
    'jem',
  ]
  const word = (rank: number): string => {
    let left = rank + 17
    let made = ''
    for (; left > 0; left = Math.floor(left / syllables.length)) made += syllables[left % syllables.length]
    return made
  }
  const common = (): string => word(Math.floor(Math.exp(random() * Math.log(30_000))))
  const open: string[][] = []
  let made = 0
  return () => {
    if (open.length < 200 || random() < 1 / ARTICLES_PER_STORY) {
      const own = Array.from({ length: 12 }, (_, i) => {
        const name = word(30_000 + Math.floor(random() * 200_000))
        return i < 4 ? capital(name) : name
      })
      open.push(own)
      if (open.length > 400) open.shift()
    }
    const event = open[Math.floor(random() * open.length)] ?? []
    const say = (words: number, share: number): string =>
      Array.from({ length: words }, () =>
        random() < share ? event[Math.floor(random() * event.length)] : common(),
      ).join(' ')
    made++
    return {
      id: `bench-${made}`,
      sourceId: `outlet-${made % 400}`,
      language: 'en',
      title: capital(say(9, 0.5)),
      text: random() < TEXT_SHARE ? `${capital(say(280, 0.2))}.` : '',
      at: Date.UTC(2026, 2, 10) + made * BETWEEN_ARTICLES_MS,
    }
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
