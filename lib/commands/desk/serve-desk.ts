/** The door of the desk: takes a request, lets in who may, and sends what the desk answers. */
import http from 'node:http'
import { words } from '@/lib/desk/desk-words'
import { refusalPage } from '@/lib/desk/frame-view'
import { admit, deskHeaders } from './guard'
import type { Desk } from './desk'
import type { Reply } from './desk-base'

/** The largest form is a page of a language: some 100 KB. */
const mostBytes = 4_000_000

class TooLarge extends Error {}

async function bodyOf(request: http.IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

export type DeskFiles = { style: string; script: string }

/**
 * @param key what every address of the desk begins with
 * @param previewOrigin where the live page is; null without one
 * @param complain for the terminal: what went wrong inside
 */
export function deskServer(
  desk: Desk,
  files: DeskFiles,
  key: string,
  port: () => number,
  previewOrigin: () => string | null,
  complain: (why: unknown) => void,
): http.Server {
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, {
        ...deskHeaders(previewOrigin()),
        'Content-Type': `${type}; charset=utf-8`,
      })
      response.end(body)
    }
    const refuse = (status: number, why: string) => send(status, 'text/html', refusalPage(why))
    const admitted = admit(request, port(), key)
    if (!admitted.ok) return refuse(admitted.status, admitted.why)
    const { path, query } = admitted
    if (request.method === 'GET' && path === '/desk.css') return send(200, 'text/css', files.style)
    if (request.method === 'GET' && path === '/desk.js') return send(200, 'text/javascript', files.script)
    if (request.method === 'GET' && path === '/alive') return send(200, 'text/plain', '')
    let reply: Reply
    try {
      const form = request.method === 'POST' ? await bodyOf(request) : null
      reply = desk.answer({ path, query, form })
    } catch (error) {
      if (error instanceof TooLarge) return refuse(413, words.tooLarge)
      complain(error)
      return refuse(500, words.failed)
    }
    if (reply.kind === 'page') return send(reply.status ?? 200, 'text/html', reply.html)
    if (reply.kind === 'json') return send(200, 'application/json', JSON.stringify(reply.value))
    if (reply.kind === 'none') return refuse(404, words.noSuch)
    response.writeHead(303, { ...deskHeaders(previewOrigin()), Location: reply.to })
    response.end()
  }
  return http.createServer((request, response) => void answer(request, response))
}
