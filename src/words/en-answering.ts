/** What chat platforms say round an answer; a part of `en`. */
export const enAnswering = {
  'answer.failed': 'That did not work. Please try again; the log of the bot has the details.',
  'answer.oldButton': 'I no longer know this button. Ask again: new ones come with the answer.',
  'answer.formLate':
    'The form could not be opened in time. Ask for it again, or write it in one line: {example}',
  'answer.noLink': 'I find no web address in this message.',
  'answer.wait': 'One moment …',
  'answer.corrected': 'Corrected above: {titles}',
  'permission.stranger':
    'This bot serves another workspace and cannot answer here. Whoever runs it can open it to yours.',
  'permission.host': 'All workspaces read the same sources, so only those who run this bot may change them.',
} as const
