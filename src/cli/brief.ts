import { join } from 'node:path'
import type { Command } from 'commander'
import { BRIEFING_DAYS, type MomentRead, readSince } from '../commands/reading/read-moment.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Settings } from '../settings/settings.ts'
import { type CliContext, EXIT, Exit, openSettings, stopSignal } from './cli-context.ts'
import { isCutOff, sayCutOff } from './examine.ts'
import { printMessage, type PrintOptions, readingProgress } from './print-message.ts'

interface BriefOptions extends PrintOptions {
  readonly since: string
  readonly read: boolean
}

/** Adds `dragoman brief [ID]`: reads all sources now and prints one briefing. */
export function addBrief(program: Command, context: CliContext): void {
  program
    .command('brief')
    .description('read all sources now and print one briefing')
    .argument('[id]', 'a briefing of config/briefings.yaml (default: the first)')
    .option('--since <time>', 'the period to cover: 24h, 3d, yesterday, friday, 2026-03-01', '24h')
    .option('--no-read', 'use what is stored, read nothing')
    .option('--json', 'print the briefing as JSON')
    .option('--markdown', 'print the briefing as Markdown')
    .action(async (id: string | undefined, options: BriefOptions) => {
      const settings = await openSettings(context)
      const request =
        id === undefined ? settings.briefings[0] : settings.briefings.find((briefing) => briefing.id === id)
      if (request === undefined) throw new Exit(EXIT.usage, explainAbsence(id, settings))
      const since = readSince(options.since, Date.now(), request.zone, BRIEFING_DAYS)
      if (since.status !== 'read')
        throw new Exit(EXIT.usage, `--since '${options.since}' ${explainSince(since.status)}`)
      const from = since.at
      const { composeBriefing } = await import('../briefings/compose-briefing.ts')
      const { openSummariser } = await import('./open-summariser.ts')
      const { openLog } = await import('./open-log.ts')
      const stopping = stopSignal(context)
      const { newsroom, isInUse } = await openBesideBot(settings)
      try {
        if (isInUse && options.read)
          context.errors.write(
            'another Dragoman is running on this store, the bot or a command: nothing is read now, and this tells what is kept\n',
          )
        if (!isInUse && options.read) {
          void context.stopped.then(newsroom.abortReading)
          const progress = readingProgress(context)
          await newsroom.desk.readDue({ all: true, onProgress: progress.onProgress })
          progress.stop()
        }
        if (stopping.aborted) {
          throw new Exit(EXIT.stopped, 'stopped before every source was read; nothing is told')
        }
        const period = { from, now: Date.now(), onlyMoved: false }
        const log = openLog(settings)
        const summarise = await openSummariser(settings, { now: Date.now, log, stopped: context.stopped })
        const withModel = { ...settings, summarise }
        const { briefing } = await composeBriefing(request, period, newsroom.store, withModel)
        const { coverage } = briefing
        if (coverage.answered === 0 && isCutOff(coverage.failed.map(({ kind }) => kind)))
          context.errors.write(`${sayCutOff(coverage.sources)}\n`)
        await printMessage({ kind: 'briefing', briefing }, options, settings, context)
        if (coverage.answered < coverage.sources) context.setExitCode(EXIT.partly)
      } finally {
        await newsroom.close()
      }
    })
}

function explainAbsence(id: string | undefined, { briefings, configDirectory }: Settings): string {
  const file = join(configDirectory, 'briefings.yaml')
  if (briefings.length === 0)
    return `no briefing is asked for in ${file}; add one, config/README.md shows how`
  return `no briefing '${id ?? ''}' in ${file}; there are: ${briefings.map((briefing) => briefing.id).join(', ')}`
}

/**
 * Opens the newsroom exclusively, or for reading only if a bot runs or another command has it: two processes
 * that place articles would not see each other's stories.
 */
export async function openBesideBot(settings: Settings): Promise<{ newsroom: Newsroom; isInUse: boolean }> {
  const { openNewsroom } = await import('../newsroom.ts')
  try {
    return { newsroom: await openNewsroom(settings, { exclusive: true }), isInUse: false }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'in-use')) throw error
    return { newsroom: await openNewsroom(settings), isInUse: true }
  }
}

function explainSince(trouble: Exclude<MomentRead['status'], 'read'>): string {
  switch (trouble) {
    case 'future':
      return 'is still to come; try 24h, 3d, yesterday, friday or a date of the past'
    case 'too-early':
      return `is too long ago; at most ${BRIEFING_DAYS} days can be told`
    default:
      return 'is no time; try 24h, 3d, yesterday, friday or 2026-03-01'
  }
}
