import type { Logger, webApi } from '@slack/bolt'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { createInstallations } from './installations.ts'
import type { SlackSettings } from '../setup/settings.ts'
import { scopesFor } from '../setup/manifest.ts'
import type { Entrance } from './entrance.ts'
import { manyWorkspaces } from './many-workspaces.ts'
import { oneWorkspace } from './one-workspace.ts'
import { openHttp } from './open-http.ts'
import { openSocket } from './open-socket.ts'
import type { OnInstalled, Workspaces } from './workspaces.ts'

interface EntranceOptions extends Pick<ChatTools, 'memory' | 'log' | 'endProgram'> {
  readonly settings: SlackSettings
  readonly web: webApi.WebClientOptions
  readonly logger: Logger
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly onInstalled: OnInstalled
}

/** The way in that the settings choose, and the workspaces that it leads to. */
export function openEntrance(options: EntranceOptions): {
  readonly entrance: Entrance
  readonly workspaces: Workspaces
} {
  const { settings, memory, web, logger, log, now, onInstalled, endProgram } = options
  const { entrance, access, apiUrl, unfurls } = settings
  if (access.kind === 'one')
    return {
      entrance:
        entrance.kind === 'socket'
          ? openSocket({ appToken: entrance.appToken, web, logger, log, endProgram })
          : openHttp({
              signingSecret: entrance.signingSecret,
              port: entrance.port,
              host: entrance.host,
              logger,
            }),
      workspaces: oneWorkspace({ token: access.token, web, log, now, onInstalled }),
    }
  if (entrance.kind === 'socket') throw new Error('Many workspaces need HTTP.')
  const installations = createInstallations(memory, access.keys, log, {
    now,
    onInstalled: (id, at) => many.onInstalled(id, at),
  })
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
  const many = manyWorkspaces({ installations, installer, memory, web, onInstalled })
  return { entrance: opened, workspaces: many }
}
