/**
 * A light stemmer: the same rules run over patterns and over articles, so a stem need not be a word ("cure",
 * "cured" and "curing" all become "cur"). Own rules instead of a library: 2 kB against 100 kB or more.
 */
const IRREGULAR = new Map<string, string>(
  Object.entries({
    is: 'be',
    are: 'be',
    was: 'be',
    were: 'be',
    am: 'be',
    been: 'be',
    being: 'be',
    has: 'have',
    had: 'have',
    having: 'have',
    does: 'do',
    did: 'do',
    done: 'do',
    doing: 'do',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    went: 'go',
    gone: 'go',
    goes: 'go',
    felt: 'feel',
    came: 'come',
    became: 'become',
    made: 'make',
    got: 'get',
    gotten: 'get',
    saw: 'see',
    seen: 'see',
    said: 'say',
    told: 'tell',
    knew: 'know',
    known: 'know',
    grew: 'grow',
    grown: 'grow',
    began: 'begin',
    begun: 'begin',
    brought: 'bring',
    bought: 'buy',
    thought: 'think',
    found: 'find',
    left: 'leave',
    lost: 'lose',
    won: 'win',
    led: 'lead',
    met: 'meet',
    paid: 'pay',
    sold: 'sell',
    shown: 'show',
    spoke: 'speak',
    spoken: 'speak',
    stood: 'stand',
    understood: 'understand',
    wrote: 'write',
    written: 'write',
    chose: 'choose',
    chosen: 'choose',
    held: 'hold',
    kept: 'keep',
    meant: 'mean',
    rose: 'rise',
    risen: 'rise',
    ran: 'run',
    built: 'build',
    rebuilt: 'rebuild',
    children: 'child',
    people: 'person',
    persons: 'person',
    men: 'man',
    women: 'woman',
    mice: 'mouse',
    feet: 'foot',
    lives: 'life',
    better: 'better',
    best: 'best',
    worse: 'worse',
    less: 'less',
    data: 'data',
    analyses: 'analysis',
    diagnoses: 'diagnosis',
    metastases: 'metastasis',
    therapies: 'therapy',
    centre: 'center',
    centres: 'center',
    programme: 'program',
    programmes: 'program',
    tumour: 'tumor',
    tumours: 'tumor',
    oedema: 'edema',
    its: 'its',
    this: 'this',
    us: 'us',
    gas: 'gas',
    yes: 'yes',
    plus: 'plus',
    news: 'news',
    thing: 'thing',
    things: 'thing',
    during: 'during',
    need: 'need',
    needs: 'need',
    seed: 'seed',
    speed: 'speed',
    indeed: 'indeed',
    bleed: 'bleed',
    proceed: 'proceed',
    dying: 'die',
    died: 'die',
    lying: 'lie',
    tried: 'try',
    ageing: 'age',
    aging: 'age',
    aged: 'age',
  }).map(([from, to]) => [from, to]),
)

const cache = new Map<string, string>()

/** The stem of one lower-case word. Unknown scripts pass through unchanged. */
export function stemOf(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known
  const stem = computeStem(word)
  // Bounded: a hostile text of unique words must not grow memory for ever.
  if (cache.size > 20_000) cache.clear()
  cache.set(word, stem)
  return stem
}

function hasVowel(text: string): boolean {
  for (const letter of text) if ('aeiouy'.includes(letter)) return true
  return false
}

function computeStem(raw: string): string {
  let word = IRREGULAR.get(raw) ?? raw
  if (word.length > 40 || word.length <= 3) return word
  if (word.endsWith('ies') && word.length > 4) word = word.slice(0, -3) + 'y'
  else if (/(?:ss|x|ch|sh|z)es$/.test(word)) word = word.slice(0, -2)
  else if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1)
  if (word.endsWith('ing') && word.length >= 6 && hasVowel(word.slice(0, -3))) word = word.slice(0, -3)
  else if (word.endsWith('ied') && word.length > 4) word = word.slice(0, -3) + 'y'
  else if (word.endsWith('ed') && word.length >= 5 && hasVowel(word.slice(0, -2))) word = word.slice(0, -2)
  // British and American endings meet: stabilise/stabilize, haemorrhage is left alone.
  word = word
    .replace(/isation$/, 'ization')
    .replace(/is$/, (end) =>
      word.length > 6 && /[a-z]{4}is$/.test(word) && !/[sx]is$|ysis$|itis$|osis$/.test(word) ? 'iz' : end,
    )
  if (word.endsWith('ise') && word.length > 5) word = word.slice(0, -3) + 'ize'
  if (word.endsWith('our') && word.length > 5) word = word.slice(0, -3) + 'or'
  if (word.endsWith('e') && word.length > 3) word = word.slice(0, -1)
  if (word.length > 3 && word.at(-1) === word.at(-2)) word = word.slice(0, -1)
  return word
}
