import type { Page } from '@playwright/test'

/** Answers and the buttons that send them: WCAG 2.5.5 (level AAA). The rest: WCAG 2.5.8 (level AA). */
const forAnswers = 44
const forTheRest = 24

/**
 * Places to touch that are too small, with their size in CSS px. A radio or tick is as large as the label round it. A
 * link inside a sentence counts only when it stands alone on its line (the exception of both criteria), and a small
 * one only when a circle of 24 px round its middle meets another target or its circle (the exception for spacing).
 */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ([most, least]) => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
      ].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0)
      const targets = all.map((element) => {
        const isAnswer = element.matches(
          'input[type=radio], input[type=checkbox], textarea, button.go, select',
        )
        const box = ((isAnswer && element.closest('label')) || element).getBoundingClientRect()
        return { element, isAnswer, box, x: box.x + box.width / 2, y: box.y + box.height / 2 }
      })
      const isInSentence = (element: HTMLElement) => {
        if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false
        const block = element.closest('p, li, dd, dt, td, th, figcaption, div')
        return (block?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0)
      }
      return targets.flatMap(({ element, isAnswer, box, x, y }, index) => {
        if (box.width === 0 || box.height === 0 || isInSentence(element)) return []
        const name = `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}" ${Math.round(box.width)} x ${Math.round(box.height)}`
        if (isAnswer) return box.height >= most - 0.5 && box.width >= most - 0.5 ? [] : [name]
        if (box.height >= least - 0.5 && box.width >= least - 0.5) return []
        const meets = targets.some((other, at) => {
          if (at === index) return false
          const near = Math.hypot(
            Math.max(other.box.left - x, 0, x - other.box.right),
            Math.max(other.box.top - y, 0, y - other.box.bottom),
          )
          const isSmall = other.box.height < least || other.box.width < least
          return near < least / 2 || (isSmall && Math.hypot(other.x - x, other.y - y) < least)
        })
        return meets ? [`${name}, close to another`] : []
      })
    },
    [forAnswers, forTheRest] as const,
  )
}
