import type { Command } from '../chat/command.ts'
import { briefingCommand } from './briefing.ts'
import { helpCommand } from './help.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { searchCommand } from './search.ts'
import { sourcesCommand } from './sources.ts'
import { storyCommand } from './story.ts'

/** The words of `/news`, in the order in which help lists them. */
export function allCommands(newsroom: NewsroomView): readonly Command[] {
  const commands = [
    briefingCommand(newsroom),
    searchCommand(newsroom),
    storyCommand(newsroom),
    sourcesCommand(newsroom),
  ]
  return [...commands, helpCommand(commands)]
}
