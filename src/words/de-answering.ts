import type { AnsweringTexts } from './catalogues.ts'

export const deAnswering: AnsweringTexts = {
  'answer.failed':
    'Das hat nicht geklappt. Versuchen Sie es noch einmal; das Protokoll des Bots kennt die Einzelheiten.',
  'answer.oldButton':
    'Diesen Knopf kennt der Bot nicht mehr. Fragen Sie noch einmal: Mit der Antwort kommen neue.',
  'answer.formLate':
    'Das Formular ließ sich nicht rechtzeitig öffnen. Rufen Sie es noch einmal auf, oder schreiben Sie es in eine Zeile: {example}',
  'answer.noLink': 'In dieser Nachricht steht keine Webadresse.',
  'answer.wait': 'Einen Moment …',
  'answer.corrected': 'Oben berichtigt: {titles}',
  'permission.stranger':
    'Dieser Bot gehört zu einem anderen Arbeitsbereich und kann hier nicht antworten. Wer ihn betreibt, kann ihn auch für Ihren öffnen.',
  'permission.host':
    'Alle Arbeitsbereiche lesen dieselben Quellen. Ändern darf sie nur, wer diesen Bot betreibt.',
}
