import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import PQueue from 'p-queue'
import { contentOf } from '../content-of.ts'
import { extractSummary } from '../extract-summary.ts'
import type { SpanSentence, Summarize, Summary, SummaryRequest } from '../summary.ts'
import type { AskModel, ModelPrompt, Refusal } from './answer.ts'
import { createAllowance, type SpentBook } from './create-allowance.ts'
import { fillIn } from './fill-in.ts'
import { judgeSentences } from './judge-sentences.ts'
import { quoteReports } from './quote-reports.ts'
import { writePrompt } from './write-prompt.ts'

/** What became of one request to the model. */
export type ModelReport =
  | { readonly status: 'told'; readonly sentences: number; readonly failed: number; readonly tokens: number }
  | { readonly status: 'unused'; readonly refusal: Refusal }

export interface ModelTools {
  readonly ask: AskModel
  /** Milliseconds since 1970: for the day's allowance and for rests. */
  readonly now: () => number
  readonly tokensADay: number
  readonly spent: SpentBook
  /** Told of every call that was made or wished for; answers from memory are not reported. */
  readonly report: (report: ModelReport) => void
  /** One answer may take so long, repeats by the client included. */
  readonly timeoutMs?: number
  /** The bot stops: calls under way end, the outlets' own sentences are told. */
  readonly stopped?: AbortSignal
}

/** A reader waits for the slowest story of a briefing; a local model takes some ten seconds for a few sentences. */
const TIMEOUT_MS = 25_000
const AT_ONCE = 3
/** A server that does not answer is left alone: each story of a briefing would wait for it in turn. */
const REST_MS = 5 * 60_000
/** A small object each; more stories than are told in a week. */
const REMEMBERED = 2_000
/** Tokens that an answer may have, see `createAsker`. */
export const MAX_ANSWER_TOKENS = 2_000
/** Bytes of UTF-8 in a token, at the least, over the scripts we read. */
const BYTES_A_TOKEN = 2

/** Refusals that say nothing about the story: asked again later. */
const PASSING: ReadonlySet<Refusal> = new Set([
  'over-budget',
  'resting',
  'stopped',
  'timeout',
  'unreachable',
  'rate-limited',
  'server-error',
  'rejected',
])
/** Refusals after which the server is left alone. */
const TIRING: ReadonlySet<Refusal> = new Set([
  'timeout',
  'unreachable',
  'rate-limited',
  'server-error',
  'rejected',
])

/**
 * Summaries that a model rewrites. Every sentence is held against the text it cites; in the place of one that does not hold stands an outlet's own. Whatever
 * goes wrong, the outlets' own summary is told. One call for each version of a story; what was told from it is remembered.
 */
export function createModelSummarize(tools: ModelTools): Summarize {
  const { now, report } = tools
  const allowance = createAllowance(tools.tokensADay, now, tools.spent)
  const queue = new PQueue({ concurrency: AT_ONCE })
  const known = new LRUCache<string, Promise<Summary | Refusal>>({ max: REMEMBERED })
  let restsUntil = 0

  async function ask(prompt: ModelPrompt): Promise<Awaited<ReturnType<AskModel>>> {
    if (tools.stopped?.aborted === true) return refused('stopped')
    if (now() < restsUntil) return refused('resting')
    const estimate = Math.ceil(Buffer.byteLength(prompt.instructions + prompt.prompt) / BYTES_A_TOKEN)
    const reserved = allowance.reserve(estimate + MAX_ANSWER_TOKENS)
    if (reserved === null) return refused('over-budget')
    const timeout = AbortSignal.timeout(tools.timeoutMs ?? TIMEOUT_MS)
    const signal = tools.stopped === undefined ? timeout : AbortSignal.any([timeout, tools.stopped])
    const answer = await tools.ask(prompt, signal)
    // Who answered without counting, or was cut off while answering, may have taken all of it.
    reserved.settle(answer.tokens ?? estimate + MAX_ANSWER_TOKENS)
    return answer
  }

  async function rewrite(request: SummaryRequest, own: readonly SpanSentence[]): Promise<Summary | Refusal> {
    const reports = quoteReports(request.articles, own)
    const language = request.articles[own[0]?.article ?? -1]?.language ?? 'und'
    if (reports.length === 0) return 'empty'
    const wish = { language, words: request.words, sentences: request.sentences }
    const answer = await queue.add(() => ask(writePrompt(reports, wish, `==${randomUUID()}==`)))
    if (answer.status === 'failed') {
      if (TIRING.has(answer.refusal)) restsUntil = now() + REST_MS
      report({ status: 'unused', refusal: answer.refusal })
      return answer.refusal
    }
    if (answer.sentences.length === 0) {
      report({ status: 'unused', refusal: 'empty' })
      return 'empty'
    }
    const titles = request.articles.filter((article) => article.language === language)
    const about = contentOf(
      [...own.map(({ text }) => text), ...titles.map(({ title }) => title)].join('\n'),
      language,
    )
    const judged = judgeSentences(answer.sentences, reports, about, language)
    const { sentences, failed } = fillIn(judged, own, request, language)
    report({
      status: 'told',
      sentences: sentences.filter(({ by }) => by === 'model').length,
      failed,
      tokens: answer.tokens ?? 0,
    })
    return { sentences }
  }

  return async (request) => {
    const own = extractSummary(request)
    if (own.sentences.length === 0) return own
    const key = keyOf(request)
    const remembered = known.get(key) ?? rewrite(request, own.sentences)
    known.set(key, remembered)
    const told = await remembered
    if (typeof told !== 'string') return told
    if (PASSING.has(told)) known.delete(key)
    return own
  }
}

const refused = (refusal: Refusal) => ({ status: 'failed', refusal, tokens: 0 }) as const

const keyOf = ({ articles, words, sentences }: SummaryRequest): string =>
  JSON.stringify([words, sentences, articles.map(({ id, version, language }) => [id, version, language])])
