import type { AllMiddlewareArgs, AnyMiddlewareArgs, types } from '@slack/bolt'
import type { Request } from '../../src/chat/commands.ts'
import { say } from '../../src/words/say.ts'
import { listenToButtons } from './answer/buttons.ts'
import { createForms, type Forms, listenToForms } from './answer/forms.ts'
import { type RequestTools, type Requests, createRequests } from './answer/answer-request.ts'
import { createAssistant } from './answer/assistant.ts'
import { createHome } from './answer/home.ts'
import { listenToJoins } from './answer/joined.ts'
import { listenToLinks, listenToLookUps } from './answer/look-up.ts'
import { listenToSettings } from './answer/settings-form.ts'
import { listenToSteps } from './answer/steps.ts'
import { arrivalOf } from './answer/surface.ts'
import { listenToWords } from './answer/words.ts'
import { MODAL_TITLE } from './limits.ts'
import { plainText, shortText } from './text/plain.ts'
import { unescape } from './text/unescape.ts'

/** Registers the handlers for everything that people do in Slack. */
export function listen(tools: RequestTools): void {
  const { app, workspaces } = tools
  const requests = createRequests(tools)
  const forms = createForms(tools, requests)
  const home = createHome(tools)
  refuseStrangers(tools)
  skipRepeats(tools)
  listenToCommands(tools, requests, forms)
  listenToButtons(tools, requests, forms, home)
  listenToForms(tools, requests, forms, home)
  listenToSettings(tools, requests, home)
  listenToLookUps(tools, requests)
  listenToLinks(tools)
  listenToJoins(tools)
  listenToSteps(tools)
  const assistant = createAssistant(tools)
  listenToWords(tools, requests, assistant)
  app.event('app_home_opened', async ({ event, context }) => {
    const surface = await arrivalOf({ user: { id: event.user } }, context, workspaces)
    if (event.tab === 'home') await home.publish(surface, null)
    else await assistant.opened(surface, event.channel, event.context)
  })
}

/**
 * Drops repeated events. Slack sends an event again when an acknowledgement is lost, with the same id over
 * socket and HTTP. Bolt has already acknowledged it at this point.
 */
function skipRepeats({ app, workspaces, isNew, log }: RequestTools): void {
  app.use(async ({ body, context, next }) => {
    const { isEnterpriseInstall, teamId, enterpriseId } = context
    // Events about the organisation itself name no workspace; Bolt then gives null.
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

/**
 * Handles `/news …`. Acknowledged at once, whatever the store is doing; answered when the answer is ready.
 */
function listenToCommands(
  { app, commands, workspaces, isNew }: RequestTools,
  requests: Requests,
  forms: Forms,
): void {
  app.command(/^\//u, async ({ command: typed, ack, context }) => {
    await ack()
    const { team_id, user_id, user_name, channel_id, response_url, trigger_id: trigger } = typed
    const payload = {
      team: { id: team_id },
      user: { id: user_id, name: user_name },
      channel: { id: channel_id },
      response_url,
    }
    const surface = await arrivalOf(payload, context, workspaces)
    await requests.guard(surface, async () => {
      const text = unescape(typed.text)
      const request = commands.read(text)
      // A trigger lives three seconds, so the form is opened before the store is asked.
      const opening = asksForForm(request) ? forms.open(trigger, surface, {}) : null
      if (opening !== null) return opening
      if (await isNew(`command ${trigger}`)) await requests.answer(request, surface, { question: text })
    })
  })
}

/** Whether this is a bare `/news subscribe`, which opens the form. */
function asksForForm({ command, options, mistakes }: Request): boolean {
  return command.name === 'subscribe' && options.size === 0 && mistakes.length === 0
}

/**
 * Refuses requests from workspaces that the bot token does not belong to. If the app is installed in several
 * workspaces, Slack signs their requests alike. The asker is told if Slack accepts an answer; nothing else
 * happens.
 */
function refuseStrangers({ app, workspaces, language, log }: RequestTools): void {
  app.use(async (request) => {
    const { context, next } = request
    if (workspaces.serves(context)) return next()
    log.warn(
      { workspace: context.teamId, organisation: context.enterpriseId },
      'a request of a workspace that SLACK_BOT_TOKEN is not of was refused',
    )
    await decline(request, language)
  })
}

async function decline(request: AnyMiddlewareArgs & AllMiddlewareArgs, language: string): Promise<void> {
  const text = say('permission.stranger', language)
  if ('command' in request) return request.ack({ response_type: 'ephemeral', text })
  if ('options' in request) return request.ack({ options: [] })
  if ('view' in request)
    return request.body.type === 'view_submission'
      ? request.ack({ response_action: 'update', view: saying(text, language) })
      : request.ack()
  // Bolt acknowledges events, and nobody waits for an answer to them.
  if (!('action' in request || 'shortcut' in request)) return
  await request.ack()
  if ('response_url' in request.body)
    await request.respond({ response_type: 'ephemeral', replace_original: false, text })
}

const saying = (text: string, language: string): types.ModalView => ({
  type: 'modal',
  title: plainText('Dragoman'),
  close: shortText(say('form.cancel', language), MODAL_TITLE),
  blocks: [{ type: 'section', text: plainText(text) }],
})
