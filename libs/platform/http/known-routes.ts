interface KnownRoute {
  readonly methods: readonly string[];
  readonly shape: RegExp;
}

/** The routes as registered: tells 405 from 404, and which methods an address has. Only asked when nothing matched. */
export class KnownRoutes {
  private readonly routes: KnownRoute[] = [];

  /** Called by Fastify's `onRoute`. `url` is a pattern such as `/v1/complaints/:id`. */
  add(method: string | readonly string[], url: string): void {
    const methods = typeof method === 'string' ? [method] : method;
    if (!url.includes('*')) this.routes.push({ methods, shape: shapeOf(url) });
  }

  /** Methods registered for a path, sorted; empty when there is none. */
  methodsAt(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    const found = this.routes.filter((route) => route.shape.test(path)).flatMap((route) => route.methods);
    return [...new Set(found)].sort();
  }
}

function shapeOf(pattern: string): RegExp {
  const steps = pattern
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${steps.join('/')}$`);
}
