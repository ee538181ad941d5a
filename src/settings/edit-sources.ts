import { dirname, join, sep } from 'node:path'
import type { SourceEditor } from '../commands/source-editor.ts'
import { openDiscovery } from '../feeds/open-discovery.ts'
import type { Source } from '../records/source.ts'
import { appendSources } from './append-sources.ts'
import { formatMistakes } from './format-mistakes.ts'
import { removeSource } from './remove-source.ts'
import type { Settings } from './settings.ts'

/** Edits `sources.yaml` while the bot runs, and with it `live`, the list that the bot reads by. */
export function editSources(
  settings: Pick<Settings, 'configDirectory' | 'userAgent' | 'allowAddresses'>,
  live: Source[],
): SourceEditor {
  const file = join(settings.configDirectory, 'sources.yaml')
  const env = { DRAGOMAN_CONFIG: settings.configDirectory }
  // Whoever asks in a chat has no use for where the server keeps its files.
  const attempt = (edit: () => string | null) => attemptIn(`${dirname(file)}${sep}`, edit)
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
        if (mistakes.length > 0) return formatMistakes(mistakes)
        live.push(source)
        return null
      })
    },
    async remove(sourceId) {
      return attempt(() => {
        const mistakes = removeSource(file, sourceId, env)
        if (mistakes === null) return `sources.yaml has no source ${sourceId}`
        if (mistakes.length > 0) return formatMistakes(mistakes)
        const index = live.findIndex(({ id }) => id === sourceId)
        if (index >= 0) live.splice(index, 1)
        return null
      })
    },
  }
}

/** A file that cannot be written is an answer, not a fault of the bot. */
function attemptIn(directory: string, edit: () => string | null): ReturnType<SourceEditor['remove']> {
  try {
    const reason = edit()
    return Promise.resolve(
      reason === null ? { status: 'done' } : { status: 'refused', reason: reason.replaceAll(directory, '') },
    )
  } catch (error) {
    return Promise.resolve({
      status: 'refused',
      reason: (error instanceof Error ? error.message : String(error)).replaceAll(directory, ''),
    })
  }
}
