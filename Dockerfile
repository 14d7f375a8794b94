# One image for the API, the worker and the migrations; compose.yaml says which of them it runs as.
FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --omit=optional
COPY tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
COPY demo demo
RUN npm run build && rm -rf dist/demo dist/bundles/demo-* dist/bundles/seed-*

FROM node:24-slim AS packages
WORKDIR /src
COPY package.json package-lock.json ./
# The optional packages are the embedded database of the demo.
RUN npm ci --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /src/node_modules node_modules
COPY --from=build /src/dist dist
COPY package.json ./
COPY templates templates
# Nothing in the image is writable for the process, and it needs no rights on the machine.
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
