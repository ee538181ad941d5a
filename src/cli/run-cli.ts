import { Command, CommanderError } from 'commander'
import { FatalError } from '../chat/fatal-error.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { addBackup } from './backup.ts'
import { addBrief } from './brief.ts'
import { type CliContext, EXIT, Exit } from './cli-context.ts'
import { addDoctor } from './doctor.ts'
import { withEnvFile } from './env-file.ts'
import { addAnalysisFilters } from './analysis-filters.ts'
import { addMcp } from './mcp.ts'
import { addFilters } from './filters.ts'
import { addForget } from './forget.ts'
import { refuseFewFiles } from './open-files.ts'
import { addDemo, addPreview } from './demo-and-preview.ts'
import { addMove } from './move.ts'
import { addProofread } from './proofread.ts'
import { addSetUp } from './set-up.ts'
import { addQueue } from './queue.ts'
import { addSources } from './sources.ts'
import { addStart } from './start.ts'

/**
 * Runs one call of `dragoman`. An error is printed as one line that says what to do; DRAGOMAN_LOG_LEVEL=debug
 * adds the stack.
 */
export async function runCli(argv: readonly string[], given: CliContext): Promise<void> {
  let context = given
  try {
    const read = withEnvFile(given.env)
    if (read.status === 'read') context = { ...given, env: read.env }
    // Only `setup` works without the env file, because it writes it.
    else if (argv[0] !== 'setup') throw new Exit(EXIT.usage, `dragoman: ${read.mistake}`)
    await parse(argv, context)
  } catch (error) {
    if (error instanceof CommanderError)
      return context.setExitCode(error.exitCode === 0 ? EXIT.ok : EXIT.usage)
    if (error instanceof Exit) {
      context.errors.write(`${error.message}\n`)
      return context.setExitCode(error.exitCode)
    }
    context.errors.write(`dragoman: ${hideSecrets(error instanceof Error ? error.message : String(error))}\n`)
    if (context.env['DRAGOMAN_LOG_LEVEL'] === 'debug' && error instanceof Error)
      context.errors.write(`${hideSecrets(error.stack ?? '')}\n`)
    context.setExitCode(error instanceof FatalError && error.code === 'settings' ? EXIT.usage : EXIT.fault)
  }
}

async function parse(argv: readonly string[], context: CliContext): Promise<void> {
  const program = new Command('dragoman')
    .description(
      'A news-briefing bot: reads feeds, groups the news into stories, and briefs with a source behind every sentence.',
    )
    .configureOutput({
      writeOut: (text) => context.output.write(text),
      writeErr: (text) => context.errors.write(text),
    })
    .exitOverride()
    .hook('preAction', () => refuseFewFiles(context.openFiles))
    .showHelpAfterError('(dragoman COMMAND --help says more)')
  for (const add of [
    addStart,
    addBrief,
    addDemo,
    addSetUp,
    addPreview,
    addDoctor,
    addProofread,
    addSources,
    addBackup,
    addMove,
    addForget,
    addQueue,
    addMcp,
    addFilters,
    addAnalysisFilters,
  ])
    add(program, context)
  await program.parseAsync(argv, { from: 'user' })
}
