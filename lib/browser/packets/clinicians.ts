/** The small module of the clinicians page: only the copy buttons. Built into public/clinicians.js. */
import { listenForCopy } from './copy-text'

listenForCopy()
