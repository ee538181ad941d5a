import { arrivalOf } from './arrival.ts'
import { listenToButtons } from './buttons.ts'
import { listenToForms } from './form-listeners.ts'
import { createForms } from './forms.ts'
import { openFrontDesk, type DeskTools } from './front-desk.ts'
import { createHome } from './home.ts'
import { listenToLookUps } from './look-up.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { listenToCommands } from './slash-command.ts'
import { listenToLinks } from './unfurl.ts'

/** Everything that people do in Slack and that is answered. */
export function listen(tools: DeskTools): void {
  const { app, workspaces } = tools
  const desk = openFrontDesk(tools)
  const forms = createForms(tools, desk)
  const home = createHome(tools)
  refuseStrangers(tools)
  sift(tools)
  listenToCommands(tools, desk, forms)
  listenToButtons(tools, desk, forms, home)
  listenToForms(tools, desk, forms, home)
  listenToLookUps(tools, desk)
  listenToLinks(tools)
  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'home') return
    await home.publish(await arrivalOf({ user: { id: event.user } }, context, workspaces), null)
  })
}

/** Events come again when an acknowledgement is lost, with the same id on both ways in; Bolt has acknowledged them when they get here. */
function sift({ app, workspaces, isNew, log }: DeskTools): void {
  app.use(async ({ body, context, next }) => {
    const { isEnterpriseInstall, teamId, enterpriseId } = context
    // Events about the organisation itself name no workspace: then Bolt gives null.
    if (isEnterpriseInstall && typeof teamId === 'string' && enterpriseId !== undefined)
      workspaces
        .learn(teamId, enterpriseId)
        .catch((error: unknown) => log.error({ err: error }, 'not remembered'))
    if ('event_id' in body && !(await isNew(`event ${body.event_id}`))) return
    await next()
  })
  app.error(async (error) => {
    log.error({ err: error }, 'something from Slack was not dealt with')
  })
}
