/**
 * Which language a text is in, by its letters and its commonest words, whatever page it was put into. Pure; the
 * time is bounded.
 */
import { normalise } from './normalise'
import { isHan } from './tokenise'

/** The words that hold English sentences together: a quarter to a half of every text. */
export const commonEnglish: ReadonlySet<string> = new Set(
  'the of and to in is a for that with are was were be been by on as at from or an it this these those his her he she they we you i not no can may will would should could has have had do does did but if when who which what there their its our your my all more than about into up out so after before how why where one two also other some any such only over between during until most many much very just like get new now then him them us me open day days week year years people time said says help here every each because while through under without within again'.split(
    ' ',
  ),
)

/** The same of Spanish and of languages that could be taken for it; without accents, and without what all of them share. */
const commonWords: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    es: 'el los las y del con una un es en por para su sus al lo mas sin muy tambien esta este estos son pero como cuando ya hay fue han nos nuestro nuestra nuestros nuestras usted ustedes hasta desde que se le les no ni si o quien donde porque entre sobre todo todos otra otros cada ser puede pueden tiene hoy despues antes segun la de mi me',
    pt: 'os as e do da dos das com uma um em por para seu sua ao mais sem muito tambem esta este sao mas como quando ja ha foi nao nos nosso nossa voce ate que se lhe no na nem ou quem onde porque entre sobre tudo todos outra cada ser pode podem tem hoje depois antes segundo o de',
    it: 'il lo gli le di del della con una un e in per che suo sua al piu senza molto anche questo questa sono ma come quando gia si non ci nostro nostra lei fino da nel ne o chi dove perche tra su tutto ogni essere puo ha oggi dopo prima la',
    fr: 'le les des et du avec une un est en par pour son sa au plus sans tres aussi cette ce sont mais comme quand deja il a nous notre vous jusque que se ne pas ni ou qui dans sur tout chaque etre peut aujourd hui apres avant la de',
    ca: 'el els les i del amb una un es en per que seu seva al sense molt tambe aquesta aquest son pero com quan ja hi ha fou ens nostre nostra fins des se no ni o qui on perque entre sobre tot cada pot avui despres abans la de',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)
/** Endings of Spanish words that its neighbours spell otherwise; English has the first one as well, in "scion" and hardly more. */
const spanishEnding = /(?:cion|ciones|siones)$/

/** Signs of texts that are very common and are written otherwise in Taiwan and Hong Kong, in the same order. */
const simplified = new Set('们这个来为说对时会国医疗细没从后发还过进动问题实现证无药脏'.split(''))
const traditional = new Set('們這個來為說對時會國醫療細沒從後發還過進動問題實現證無藥臟'.split(''))

/** Fewer letters than this tell nothing of a language. */
const leastLetters = 8
/** Of a long text so many characters at its start and in its middle are looked at. */
const mostLooked = 10_000
/** The least share of its commonest words by which a text is taken for another language than English. */
const leastCommon = 0.15

/** The language of a text; `other`: plainly one that the check does not read; null: it cannot be told. */
export function languageOf(given: string): 'en' | 'es' | 'zh' | 'other' | null {
  const middle = Math.floor(given.length / 2)
  // Made plain first: the tags of pasted source, and the pieces of words that were cut, are words of their own to a counter.
  const text = normalise(
    given.length <= 2 * mostLooked
      ? given
      : `${given.slice(0, mostLooked)}\n${given.slice(middle, middle + mostLooked)}`,
  ).text
  let han = 0
  let japanese = 0
  let latin = 0
  let simple = 0
  let full = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isHan(code)) {
      han += 1
      const sign = text.charAt(at)
      if (simplified.has(sign)) simple += 1
      else if (traditional.has(sign)) full += 1
    } else if (code >= 0x3041 && code <= 0x30ff) japanese += 1
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) latin += 1
  }
  // A Chinese sign says a whole word, so that fewer of them say as much.
  if (han >= 4 && han * 2 > latin) return japanese * 10 > han || full > simple ? 'other' : 'zh'
  if (latin < leastLetters) return null
  const counts = new Map<string, number>([['en', 0]])
  let words = 0
  for (const [found] of text.matchAll(/\p{L}+/gu)) {
    const word = found.toLowerCase()
    words += 1
    if (commonEnglish.has(word)) counts.set('en', (counts.get('en') ?? 0) + 1)
    for (const [language, common] of Object.entries(commonWords))
      if (common.has(word) || (language === 'es' && spanishEnding.test(word)))
        counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const spanish = counts.get('es') ?? 0
  const isSpanish =
    spanish >= words * leastCommon &&
    [...counts].every(([language, count]) => (language === 'en' ? count < spanish : count <= spanish))
  if (isSpanish) return 'es'
  const english = counts.get('en') ?? 0
  const most = Math.max(...counts.values())
  if (most > english) return most >= words * leastCommon ? 'other' : null
  return english > 0 ? 'en' : null
}
