import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../records/source.ts'
import { loadSettings } from './load-settings.ts'
import type { Settings } from './settings.ts'

/**
 * Returns a function that updates `live` if another process or a person has changed `sources.yaml` since the
 * last call. An invalid file leaves the list unchanged.
 */
export function watchSources(
  { configDirectory }: Pick<Settings, 'configDirectory'>,
  live: Source[],
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void },
): () => Promise<void> {
  const file = join(configDirectory, 'sources.yaml')
  const changedAt = (): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  let seen = changedAt()
  return async () => {
    const at = changedAt()
    if (at === seen) return
    seen = at
    const loaded = loadSettings({ env: { DRAGOMAN_CONFIG: configDirectory } })
    if (!loaded.ok) {
      log.warn(
        { file: 'sources.yaml', mistakes: loaded.mistakes.length },
        'changed, but not as it can be read: `dragoman doctor` says why',
      )
      return
    }
    live.splice(0, live.length, ...loaded.settings.sources)
    log.info({ sources: live.length }, 'sources.yaml was changed; it is read by from now on')
  }
}
