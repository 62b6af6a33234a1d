# The bot in a container: `docker compose up -d`, or
#   docker build -t faq-bot . && docker run --env-file .env -v faq-bot:/data faq-bot
# Both stages use one image: the trained wordings are read by the very Node that made them.
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY content ./content
COPY intents ./intents
RUN npm run -s build \
  && rm -f dist/.tsbuildinfo \
  && npm ci --omit=dev --no-audit --no-fund

FROM ${NODE}
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATABASE_URL=file:/data/bot.db
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/content ./content
COPY --from=build /app/intents ./intents
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
# There is no curl in the image, and Node can ask as well.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that the signal to stop reaches it.
CMD ["node", "--max-semi-space-size=8", "--v8-pool-size=1", "dist/main.js"]
