import type { Catalogue } from './catalogues.ts'
import { deAnswering } from './de-answering.ts'
import { deCommands } from './de-commands.ts'
import { dePlaces } from './de-places.ts'
import { deScreens } from './de-screens.ts'
import { deTimes } from './de-times.ts'
import { deWishes } from './de-wishes.ts'

/** Our texts in German. */
export const de: Catalogue = {
  ...deCommands,
  ...deScreens,
  ...dePlaces,
  ...deAnswering,
  ...deTimes,
  ...deWishes,

  'list.separator': ', ',
  'list.semicolon': '; ',
  'list.fact': '{label}: {text}',
  'list.quoted': '„{text}“',
  'time.stretch': '{from} – {to} ({zone})',

  'mark.new': 'NEU',
  'mark.updated': 'AKTUALISIERT',
  'story.outlets': '{outlets, plural, one {# Medium} other {# Medien}}',
  'story.reports':
    '{independent, plural, one {# unabhängiger Bericht} other {# unabhängige Berichte}}, {outlets, plural, one {# Medium} other {# Medien}}',
  'story.latest': 'zuletzt {time}',
  'story.first': 'zuerst {time}',
  'story.id': 'Meldung {id}',
  'story.carries': 'Text von {agency}',
  'sentence.chosen': '(von einem Modell gewählt)',
  'sentence.shortened': '(von einem Modell gewählt und gekürzt)',
  'story.chosen':
    'von einem Modell gewählt: jedes Wort ist vom Medium selbst; „…“ steht, wo etwas ausgelassen ist',
  'story.correction': 'Berichtigt {time}, {outlet}: „{before}“ → „{after}“',
  'story.edit': 'Geändert {time}, {outlet}: „{before}“ → „{after}“',
  'story.timeline': 'Wer wann berichtete',
  'story.noSentence': 'Kein Satz daraus lässt sich zitieren; nachzulesen bei {outlet}.',
  'story.untitled': 'Ohne Überschrift',
  'story.undated': 'ohne Datum',
  'outlet.removed': 'nicht mehr gelesen',
  'ownership.state': 'staatlich',
  'ownership.public': 'öffentlich-rechtlich',
  'ownership.private': 'privat',
  'ownership.independent': 'unabhängig',

  'section.noPlace': 'Ohne bestimmten Ort',
  'section.empty': 'Nichts Neues.',
  'section.leftOut':
    '{count, plural, one {# weitere Meldung} other {# weitere Meldungen}} aus dieser Region ausgelassen.',
  'coverage.line':
    '{answered, number} von {sources, plural, one {# Quelle} other {# Quellen}} {answered, plural, one {hat} other {haben}} geantwortet; {leftOut, plural, =0 {nichts ausgelassen} one {# Meldung ausgelassen} other {# Meldungen ausgelassen}}.',
  'coverage.strongest':
    'In dieser Zeit tat sich so viel, dass nur die {count, number} stärksten Meldungen angesehen wurden.',
  'coverage.failed': 'Nicht gelesen: {names} ({reason})',
  'coverage.others': '{count, plural, one {# weitere Quelle} other {# weitere Quellen}}',
  'post.update': 'Berichtigung einer früheren Mitteilung:',

  'search.title': 'Suche: {query}',
  'search.none':
    'Nichts gefunden. Versuchen Sie es mit weniger oder anderen Wörtern oder mit einem früheren Datum.',
  'search.cut':
    'Weiter als {count, number} Meldungen wird nicht gesucht. Ein Wort, eine Region oder ein Datum grenzt es ein.',
  'search.noPage': 'Eine Seite {page, number} gibt es nicht: Alles Gefundene steht auf den Seiten davor.',
  'search.address':
    'Nichts gefunden. „why {address}“ sagt, was aus einem Artikel wurde, „story {address}“ zeigt seine Geschichte.',
  'search.capitals': 'Nichts gefunden. AND, OR und NOT schreibt man groß: {example}',
  'search.since': 'seit {time}',
  'search.until': 'bis {time}',
  'search.moreOutlets': 'und {count, plural, one {# weiteres Medium} other {# weitere Medien}}',
  'search.more':
    'Es gibt mehr als hier gezeigt: page:2 und weiter zeigt es; ein Wort, eine Region oder ein Datum grenzt es ein.',

  'sources.title': '{count, plural, one {# Quelle} other {# Quellen}}',
  'sources.well':
    '{count, plural, one {# Quelle wird gelesen, und sie ist in Ordnung.} other {# Quellen werden gelesen, und alle sind in Ordnung.}}',
  'sources.count': '{count, number} {state}',
  'sources.id': 'Kennung {id}',
  'sources.articles': '{count, plural, one {# Artikel} other {# Artikel}}',
  'sources.newest': 'neuester {time}',
  'sources.answered': 'letzte Antwort {time}',
  'sources.neverAnswered': 'hat nie geantwortet',
  'sources.pushed': 'vom WebSub-Hub geliefert',
  'sources.letGoArticles':
    '{count, plural, one {# älterer Artikel} other {# ältere Artikel}} aufgegeben: sie veröffentlicht mehr, als aufbewahrt wird',
  'sources.letGoVersions':
    '{count, plural, one {# ältere Fassung} other {# ältere Fassungen}} ihrer Artikel aufgegeben: sie ändert öfter, als aufbewahrt wird',
  'sources.failures': 'Fehlschläge in 30 Tagen: {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'Zustand',
  'sources.column.source': 'Quelle',
  'sources.column.news': 'Artikel',
  'sources.column.remark': 'Bemerkung',
  'state.active': 'aktiv',
  'state.failing': 'gestört',
  'state.silent': 'still',
  'state.moved': 'umgezogen',
  'state.gone': 'eingestellt',
  'state.paused': 'pausiert',
  'state.unread': 'noch nicht gelesen',

  'failure.unreachable': 'Server nicht erreichbar',
  'failure.timeout': 'keine rechtzeitige Antwort',
  'failure.too-large': 'Feed zu groß',
  'failure.not-found': 'kein Feed unter dieser Adresse',
  'failure.gone': 'Feed endgültig eingestellt',
  'failure.rate-limited': 'Server bittet um eine Pause',
  'failure.server-error': 'Fehler auf dem Server',
  'failure.refused': 'Zugriff verweigert',
  'failure.bot-protection': 'Website verlangt einen Browser-Nachweis',
  'failure.forbidden-address': 'Adresse nicht erlaubt',
  'failure.too-many-redirects': 'zu viele Weiterleitungen',
  'failure.not-a-feed': 'Antwort ist kein Feed',
  'failure.unparseable': 'Feed nicht lesbar',
  'failure.parser-killed': 'Lesen dauerte zu lange',
  'failure.unread': 'noch nicht gelesen',

  'finding.failing':
    '{times, plural, one {Einmal fehlgeschlagen} other {#-mal in Folge fehlgeschlagen}}: {reason}.',
  'finding.empty':
    'Antwortet, aber im Feed stand noch nie ein Artikel. Prüfen Sie die Adresse auf der Website des Mediums.',
  'finding.gone':
    'Laut Server endgültig eingestellt. Suchen Sie die neue Adresse oder entfernen Sie die Quelle.',
  'finding.kills':
    'Das Lesen musste {times, plural, one {einmal} other {#-mal in Folge}} abgebrochen werden; einmal am Tag wird es neu versucht.',
  'finding.silent': 'Antwortet, aber der neueste Artikel ist {days, plural, one {# Tag} other {# Tage}} alt.',
  'finding.silentRhythm':
    'Antwortet, aber der neueste Artikel ist {days, plural, one {# Tag} other {# Tage}} alt; üblicher Abstand: {rhythm}.',
  'finding.language':
    'Schreibt neuerdings auf {language}, nicht auf {said}. Prüfen Sie die Adresse oder ändern Sie die Sprache in config/sources.yaml.',
  'finding.moved':
    'Ist nach {address} umgezogen und wird dort gelesen. Ändern Sie die Adresse in config/sources.yaml.',
  'finding.lost':
    '{count, plural, one {# Eintrag im Feed ist leer und fehlt hier.} other {# Einträge im Feed sind leer und fehlen hier.}}',
  'finding.truncated':
    'Der Feed ist zu lang, um ganz gelesen zu werden; gelesen {count, plural, one {wird # Eintrag} other {werden # Einträge}}.',
  'finding.undated': 'Die meisten Artikel tragen kein Datum; es zählt, wann sie zuerst gesehen wurden.',
  'remedy.wait': 'Das geht meist vorüber; es wird erneut versucht.',
  'remedy.address': 'Suchen Sie die neue Adresse auf der Website des Mediums.',
  'remedy.access': 'Bitten Sie das Medium um Zugang oder entfernen Sie die Quelle.',
  'remedy.allow': 'Gehört die Adresse Ihnen, erlauben Sie sie mit DRAGOMAN_ALLOW_ADDRESSES.',
  'remedy.outlet': 'Nur das Medium selbst kann seinen Feed reparieren.',

  'help.title': 'Was Sie fragen können',
  'help.example': 'zum Beispiel: {example}',
  'notice.warning': 'Achtung: {text}',
  'notice.error': 'Fehler: {text}',

  'delivery.paused': 'An {channel} wird nichts mehr geschickt: {reason}',
  'delivery.pausedMany':
    'An {count, number} Kanäle wird nichts mehr geschickt, überall aus demselben Grund: {reason}',
  'delivery.waiting':
    '{count, plural, one {Ihr Abo {titles} wartet dort.} other {Ihre Abos {titles} warten dort.}}',
  'delivery.moreChannels':
    '{count, plural, one {und # weiterer Kanal} other {und # weitere Kanäle}}: „/news subscriptions“ zeigt alle.',
  'delivery.moreTitles': '{count, number} weitere',
  'delivery.resume':
    'Sobald der Kanal wieder in Ordnung ist, macht „/news resume {id}“ dort weiter, wo es aufgehört hat; „/news unsubscribe“ beendet, was Sie nicht mehr möchten.',
  'delivery.resumeAll':
    'Sobald sie wieder in Ordnung sind, macht „/news resume all“ überall dort weiter, wo es aufgehört hat; „/news unsubscribe“ beendet, was Sie nicht mehr möchten.',
  'refusal.channel-gone': 'Den Kanal gibt es nicht mehr, oder der Bot wurde daraus entfernt.',
  'refusal.not-allowed': 'Der Bot darf dort nicht schreiben.',
  'refusal.rejected':
    'Die Plattform hat mehrere Nachrichten hintereinander abgelehnt. Das ist ein Fehler des Bots; wer ihn betreibt, weiß davon.',
  'refusal.invite': 'Der Bot ist kein Mitglied dieses Kanals. Laden Sie ihn dort ein.',
  'refusal.archived':
    'Der Kanal ist archiviert. Stellen Sie ihn wieder her, oder abonnieren Sie an einem anderen Ort.',
  'refusal.restricted': 'Dort dürfen nur bestimmte Personen schreiben. Ein Admin kann es dem Bot erlauben.',
  'refusal.reinstall':
    'Dieser Arbeitsbereich lässt den Bot nicht mehr hinein. Ein Admin muss ihn dort neu installieren.',
  'delivery.uncertain':
    'Die Verbindung brach ab, während „{title}“ unterwegs nach {channel} war; vielleicht ist es angekommen, vielleicht nicht, und was darunter gehört, kann fehlen.',
  'delivery.uncertainDirect':
    'Die Verbindung brach ab, während „{title}“ unterwegs zu Ihnen war; vielleicht ist es angekommen, vielleicht nicht, und was darunter gehört, kann fehlen.',
  'delivery.uncertainMany':
    'Die Verbindung brach ab, während {count, plural, one {# Nachricht} other {# Nachrichten}} unterwegs {count, plural, one {war} other {waren}}. Jede ist vielleicht angekommen, vielleicht nicht, und was darunter gehört, kann fehlen:',
  'delivery.again':
    'Die Meldungen kommen im nächsten Briefing noch einmal; „/news briefing“ zeigt sie jetzt.',
  'delivery.accepted':
    'Eine Zeit lang nahm die Plattform mein Token nicht an; nichts konnte ankommen. Jetzt nimmt sie es wieder an, und von selbst geht weiter: {titles}. Was Ihnen entging, kommt mit dem nächsten Briefing.',

  'prompt.welcome': 'Mit „help“ sehen Sie, was Sie fragen können; „exit“ beendet.',
  'prompt.failed': '„{line}“ konnte nicht beantwortet werden: {reason}. Einzelheiten stehen im Protokoll.',
}
