# One image: Lantern with its embedded database. Set DATABASE_URL to use a PostgreSQL server instead.
# The pages are built here, so that a container starts in seconds and runs without root on a read-only file system:
# only /data (the embedded database) and /tmp are written. compose.yaml shows two of them on one PostgreSQL.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LANTERN_DATA=/data NEXT_TELEMETRY_DISABLED=1
WORKDIR /lantern
RUN mkdir /data && chown node:node /data /lantern
USER node
COPY --chown=node:node package.json package-lock.json .npmrc ./
# The build needs the type packages and the seed needs tsx. The 92 MB of FHIR definitions are for tests only.
RUN npm ci --include=dev && rm -rf node_modules/hl7.fhir.r5.core && npm cache clean --force
COPY --chown=node:node . .
# The address printed on paper is part of the pages: docker build --build-arg LANTERN_PUBLIC_URL=https://…
# A container that is given another one builds the pages again, which needs a writable file system.
ARG LANTERN_PUBLIC_URL
ENV LANTERN_PUBLIC_URL=$LANTERN_PUBLIC_URL
RUN LANTERN_DATA=/tmp/build node --import tsx lib/server/start/start.ts --build-only && rm -rf /tmp/build
VOLUME /data
EXPOSE 3000
# Alive at once, ready when it serves.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the process that closes the database.
CMD ["node", "--import", "tsx", "lib/server/start/start.ts"]
