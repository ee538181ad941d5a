import type { Match } from '../../search/match.ts'

/** Writes a match in FTS5's query syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax */
export function writeMatch(match: Match): string {
  switch (match.kind) {
    case 'words':
      // A run of words in quotes is a phrase.
      return `"${match.words.replaceAll('"', '""')}"${match.isStart === true ? ' *' : ''}`
    case 'and':
    case 'or':
      return `(${match.of.map(writeMatch).join(match.kind === 'and' ? ' AND ' : ' OR ')})`
    case 'but':
      return `(${writeMatch(match.of)} NOT (${match.not.map(writeMatch).join(' OR ')}))`
    case 'in':
      return `({${match.part}} : (${writeMatch(match.of)}))`
    default:
      return match satisfies never
  }
}
