FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:26-slim AS program
WORKDIR /app
COPY package.json ./
COPY src ./src
COPY adapters ./adapters
COPY config ./config
# Types are taken away here rather than at each start, in every thread: 50 MB less.
RUN node src/cli/build/build-package.ts

FROM node:26-slim
# In a container only what is published reaches it.
ENV NODE_ENV=production TZ=UTC DRAGOMAN_DATA=/data DRAGOMAN_HOST=0.0.0.0 SLACK_HOST=0.0.0.0
# glibc keeps what a busy minute took; jemalloc gives it back, and with shorter young generations memory is a third less: docs/operate.md.
RUN apt-get update && apt-get install -y --no-install-recommends libjemalloc2 && rm -rf /var/lib/apt/lists/*
ENV LD_PRELOAD=libjemalloc.so.2 MALLOC_CONF=background_thread:true,dirty_decay_ms:1000,muzzy_decay_ms:0,narenas:2
ENV NODE_OPTIONS=--max-semi-space-size=2
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=program /app/dist ./
COPY README.md LICENSE NOTICE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# Healthy: the store opens and some source answered in the last hours.
HEALTHCHECK --interval=5m --timeout=30s --start-period=3m CMD ["node", "src/main.js", "doctor", "--quick"]
CMD ["node", "src/main.js", "start"]
