/** How the pictures of a page look: counted right, told apart, still. */
import type { Page } from '@playwright/test'

/** Pictures whose counted and other people have the same colour. */
export function sameLooks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.people svg, svg.dots')].flatMap((svg, index) => {
      const on = svg.querySelector('.on')
      const off = svg.querySelector('.off')
      const more = svg.querySelector('.more')
      const look = (shape: Element | null) =>
        shape ? `${getComputedStyle(shape).fill} ${getComputedStyle(shape).stroke}` : null
      const faults: string[] = []
      if (on && off && look(on) === look(off)) faults.push(`${index}: on and off ${look(on)}`)
      if (more && off && look(more) === look(off)) faults.push(`${index}: more and off ${look(more)}`)
      return faults
    }),
  )
}

/** Pictures with another number of people than the number over them says, or not all of their 100 or 1,000. */
export function miscountedPeople(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is drawn, not what was meant: every run is followed to its shape, and the heads in it are counted.
    const inRun = (use: Element) => {
      const shape = document.querySelector(use.getAttribute('href') ?? '')
      return shape?.getAttribute('d')?.match(/[Mm][^Mm]*?a2\.75/g)?.length ?? Number.NaN
    }
    const count = (svg: Element, states: string) =>
      [...svg.querySelectorAll(`:is(${states}) use`)].reduce((sum, use) => sum + inRun(use), 0)
    return [...document.querySelectorAll(':is(.arm, .large):has(.people)')].flatMap((arm) => {
      const said = arm.querySelector('.big')?.textContent?.replaceAll(',', '') ?? ''
      const [number = Number.NaN, per = Number.NaN] = said.match(/\d+/g)?.map(Number) ?? []
      const svg = arm.querySelector('.people svg')
      const [on, everyone] = svg ? [count(svg, '.on, .more'), count(svg, '.on, .more, .off')] : []
      return on === number && everyone === per ? [] : [`${said}: ${on} of ${everyone}`]
    })
  })
}

/** Rows at a glance whose dots are not as many as the number under them, or not all of their 100 or 1,000. */
export function miscountedDots(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const heads = (svg: Element, states: string) =>
      [...svg.querySelectorAll(`:is(${states})`)].reduce(
        (sum, path) => sum + (path.getAttribute('d')?.match(/M[^M]*?a/g)?.length ?? Number.NaN),
        0,
      )
    return [...document.querySelectorAll('figure:has(> .dots)')].flatMap((figure) => {
      const svg = figure.querySelector('.dots')
      const said = figure.querySelector('b')?.textContent?.match(/\d+/)?.[0]
      if (!svg) return []
      const per = Number(svg.getAttribute('data-per'))
      const [counted, everyone] = [heads(svg, '.on, .more'), heads(svg, '.on, .more, .off')]
      return counted === Number(said) && everyone === per ? [] : [`${said}: ${counted} of ${everyone}`]
    })
  })
}

/** Lines, dots and bars of the pictures that do not stand out from the page. */
export function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor
    const all = [
      ...document.querySelectorAll(
        '.people :is(use, .tile), svg.dots path, .bars rect, .range :is(path, circle), .forest :is(path, circle)',
      ),
    ]
    const isLost = (shape: Element) => {
      const { fill, stroke } = getComputedStyle(shape)
      return [fill, stroke].every(
        (paint) => paint === 'none' || paint === ground || /^rgba\(.*, 0\)$/.test(paint),
      )
    }
    const lost = all.filter(isLost).map((shape) => {
      const place = shape.parentElement?.closest('div, span')?.className
      return `${place} .${shape.getAttribute('class')}`
    })
    return [...new Set(lost)]
  })
}

/** Elements that move, or would, on a page whose reader asked for less motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        const isStill =
          style.animationName === 'none' &&
          style.transitionDuration.split(', ').every((time) => time === '0s')
        return isStill ? [] : [`${element.tagName.toLowerCase()}${pseudo ?? ''}`]
      }),
    )
    const isSmooth = getComputedStyle(document.documentElement).scrollBehavior !== 'auto'
    return [...new Set(found), ...(isSmooth ? ['scrolling'] : [])]
  })
}
