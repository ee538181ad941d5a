import type { Analysis } from '../../analysis/open-analysis.ts'
import { allCommands } from '../../commands/all-commands.ts'
import { viewOf } from '../../newsroom.ts'
import { openPictures } from '../../pictures/open-pictures.ts'
import { type CliContext, EXIT, Exit } from '../cli-context.ts'
import { openPages } from '../open-pages.ts'
import type { RoleTools, RunningRole } from './role-tools.ts'

/**
 * Serves the pages.
 * @throws Exit if the settings name no port for them
 */
export async function runPages(
  { settings, sources, store, now, monitoring, log }: RoleTools,
  context: CliContext,
  tagging: Analysis,
): Promise<RunningRole> {
  if (settings.site === null)
    throw new Exit(EXIT.usage, 'dragoman: the role web needs the port of our pages: set DRAGOMAN_WEB_PORT')
  const view = viewOf(settings, sources, { store, tagging, now })
  const pictures = openPictures(settings.claims)
  const commands = monitoring.watched(allCommands(view))
  const noteFault = (error: unknown, what: string) => log.warn({ err: error }, what)
  const tools = { view, commands, store, pictures, noteFault }
  const site = await openPages(context, settings, settings.site, tools)
  return {
    async stop() {
      await site.close()
      await pictures.close()
    },
  }
}
