import { summarise } from '../../src/summaries/summarise.ts'
import { splitSentences } from '../../src/language/sentences.ts'

/** Makes a summary of this many sentences; `undefined` if it found none or failed. */
export type Summariser = (text: string, sentences: number) => Promise<readonly string[] | undefined>

/**
 * Returns our summariser, the lead, and the summarisers of npm as they are. lexrank and node-summarizer were
 * last published years ago. The packages with which lexrank fetches pages (request, unfluff) are replaced by
 * an empty one in package.json: a text needs neither, and their security holes are not fixed.
 */
export async function summarisers(): Promise<ReadonlyMap<string, Summariser>> {
  return new Map<string, Summariser>([
    ['ts-textrank', await textRank()],
    ['lexrank', await lexRank()],
    ['node-summarizer', await nodeSummarizer()],
    ['lead', lead],
    ['dragoman', ours],
  ])
}

const lead: Summariser = (text, count) =>
  Promise.resolve(
    splitSentences(text, 'en')
      .slice(0, count)
      .map(({ start, end }) => text.slice(start, end)),
  )

const ours: Summariser = (text, sentences) =>
  Promise.resolve(
    summarise({ articles: [{ title: '', text, language: 'en' }], sentences }).map(
      (sentence) => sentence.text,
    ),
  )

async function textRank(): Promise<Summariser> {
  const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } =
    await import('ts-textrank')
  return (text, sentences) =>
    Promise.resolve(
      new Summarizer(
        new AbsoluteSummarizerConfig(
          sentences,
          new SorensenDiceSimilarity(),
          new DefaultTextParser(),
          0.85,
          Summarizer.SORT_OCCURENCE,
        ),
        new NullLogger(),
      ).summarize(text, 'en'),
    )
}

async function lexRank(): Promise<Summariser> {
  const { default: lexrank } = await import('lexrank')
  return (text, sentences) =>
    new Promise((resolve) => {
      lexrank.summarize(text, sentences, (error, lines) => {
        resolve(error ? undefined : lines.map((line) => line.text))
      })
    })
}

async function nodeSummarizer(): Promise<Summariser> {
  const {
    default: { SummarizerManager },
  } = await import('node-summarizer')
  return async (text, sentences) => {
    const answer = await new SummarizerManager(text, sentences).getSummaryByRank()
    const summary = answer instanceof Error ? undefined : answer.summary
    return typeof summary === 'string' ? [summary] : undefined
  }
}
