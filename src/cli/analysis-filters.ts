import type { Command } from 'commander'
import type { CliContext } from './cli-context.ts'
import { filterLines } from './filter-lines.ts'
import { LANG } from './rows.ts'

/** Adds the commands that run text analysis as filters: one JSON object on each line of input and output. */
export function addAnalysisFilters(program: Command, context: CliContext): void {
  const input = `a JSON object a line: {id, lang?, text, published?}; published is ISO 8601; ${LANG}`
  program
    .command('times')
    .summary('find times, dates and lengths of time in texts')
    .description(`find times in texts, with their values as in TIMEX3, for ${input}`)
    .action(async () => {
      const { analysisRow: schema, answerTimes } = await import('./analysis-lines.ts')
      await filterLines({ ...context, name: 'times', schema }, answerTimes)
    })
  program
    .command('events')
    .summary('find dated events to come in texts')
    .description(`find what texts say will take place, and when, for ${input}`)
    .action(async () => {
      const { analysisRow: schema, answerEvents } = await import('./analysis-lines.ts')
      await filterLines({ ...context, name: 'events', schema }, answerEvents)
    })
  program
    .command('figures')
    .summary('find tolls, amounts and magnitudes in texts')
    .description(`find figures in texts, with what they count, for ${input}`)
    .action(async () => {
      const { analysisRow: schema, answerFigures } = await import('./analysis-lines.ts')
      await filterLines({ ...context, name: 'figures', schema }, answerFigures)
    })
}
