import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Discovered } from '../feeds/discover-feeds.ts'
import type { SkippedOutline } from '../feeds/opml.ts'
import { OWNERSHIPS, type Ownership, type Source } from '../records/source.ts'
import type { Settings } from '../settings/settings.ts'
import type { CliContext } from './cli-context.ts'
import { EXIT } from './exit-codes.ts'
import { openSettings } from './open-settings.ts'
import { printMessage } from './print-message.ts'
import { refuseUnknownWord } from './refuse-unknown-word.ts'
import { stopSignal } from './stop-signal.ts'
import { joinNames } from '../words/join-names.ts'
import { say } from '../words/say.ts'

/** What neither a feed nor an OPML list says of an outlet. */
interface Labels {
  readonly country: string
  readonly ownership: Ownership
  readonly region: string
  readonly language: string
}

/** Of a list to import: an entry, and why it is not added. */
type LeftOut = readonly [what: string, why: string]

const WHY_SKIPPED: Readonly<Record<SkippedOutline['why'], string>> = {
  'not-of-the-web': "a feed's address begins with http:// or https://",
  repeated: 'the list names it twice',
  'no-feed': 'the list names a page and no feed of it; “sources add” finds the feeds of a page',
  'too-deep': 'it stands in more than 20 folders, and what is in it was not looked at',
}

/** As they were typed. */
type GivenLabels = Partial<Labels> & Pick<Labels, 'language'>

/** `dragoman sources`: what is read and how it fares; find and add feeds; OPML in and out. */
export function addSources(program: Command, context: CliContext): void {
  const sources = program
    .command('sources')
    .description('what is read and how it fares; add feeds; OPML in and out')
    .hook('preSubcommand', refuseUnknownWord)

  sources
    .command('health', { isDefault: true })
    .description('state of each source as the bot has stored it')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const settings = await openSettings(context)
      if (settings === null) return
      const { openNewsroom } = await import('../newsroom.ts')
      const newsroom = await openNewsroom(settings)
      try {
        const health = await newsroom.view.sourceHealth()
        const message = {
          kind: 'sources',
          sources: health,
          zone: settings.zone,
          language: settings.language,
        } as const
        await printMessage(message, options, settings, context)
      } finally {
        await newsroom.close()
      }
    })

  sources
    .command('export')
    .description('write the sources as OPML')
    .argument('[file]', 'default: standard output')
    .action(async (file?: string) => {
      const settings = await openSettings(context)
      if (settings === null) return
      const { writeOpml } = await import('../feeds/opml.ts')
      const opml = writeOpml(settings.sources)
      if (file === undefined) context.output.write(opml)
      else
        await writeFile(file, opml, { flag: 'wx' }).catch((error: unknown) => {
          throw explainFile(
            error,
            'EEXIST',
            `${file} is there already; give another name, or move it away first`,
          )
        })
    })

  withLabels(sources.command('import'))
    .description('add the feeds of an OPML list to config/sources.yaml; the labels are given to all of them')
    .argument('<file>')
    .action(async (file: string, given: GivenLabels) => {
      const labels = allLabels('import FILE', given, context)
      if (labels === null) return
      const settings = await openSettings(context)
      if (settings === null || !(await areRight(labels, settings, context))) return
      const { readOpml } = await import('../feeds/opml.ts')
      const { sameFeed } = await import('../settings/find-repeats.ts')
      const opml = await readFile(file, 'utf8').catch((error: unknown) => {
        throw explainFile(
          error,
          'ENOENT',
          `there is no file ${file}; give the path of the OPML list to import`,
        )
      })
      const { feeds, skipped } = readOpml(opml)
      if (feeds.length === 0 && skipped.length === 0)
        throw new Error(`${file} holds no feed; export a list with feeds in it from your feed reader`)
      const taken = new Map(
        settings.sources.map(({ feed, id }) => [sameFeed(feed), `it is read already, as ${id}`]),
      )
      const leftOut = skipped.map(({ what, why }): LeftOut => [what, WHY_SKIPPED[why]])
      const added: Source[] = []
      for (const feed of feeds) {
        const address = sameFeed(feed.feed)
        const known = taken.get(address)
        taken.set(address, known ?? WHY_SKIPPED.repeated)
        if (known !== undefined) leftOut.push([feed.feed, known])
        else {
          const homepage = feed.homepage ?? new URL('/', feed.feed).href
          const language = feed.language ?? labels.language
          added.push(describeSource({ ...feed, homepage, language }, labels, settings))
        }
      }
      if (!(await append(withUniqueIds(added, settings), settings, context))) return
      for (const [what, why] of leftOut)
        context.errors.write(`left out ${JSON.stringify(what.slice(0, 200))}: ${why}\n`)
      if (skipped.some(({ why }) => why !== 'repeated')) context.setExitCode(EXIT.partly)
    })

  withLabels(sources.command('add'))
    .description('find the feeds of a site, read one, and add it to config/sources.yaml')
    .argument('<address>', 'the front page of the outlet, or the feed itself')
    .option('--list', 'only list what is found')
    .action(async (address: string, options: GivenLabels & { readonly list?: boolean }) => {
      const labels = options.list === true ? null : allLabels('add ADDRESS', options, context)
      if (labels === null && options.list !== true) return
      const settings = await openSettings(context)
      if (settings === null || (labels !== null && !(await areRight(labels, settings, context)))) return
      const { openDiscovery } = await import('../feeds/open-discovery.ts')
      const { userAgent, allowAddresses } = settings
      const stopping = stopSignal(context)
      const discovery = openDiscovery({ userAgent, allowAddresses, signal: stopping })
      const looked = await discovery.discover(address)
      await discovery.close()
      if (stopping.aborted) {
        context.errors.write('stopped before the site was looked through; nothing was added\n')
        context.setExitCode(EXIT.stopped)
        return
      }
      if (looked.status !== 'found') {
        context.errors.write(`${explainAbsence(looked, address)}\n`)
        context.setExitCode(EXIT.fault)
        return
      }
      for (const feed of looked.feeds)
        context.output.write(`${feed.feed}  ${feed.title} (${feed.entries} entries)\n`)
      if (labels === null) return
      const [first] = looked.feeds
      const feed = {
        name: first.title,
        feed: first.feed,
        homepage: address,
        language: first.language ?? labels.language,
      }
      await append(withUniqueIds([describeSource(feed, labels, settings)], settings), settings, context)
    })
}

function explainAbsence(looked: Exclude<Discovered, { status: 'found' }>, address: string): string {
  return looked.status === 'none'
    ? `found no feed at ${address}; if you know its address, give that`
    : `cannot read ${address}: ${say(`failure.${looked.kind}`, 'en')}. ${looked.text}`
}

/** What to do, in place of the system's code for an expected fault; any other error as it is. */
function explainFile(error: unknown, code: string, text: string): unknown {
  const isExpected = error instanceof Error && 'code' in error && error.code === code
  return isExpected ? new Error(text, { cause: error }) : error
}

function withLabels(command: Command): Command {
  return command
    .option('--country <code>', "the newsroom's country, ISO 3166-1: JO")
    .option('--region <id>', 'what it mostly covers, an id of config/regions.yaml')
    .option('--ownership <label>', OWNERSHIPS.join(', '))
    .option('--language <code>', 'where the feed does not say, ISO 639-1: ar', 'en')
}

/** Null after naming all that are missing at once; the process then ends with code 2. */
function allLabels(call: string, given: GivenLabels, context: CliContext): Labels | null {
  const { country, region, ownership, language } = given
  if (country !== undefined && region !== undefined && ownership !== undefined)
    return { country, region, ownership, language }
  const missing = (['country', 'region', 'ownership'] as const).filter((name) => given[name] === undefined)
  const names = joinNames(
    missing.map((name) => `--${name}`),
    'en',
  ).join('')
  context.errors.write(
    `sources ${call} needs ${names} too, for example: --country JO --region middle-east --ownership private ` +
      '(or state, public, independent)\n',
  )
  context.setExitCode(EXIT.usage)
  return null
}

/** False after telling every label that means nothing; the process then ends with code 2. */
async function areRight(labels: Labels, settings: Settings, context: CliContext): Promise<boolean> {
  const { checkLabels } = await import('../settings/check-labels.ts')
  const mistakes = checkLabels(labels, settings.regions)
  if (mistakes.length === 0) return true
  context.errors.write(`nothing was added:\n${mistakes.join('\n')}\n`)
  context.setExitCode(EXIT.usage)
  return false
}

function describeSource(
  feed: {
    readonly name: string
    readonly feed: string
    readonly homepage: string
    readonly language: string
  },
  labels: Labels,
  settings: Settings,
): Source {
  const host = new URL(feed.feed).hostname.replace(/^(?:www|rss|feeds?)\./u, '')
  return {
    id: host.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
    name: feed.name === '' ? host : feed.name,
    feed: feed.feed,
    homepage: feed.homepage,
    country: labels.country,
    language: (feed.language.split('-')[0] ?? settings.language).toLowerCase(),
    ownership: labels.ownership,
    region: labels.region,
  }
}

/** Ids come from host names; a second feed of one host gets a number. */
function withUniqueIds(sources: readonly Source[], settings: Settings): Source[] {
  const taken = new Set(settings.sources.map((source) => source.id))
  return sources.map((source) => {
    let id = source.id
    for (let number = 2; taken.has(id); number++) id = `${source.id}-${number}`
    taken.add(id)
    return { ...source, id }
  })
}

/** False after telling what is wrong with them. */
async function append(sources: readonly Source[], settings: Settings, context: CliContext): Promise<boolean> {
  const { appendSources } = await import('../settings/append-sources.ts')
  const { formatMistakes } = await import('../settings/format-mistakes.ts')
  const file = join(settings.configDirectory, 'sources.yaml')
  const mistakes = sources.length === 0 ? [] : appendSources(file, sources, context.env)
  if (mistakes.length > 0) {
    context.errors.write(`nothing was added:\n${formatMistakes(mistakes)}\n`)
    context.setExitCode(EXIT.usage)
    return false
  }
  context.output.write(
    `added ${sources.length} to ${file}${sources.map(({ id, name }) => `\n  ${id}  ${name}`).join('')}\n`,
  )
  return true
}
