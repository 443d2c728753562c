import '@/app/globals.css'
import { linksMetadata, linksViewport } from '@/app/(links)/links'
import { LinksHtml } from '@/components/layout/links-html'
import { linkPageParams, localeOfLinkPage } from '@/lib/texts/link-pages'

export const metadata = linksMetadata
export const viewport = linksViewport
export const dynamicParams = false
export const generateStaticParams = linkPageParams

export default async function Layout({ children, params }: LayoutProps<'/v/[[...language]]'>) {
  return <LinksHtml locale={localeOfLinkPage((await params).language)}>{children}</LinksHtml>
}
