import { setImmediate } from 'node:timers/promises'
import { Bench } from 'tinybench'
import type { SearchQuery } from '../../src/records/search.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { parseExpression } from '../../src/subscriptions/expression/parse-expression.ts'
import type { SyntheticNews } from './synthetic-news.part.ts'

const QUERIES = 200
const DAY = 86_400_000

export type Queries = Readonly<Record<string, () => Promise<unknown>>>

/** Returns the queries of a store with this many articles of `syntheticNews`, with other words each time. */
export function queriesOn(store: Store, news: SyntheticNews, articles: number): Queries {
  const pick = picker()
  const common = () => news.wordOf(pick(20, 100))
  const rare = () => news.wordOf(pick(20_000, 50_000))
  const search = (words: string, rest: Partial<SearchQuery> = {}) =>
    store.search({ words, order: 'newest', limit: 10, offset: 0, ...rest })
  const region = () => news.countries.slice(pick(0, 100)).slice(0, 18)
  const week = { since: news.now() - 7 * DAY }
  return {
    'common word, newest': () => search(common()),
    'common word, relevance': () => search(common(), { order: 'relevance' }),
    'rare word, newest': () => search(rare()),
    'rare word, relevance': () => search(rare(), { order: 'relevance' }),
    'two words, newest': () => search(`${common()} ${news.wordOf(pick(100, 2_000))}`),
    'two words, relevance': () =>
      search(`${common()} ${news.wordOf(pick(100, 2_000))}`, { order: 'relevance' }),
    'expression, relevance': () => {
      const [one, other, without] = [100, 100, 2_000].map((from) => news.wordOf(pick(from, 20 * from)))
      const typed = parseExpression(`${common()} AND (${one} OR ${other}) NOT ${without}`)
      return search('', {
        order: 'relevance',
        ...(typed.status === 'parsed' && { expression: typed.expression }),
      })
    },
    'phrase of common words': () => search(`"${common()} ${common()}"`),
    'region + 7 days': () => search('', { countries: region(), ...week }),
    'word + region + 7 days': () => search(common(), { countries: region(), order: 'relevance', ...week }),
    'rare country, common word': () => search(common(), { countries: news.countries.slice(-1) }),
    'page 50 of a common word': () => search(common(), { offset: 490 }),
    'known versions of 50': () =>
      store.knownVersions(Array.from({ length: 50 }, () => `bench-${pick(1, articles).toString(36)}`)),
    'story by id': async () => store.stories([`story-${pick(0, articles / 3_000)}-${pick(0, 1_200)}`]),
    'versions by id': () => store.versions(`bench-${pick(1, articles).toString(36)}`),
  }
}

/**
 * Prints the times of each query and returns their medians in milliseconds. Also prints the processor time of
 * all threads of this process, because wall time depends on other programs, and that of this thread, which
 * answers people.
 */
export async function measure(
  name: string,
  queries: Queries,
  iterations = QUERIES,
): Promise<ReadonlyMap<string, number>> {
  const bench = new Bench({ iterations, time: 0, warmupIterations: iterations / 20, warmupTime: 0 })
  const cpuTimes = new Map<string, { readonly all: number[]; readonly here: number[] }>()
  for (const [query, ask] of Object.entries(queries)) {
    const times: { readonly all: number[]; readonly here: number[] } = { all: [], here: [] }
    cpuTimes.set(query, times)
    const timed = async () => {
      const before = { all: process.cpuUsage(), here: process.threadCpuUsage() }
      await ask()
      times.here.push(sum(process.threadCpuUsage(before.here)))
      times.all.push(sum(process.cpuUsage(before.all)))
    }
    bench.add(query, timed, { beforeEach: () => setImmediate() })
  }
  await bench.run()
  const medians = new Map<string, number>()
  for (const task of bench.tasks) {
    const { result } = task
    if (result.state !== 'completed') throw new Error(`${task.name} did not run: ${JSON.stringify(result)}`)
    const { p50, p99, max } = result.latency
    medians.set(task.name, p50)
    const { all = [], here = [] } = cpuTimes.get(task.name) ?? {}
    const wall = `p50 ${ms(p50)}  p99 ${ms(p99)}  max ${ms(max)} ms`
    const busy = `processor p50 ${ms(at(all, 0.5))}  p99 ${ms(at(all, 0.99))}, of this thread p50 ${ms(at(here, 0.5))}  p99 ${ms(at(here, 0.99))} ms`
    console.log(`${name.padEnd(18)} ${task.name.padEnd(26)} ${wall}; ${busy}`)
  }
  return medians
}

/** Converts microseconds to milliseconds. */
function sum({ user, system }: { readonly user: number; readonly system: number }): number {
  return (user + system) / 1_000
}

function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function ms(milliseconds: number): string {
  return milliseconds.toFixed(2).padStart(8)
}

/** Returns a generator of whole numbers in `[from, to)`, the same in each run. */
export function picker(): (from: number, to: number) => number {
  let state = 12_345
  return (from, to) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor(from + (state / 4_294_967_296) * (to - from))
  }
}
