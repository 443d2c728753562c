import { z } from 'zod'
import { plainLine } from '@/lib/clinics/schema'
import { Day, Id } from '@/lib/sources/schema'

/** Codes of one code system that name an illness. */
const CodeSet = z.strictObject({
  /** As FHIR names the system. */
  system: z.url(),
  /** The codes of this system are a tree by their letters: I50 holds I50.9. */
  alsoFiner: z.boolean().default(false),
  codes: z.array(z.strictObject({ code: z.string().min(1), name: z.string().min(1), read: Id })).min(1),
})

/** How a record says that someone has the illness, and where each code was read. */
export const IllnessCodes = z
  .strictObject({
    read: z.record(
      Id,
      z.strictObject({
        what: z.string().min(1),
        url: z.url(),
        on: Day,
        /** `excerpt`: a part of the page was read, not the whole. */
        how: z.enum(['whole', 'excerpt']),
      }),
    ),
    sets: z.array(CodeSet).min(1),
  })
  .superRefine(({ read, sets }, context) => {
    sets.forEach(({ codes }, set) =>
      codes.forEach((code, at) => {
        if (!Object.hasOwn(read, code.read))
          context.addIssue({
            code: 'custom',
            path: ['sets', set, 'codes', at, 'read'],
            message: `names “${code.read}”, which does not stand under “read”`,
          })
      }),
    )
  })
export type IllnessCodes = z.infer<typeof IllnessCodes>

/** Questions that others made and that may be passed on, word for word. */
export const Instruments = z.strictObject({
  instruments: z.array(
    z.strictObject({
      id: Id,
      title: z.string().min(1),
      version: z.string().min(1),
      /** What stands in the resource: who made it and why it may be used. */
      copyright: z.string().min(1),
      read: z.strictObject({ url: z.url(), on: Day, how: z.enum(['whole', 'excerpt']) }),
      items: z.array(z.strictObject({ id: Id, text: z.string().min(1) })).min(1),
      /** The same answers for each, in order; the number stands beside the words, as in the source. */
      answers: z
        .array(z.strictObject({ code: z.string().regex(/^[0-9a-z-]+$/), text: z.string().min(1) }))
        .min(2),
    }),
  ),
})
export type Instrument = z.infer<typeof Instruments>['instruments'][number]

/** Only on one computer may the way be without TLS (SMART App Launch 2.2: tokens over TLS-secured channels only). */
const isSafe = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))

const addressOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)
const addressMessage = 'a web address that begins with https://, without ? and #'
const Address = z
  .string(addressMessage)
  .max(300, addressMessage)
  .refine((text) => {
    const url = addressOf(text)
    // A policy is a line of words: a mark that ends one would write the next rule.
    return url !== null && isSafe(url) && !/[?#*\s;,'"@\\]/.test(text)
  }, addressMessage)

const hostMessage = 'a host as https://ehr.example.org, without anything behind it'
/** A host that a page may be shown in or ask: what a content security policy takes, and no wildcard. */
const Host = z
  .string(hostMessage)
  .refine((text) => Address.safeParse(text).success && addressOf(text)?.origin === text, hostMessage)

const hosts = z.array(Host, 'a list of hosts').max(10, 'a list of at most 10 hosts').default([])

/** Who may ask the hooks on behalf of a record, and the file with their public keys. */
const HookCaller = z.strictObject(
  {
    /** The `iss` of its tokens, letter by letter. */
    iss: plainLine(300),
    /** A JWK Set in the same folder. Nothing is ever fetched. */
    keys: z
      .string('the name of a file of public keys in the same folder')
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.json$/,
        'the name of a file of public keys in the same folder, for example keys.json',
      ),
  },
  'an iss and a file of keys',
)

const RecordSystem = z.strictObject(
  {
    /** As clinicians know it. */
    name: plainLine(80),
    /** The address of its FHIR server: `iss` of a launch, letter by letter but for a stroke at the end. */
    iss: Address.transform((text) => text.replace(/\/+$/, '')),
    /** The name under which it knows Lantern. Not a secret. */
    clientId: plainLine(200),
    /** The id of the clinic's profile whose name the page shows. */
    clinic: Id.optional(),
    /** Hosts where it signs people in and gives tokens, when that is not the host of `iss`. */
    signIn: hosts,
    /** Hosts that may show the page in a frame. */
    shownIn: hosts,
    hooks: z.array(HookCaller, 'a list of callers').max(10, 'a list of at most 10 callers').default([]),
  },
  'a name, an iss and a clientId',
)
export type RecordSystem = z.infer<typeof RecordSystem>

/** The file that LANTERN_RECORDS names. */
export const RecordsFile = z.strictObject({
  /** Where the records reach Lantern, when that is not LANTERN_PUBLIC_URL. */
  address: Address.transform((text) => text.replace(/\/+$/, '')).optional(),
  records: z.array(RecordSystem, 'a list of records').max(20, 'a list of at most 20 records'),
})
export type RecordsFile = z.infer<typeof RecordsFile>

/** Public keys as others publish them (RFC 7517): what is not needed is dropped. */
export const JwkSet = z.object({
  keys: z
    .array(
      z.looseObject({
        kty: z.enum(['EC', 'RSA', 'OKP']),
        kid: z.string().min(1).max(200),
        alg: z.string().optional(),
        use: z.string().optional(),
      }),
    )
    .min(1)
    .max(50),
})
export type JwkSet = z.infer<typeof JwkSet>

/** A hook's call (CDS Hooks 2.0), as much as is looked at. `fhirServer` and `fhirAuthorization` are never used. */
export const HookCall = z.object({
  hook: z.enum(['patient-view', 'order-select']),
  hookInstance: z.string().min(1).max(200),
  context: z.looseObject({
    patientId: z.string().min(1).max(200),
    selections: z.array(z.string()).max(500).optional(),
  }),
  prefetch: z.looseObject({ conditions: z.unknown() }).optional(),
})
export type HookCall = z.infer<typeof HookCall>
