import { z } from 'zod'
import { languages } from '@/lib/texts/languages'

/** An empty variable (`PORT= npm start`) means "not set". */
const blankIsUnset = (value: unknown) => (value === '' ? undefined : value)

/** A limit of requests: a whole number; 0 means no limit. */
const limit = (fallback: number) =>
  z.preprocess(
    blankIsUnset,
    z.coerce
      .number('must be a whole number; 0 means no limit')
      .int('must be a whole number; 0 means no limit')
      .min(0, 'must be a whole number; 0 means no limit')
      .max(1_000_000_000)
      .default(fallback),
  )

const schema = z.object({
  /** A PostgreSQL server. Without it the launcher starts the embedded database and sets this itself. */
  DATABASE_URL: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(
        /^postgres(ql)?:\/\//,
        'must start with postgresql://, e.g. postgresql://user:password@host:5432/lantern',
      )
      .optional(),
  ),
  /** Where the embedded database keeps its files. */
  LANTERN_DATA: z.preprocess(blankIsUnset, z.string().default('.data')),
  /** The folder of reviewed YAML the database is filled from. */
  LANTERN_CONTENT: z.preprocess(blankIsUnset, z.string().default('prisma/content')),
  /** The figures that were typed a second time; the desk writes their rows. */
  LANTERN_GOLDEN: z.preprocess(blankIsUnset, z.string().default('tests/golden')),
  /** Where the desk keeps patches, and figures that wait for their second reader. */
  LANTERN_DESK: z.preprocess(blankIsUnset, z.string().default('.data/desk')),
  /** The desk's own port: the same at each start, so that a browser finds what was typed and not yet saved. */
  LANTERN_DESK_PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number('must be a port number, e.g. 3080').int().min(1).max(65535).default(3080),
  ),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number('must be a port number, e.g. 3000').int().min(1).max(65535).default(3000),
  ),
  /** 127.0.0.1: only this computer. 0.0.0.0 or ::: everyone who can reach it. */
  HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
  /** 1 when a proxy of ours stands in front: only then are its X-Forwarded headers believed. */
  LANTERN_TRUST_PROXY: z
    .preprocess(blankIsUnset, z.enum(['0', '1'], 'must be 1 or 0').default('0'))
    .transform((value) => value === '1'),
  /** Where people find this site, e.g. https://lantern.example.org: printed on paper, with a code to scan. */
  LANTERN_PUBLIC_URL: z.preprocess(
    blankIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'must be a web address, e.g. https://lantern.example.org' })
      .optional(),
  ),
  /** Languages to build beside English, such as `es`: lib/texts/languages.ts reads it. Unset: all of them. */
  LANTERN_LANGUAGES: z.preprocess(
    blankIsUnset,
    z
      .string()
      .refine(
        (value) =>
          value
            .trim()
            .split(/[\s,]+/)
            .every((one) => Object.hasOwn(languages, one)),
        {
          error: `must name languages of the site: ${Object.keys(languages).join(', ')}`,
        },
      )
      .optional(),
  ),
  /** Shares that one address (IPv4, or IPv6 /64) may make, over all servers. A clinic is often one address. */
  LANTERN_LIMIT_SHARES_PER_HOUR: limit(120),
  LANTERN_LIMIT_SHARES_PER_DAY: limit(600),
  /** Openings, status questions and revocations of shares from one address, over all servers. */
  LANTERN_LIMIT_OPENS_PER_MINUTE: limit(600),
  /** Forms, PDF files and source exports asked for from one address, of each server. */
  LANTERN_LIMIT_POSTS_PER_MINUTE: limit(600),
  /** Characters of posted articles from one address, of each server: five of the longest, or a hundred usual ones. */
  LANTERN_LIMIT_ARTICLE_CHARACTERS_PER_MINUTE: limit(1_025_000),
  /** Who may read `/api/metrics`: nobody, this computer, or everyone who reaches the port. */
  LANTERN_METRICS: z.preprocess(
    blankIsUnset,
    z.enum(['off', 'local', 'open'], 'must be off, local or open').default('off'),
  ),
  /** A file with the public keys of clinics whose packets may name them: docs/how-to/use-lantern-in-a-clinic.md. */
  LANTERN_CLINIC_KEYS: z.preprocess(blankIsUnset, z.string().optional()),
  /** A folder of clinic profiles: docs/how-to/be-a-clinic.md. Else `clinics` beside the content, if it is there. */
  LANTERN_CLINICS: z.preprocess(blankIsUnset, z.string().optional()),
  /** One clinic profile, in place of a folder. */
  LANTERN_CLINIC: z.preprocess(blankIsUnset, z.string().optional()),
  /** A file of record systems that may open Lantern, and of who may ask its hooks: docs/how-to/launch-from-a-record.md. */
  LANTERN_RECORDS: z.preprocess(blankIsUnset, z.string().optional()),
  /** Whom to tell about a weakness, for /.well-known/security.txt (RFC 9116). Without it there is no such file. */
  LANTERN_CONTACT: z.preprocess(
    blankIsUnset,
    z
      .string()
      .regex(
        /^(mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s]+|tel:\+[0-9-]+)$/,
        'must be an address such as mailto:security@example.org or https://example.org/security',
      )
      .optional(),
  ),
  NODE_ENV: z.preprocess(blankIsUnset, z.enum(['development', 'production', 'test']).default('development')),
})

export type Env = z.infer<typeof schema>

/**
 * Reads settings, or throws one error that names every wrong variable and what it must look like.
 * Values are not repeated in the message: DATABASE_URL holds a password.
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Some settings (environment variables) are not usable:\n${lines.join('\n')}`)
}

/** The settings of this process, read once. A wrong one ends it with words and no stack: a person set it. */
export const env: Env = (() => {
  try {
    return parseEnv(process.env)
  } catch (error) {
    console.error(`\nLantern cannot start.\n${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
})()

/** Where people find this site, ready for a path behind it; null when nobody said. */
export const publicSite = (): string | null => env.LANTERN_PUBLIC_URL?.replace(/\/+$/, '') ?? null
