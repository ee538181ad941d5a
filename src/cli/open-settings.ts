import type { Settings } from '../settings/settings.ts'
import type { CliContext } from './cli-context.ts'
import { EXIT } from './exit-codes.ts'

/**
 * The settings, or null after printing every mistake in them; the process then ends with code 2. `beforeMistakes` clears the screen for
 * them where something else stands on it.
 */
export async function openSettings(
  context: CliContext,
  beforeMistakes: () => void = () => undefined,
): Promise<Settings | null> {
  const { loadSettings } = await import('../settings/load-settings.ts')
  const loaded = loadSettings({
    env: context.env,
    destinations: context.platforms.map(({ destinations }) => destinations),
  })
  if (loaded.ok) return loaded.settings
  const { formatMistakes } = await import('../settings/format-mistakes.ts')
  beforeMistakes()
  context.errors.write(`${formatMistakes(loaded.mistakes)}\n`)
  context.setExitCode(EXIT.usage)
  return null
}
