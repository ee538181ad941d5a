import type { Command } from 'commander'
import { hasFutureTimes } from '../feeds/moved-clock.ts'
import { ADVICE } from '../records/ports/chat-memory.ts'
import { NEVER_READ } from '../records/feed-state.ts'
import type { SourceHealth } from '../records/message.ts'
import type { Store } from '../records/ports/store.ts'
import type { Settings } from '../settings/settings.ts'
import { storeOf } from '../storage/open-store.ts'
import { StoreError } from '../storage/store-error.ts'
import { type CliContext, EXIT, Exit, openSettings, stopSignal } from './cli-context.ts'
import {
  examineModel,
  examineRejections,
  isCutOff,
  type ModelFindings,
  sayCutOff,
  sayModel,
  sayRejections,
  utcMinute,
} from './examine.ts'
import { openRefusals, type RefusedToday, sayRefused } from './refusal-book.ts'
import { printMessage, readingProgress } from './print-message.ts'

/** The bot counts as unhealthy if no source answered for this long. */
const QUIET_HOURS = 3

/**
 * Adds `dragoman doctor`: checks the settings, the store, rejected messages, the model's answers, and each
 * source (whether it is reachable, how old its news is, how much it has). Changes nothing, so the bot may be
 * running.
 */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('check the settings, the store and every source, and say what to do; the bot may be running')
    .option(
      '--quick',
      'read nothing: succeed when the bot read some source in the last hours (for health checks)',
    )
    .option('--json', 'print the findings as JSON')
    .action(async (options: { readonly quick?: boolean; readonly json?: boolean }) => {
      const settings = await openSettings(context)
      const store = await examineStore(settings, context, Date.now())
      if (options.quick === true) {
        const illness = illnessOf(store, Date.now())
        context.output.write(`${illness ?? 'ok'}\n`)
        if (store !== null && store.rejected.last !== null)
          context.output.write(`rejected: ${sayRejections(store.rejected)}\n`)
        context.setExitCode(illness === null ? EXIT.ok : EXIT.fault)
        return
      }
      const model = await examineModel(settings)
      const lastReading = openRefusals(settings.dataDirectory, Date.now).read()
      const stopping = stopSignal(context)
      const sources = await probeAll(settings, context)
      if (stopping.aborted) {
        throw new Exit(EXIT.stopped, 'stopped before every source was read; nothing is told')
      }
      if (options.json === true)
        context.output.write(`${JSON.stringify({ store, model, lastReading, sources })}\n`)
      else {
        context.output.write(
          `${sayFindings(settings, await storeOf(settings).name(), store, model, lastReading)}\n\n`,
        )
        const { zone, language } = settings
        const failures = sources.map(({ finding }) => (finding?.kind === 'failing' ? finding.failure : null))
        if (isCutOff(failures)) context.output.write(`sources   ${sayCutOff(sources.length)}\n`)
        else await printMessage({ kind: 'sources', sources, zone, language }, {}, settings, context)
      }
      const isWell = sources.every(({ state }) => state === 'active') && (store?.refused ?? []).length === 0
      context.setExitCode(isWell ? EXIT.ok : EXIT.partly)
    })
}

type StoreFindings = NonNullable<Awaited<ReturnType<typeof examineStore>>>

function illnessOf(store: StoreFindings | null, now: number): string | null {
  if (store !== null && store.ahead.length > 0) return sayAhead(store.ahead)
  if (now - (store?.lastSuccessAt ?? 0) <= QUIET_HOURS * 3_600_000) return null
  return `no source answered in the last ${QUIET_HOURS} hours`
}

function sayAhead(ahead: readonly string[]): string {
  const [first] = ahead
  const sources = ahead.length === 1 ? '1 source was' : `${ahead.length} sources were`
  const names = `${first}${ahead.length > 1 ? ', …' : ''}`
  return (
    `${sources} read by a clock ahead of this one (${names}): see that this machine's clock is right; ` +
    'a bot that runs reads them again within a minute'
  )
}

/** Collects the findings about the store; null if it does not exist yet. */
async function examineStore(settings: Settings, { platforms }: CliContext, now: number) {
  await using store = await storeOf(settings)
    .openKept('readOnly')
    .catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'missing') return null
      throw error
    })
  if (store === null) return null
  const { articles, stories, bytes, oldestAt, engine } = await store.counts()
  const kept = await store.feedStates()
  const states = settings.sources.map(({ id }) => ({ id, state: kept.get(id) ?? NEVER_READ }))
  return {
    articles,
    stories,
    bytes,
    oldestAt,
    engine,
    /**
     * The latest successful read among the sources in the settings, in milliseconds since 1970; 0 if none.
     */
    lastSuccessAt: Math.max(0, ...states.map(({ state }) => state.lastSuccessAt ?? 0)),
    /** Accounts whose token their platform no longer accepts. */
    refused: [...(await store.refusedAccounts())].map(([account, refused]) => ({ account, ...refused })),
    /** Advice that would make more of the bot work, by workspace. */
    advice: await adviceIn(store, platforms),
    rejected: await examineRejections(store, Date.now()),
    /** Ids of sources that were read by a clock ahead of this one. */
    ahead: states.flatMap(({ id, state }) => (hasFutureTimes(state, now) ? [id] : [])),
  }
}

async function adviceIn(
  store: Pick<Store, 'recallAll'>,
  platforms: CliContext['platforms'],
): Promise<readonly { readonly account: string; readonly text: string }[]> {
  const texts = await Promise.all(
    platforms.map(async ({ platform }) =>
      [...(await store.recallAll({ platform, kind: ADVICE }))].map(([id, text]) => ({
        account: `${platform}:${id}`,
        text,
      })),
    ),
  )
  return texts.flat()
}

async function probeAll(settings: Settings, context: CliContext): Promise<SourceHealth[]> {
  const { createFeedReader } = await import('../feeds/feed-reader.ts')
  const { listedHealth } = await import('../feeds/source-health.ts')
  const reader = createFeedReader({ userAgent: settings.userAgent, allowAddresses: settings.allowAddresses })
  void context.stopped.then(() => reader.close())
  const progress = readingProgress(context)
  let done = 0
  try {
    return await Promise.all(
      settings.sources.map(async (source) => {
        const outcome = await reader.read(source, NEVER_READ)
        progress.onProgress(++done, settings.sources.length)
        const articles = outcome.status === 'new' ? outcome.feed.entries.length : 0
        return listedHealth(source, outcome.state, { articles, letGo: null }, Date.now())
      }),
    )
  } finally {
    progress.stop()
    await reader.close()
  }
}

function sayFindings(
  settings: Settings,
  place: string,
  store: StoreFindings | null,
  model: ModelFindings | null,
  lastReading: RefusedToday | null,
): string {
  const { sources, regions, topics, briefings, keepDays } = settings
  return [
    `settings  ok: ${sources.length} sources, ${regions.length} regions, ${topics.length} topics, ${briefings.length} briefings`,
    store === null
      ? `store     nothing kept yet in ${place}: the bot has not run; doctor reads the sources below, and keeps nothing of them`
      : `store     ok: ${store.articles} articles in ${store.stories} stories, ${megabytes(store.bytes)} MB in ${place} (${store.engine})`,
    `kept      ${sayRetention(store?.oldestAt ?? null, keepDays)}`,
    ...(store?.refused ?? []).map(
      ({ account, since, reason }) =>
        `token     ${account}: not accepted since ${utcMinute(since)}, nothing is sent there until it is. ${reason}`,
    ),
    ...(store?.advice ?? []).map(({ account, text }) => `advice    ${account}: ${text}`),
    `rejected  ${store === null ? 'none: nothing was sent yet' : sayRejections(store.rejected)}`,
    ...(store !== null && store.ahead.length > 0 ? [`clock     ${sayAhead(store.ahead)}`] : []),
    `refused   ${sayRefused(lastReading)}`,
    `model     ${sayModel(model)}`,
  ].join('\n')
}

/** `oldestAt` is null if no article is kept. */
function sayRetention(oldestAt: number | null, keepDays: number | null): string {
  const long =
    keepDays === null
      ? 'articles for good (DRAGOMAN_KEEP_DAYS sets an end)'
      : `stories end ${keepDays} days after their last report`
  return oldestAt === null ? long : `${long}; the oldest article was seen ${utcMinute(oldestAt)}`
}

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 2 ** 20)
