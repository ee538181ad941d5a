import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { ADVICE, type ChatMemory } from '../../../src/records/ports/chat-memory.ts'
import { scopesFor } from '../setup/manifest.ts'

/** What the app cannot do without a scope. Installations older than the scope continue without it. */
const USES: ReadonlyMap<string, string> = new Map([
  ['app_mentions:read', 'answer where it is mentioned'],
  ['im:history', 'answer in its direct messages'],
  ['assistant:write', 'suggest what to ask'],
  ['files:write', 'put maps into briefings'],
  ['links:read', 'see links to SLACK_UNFURL_DOMAINS'],
  ['links:write', 'show their stories'],
])

interface GrantedTools {
  readonly memory: Pick<ChatMemory, 'remember' | 'forget'>
  readonly log: ChatLog
  readonly unfurls: readonly string[]
}

/**
 * Compares the granted scopes of an installation with those of the manifest. Missing ones are logged and
 * remembered for `doctor`, until an installation has them. `id` is a workspace or an organisation.
 */
export async function adviseOnScopes(
  id: string,
  granted: readonly string[],
  { memory, log, unfurls }: GrantedTools,
): Promise<void> {
  const missing = scopesFor(unfurls).filter((scope) => !granted.includes(scope))
  const name = { platform: 'slack', kind: ADVICE, id }
  if (missing.length === 0) return memory.forget(name)
  const uses = missing.flatMap((scope) => USES.get(scope) ?? [])
  const text = [
    `Scopes are missing: ${missing.join(', ')}.`,
    ...(uses.length === 0 ? [] : [`Without them the app does not ${uses.join(', ')}; all else works.`]),
    'Put the present manifest (adapters/slack/setup/manifest.json) under “App Manifest” of the app, and install it again.',
  ].join(' ')
  log.warn({ workspace: id, missing }, text)
  await memory.remember(name, text)
}
