import { formatMistakes } from '../settings/format-mistakes.ts'
import { loadSettings } from '../settings/load-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { CliContext } from './cli-context.ts'
import { EXIT } from './exit-codes.ts'

/** The settings, or null after printing every mistake in them; the process then ends with code 2. */
export function openSettings(context: CliContext): Settings | null {
  const loaded = loadSettings({ env: context.env })
  if (loaded.ok) return loaded.settings
  context.errors.write(`${formatMistakes(loaded.mistakes)}\n`)
  context.setExitCode(EXIT.usage)
  return null
}
