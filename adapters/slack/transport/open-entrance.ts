import type { Logger, webApi } from '@slack/bolt'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { ChatMemory } from '../../../src/chat/chat-memory.ts'
import { createInstallations } from '../installations/installations.ts'
import type { SlackSettings } from '../settings.ts'
import { scopesFor } from '../setup/manifest.ts'
import type { Entrance } from './entrance.ts'
import { manyWorkspaces } from './many-workspaces.ts'
import { oneWorkspace } from './one-workspace.ts'
import { openHttp } from './open-http.ts'
import { openSocket } from './open-socket.ts'
import type { Workspaces } from './workspaces.ts'

interface EntranceOptions {
  readonly settings: SlackSettings
  readonly memory: ChatMemory
  readonly web: webApi.WebClientOptions
  readonly logger: Logger
  readonly log: ChatLog
}

/** The way in that the settings choose, and the workspaces that it leads to. */
export function openEntrance({ settings, memory, web, logger, log }: EntranceOptions): {
  readonly entrance: Entrance
  readonly workspaces: Workspaces
} {
  const { entrance, access, apiUrl, unfurls } = settings
  if (access.kind === 'one')
    return {
      entrance:
        entrance.kind === 'socket'
          ? openSocket({ appToken: entrance.appToken, web, logger, log })
          : openHttp({
              signingSecret: entrance.signingSecret,
              port: entrance.port,
              host: entrance.host,
              logger,
            }),
      workspaces: oneWorkspace(access.token, web, log),
    }
  if (entrance.kind === 'socket') throw new Error('Many workspaces need HTTP.')
  const installations = createInstallations(memory, access.keys, log)
  const opened = openHttp({
    signingSecret: entrance.signingSecret,
    port: entrance.port,
    host: entrance.host,
    logger,
    clientId: access.clientId,
    clientSecret: access.clientSecret,
    stateSecret: access.stateSecret,
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
  return { entrance: opened, workspaces: manyWorkspaces({ installations, installer, memory, web }) }
}
