import { expect, test } from 'vitest'
import { missingContact, securityText } from '@/lib/server/front/security-text'

const now = Date.UTC(2026, 10, 29, 17, 30)

test('the file names the contact, ends 180 days from now and says which languages are read', () => {
  expect(securityText('mailto:security@example.org', ['en'], now)).toBe(
    'Contact: mailto:security@example.org\nExpires: 2027-05-28T00:00:00.000Z\nPreferred-Languages: en\n',
  )
})

test('without a contact there is no file, and the start says so in one line', () => {
  expect(securityText(undefined, ['en'], now)).toBeNull()
  expect(missingContact(undefined)).toMatch(/^[^\n]*LANTERN_CONTACT[^\n]*$/)
  expect(missingContact('https://example.org/security')).toBeNull()
})
