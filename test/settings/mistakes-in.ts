import { join } from 'node:path'
import { discordPlatform } from '../../adapters/discord/platform.ts'
import { slackPlatform } from '../../adapters/slack/platform.ts'
import { formatDiagnostics } from '../../src/settings/diagnostics.ts'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { aConfigDirectory } from './a-config-directory.ts'

/** Returns the mistakes in a directory as people see them, without the directory's path. */
export function mistakesIn(
  files: Readonly<Record<string, string | null>>,
  env: Readonly<Record<string, string>> = {},
): string[] {
  const configDirectory = aConfigDirectory(files)
  const loaded = loadSettings({
    configDirectory,
    destinations: [slackPlatform.destinations, discordPlatform.destinations],
    env,
  })
  return loaded.ok
    ? []
    : formatDiagnostics(loaded.mistakes).replaceAll(join(configDirectory, '/'), '').split('\n')
}
