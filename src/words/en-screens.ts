/** What forms, tables and threads of chat platforms say; a part of `en`. */
export const enScreens = {
  // Threads and tables
  'action.share': 'Share to channel',
  'thread.begins': 'In the thread:',
  'thread.more': '{count, plural, one {and # more story} other {and # more stories}}',
  'story.column.outlet': 'Outlet',
  'story.column.time': 'Time',
  'story.column.report': 'What it says',
} as const
