FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:26-slim
# In a container only what is published reaches it.
ENV NODE_ENV=production TZ=UTC DRAGOMAN_DATA=/data DRAGOMAN_HOST=0.0.0.0 SLACK_HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json README.md LICENSE NOTICE ./
COPY src ./src
COPY adapters ./adapters
COPY config ./config
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# Healthy: the store opens and some source answered in the last hours.
HEALTHCHECK --interval=5m --timeout=30s --start-period=3m CMD ["node", "src/main.ts", "doctor", "--quick"]
CMD ["node", "src/main.ts", "start"]
