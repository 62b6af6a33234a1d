import { Hono } from 'hono';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`: the process answers. `/readyz`: it can do its work, else 503 and which check fails. `/metrics`: figures. */
export function operationRoutes(health: Health, metrics: Pick<Metrics, 'text' | 'contentType'>): Hono {
  const app = new Hono();
  const fresh = { 'cache-control': 'no-store' };
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, fresh));
  app.get('/readyz', async (context) => {
    const readiness = await health.ready();
    return context.json(readiness, readiness.ready ? 200 : 503, fresh);
  });
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType, ...fresh }),
  );
  return app;
}
