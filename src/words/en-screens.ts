/** What forms, tables and threads of chat platforms say; a part of `en`. */
export const enScreens = {
  // Threads and tables
  'action.share': 'Share to channel',
  'thread.begins': 'In the thread:',
  'thread.more': '{count, plural, one {and # more story} other {and # more stories}}',
  'sources.more':
    '{count, plural, one {# more source is not shown} other {# more sources are not shown}}. Name a region or a country to see its own: /news sources lebanon',
  'story.column.outlet': 'Outlet',
  'story.column.time': 'Time',
  'story.column.report': 'What it says',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'Subscribe',
  'action.edit': 'Edit',
  'home.own': 'What you follow',
  'home.channel': 'What a channel follows',
  'home.pick': 'Choose a channel',
  'home.more':
    '{count, plural, one {# more subscription} other {# more subscriptions}}: “/news subscriptions” lists all.',
  'form.subscribe': 'Follow something',
  'form.edit': 'Change a subscription',
  'form.save': 'Save',
  'form.cancel': 'Cancel',
  'form.keep': 'What you leave empty stays as it is.',
  'form.region': 'Regions',
  'form.country': 'Countries',
  'form.topic': 'Topics',
  'form.keywords': 'Keywords',
  'form.when': 'How often',
  'form.at': 'At',
  'form.zone': 'Time zone of these times',
  'form.to': 'Where',
  'form.here': 'In this channel',
  'form.me': 'To me, in a direct message',
  'form.choose': 'Type the first letters',
  'form.end': 'End “{title}”?',
  'form.endText': 'It will not speak again. To let it rest for a while, pause it.',
} as const
