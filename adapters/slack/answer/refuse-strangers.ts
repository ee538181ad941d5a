import type { AllMiddlewareArgs, AnyMiddlewareArgs, types } from '@slack/bolt'
import { say } from '../../../src/words/say.ts'
import { MODAL_TITLE } from '../limits.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import type { DeskTools } from './front-desk.ts'

/**
 * Requests of a workspace that the token is not of. Slack signs them all alike where the app was installed in several; whoever asks is told so where Slack takes an
 * answer, and nothing else happens.
 */
export function refuseStrangers({ app, workspaces, language, log }: DeskTools): void {
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
  // Events are acknowledged by Bolt, and nobody waits for an answer to them.
  if (!('action' in request || 'shortcut' in request)) return
  await request.ack()
  if ('response_url' in request.body)
    await request.respond({ response_type: 'ephemeral', replace_original: false, text })
}

const saying = (text: string, language: string): types.ModalView => ({
  type: 'modal',
  title: plainText('Dragoman'),
  close: plainText(shorten(say('form.cancel', language), MODAL_TITLE)),
  blocks: [{ type: 'section', text: plainText(text) }],
})
