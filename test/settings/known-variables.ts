import { loadSettings } from '../../src/settings/load-settings.ts'

/** Returns the variables of the program as the error message for an unknown one lists them. */
export function knownVariables(): readonly string[] {
  const unknown = loadSettings({ configDirectory: 'config', env: { DRAGOMAN_XXXXXXXXXXXX: '1' } })
  return unknown.ok ? [] : (unknown.mistakes[0]?.text.match(/(?:DRAGOMAN|DATABASE)_[A-Z_]+/gu) ?? []).slice(1)
}
