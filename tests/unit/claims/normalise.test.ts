import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseArticle } from '@/lib/claims/analyse'
import { westernMarks } from '@/lib/claims/letters'
import { normalise } from '@/lib/claims/normalise'
import { articlePatterns } from '@/tests/article-patterns'
import { readPassages as readOthers } from '@/tests/article-languages'
import { readPassages } from './passages'

const patterns = articlePatterns()
const resultOf = (text: string) => {
  const { signs, claims, missing, condition, unreadable } = analyseArticle(text, patterns)
  return {
    signs: signs.map(({ id }) => id).sort(),
    claims: claims.map(({ id }) => id).sort(),
    missing,
    condition,
    unreadable,
  }
}
const readAs = (text: string) =>
  normalise(text, (word) =>
    ['therapy', 'cutting', 'edge', 'cannot', 'with', 'out', 'without', 'safe'].includes(word),
  ).text

describe('a denial stays a denial, however its apostrophe was written', () => {
  const denial =
    'Stem cells don’t cure heart failure. They haven’t been shown to reverse heart failure. ' +
    'It isn’t true that there are no side effects. It doesn’t regenerate the heart.'
  const wrong = [
    "'",
    '‘',
    'ʼ',
    '′',
    '´',
    '`',
    '�',
    '＇',
    'ˈ',
    'ꞌ',
    '՚',
    '‵',
    '’’',
    "\\'",
    '&#39;',
    '&#39',
    '&#x27;',
    '&#146;',
    '&apos;',
    '&rsquo;',
    '&amp;#39;',
    '&amp;rsquo;',
    'â€™',
    'Ã¢â‚¬â„¢',
    '‚Äô',
    '\u0092',
    '\\u2019',
    '%27',
    '=92',
    '=E2=80=99',
    '?',
    '"',
    '-',
    '_',
    '.',
    ',',
    '^',
    '*',
    '',
    ' ',
    ' ’',
    '’ ',
    ' ’ ',
    '\u200b’',
    '’\u00ad',
    '\u2060’',
    '<b>’</b>',
    '**’**',
    '\u0000’',
    '\u0301',
  ]
  test.each(wrong)('%j', (mark) => {
    expect(resultOf(denial.replaceAll('’', mark))).toEqual(resultOf(denial))
    expect(resultOf(denial).signs).toEqual([])
    expect(resultOf(denial).claims).toEqual([])
  })

  test.each([
    "Stem cells do n't cure heart failure.",
    'STEM CELLS DONT CURE HEART FAILURE.',
    'Stem cells can t cure heart failure.',
    'S t e m  c e l l s  d o  n o t  c u r e  h e a r t  f a i l u r e.',
    'Stem cells do n o t cure heart failure.',
    'Stem cells do n.o.t cure heart failure.',
    'Stem cells do n.ot cure heart failure.',
    'Stem cells d0 n0t cure heart failure.',
    'Stem cells do (not) cure heart failure.',
    'Stem cells do not “cure” heart failure.',
    'Stem cells do "not" (cure) heart failure.',
    'S**tem** c**ells** d**on**’t c**ure** heart failure.',
    '[b]Stem cells don[/b]’t cure heart failure.',
    'Stem\nCells\nDo\nNot\nCure\nHeart\nFailure.',
    '#StemCellsDoNotCureHeartFailure',
    '1 Stem cells do not\n2 cure heart failure. They\n3 do not regenerate\n4 the heart.',
    'Las células madre n0 curan la insuficiencia cardíaca.',
    'Las células madre n.o curan la insuficiencia cardíaca.',
    'Las células madre (no) curan la insuficiencia cardíaca.',
    '干/细/胞/不/能/治/愈/心/力/衰/竭。',
  ])('%s', (text) => {
    const { signs, claims, unreadable } = resultOf(text)
    expect({ signs, claims, unreadable }).toEqual({ signs: [], claims: [], unreadable: null })
  })

  test('a clause that a quotation or a bracket ends still ends there', () => {
    expect(resultOf('They do not hide it: “Stem cells cure heart failure today.”').claims).toContain(
      'cure-wording',
    )
  })
})

describe('a promise stays a promise, however its letters were set', () => {
  const promise = 'Our stem cells cure heart failure. The therapy is completely safe and has no side effects.'
  const plain = resultOf(promise)
  const spelt = (by: string, gap: string) =>
    promise
      .replace(/ /g, '\n')
      .replace(/(?<=\p{L})(?=\p{L})/gu, by)
      .replaceAll('\n', gap)
  test.each([
    ['spaces, wider between words', spelt(' ', '  ')],
    ['no-break spaces, lines between words', spelt('\u00a0', '\n')],
    ['stops', spelt('.', ' ')],
    ['hyphens', spelt('-', ' ')],
    ['raised dots', spelt('·', ' ')],
    ['hearts', spelt('❤', ' ')],
    [
      'one mark inside a word',
      promise.replace(/\b(cure|safe|heart|cells)\b/g, (word) => `${word[0] ?? ''}*${word.slice(1)}`),
    ],
    ['digits', promise.replace('cure', 'cur3').replace('safe', 's4fe').replace('heart', 'he4rt')],
    ['signs', promise.replace('stem', '$tem').replace('safe', 's@fe')],
    ['letters with a stroke', promise.replace(/[eot]/g, (one) => ({ e: 'ɇ', o: 'ø', t: 'ŧ' })[one] ?? one)],
    [
      'words in one',
      promise.replace(
        /[^.]+/g,
        (all) => ` #${all.trim().replace(/ (.)/g, (_, one: string) => one.toUpperCase())}`,
      ),
    ],
    ['mail source', promise.replace(/(.{19})/g, '$1=\r\n')],
    ['an address', promise.replaceAll(' ', '%20')],
    ['letters in quotes of a mail', promise.replace(/(.{20}\S*) /g, '$1\n> ')],
    ['a page end in a word', promise.replace('therapy', 'ther-\n\napy')],
    ['capitals cut at a line end', promise.replace('therapy', 'THER-\nAPY')],
  ])('%s', (_name, text) => expect(resultOf(text).claims).toEqual(plain.claims))
  test('it is one', () => expect(plain.claims).toContain('cure-wording'))

  test.each([
    [
      'one space everywhere',
      'Our s t e m c e l l s c u r e heart failure.',
      'Our stem cells cure heart failure.',
    ],
    [
      'initials and names',
      'J. R. R. Lee, Ph.D, and the U.S. FDA at StemCellPrices.com',
      'J. R. R. Lee, Ph.D, and the U.S. FDA at StemCellPrices.com',
    ],
    [
      'grades and arms',
      'class III, arm B, T2N0M0, p53, IL10 and C57BL',
      'class III, arm B, T2N0M0, p53, IL10 and C57BL',
    ],
    ['compounds and lists', 'cutting-edge heart/liver/lung care', 'cutting-edge heart/liver/lung care'],
    ['a list with numbers', '1 heart\n2 liver\n\n7 lung', '1 heart\n2 liver\n\n7 lung'],
    [
      'possessives whose mark was lost',
      'the patient?s heart, the clinic\ufffds price',
      "the patient?s heart, the clinic's price",
    ],
    ['a name in capitals and quotes', 'el «CAFÉ» y “CAFÉ”', 'el «CAFE» y “CAFE”'],
  ])('%s', (_name, text, read) => {
    const knows = (word: string) =>
      ['stem', 'cells', 'cure', 'heart', 'failure', 'our', 'patients'].includes(word)
    expect(normalise(text, knows).text).toBe(read)
  })
})

describe('letters of other languages that a program wrote in another way', () => {
  const asMac = (text: string) => new TextDecoder('macintosh').decode(new TextEncoder().encode(text))
  // By hand: Node.js 20 reads windows-1252 as Latin-1, later versions as the standard says.
  const asLatin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
  const asWestern = (text: string) =>
    asLatin1(text).replace(/[\u0080-\u009f]/g, (one) => westernMarks[one.charCodeAt(0) - 0x80] ?? one)
  const inHex = (sign: string) => (text: string) =>
    text.replace(/[^\x00-\x7f]/gu, (one) =>
      [...new TextEncoder().encode(one)].map((byte) => sign + byte.toString(16).toUpperCase()).join(''),
    )
  const ways: [string, (text: string) => string][] = [
    ['another encoding', asWestern],
    ['another encoding twice', (text) => asWestern(asWestern(text))],
    ['Latin-1', asLatin1],
    ['Latin-1 twice', (text) => asLatin1(asLatin1(text))],
    ['Latin-1 of another encoding', (text) => asLatin1(asWestern(text))],
    ['another encoding of Latin-1', (text) => asWestern(asLatin1(text))],
    ['the encoding of old Macintoshes', asMac],
    ['mail source', inHex('=')],
    ['an address', inHex('%')],
    [
      'program text',
      (text) =>
        text.replace(/[^\x00-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    [
      'numbers of entities',
      (text) => text.replace(/[^\x00-\x7f]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`),
    ],
  ]
  const texts = ['es', 'zh'].flatMap((language) => readOthers(language))
  test.each(ways)('%s', (_name, way) => {
    for (const { id, text } of texts) expect([id, resultOf(way(text))]).toEqual([id, resultOf(text)])
  })

  test('a Spanish letter that was lost is found again', () => {
    for (const lost of ['?', '\ufffd'])
      expect(resultOf(`Las c${lost}lulas madre curan la insuficiencia card${lost}aca.`).claims).toEqual([
        'cure-wording',
      ])
  })
})

describe('words are read as they are meant', () => {
  test.each([
    ['cut at a line end', 'stem cell ther-\napy', 'stem cell therapy'],
    ['cut with a soft hyphen', 'ther\u00ad\r\n  apy ther\u00adapy', 'therapy therapy'],
    ['cut with another hyphen', 'ther\u2010\napy', 'therapy'],
    ['a line end that became a space', 'ther- apy', 'therapy'],
    ['a compound at a line end', 'cutting-\nedge', 'cutting-edge'],
    ['a word of two words', 'with-\nout', 'without'],
    ['a denial cut in two', 'can-\nnot', 'cannot'],
    ['what "un" turns round', 'un-\nsafe', 'unsafe'],
    ['a hanging hyphen', 'short- and long-term', 'short- and long-term'],
    ['a new paragraph', 'end-\n\nnext', 'end-\n\nnext'],
    ['fancy letters', '𝗦𝘁𝗲𝗺 𝓬𝓮𝓵𝓵 ᴄᴜʀᴇ Ⓢⓐⓕⓔ 🅲🆄🆁🅴 ｆｕｌｌ ﬁne', 'Stem cell cure Safe CURE full fine'],
    ['Cyrillic letters in a Latin text', 'сurе of thе hеart in а сор', 'cure of the heart in a cop'],
    ['Greek letters that are meant', 'TGF-β and α cells', 'TGF-β and α cells'],
    ['accents in two characters', 'na\u0131ve cafe\u0301', 'naive cafe'],
    [
      'numbers of references',
      'therapy1 reverses scars2,3. Safe4 cells5 [6] or [7, 8–9]',
      'therapy reverses scars. Safe cells or ',
    ],
    ['raised numbers', 'therapy¹ ²,³ and 10⁶ cells', 'therapy  and 10^6 cells'],
    ['raised numbers in source', 'therapy<sup>1</sup> and 10<sup>6</sup>', 'therapy and 10^6'],
    [
      'numbers that belong',
      'CD34 T2 COVID19 SGLT2 phase2 B12 95% week12',
      'CD34 T2 COVID19 SGLT2 phase2 B12 95% week12',
    ],
    ['odd spaces', 'stem\u00a0cell\u2009cure\u3000now', 'stem cell cure now'],
    ['entities', 'safe&nbsp;&amp; sound &lt;5&#37;', 'safe & sound <5%'],
    ['directions and nothings', '\u202ecu\u200bre\u202c \u0000now\ufeff', 'cure now'],
    ['what is no tag', 'EF < 30 and > 20, a<b, R&D', 'EF < 30 and > 20, a<b, R&D'],
    ['source', '<p class="x">Our<br>cells</p><script>cure()</script>', '\n\nOur\ncells\n\n\n\n'],
    ['pictures between sentences', 'It works💪 It is safe 👍95% agree', 'It works. It is safe . 95% agree'],
    ['flags', 'Cells cure 🇺🇸🇲🇽 In Mexico', 'Cells cure . In Mexico'],
    ['pictures inside one', 'no 💪 Cure', 'no   Cure'],
    ['letters read as another encoding', 'donâ€™t and â€œsafeâ€\u009d', "don't and “safe”"],
  ])('%s', (_name, text, read) => {
    // How many spaces there are makes no difference.
    const plain = (words: string) => words.replace(/ +/g, ' ').trim()
    expect(plain(readAs(text))).toBe(plain(read))
  })
})

/** What happens to texts on the way into a box: each leaves the words as they were. */
const copied: Record<string, (text: string, dice: () => number) => string> = {
  'curly apostrophes': (text) => text.replaceAll("'", '’'),
  'accents for apostrophes': (text) => text.replaceAll("'", '´'),
  entities: (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;'),
  'lost apostrophes in denials': (text) => text.replace(/n't\b/g, 'nt'),
  'apostrophes before the n of denials': (text) => text.replace(/n't\b/g, "'nt"),
  'replaced apostrophes': (text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '\ufffd'),
  'no-break spaces': (text) => text.replace(/ /g, '\u00a0'),
  'zero-width characters': (text, dice) =>
    [...text].map((one) => (dice() < 20 ? `${one}\u200b` : one)).join(''),
  'soft hyphens': (text, dice) =>
    text.replace(/(?<=[a-z]{2})(?=[a-z]{2})/g, () => (dice() < 20 ? '\u00ad' : '')),
  'direction marks': (text) => `\u202a${text.replace(/ /g, ' \u200e')}\u202c`,
  NULs: (text) => [...text].join('\u0000'),
  'letters of the mathematical block': (text) =>
    text.replace(/[a-z]/g, (one) => String.fromCodePoint(0x1d5ee + one.charCodeAt(0) - 97)),
  'full-width letters': (text) =>
    text.replace(/[a-zA-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  'letters in brackets': (text) =>
    text.replace(/[a-z]/g, (one) => String.fromCharCode(0x249c + one.charCodeAt(0) - 97)),
  'letters of flags, apart': (text) =>
    text.replace(/[A-Z]/g, (one) => `${String.fromCodePoint(0x1f1e6 + one.charCodeAt(0) - 65)}\u200b`),
  'Cyrillic look-alikes': (text, dice) =>
    text.replace(/[aeopcx]/g, (one) => (dice() < 40 ? ('аеорсх'['aeopcx'.indexOf(one)] ?? one) : one)),
  'combining marks': (text, dice) => text.replace(/[a-z]/g, (one) => (dice() < 20 ? `${one}\u0301` : one)),
  'reference numbers in brackets': (text) => text.replace(/(?<=[a-z]{4})(?=[.!?](?:\s|$))/g, ' [12]'),
  'raised reference numbers': (text) => text.replace(/(?<=[a-z]{4})(?=[.!?](?:\s|$))/g, '¹²'),
  'glued reference numbers': (text) => text.replace(/(?<=\b[a-z]*[aeiou][a-z]{3})(?=[.!?](?:\s|$))/g, '7'),
  'reference numbers in source': (text) => text.replace(/(?<=[a-z]{4})(?=[.!?](?:\s|$))/g, '<sup>3</sup>'),
  'pictures at the ends of sentences': (text) => text.replace(/(?<=[a-z]{4}[.!?])(?=\s|$)/g, ' 💪'),
  'bold words in source': (text) => text.replace(/\b(stem|cells?|heart|liver|not|no)\b/gi, '<b>$1</b>'),
  'words cut at line ends': (text, dice) =>
    text.replace(/(?<![\w'-])[a-z]{7,}(?![\w'-])/g, (word) =>
      dice() < 30 ? `${word.slice(0, 3)}-\n${word.slice(3)}` : word,
    ),
}

const passages = (['adverts', 'informing', 'claims'] as const).flatMap(readPassages)

describe('copying changes no result, and every mark lies on its words', () => {
  // A passage alone may be all look-alikes: it is read in the company of plain letters, as it stands.
  const company = 'x'.repeat(300)
  const wordsOf = (text: string) =>
    normalise(`${company} ${text}`)
      .text.slice(company.length)
      .toLowerCase()
      .replace(/[^a-z0-9%$]+/g, '')
  test.each(Object.keys(copied))('%s', (name) => {
    const change = copied[name] ?? ((text) => text)
    fc.assert(
      fc.property(fc.constantFrom(...passages), fc.infiniteStream(fc.nat(99)), ({ text }, dice) => {
        const after = change(text, () => dice.next().value ?? 0)
        expect(resultOf(after)).toEqual(resultOf(text))
        const [before, now] = [analyseArticle(text, patterns), analyseArticle(after, patterns)]
        now.signs.forEach((sign, at) => {
          expect(sign.spans.map((span) => wordsOf(span.text))).toEqual(
            before.signs[at]?.spans.map((span) => wordsOf(span.text)),
          )
          for (const span of sign.spans) expect(after.slice(span.start, span.end)).toBe(span.text)
        })
      }),
      // The same texts in every run: a found exception is mended, not met by chance.
      { numRuns: 120, seed: 1913 },
    )
  })
})

test('every character knows its place: in order, inside the text, and plain letters are themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 80 }), (odd, plain) => {
      const given = `${odd}${plain}`
      const { text, from, to } = normalise(given)
      expect([from.length, to.length]).toEqual([text.length, text.length])
      for (let at = 0; at < text.length; at++) {
        const [start = 0, end = 0] = [from[at], to[at]]
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(given.length)
        if (at > 0) expect(start).toBeGreaterThanOrEqual(from[at - 1] ?? 0)
      }
    }),
    { numRuns: 300 },
  )
})

describe('a text that we cannot read is not said to hold no signs', () => {
  test.each([
    ['script', 'Стволовые клетки не лечат сердечную недостаточность. Поговорите со своим врачом.'],
    ['script', '幹細胞不能治癒心臟衰竭。請問問您的醫生，這個藥還沒有實證。'],
    ['script', '幹細胞は心不全を治すことができません。医師に相談してください。'],
    [null, '干细胞不能治愈心力衰竭。请咨询您的医生。'],
    [
      null,
      'Las células madre curan la insuficiencia cardíaca sin efectos secundarios. Llame hoy mismo a nuestra clínica.',
    ],
    ['script', 'الخلايا الجذعية لا تشفي قصور القلب. تحدث مع طبيبك.'],
    [
      'language',
      'As células-tronco curam a insuficiência cardíaca sem efeitos colaterais. Ligue hoje mesmo para a nossa clínica.',
    ],
    [
      'language',
      "Les cellules souches guérissent l'insuffisance cardiaque sans effets secondaires. Appelez notre clinique dès aujourd'hui.",
    ],
    [
      'language',
      'Stammzellen heilen Herzschwäche ohne Nebenwirkungen. Rufen Sie uns heute noch an, es gibt nur wenige Plätze.',
    ],
    ['code', Array.from({ length: 20 }, (_, at) => `U3RlbSBjZWxscyBjdXJlIGhlYXJ0IGZhaWx1cm${at}`).join('\n')],
    ['language', 'asdfa qwero zxcvu hjklo tyuio bnmiu asdfa qweru zxcva hjkli ouyti banmu wertu'],
    ['code', '\ufffd'.repeat(30)],
    ['code', `${'?'.repeat(24)}95%${'?'.repeat(12)}`],
    [null, 'The library is open until six on weekdays.'],
    [null, 'Lantern'],
    [null, ''],
  ])('%s: %s', (why, text) => expect(resultOf(text).unreadable).toBe(why))

  test('every practice text can be read', () => {
    for (const { id, text } of passages) expect([id, resultOf(text).unreadable]).toEqual([id, null])
  })
})
