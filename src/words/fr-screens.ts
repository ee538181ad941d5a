import type { ScreenTexts } from './catalogues.ts'

export const frScreens: ScreenTexts = {
  // Threads and tables
  'action.share': 'Partager dans le canal',
  'thread.begins': 'Dans le fil :',
  'thread.more':
    '{count, plural, one {et # autre sujet} many {et # autres sujets} other {et # autres sujets}}',
  'sources.more':
    '{count, plural, one {# autre source n’est pas montrée} many {# autres sources ne sont pas montrées} other {# autres sources ne sont pas montrées}}. Nommez une région ou un pays pour voir les siennes : /news sources liban',
  'story.column.outlet': 'Média',
  'story.column.time': 'Date',
  'story.column.report': 'Ce qu’il publie',

  // The Home tab, and the form for a subscription
  'action.subscribe': 'S’abonner',
  'action.edit': 'Modifier',
  'home.own': 'Ce que vous suivez',
  'home.channel': 'Ce que suit un canal',
  'home.pick': 'Choisir un canal',
  'home.more':
    '{count, plural, one {# autre abonnement} many {# autres abonnements} other {# autres abonnements}} : « /news subscriptions » les montre tous.',
  'form.subscribe': 'Suivre un sujet',
  'form.edit': 'Modifier un abonnement',
  'form.save': 'Enregistrer',
  'form.cancel': 'Annuler',
  'form.keep': 'Ce que vous laissez vide reste inchangé.',
  'form.region': 'Régions',
  'form.country': 'Pays',
  'form.topic': 'Thèmes',
  'form.keywords': 'Mots-clés',
  'form.when': 'À quel rythme',
  'form.at': 'À',
  'form.zone': 'Fuseau de ces heures',
  'form.to': 'Où',
  'form.here': 'Dans ce canal',
  'form.me': 'À moi, en message direct',
  'form.choose': 'Tapez les premières lettres',
  'form.end': 'Mettre fin à « {title} » ?',
  'form.endText': 'Cet abonnement ne parlera plus. Pour une simple trêve, suspendez-le.',
}
