// Stands in for `next/server` where pages are made without Next (tests/pseudo-site.tsx): there is always a request.
export const connection = async (): Promise<void> => {}
