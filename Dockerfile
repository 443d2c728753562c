# One image: Lantern with its embedded database. Set DATABASE_URL to use a PostgreSQL server instead.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LANTERN_DATA=/data NEXT_TELEMETRY_DISABLED=1
WORKDIR /lantern
COPY --chown=node:node package.json package-lock.json .npmrc ./
# The pages are built at the first start, from the database, so the type packages come along.
RUN npm ci --include=dev && mkdir /data && chown node:node /data /lantern
COPY --chown=node:node . .
USER node
VOLUME /data
EXPOSE 3000
# The first start builds the pages: about a minute, hence the start period. Alive at once, ready when it serves.
HEALTHCHECK --interval=30s --timeout=5s --start-period=180s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the process that closes the database.
CMD ["node", "--import", "tsx", "lib/launch/start.ts"]
