import { type Logger, LogLevel, type webApi } from '@slack/bolt'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { scopesFor } from '../setup/manifest.ts'
import type { SlackSettings } from '../setup/settings.ts'
import { adviseOnScopes } from './granted-scopes.ts'
import { createInstallations } from './installations.ts'
import { manyWorkspaces } from './many-workspaces.ts'
import { oneWorkspace } from './one-workspace.ts'
import { openHttp } from './open-http.ts'
import { openSocket } from './open-socket.ts'
import type { Entrance, TransportTools, Workspaces } from './workspaces.ts'

/** Creates the entrance that the settings choose, and the access to its workspaces. */
export function openEntrance(
  settings: SlackSettings,
  given: Omit<TransportTools, 'onGranted'>,
): { readonly entrance: Entrance; readonly workspaces: Workspaces } {
  const { memory, web, logger, log, now } = given
  const { entrance, access, apiUrl, unfurls } = settings
  const tools: TransportTools = {
    ...given,
    onGranted: (id, scopes) =>
      void adviseOnScopes(id, scopes, { memory, log, unfurls }).catch((error: unknown) =>
        log.error({ err: error }, 'the store does not keep which scopes are missing'),
      ),
  }
  if (access.kind === 'one')
    return {
      entrance:
        entrance.kind === 'socket' ? openSocket(entrance.appToken, tools) : openHttp({ ...entrance, logger }),
      workspaces: oneWorkspace(access.token, tools),
    }
  if (entrance.kind === 'socket') throw new Error('Many workspaces need HTTP.')
  const installations = createInstallations(memory, access.keys, log, {
    now,
    onInstalled: (id, at) => many.onInstalled(id, at),
    onGranted: tools.onGranted,
  })
  const { clientId, clientSecret, stateSecret } = access
  const opened = openHttp({
    ...entrance,
    logger,
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopesFor(unfurls)],
    installationStore: installations,
    installerOptions: {
      clientOptions: web,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      directInstall: true,
    },
  })
  const { installer } = opened.receiver
  if (installer === undefined) throw new Error('Bolt made no installer.')
  const many = manyWorkspaces(installations, installer, tools)
  return { entrance: opened, workspaces: many }
}

/** Limit for one call, in milliseconds. A post with its replies has 30 s in total. */
const TIMEOUT_MS = 8_000

/**
 * Options of the Web API client: it calls once. By default it would retry ten times over half an hour, and a
 * channel would see a message twice if only the response was late (@slack/web-api 8.2, `retryConfig`).
 * `src/delivery` decides about retries.
 */
export function webOptions(
  apiUrl: string,
  logger: Logger,
  fetch: typeof globalThis.fetch,
): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    // Posts have their own pacing. A queue here would run a call in the async context of another
    // (`handOverContext`).
    maxRequestConcurrency: Infinity,
    logger,
    fetch,
  }
}

/** Routes Bolt's log to ours: as text only, and without debug output, which contains whole payloads. */
export function boltLog(log: ChatLog): Logger {
  return {
    debug: () => undefined,
    info: (...said) => log.debug({ by: 'bolt' }, textOf(said)),
    warn: (...said) => log.warn({ by: 'bolt' }, textOf(said)),
    error: (...said) => log.error({ by: 'bolt' }, textOf(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

/** Keeps errors' messages and strings; other objects may contain requests and tokens. */
const textOf = (said: readonly unknown[]): string =>
  said
    .map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : ''))
    .filter((part) => part !== '')
    .join(' ')
