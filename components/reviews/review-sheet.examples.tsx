import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { invented, withStatus } from '@/components/numbers/invented.examples'
import { ReviewClaims, ReviewFigures, ReviewPieces, SignHere } from '@/components/reviews/review-sheet'
import { inventedSource, inventedSources } from '@/components/sources/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { ClaimView } from '@/lib/claims/data'
import type { Fact, Figure } from '@/lib/numbers/schema'
import type { ReviewPiece } from '@/lib/reviews/data'

const piece: ReviewPiece = { content: 'example/options/example', hash: 'example0example0', reviews: [] }

/** Nobody of these exists, and nobody reviewed anything: an example. */
const review = { person: 'Example Person', role: 'an example, not real', date: '2026-11-28' }

const fact: Fact = {
  id: 'example-fact',
  value: 20,
  unit: 'count',
  approximate: false,
  thing: 'people',
  source: inventedSource.id,
  where: 'Example text: twenty, not real',
  tier: 'A',
}

const claim: ClaimView = {
  id: 'example-claim',
  claim: 'An invented claim, not real.',
  verdict: 'unsupported',
  inference: false,
  why: ['It is an example.'],
  limits: ['We cannot say anything of what was made up.'],
  sources: [inventedSource.id],
  checkedOn: '2026-11-28',
  nextReview: '2027-05-28',
}

const pieces = exampleOf(({ name, all }: { name: string; all: readonly ReviewPiece[] }, kit) => (
  <ReviewPieces pieces={all} names={new Map([['example/options/example', name]])} kit={kit} />
))
const figures = exampleOf((figure: Partial<Figure>, kit) => (
  <ReviewFigures figures={[{ ...invented, ...figure }]} facts={[fact]} sources={inventedSources} kit={kit} />
))

export const examples: readonly Example[] = [
  pieces('a piece that nobody has signed', { name: 'An example option', all: [piece] }),
  pieces('signed, with and without interests', {
    name: 'An example option',
    all: [
      { ...piece, reviews: [review] },
      { ...piece, content: 'example/other', reviews: [{ ...review, interests: 'none, as an example' }] },
    ],
  }),
  pieces('long words', { name: longName, all: [piece] }),
  pieces('right to left', { name: rightToLeftName, all: [piece] }, { isRightToLeft: true }),
  {
    name: 'a claim with its source',
    show: (kit) => <ReviewClaims claims={[claim]} sources={inventedSources} kit={kit} />,
  },
  {
    name: 'a claim without a source',
    show: (kit) => <ReviewClaims claims={[{ ...claim, sources: [] }]} sources={new Map()} kit={kit} />,
  },
  figures('a figure and a fact of one source', {}),
  figures('a figure that nobody rated, with a note', {
    certainty: { notRated: 'source-gives-none' },
    noteWords: ['An example of a note.'],
  }),
  figures('a figure of a withdrawn study', withStatus('retracted')),
  { name: 'where to sign', show: (kit) => <SignHere kit={kit} /> },
]
