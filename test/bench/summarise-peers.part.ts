import { splitSentences } from '../../src/text/sentences.ts'
import { summarise } from '../../src/summaries/summarise.ts'

/** Makes a summary of so many sentences. */
export type Summariser = (text: string, sentences: number) => Promise<readonly string[]> | readonly string[]

/**
 * Ours, the lead, and what can be had from npm. node-summarizer and lexrank come with 80 MB and packages that are no longer kept up, so they
 * are measured only where somebody installed them: `npm i --no-save node-summarizer lexrank`.
 */
export async function summarisers(): Promise<ReadonlyMap<string, Summariser>> {
  const found = new Map<string, Summariser>([
    ['ts-textrank', await textRank()],
    [
      'lead',
      (text, count) =>
        splitSentences(text, 'en')
          .slice(0, count)
          .map(({ start, end }) => text.slice(start, end)),
    ],
    [
      'dragoman',
      (text, sentences) =>
        summarise({ articles: [{ title: '', text, language: 'en' }], sentences }).map(
          (sentence) => sentence.text,
        ),
    ],
  ])
  for (const [name, wrap] of [
    ['lexrank', lexRank],
    ['node-summarizer', nodeSummarizer],
  ] as const) {
    const summariser = wrap(await importIfInstalled(name))
    if (summariser) found.set(name, summariser)
    else console.log(`${name} is not installed (npm i --no-save ${name}); left out`)
  }
  return found
}

async function textRank(): Promise<Summariser> {
  const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } =
    await import('ts-textrank')
  return (text, sentences) =>
    new Summarizer(
      new AbsoluteSummarizerConfig(
        sentences,
        new SorensenDiceSimilarity(),
        new DefaultTextParser(),
        0.85,
        Summarizer.SORT_OCCURENCE,
      ),
      new NullLogger(),
    ).summarize(text, 'en')
}

async function importIfInstalled(name: string): Promise<unknown> {
  try {
    const module: { default?: unknown } = await import(name)
    return module.default
  } catch {
    return undefined
  }
}

/** Is it an object or function with such a function in it? */
const has = <K extends string>(
  value: unknown,
  key: K,
): value is Record<K, (...args: readonly unknown[]) => unknown> =>
  value !== null && value !== undefined && typeof Reflect.get(Object(value), key) === 'function'

const textOf = (value: unknown): string => {
  const text: unknown = Reflect.get(Object(value), 'text')
  return typeof text === 'string' ? text : ''
}

function lexRank(module: unknown): Summariser | undefined {
  if (!has(module, 'summarize')) return undefined
  return (text, sentences) =>
    new Promise((resolve, reject) => {
      module.summarize(text, sentences, (error: unknown, lines: readonly unknown[]) => {
        if (error) reject(new Error('lexrank failed', { cause: error }))
        else resolve(lines.map(textOf))
      })
    })
}

function nodeSummarizer(module: unknown): Summariser | undefined {
  const Manager: unknown = Reflect.get(Object(module), 'SummarizerManager')
  if (typeof Manager !== 'function') return undefined
  return async (text, sentences) => {
    const manager: unknown = Reflect.construct(Manager, [text, sentences])
    if (!has(manager, 'getSummaryByRank')) return []
    const { summary } = Object(await manager.getSummaryByRank())
    return [String(summary)]
  }
}
