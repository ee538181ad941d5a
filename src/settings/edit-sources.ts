import { readFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { isCollection, isMap, isSeq, parseDocument, stringify } from 'yaml'
import type { SourceEditor } from '../commands/command-context.ts'
import { openDiscovery } from '../feeds/discover-feeds.ts'
import type { Source } from '../records/source.ts'
import { loadSettings } from './load-settings.ts'
import { formatDiagnostics, type Diagnostic } from './diagnostics.ts'
import { replaceFile } from './replace-file.ts'
import type { Settings } from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Creates the editor of `sources.yaml` for a running bot. It also updates `live`, the list of sources the bot
 * reads.
 */
export function editSources(
  settings: Pick<Settings, 'configDirectory' | 'userAgent' | 'allowAddresses'>,
  live: Source[],
): SourceEditor {
  const file = join(settings.configDirectory, 'sources.yaml')
  const env = { DRAGOMAN_CONFIG: settings.configDirectory }
  /** An unwritable file is reported to the person who asked, not as a fault of the bot. */
  const attempt = (edit: () => string | null) => {
    let reason: string | null
    try {
      reason = edit()
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
    if (reason === null) return { status: 'done' } as const
    // People in a chat should not see where the server keeps its files.
    return { status: 'refused', reason: reason.replaceAll(`${dirname(file)}${sep}`, '') } as const
  }
  return {
    async find(address) {
      const { userAgent, allowAddresses } = settings
      const discovery = openDiscovery({ userAgent, allowAddresses })
      try {
        return await discovery.discover(address)
      } finally {
        await discovery.close()
      }
    },
    async add(source) {
      return attempt(() => {
        const mistakes = appendSources(file, [source], env)
        if (mistakes.length > 0) return formatDiagnostics(mistakes)
        live.push(source)
        return null
      })
    },
    async remove(sourceId) {
      return attempt(() => {
        const mistakes = removeSource(file, sourceId, env)
        if (mistakes === null) return `sources.yaml has no source ${sourceId}`
        if (mistakes.length > 0) return formatDiagnostics(mistakes)
        const index = live.findIndex(({ id }) => id === sourceId)
        if (index >= 0) live.splice(index, 1)
        return null
      })
    },
  }
}

/**
 * Appends sources to a sources.yaml, keeping comments and layout, and reloads the settings. If they are
 * invalid, the file is restored and every mistake is returned.
 *
 * A list in brackets (`sources: []`) becomes one entry on each line; comments stay.
 */
export function appendSources(
  file: string,
  sources: readonly Source[],
  env: Environment,
): readonly Diagnostic[] {
  const before = readFileSync(file, 'utf8')
  const entries = stringify(sources, { defaultKeyType: 'PLAIN', lineWidth: 0 })
  const after = `${withoutBrackets(before).trimEnd()}\n${entries.replaceAll(/^(?=.)/gmu, '  ')}`
  return replaceAndLoad(file, before, after, env)
}

function replaceAndLoad(file: string, before: string, after: string, env: Environment) {
  replaceFile(file, after)
  const loaded = loadSettings({ env })
  if (loaded.ok) return []
  replaceFile(file, before)
  return loaded.mistakes
}

function withoutBrackets(text: string): string {
  const document = parseDocument(text)
  const list = document.get('sources')
  if (!isSeq(list) || list.flow !== true || !list.range) return text
  const [start, end] = list.range
  if (list.items.length === 0)
    return `${text.slice(0, start).trimEnd()} ${text.slice(start + 1, end - 1).trimEnd()}${text.slice(end)}`
  list.flow = false
  for (const item of list.items) if (isCollection(item)) item.flow = true
  return document.toString({ lineWidth: 0 })
}

/**
 * Removes a source from a sources.yaml, keeping everything else as written, and reloads the settings. If
 * something else needs the source, the file is restored and every mistake is returned. Null, without a
 * change, if no entry has this id.
 */
function removeSource(file: string, id: string, env: Environment): readonly Diagnostic[] | null {
  const before = readFileSync(file, 'utf8')
  const after = withoutEntry(before, id)
  return after === null ? null : replaceAndLoad(file, before, after, env)
}

function withoutEntry(text: string, id: string): string | null {
  const list = parseDocument(text).get('sources')
  if (!isSeq(list)) return null
  const entry = list.items.find((item) => isMap(item) && item.get('id') === id)
  if (!isMap(entry) || !entry.range) return null
  const [start, , end] = entry.range
  const from = text.lastIndexOf('\n', start - 1) + 1
  // The range of a block entry ends at the start of the next line; that of an entry in braces, within its
  // line.
  const lineEnd = text.indexOf('\n', Math.max(end - 1, 0))
  return text.slice(0, from) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1))
}
