import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import type { Discovered } from '../feeds/discover-feeds.ts'
import type { SkippedOutline } from '../feeds/opml.ts'
import { OWNERSHIPS, type Source } from '../records/source.ts'
import { suggest } from '../settings/diagnostics.ts'
import type { Settings } from '../settings/settings.ts'
import { describeSource } from '../feeds/describe-source.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'
import { type CliContext, EXIT, Exit, openSettings, stopSignal } from './cli-context.ts'
import { printMessage } from './print-message.ts'

/** Labels of an outlet that neither a feed nor an OPML list contains. */
type Labels = Pick<Source, 'country' | 'ownership' | 'region' | 'language'>

/** An entry of an imported list that is not added, and the reason. */
type LeftOut = readonly [what: string, why: string]

const WHY_SKIPPED: Readonly<Record<SkippedOutline['why'], string>> = {
  'not-of-the-web': "a feed's address begins with http:// or https://",
  repeated: 'the list names it twice',
  'no-feed': 'the list names a page and no feed of it; “sources add” finds the feeds of a page',
  'too-deep': 'it stands in more than 20 folders, and what is in it was not looked at',
}

/** Labels as typed in the command. */
type GivenLabels = Partial<Labels> & Pick<Labels, 'language'>

/**
 * Adds `dragoman sources`: shows the state of the sources, finds and adds feeds, imports and exports OPML.
 */
export function addSources(program: Command, context: CliContext): void {
  const sources = program
    .command('sources')
    .description('list, check and add sources; import and export OPML')
    .hook('preSubcommand', refuseUnknownWord)

  sources
    .command('health', { isDefault: true })
    .description('state of each source as the bot has stored it')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const settings = await openSettings(context)
      const { openNewsroom } = await import('../newsroom.ts')
      await using closing = new AsyncDisposableStack()
      const newsroom = await openNewsroom(settings)
      closing.defer(() => newsroom.close())
      const { zone, language } = settings
      const message = {
        kind: 'sources',
        sources: await newsroom.view.sourceHealth(),
        zone,
        language,
      } as const
      await printMessage(message, options, settings, context)
    })

  sources
    .command('export')
    .description('write the sources as OPML')
    .argument('[file]', 'default: standard output')
    .action(async (file?: string) => {
      const settings = await openSettings(context)
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
    .description(
      'add the feeds of an OPML list to config/sources.yaml; the labels are given to all of them. Ends with 0 if every ' +
        'feed of the list is read from now on, also where it was before, and with 3 if part of the list is no feed to read',
    )
    .argument('<file>')
    .action(async (file: string, given: GivenLabels) => {
      const labels = allLabels('import FILE', given)
      const settings = await openSettings(context)
      await requireRight(labels, settings)
      const { readOpml } = await import('../feeds/opml.ts')
      const { sameFeed } = await import('../settings/entries.ts')
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
      const ids = new Set(settings.sources.map(({ id }) => id))
      const added: Source[] = []
      for (const feed of feeds) {
        const address = sameFeed(feed.feed)
        const known = taken.get(address)
        taken.set(address, known ?? WHY_SKIPPED.repeated)
        if (known !== undefined) leftOut.push([feed.feed, known])
        else {
          const homepage = feed.homepage ?? new URL('/', feed.feed).href
          const language = feed.language ?? labels.language
          const source = describeSource({ ...feed, homepage, language }, labels, ids)
          ids.add(source.id)
          added.push(source)
        }
      }
      await append(added, settings, context)
      for (const [what, why] of leftOut)
        context.errors.write(`left out ${JSON.stringify(what.slice(0, 200))}: ${why}\n`)
      // What is read already, or named twice, is not missing afterwards.
      if (skipped.some(({ why }) => why !== 'repeated')) context.setExitCode(EXIT.partly)
    })

  withLabels(sources.command('add'))
    .description('find the feeds of a site, read one, and add it to config/sources.yaml')
    .argument('<address>', 'the front page of the outlet, or the feed itself')
    .option('--list', 'only list what is found')
    .action(async (address: string, options: GivenLabels & { readonly list?: boolean }) => {
      const labels = options.list === true ? null : allLabels('add ADDRESS', options)
      const settings = await openSettings(context)
      if (labels !== null) await requireRight(labels, settings)
      const { openDiscovery } = await import('../feeds/discover-feeds.ts')
      const { userAgent, allowAddresses } = settings
      const stopping = stopSignal(context)
      const discovery = openDiscovery({ userAgent, allowAddresses, signal: stopping })
      const looked = await discovery.discover(address)
      await discovery.close()
      if (stopping.aborted) {
        throw new Exit(EXIT.stopped, 'stopped before the site was looked through; nothing was added')
      }
      if (looked.status !== 'found') {
        throw new Exit(EXIT.fault, explainAbsence(looked, address))
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
      const taken = new Set(settings.sources.map(({ id }) => id))
      await append([describeSource(feed, labels, taken)], settings, context)
    })
}

function explainAbsence(looked: Exclude<Discovered, { status: 'found' }>, address: string): string {
  return looked.status === 'none'
    ? `found no feed at ${address}; if you know its address, give that`
    : `cannot read ${address}: ${say(`failure.${looked.kind}`, 'en')}. ${looked.text}`
}

/** Replaces an expected system error by a text that says what to do; returns any other error unchanged. */
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

/** @throws Exit that names all missing labels at once */
function allLabels(call: string, { country, region, ownership, language }: GivenLabels): Labels {
  if (country !== undefined && region !== undefined && ownership !== undefined)
    return { country, region, ownership, language }
  const given = Object.entries({ country, region, ownership })
  const missing = given.flatMap(([name, value]) => (value === undefined ? [`--${name}`] : []))
  throw new Exit(
    EXIT.usage,
    `sources ${call} needs ${joinNames(missing, 'en').join('')} too, for example: --country JO --region middle-east --ownership private ` +
      '(or state, public, independent)',
  )
}

/** @throws Exit that names every invalid label */
async function requireRight(labels: Labels, settings: Settings): Promise<void> {
  const { validateLabels } = await import('../settings/schemas.ts')
  const mistakes = validateLabels(labels, settings.regions)
  if (mistakes.length > 0) throw new Exit(EXIT.usage, `nothing was added:\n${mistakes.join('\n')}`)
}

/**
 * Appends sources to sources.yaml.
 * @throws Exit that says what is wrong with them
 */
async function append(sources: readonly Source[], settings: Settings, context: CliContext): Promise<void> {
  const { appendSources } = await import('../settings/edit-sources.ts')
  const { formatDiagnostics } = await import('../settings/diagnostics.ts')
  const file = join(settings.configDirectory, 'sources.yaml')
  const mistakes = sources.length === 0 ? [] : appendSources(file, sources, context.env)
  if (mistakes.length > 0) throw new Exit(EXIT.usage, `nothing was added:\n${formatDiagnostics(mistakes)}`)
  context.output.write(
    `added ${sources.length} to ${file}${sources.map(({ id, name }) => `\n  ${id}  ${name}`).join('')}\n`,
  )
}

/**
 * A `preSubcommand` hook for a command with a default subcommand. Commander would take a misspelt word for an
 * argument of the default one and report that. This throws commander's error for an unknown command, with the
 * probable correction.
 */
function refuseUnknownWord(command: Command): void {
  const [word] = command.args
  const names = command.commands.map((known) => known.name())
  if (word === undefined || word.startsWith('-') || names.includes(word)) return
  const meant = suggest(word, new Map(names.map((name) => [name, name])))
  command.error(`error: unknown command '${word}'${meant === null ? '' : `\n(Did you mean ${meant}?)`}`, {
    code: 'commander.unknownCommand',
  })
}
