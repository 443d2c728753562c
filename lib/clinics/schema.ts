import { z } from 'zod'

/** Text of people who run a place in one line, `most` characters at most: it stands on pages, paper and in records. */
export const plainLine = (most: number) => {
  const message = `plain text in one line, at most ${most} characters`
  return z
    .string(message)
    .min(1, message)
    .max(most, message)
    .refine((text) => text.trim() === text && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text), message)
}

/** A telephone number as people write it: digits, spaces, and ( ) + - / in between. */
const Phone = z
  .string('a telephone number between quotes, for example "0800 000 000"')
  .regex(/^\+?[0-9(][0-9 ()/.-]{1,28}[0-9]$/, 'a telephone number between quotes, for example "0800 000 000"')

/** Whom to call, and when somebody answers. */
const Call = z.strictObject(
  { name: plainLine(80), phone: Phone, when: plainLine(80).optional() },
  'a name, a phone and, if you like, when',
)

const optionMessage = 'an option as illness/option, for example heart-failure/transplant'
/** An option of the content: the illness, a stroke, the option. */
const Option = z.string(optionMessage).regex(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/, optionMessage)

const linkMessage = 'the link of a page as it was made, between quotes: “https://…/p#1.…”'
const PacketLink = z
  .string(linkMessage)
  .max(2_000, linkMessage)
  .regex(/^[^\s'"<>#]*\/p(?:\/[a-z-]+)?#[A-Za-z0-9._-]+$/, linkMessage)

const many = <Item extends z.ZodType>(item: Item, most: number, what: string) =>
  z.array(item, `a list of ${what}`).max(most, `a list of at most ${most} ${what}`)

const idMessage = 'a short name in lower-case letters, for example sample-hospital'
/** Words that would collide with an address of the site. */
const reserved = ['summary']

/**
 * What a clinic says of itself, one file for each clinic. It lies beside the content and is no part of it: nothing here
 * may change a figure or a sentence of the content.
 */
export const ClinicProfile = z.strictObject({
  /** The last part of its page's address, `/en/c/<id>`. */
  id: z
    .string(idMessage)
    .regex(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, idMessage)
    .refine((id) => !reserved.includes(id), 'another word, as the site uses this one'),
  name: plainLine(80),
  /** The part of the clinic that gives it out: "heart team". */
  unit: plainLine(80).optional(),
  phone: Phone.optional(),
  /** When somebody answers the phone. */
  phoneWhen: plainLine(80).optional(),
  address: many(plainLine(80), 6, 'lines').optional(),
  /** A picture in the same folder. */
  logo: z
    .string('the name of a picture in the same folder, for example logo.svg')
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,60}\.(svg|png)$/,
      'the name of an SVG or PNG picture in the same folder, for example logo.svg',
    )
    .optional(),
  /** Languages that are spoken there, in words. */
  languages: many(plainLine(40), 20, 'languages').default([]),
  /** Options that are done here. */
  here: many(Option, 60, 'options').default([]),
  /** Options that are done elsewhere, and where. */
  elsewhere: many(
    z.strictObject(
      { option: Option, where: plainLine(120), phone: Phone.optional() },
      'an option, where, and if you like a phone',
    ),
    60,
    'options',
  ).default([]),
  /** The number for an emergency where the clinic is. */
  emergency: Call.optional(),
  /** Whom to ask when it can wait an hour but not a day. */
  advice: Call.optional(),
  /** Pages made ahead for everybody who faces the same choice: what a person reads first, and the link as it was made. */
  packets: many(
    z.strictObject({ name: plainLine(80), link: PacketLink }, 'a name and the link of a page'),
    20,
    'pages',
  ).optional(),
  /** What to bring to a visit. */
  bring: many(plainLine(120), 12, 'lines').default([]),
  /** Whether its page asks how a visit went, and counts the answers without a name (docs/how-to/be-a-clinic.md). */
  counts: z.boolean('true or false').default(false),
  /** The `kid` of the keys that this clinic signs packets with (docs/how-to/be-a-clinic.md). */
  keys: many(
    z.string('the kid of a key').regex(/^[A-Za-z0-9_-]{11}$/, 'the kid of a key, eleven letters'),
    20,
    'keys',
  ).default([]),
})
export type ClinicProfile = z.infer<typeof ClinicProfile>
