import type { WishTexts } from './catalogues.ts'

/** What is wished for and how it is written; a part of `tr`. */
export const trWishes: WishTexts = {
  'keywords.empty': 'Anahtar sözcük yok. Şöyle yazın: tahıl AND (koridor OR anlaşma).',
  'keywords.quote': 'Birden çok anahtar sözcüğü tırnak içinde yazın: {example}',
  'keywords.tooLong':
    'Bu anahtar sözcükler {count, number} karakter; en çok {most, number} karakter olabilir.',
  'keywords.tooMany': 'Anahtar sözcükler {most, number} sınırını aşıyor. En önemlilerini bırakın.',
  'keywords.tooDeep': 'Ayraç içinde çok fazla ayraç var. Daha yalın yazın.',
  'keywords.noLetters': '{near} içinde aranacak harf ya da rakam yok.',
  'keywords.bracket': 'Anahtar sözcüklerde bir ayraç eksik ya da tek başına. Her “(” bir “)” ister.',
  'keywords.operator':
    'Anahtar sözcüklerde {near} öncesinde bir sözcük eksik. AND, OR ve NOT sözcükler arasında durur; bunları aramak için tırnağa alın.',
  'keywords.operatorAtEnd':
    'Anahtar sözcükler AND, OR ya da NOT ile bitiyor. Ardına bir sözcük yazın ya da aramak için tırnağa alın.',
  'sample.title': 'Örnek sayıda dünya',
  'wish.everything': 'her şey',
  'wish.all': 'Bütün haberler',
  'wish.sources': '{names} haberleri',
  'wish.people': '{names} adı geçen',
  'wish.languages': '{names} dilinde',
  'wish.and': '; ve ',
  'wish.keywords': '{keywords} geçen',
  'form.short': 'kısa',
  'form.long': 'uzun',
  'form.stories': '{count, plural, one {en çok # haber} other {en çok # haber}}',
  'form.language': 'metinler {name}',
  'form.model': 'cümleleri bir model seçip kısaltabilir',
}
