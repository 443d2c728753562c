import '@/app/styles/products.css'

/** The styles that only pages about cells need: every other first visit goes without them. */
export default function CellsLayout({ children }: { children: React.ReactNode }) {
  return children
}
