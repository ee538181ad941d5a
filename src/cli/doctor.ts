import type { Command } from 'commander'
import type { SourceHealth } from '../chat/message.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Settings } from '../settings/settings.ts'
import type { CliContext } from './cli-context.ts'
import { EXIT } from './exit-codes.ts'
import { openSettings } from './open-settings.ts'
import { printMessage } from './print-message.ts'
import { readingProgress } from './reading-progress.ts'

/** A bot of which no source answered for so long is not healthy. */
const QUIET_HOURS = 3

interface DoctorOptions {
  readonly quick?: boolean
  readonly json?: boolean
}

/** `dragoman doctor`: settings, store, and each source: reachable, how old, how many. */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('check the settings, the store and every source, and say what to do')
    .option('--quick', 'read nothing: judge by what the running bot has stored (for health checks)')
    .option('--json', 'print the findings as JSON')
    .action(async (options: DoctorOptions) => {
      const settings = await openSettings(context)
      if (settings === null) return
      const { openNewsroom } = await import('../newsroom.ts')
      const newsroom = await openNewsroom(settings)
      try {
        if (options.quick !== true) {
          const progress = readingProgress(context)
          await newsroom.desk.readDue({ all: true, onProgress: progress.onProgress })
          progress.stop()
        }
        const health = await newsroom.view.sourceHealth()
        const findings = { ...(await describe(settings, newsroom)), sources: health }
        if (options.json === true) context.output.write(`${JSON.stringify(findings)}\n`)
        else {
          context.output.write(`${sayFindings(findings)}\n\n`)
          await printMessage(
            { kind: 'sources', sources: health, zone: settings.zone, language: settings.language },
            {},
            settings,
            context,
          )
        }
        context.setExitCode(judge(health, options.quick === true))
      } finally {
        await newsroom.close()
      }
    })
}

interface Findings {
  readonly settings: {
    readonly sources: number
    readonly regions: number
    readonly topics: number
    readonly briefings: number
  }
  readonly store: {
    readonly directory: string
    readonly articles: number
    readonly stories: number
    readonly bytes: number
  }
}

async function describe(settings: Settings, { store }: Newsroom): Promise<Findings> {
  const { articles, stories, bytes } = await store.counts()
  return {
    settings: {
      sources: settings.sources.length,
      regions: settings.regions.length,
      topics: settings.topics.length,
      briefings: settings.briefings.length,
    },
    store: { directory: settings.dataDirectory, articles, stories, bytes },
  }
}

function sayFindings({ settings, store }: Findings): string {
  const megabytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(store.bytes / 2 ** 20)
  return [
    `settings  ok: ${settings.sources} sources, ${settings.regions} regions, ${settings.topics} topics, ${settings.briefings} briefings`,
    `store     ok: ${store.articles} articles in ${store.stories} stories, ${megabytes} MB in ${store.directory}`,
  ].join('\n')
}

function judge(health: readonly SourceHealth[], quick: boolean): number {
  if (quick) {
    const newest = Math.max(0, ...health.map((source) => source.lastSuccessAt ?? 0))
    return Date.now() - newest <= QUIET_HOURS * 3_600_000 ? EXIT.ok : EXIT.fault
  }
  return health.every((source) => source.state === 'active') ? EXIT.ok : EXIT.partly
}
