/**
 * What reading a file and showing a result take. Built into public/article-result.js by lib/server/build/make-assets.ts;
 * check-article.ts loads it with the patterns, when the form is first reached: most who open the page only look.
 */
export { readArticleFile } from '@/lib/browser/article/read-file'
export { draw } from '@/lib/browser/draw-view'
export { makeReport, noteText } from '@/lib/claims/article-report'
export { reportView } from '@/lib/claims/report-view'
