/**
 * What making a packet takes: its spelling, a clinic's signature and the code to scan. Built into public/make-packet.js by
 * lib/server/build/make-assets.ts; build-packet.ts loads it when the form is first reached.
 */
export { encode } from 'uqr'
export { withSignature, writePacket } from '@/lib/packets/fragment'
export { giverOf } from '@/lib/packets/giver-of'
export { store } from '@/lib/packets/inflate'
export { signPacket } from '@/lib/packets/signature'
